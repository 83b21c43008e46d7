import { hashSentence } from '../corpus/hash.ts';
import { foldWhiteSpace } from '../corpus/wording.ts';
import type { Article } from './article.ts';
import { asRead } from './markup.ts';

/**
 * A corpus file for an article: its source with the hash of every sentence, and statements yet to be written. The
 * sentences themselves are not in it.
 */
export function curatedFile(article: Article, id: string): string {
  const { title, publisher, published, language, url, passages } = article;
  const optional = Object.entries({ publisher, published, url }).flatMap(([field, value]) =>
    value === null ? [] : [`  ${field}: ${quoted(value)}`],
  );
  return `${[
    `# Made from ${foldWhiteSpace(article.id)}. See docs/CORPUS.md for every field.`,
    'source:',
    `  id: ${quoted(id)}`,
    `  title: ${quoted(title)}`,
    `  language: ${language}`,
    ...optional,
    '',
    '  # SHA-256 of every sentence of the article, white space folded to one space; the sentences are not kept here.',
    '  sentences:',
    ...passages.map(({ locator, text }) => `    ${quoted(locator)}: ${hashSentence(asRead(text))}`),
    '  speakers:',
    '    article: { en: the article }',
    '  topics:',
    '    article: { en: The article itself }',
    '',
    '# One fact each, in your own words, with the locators where the article says so.',
    'statements: []',
  ].join('\n')}\n`;
}

/** A text in double quotes, as YAML and JSON write it; on one line whatever it holds. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
