import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../articles/article.ts';
import type { ArticleFiles } from '../articles/folder.ts';
import type { ImportedArticle, ImportOptions } from '../articles/import-article.ts';
import { CorpusError, type Finding } from '../corpus/findings.ts';
import { hashFiles } from '../corpus/hash.ts';
import type { Source } from '../corpus/record.ts';
import { SetupError } from '../errors.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { ArticleIndex } from './article-index.ts';
import { curatedRecord, readCorpusFiles } from './curated-record.ts';

/** What a corpus folder holds: a curated record, plain articles, or both. */
export interface CorpusFolder {
  /** The curated record; null where there are articles only. */
  readonly snapshot: Snapshot | null;
  /** Null where the folder holds none. */
  readonly articles: ReadArticles | null;
}

export interface ReadArticles {
  readonly articles: readonly Article[];
  readonly index: ArticleIndex;
  /** Of all files of the corpus. */
  readonly hash: string;
}

/** Where articles are kept as they were read and indexed, so that a large folder is not analysed at every start. */
export interface Keeping {
  /** Never the corpus folder itself. */
  readonly folder: string;
  /** Told why nothing can be kept there; the articles are then indexed in memory. */
  readonly onFailure: (error: unknown) => void;
  /** Asked where much has to be read and indexed, once each time. */
  readonly onProgress?: () => Promise<Progress>;
}

/** Told how far the articles are read and indexed. */
export interface Progress {
  /** So many steps are done, of so many. */
  at(done: number, all: number): void;
  /** No more will be told; with a fault in an article, not all was done. */
  end(): void;
}

/**
 * Reads all of a corpus folder.
 *
 * @param cache folders in which the curated record may lie compiled, named by its hash.
 * @throws CorpusError with every finding of every file.
 */
export async function readFolder(
  directory: string,
  cache: readonly string[],
  keeping: Keeping | null = null,
): Promise<CorpusFolder> {
  const files = readCorpusFiles(directory);
  const plain = mayHoldArticles(directory) ? await checkedArticles(directory, keeping) : null;
  if (files.length === 0 && plain === null)
    throw new SetupError(`${directory}: no corpus file (*.yaml) and no article (*.md, *.txt) in this folder`);
  const findings = [...(plain?.findings ?? [])];
  const snapshot =
    files.length === 0 ? null : await curatedRecord(directory, files, cache).catch((error) => collect(error, findings));
  if (plain !== null && snapshot !== null)
    findings.push(...clashing(directory, plain.articles, snapshot.corpus.sources));
  if (findings.length > 0) throw new CorpusError(findings.toSorted(byFile));
  if (plain === null || plain.index === null) return { snapshot, articles: null };
  const { articles, index } = plain;
  return { snapshot, articles: { articles, index, hash: hashFiles([...files, ...plain.files]) } };
}

/** Keeps what is wrong with the corpus files, to be told with the rest. */
function collect(error: unknown, findings: Finding[]): null {
  if (!(error instanceof CorpusError)) throw error;
  findings.push(...error.findings);
  return null;
}

/** A look that costs nothing: is there an article, or a folder that may hold one? */
function mayHoldArticles(directory: string): boolean {
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries.some(
    (entry) => !entry.name.startsWith('.') && (entry.isDirectory() || /\.(?:md|txt)$/i.test(entry.name)),
  );
}

/** The articles of a folder, indexed unless something is wrong with any; null where there are none. */
async function checkedArticles(directory: string, keeping: Keeping | null) {
  const { findArticles } = await import('../articles/folder.ts');
  const found = findArticles(directory);
  const { files } = found;
  if (files.length === 0 && found.findings.length === 0) return null;
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (keeping === null || size < WORTH_KEEPING) return { files, ...(await readAndIndex(directory, found)) };
  const { keep, keptPath, readKept } = await import('./kept-articles.ts');
  const hash = hashFiles(files);
  const path = keptPath(keeping.folder, directory);
  const kept = found.findings.length > 0 ? null : readKept(path, hash);
  if (kept !== null) return { files, findings: [], ...kept };
  const progress = await keeping.onProgress?.();
  let steps = 0;
  const step = (): void => {
    steps += 1;
    progress?.at(steps, 2 * files.length);
  };
  const read = await readAndIndex(directory, found, step).finally(() => progress?.end());
  if (read.index !== null) {
    try {
      keep(path, hash, { articles: read.articles, index: read.index });
    } catch (error) {
      keeping.onFailure(error);
    }
  }
  return { files, ...read };
}

/** @param step told twice of each article: that it was read, and that it was indexed. */
async function readAndIndex(directory: string, found: ArticleFiles, step?: () => void) {
  const [{ checkArticles }, { indexArticles }] = await Promise.all([
    import('../articles/folder.ts'),
    import('./article-index.ts'),
  ]);
  const { articles, findings } = await checkArticles(directory, found, step);
  return { articles, findings, index: findings.length > 0 ? null : await indexArticles(articles, step) };
}

/** In bytes: fewer are read and indexed as fast as they are looked up. */
const WORTH_KEEPING = 200_000;

function clashing(directory: string, articles: readonly Article[], sources: readonly Source[]): Finding[] {
  return articles
    .filter(({ id }) => sources.some((source) => source.id === id))
    .map(({ id }) => {
      const message = 'a source of a corpus file has this name as its id; rename the file';
      return { file: join(directory, id), line: 1, field: 'file', message };
    });
}

function byFile(a: Finding, b: Finding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

/** Makes a curated corpus file, to be worked on, from a plain article. */
export async function importArticle(file: string, options: ImportOptions): Promise<ImportedArticle> {
  const { importArticle } = await import('../articles/import-article.ts');
  return importArticle(file, options);
}

/** The text of a copy of an article without the marks of Markdown, every line in its place. */
export async function readMarkdown(text: string): Promise<string> {
  const { withoutMarkup } = await import('../articles/without-markup.ts');
  return withoutMarkup(text);
}
