import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeAtomically } from 'write-file-atomic';
import type { Article } from '../articles/article.ts';
import { type IndexSnapshot, loadRetriever } from '../retrieval/retriever.ts';
import type { ArticleIndex } from './article-index.ts';

/** Articles, read and indexed. */
export interface IndexedArticles {
  readonly articles: readonly Article[];
  readonly index: ArticleIndex;
}

/**
 * Raised whenever articles are read, parted into sentences, brought to terms or kept in another way: what was kept
 * before is then made anew. A test holds a sample against it.
 */
export const FORM = 4;

/** The file in `folder` that keeps the articles of one corpus folder. */
export function keptPath(folder: string, directory: string): string {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16);
  return join(folder, `${name}.articles`);
}

/** What was kept of the files with this hash; null where nothing was, or it is stale, cut off, changed or of another form. */
export function readKept(path: string, hash: string): IndexedArticles | null {
  try {
    const file = readFileSync(path);
    const end = file.indexOf('\n');
    const body = file.subarray(end + 1);
    if (file.subarray(0, end).toString() !== headOf(hash, body)) return null;
    const { articles, vocabulary, terms, starts, index }: Body = JSON.parse(body.toString());
    const [retriever, numbers] = [loadRetriever(index), Uint32Array.from(terms)];
    return { articles, index: { retriever, vocabulary, terms: numbers, starts: Uint32Array.from(starts) } };
  } catch {
    // Whatever cannot be read is made anew.
    return null;
  }
}

/** Writes the whole file or nothing. @throws where the folder cannot be written to. */
export function keep(path: string, hash: string, { articles, index }: IndexedArticles): void {
  const { retriever, vocabulary, terms, starts } = index;
  const kept: Body = { articles, vocabulary, terms: [...terms], starts: [...starts], index: retriever.toJSON() };
  const body = Buffer.from(JSON.stringify(kept));
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  writeAtomically(path, Buffer.concat([Buffer.from(`${headOf(hash, body)}\n`), body]), { mode: 0o600 });
}

interface Body {
  readonly articles: readonly Article[];
  readonly vocabulary: readonly string[];
  readonly terms: readonly number[];
  readonly starts: readonly number[];
  readonly index: IndexSnapshot;
}

function headOf(hash: string, body: Uint8Array): string {
  return `on-record articles ${FORM} ${hash} ${createHash('sha256').update(body).digest('hex')}`;
}
