import { type FoundSentence, findSentences } from './find-sentences.ts';
import { HEADLINE } from './locator.ts';
import { findOverlaps, type Overlap } from './overlaps.ts';
import { cutAtQuotes } from './quotes.ts';
import { inReadingOrder, type Misplaced } from './reading-order.ts';
import type { Gap, Locator, Source, Statement } from './record.ts';

/** A source with what the corpus says of it. */
export interface Evidence {
  readonly source: Source;
  readonly statements: readonly Statement[];
  readonly gaps?: readonly Gap[];
}

/** A phrase in double quotes, and whether it stands byte for byte in a sentence that its statement cites. */
export interface QuoteCheck {
  readonly statement: string;
  readonly phrase: string;
  /** Where it stands; null where it is not proven. */
  readonly locator: Locator | null;
}

/** What a copy of the article proves of the corpus. */
export interface VerifyReport {
  readonly source: Source;
  /** Each locator of the source, in its order; `line` is null where no sentence of the text has its hash. */
  readonly sentences: readonly { readonly locator: Locator; readonly line: number | null }[];
  /** Sentences that stand before one that they should follow. */
  readonly misplaced: readonly Misplaced[];
  readonly quotes: readonly QuoteCheck[];
  /** Runs of words that a text shares with the article, too long to go unquoted. */
  readonly overlaps: readonly Overlap[];
  /** Every sentence found, in order, and every quoted phrase in its place. Overlaps prove nothing either way. */
  readonly proven: boolean;
}

/** Holds a source's locators and quoted phrases against `text`, anyone's copy of the article. */
export function verifySource({ source, statements, gaps = [] }: Evidence, text: string): VerifyReport {
  const ours = statements.filter((statement) => statement.source === source.id);
  const found = findSentences(source, text);
  const sentences = Object.keys(source.sentences).map((locator) => {
    const first = found.find((sentence) => sentence.locator === locator);
    return { locator, line: first?.line ?? null };
  });
  const misplaced = inReadingOrder(Object.keys(source.sentences), found);
  const quotes = ours.flatMap((statement) => checkQuotes(statement, source, found));
  const overlaps = findOverlaps([...ours, ...gaps.filter((gap) => gap.source === source.id)], text, source.title);
  const proven =
    sentences.length > 0 &&
    sentences.every(({ line }) => line !== null) &&
    misplaced.length === 0 &&
    quotes.every(({ locator }) => locator !== null);
  return { source, sentences, misplaced, quotes, overlaps, proven };
}

function checkQuotes(statement: Statement, source: Source, found: readonly FoundSentence[]): QuoteCheck[] {
  const stands = (phrase: string, cited: Locator) =>
    (cited === HEADLINE && source.title.includes(phrase)) ||
    found.some((sentence) => sentence.locator === cited && sentence.text.includes(phrase));
  return cutAtQuotes(statement.text.en).flatMap(({ text: phrase, kind }) => {
    if (kind === 'plain') return [];
    // Where a phrase without its closing mark ends is anyone's guess, so it cannot be proven.
    const locator = kind === 'quoted' ? statement.locators.find((cited) => stands(phrase, cited)) : undefined;
    return [{ statement: statement.id, phrase, locator: locator ?? null }];
  });
}
