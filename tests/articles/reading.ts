import { type Article, readArticle } from '../../src/articles/index.ts';

const encoder = new TextEncoder();

/** The article that `text` makes; throws where it is faulty. */
export function read(text: string, path = 'news/lamp.md'): Article {
  const { article, findings } = readArticle({ path, bytes: encoder.encode(text) });
  if (article === null) throw new Error(JSON.stringify(findings));
  return article;
}

/** `[locator, text]` of each passage. */
export function passages(text: string): [string, string][] {
  return read(text).passages.map((passage) => [passage.locator, passage.text]);
}

/** What is wrong with a file, as `line: field: message`. */
export function faults(content: string | Uint8Array): string[] {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return readArticle({ path: 'lamp.md', bytes }).findings.map(
    ({ line, field, message }) => `${line}: ${field}: ${message}`,
  );
}
