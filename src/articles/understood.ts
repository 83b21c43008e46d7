import type { Article, Passage } from './article.ts';
import { asRead } from './markup.ts';

/** What was understood of an article, a line each: its particulars, then every passage with its locator. */
export function understood(article: Article, path: string): string[] {
  const { title, publisher, published, language, url, passages } = article;
  const body = passages.filter(({ kind }) => kind !== 'headline');
  const paragraphs = new Set(body.map(({ locator }) => locator.split('.')[0]));
  const widest = Math.max(...passages.map(({ locator }) => locator.length));
  return [
    `${path}: written`,
    `title: ${title}`,
    `publisher: ${publisher ?? 'not said'}`,
    `published: ${published ?? 'not said'}`,
    `language: ${language}`,
    `url: ${url ?? 'not said'}`,
    `paragraphs: ${paragraphs.size}, sentences: ${body.length}`,
    ...passages.map((passage) => `${passage.locator.padEnd(widest)}  ${shown(passage)}`),
  ].map((line) => line.replace(UNPRINTABLE, ' '));
}

function shown({ kind, text }: Passage): string {
  const folded = asRead(text);
  return kind === 'heading' ? `(heading) ${folded}` : folded;
}

/** Control characters, which could drive the terminal. */
const UNPRINTABLE = /\p{Cc}+/gu;
