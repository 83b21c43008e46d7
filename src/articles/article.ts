import type { Language, Locator } from '../corpus/record.ts';

/** A plain text file as read: what it says of itself, and its sentences. */
export interface Article {
  /** The file's path under the corpus folder, with forward slashes. */
  readonly id: string;
  /** From the front matter, else the `# Title` that the text begins with, else the file's name without its ending. */
  readonly title: string;
  readonly publisher: string | null;
  /** ISO date, such as `2019-10-24`. */
  readonly published: string | null;
  readonly language: Language;
  readonly url: string | null;
  /** In reading order; the headline first, where the title stands in the file word for word. */
  readonly passages: readonly Passage[];
}

/** A sentence of an article, verbatim. */
export interface Passage {
  readonly locator: Locator;
  /** `headline` is the article's title; a `heading` stands over a part of its text and is a paragraph of its own. */
  readonly kind: 'headline' | 'heading' | 'sentence';
  /** The very characters of the file, odd white space and line ends within the sentence included. */
  readonly text: string;
  /** Where they stand in the file, in bytes: `bytes.subarray(start, end)` is `text` in UTF-8. */
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text, in code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
