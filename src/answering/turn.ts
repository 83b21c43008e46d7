import type { Language } from '../corpus/record.ts';
import type { Feature } from '../retrieval/features.ts';

/** What is remembered of one question and its answer, to understand the next. */
export interface Turn {
  /** The language that was asked and answered in. */
  readonly language: Language;
  /** The question in words of its own, so that "and Japan?" can be asked of it. */
  readonly asked: string;
  /** The terms that the question was understood by, those taken over from earlier turns included. */
  readonly terms: readonly Feature[];
  /** The persons that "he" or "she" may mean next, likeliest first. */
  readonly persons: readonly Feature[];
  /** Ids of the statements that were cited or shown. */
  readonly statements: readonly string[];
  /** What plain articles were asked; left out where there are none. */
  readonly articles?: AskedOfArticles;
}

export interface AskedOfArticles {
  /** The question, made whole. */
  readonly asked: string;
  /** Who speaks in the first sentence that was cited; null where nobody does. */
  readonly speaker: string | null;
  /** Did they answer? */
  readonly answered: boolean;
}
