import { createHash } from 'node:crypto';

/** A corpus file as read: `path` is relative to the corpus folder, with `/`, so that the hash is the same everywhere. */
export interface CorpusFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** SHA-256, in hex, over names and bytes of the files, whatever order they come in. */
export function hashFiles(files: readonly CorpusFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of inOrder(files)) {
    hash.update(`${JSON.stringify(path)} ${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/** The files by name, in an order that does not hang on the locale. */
export function inOrder(files: readonly CorpusFile[]): CorpusFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** SHA-256, in hex, of a sentence whose white space is folded: what `sentences` of a source holds. */
export function hashSentence(sentence: string): string {
  return createHash('sha256').update(sentence).digest('hex');
}
