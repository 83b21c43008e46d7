import { hashSentence } from './hash.ts';
import { paragraphsOf, type Piece } from './pieces.ts';
import type { Locator } from './record.ts';

/** A sentence of the source, found in a text by its hash. */
export interface FoundSentence {
  readonly locator: Locator;
  /** As the hash has it: white space folded, with its final full stop or without. */
  readonly text: string;
  /** Where it stands in the text, in code units. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Every place of a text where a sentence with one of the hashes stands, in the order of the text. Only its hash is
 * known, so each run of neighbouring pieces of a paragraph is tried, with a final full stop and without.
 */
export function findSentences(hashes: Readonly<Record<Locator, string>>, text: string): FoundSentence[] {
  const locators = byHash(hashes);
  const matches: Stretch[] = [];
  for (const pieces of paragraphsOf(text)) {
    for (const run of runsOf(pieces)) {
      const wording = wordingsOf(run.text).find((candidate) => locators.has(hashSentence(candidate)));
      if (wording !== undefined) matches.push({ ...run, text: wording });
    }
  }
  return outermost(matches).flatMap((match) =>
    (locators.get(hashSentence(match.text)) ?? []).map((locator) => ({ locator, ...match, line: lineAt(text, match.start) })),
  );
}

/** Several locators have the same hash where the source repeats a sentence. */
function byHash(hashes: Readonly<Record<Locator, string>>): Map<string, Locator[]> {
  const locators = new Map<string, Locator[]>();
  for (const [locator, hash] of Object.entries(hashes)) locators.set(hash, [...(locators.get(hash) ?? []), locator]);
  return locators;
}

interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function* runsOf(pieces: readonly Piece[]): Generator<Stretch> {
  for (const [index, first] of pieces.entries()) {
    let { text } = first;
    yield first;
    for (let next = index + 1; next < pieces.length && text.length <= LONGEST_SENTENCE; next += 1) {
      const { gap, text: more, end } = pieces[next] as Piece;
      text += gap + more;
      yield { text, start: first.start, end };
    }
  }
}

/** A sentence as it stands, and with its final full stop taken off or put on. */
function wordingsOf(sentence: string): string[] {
  return [sentence, sentence.endsWith('.') ? sentence.slice(0, -1) : `${sentence}.`];
}

/** The matches that lie in no longer one: a sentence that another one contains counts only where it stands by itself. */
function outermost(matches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r]/u).length;
}

/** In code units. A longer sentence is found only where it stands on one line, so that the runs stay few. */
const LONGEST_SENTENCE = 5_000;
