import { hashSentence } from './hash.ts';
import { type Piece, paragraphsOf, wordsOf } from './pieces.ts';
import type { Locator, Source } from './record.ts';
import { plainForm } from './wording.ts';

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
 * Every place of a text where a sentence of the source stands by itself, in the order of the text. Only its hash is
 * known, so each run of neighbouring pieces of a paragraph is tried, with a final full stop and without. Where that
 * leaves a sentence missing, the copy may have lost its line ends, and each run of words is tried: such a run counts
 * where it begins and ends with a piece, with another sentence found, or with the title in any writing.
 */
export function findSentences(
  { sentences, title }: Pick<Source, 'sentences' | 'title'>,
  text: string,
): FoundSentence[] {
  const locators = byHash(sentences);
  const paragraphs = paragraphsOf(text);
  const isSentence = (wording: string) => locators.has(hashSentence(wording));
  const asFound = (matches: readonly Run[]) =>
    matches.flatMap((match) => {
      const named = locators.get(hashSentence(match.text)) ?? [];
      return named.map((locator) => ({ locator, ...match, line: lineAt(text, match.start) }));
    });
  const found = asFound(outermost(matchesOf(paragraphs, isSentence)));
  const missing = Object.keys(sentences).some((locator) => !found.some((sentence) => sentence.locator === locator));
  const words = missing ? paragraphs.map((pieces) => wordsOf(pieces, text)) : [];
  if (!missing || words.flat().length > MOST_WORDS) return found;
  const isTitle = (wording: string) => wording.length < 2 * title.length && plainForm(wording) === plainForm(title);
  const matches = matchesOf(words, (wording) => isSentence(wording) || isTitle(wording));
  return asFound(anchored(outermost(matches), paragraphs.flat(), text));
}

/** The runs of pieces that are a sentence as they stand, or with a final full stop taken off or put on. */
function matchesOf(paragraphs: readonly (readonly Piece[])[], isSentence: (wording: string) => boolean): Run[] {
  return paragraphs.flatMap((pieces) =>
    [...runsOf(pieces)].flatMap((run) => {
      const without = run.text.endsWith('.') ? run.text.slice(0, -1) : `${run.text}.`;
      const wording = [run.text, without].find(isSentence);
      return wording === undefined ? [] : [{ ...run, text: wording }];
    }),
  );
}

/** Several locators have the same hash where the source repeats a sentence. */
function byHash(hashes: Readonly<Record<Locator, string>>): Map<string, Locator[]> {
  const locators = new Map<string, Locator[]>();
  for (const [locator, hash] of Object.entries(hashes)) locators.set(hash, [...(locators.get(hash) ?? []), locator]);
  return locators;
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function* runsOf(pieces: readonly Piece[]): Generator<Run> {
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

/** The matches that lie in no longer one: a sentence that another one contains counts only where it stands by itself. */
function outermost(matches: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Those of which neither end is cut out of a longer sentence. */
function anchored(matches: readonly Run[], pieces: readonly Piece[], text: string): readonly Run[] {
  const starts = new Set(pieces.map(({ start }) => start));
  const ends = new Set(pieces.map(({ end }) => end));
  const meet = (first: Run, second: Run) =>
    first.end <= second.start && text.slice(first.end, second.start).trim() === '';
  const kept = matches.filter(
    (match) =>
      (starts.has(match.start) || matches.some((other) => meet(other, match))) &&
      (ends.has(match.end) || matches.some((other) => meet(match, other))),
  );
  return kept.length === matches.length ? kept : anchored(kept, pieces, text);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r]/u).length;
}

/** In code units. A longer sentence is found only where it stands on one line, so that the runs stay few. */
const LONGEST_SENTENCE = 1_500;
/** Beyond this many, trying each run of words would take many seconds; a news article has some hundreds. */
const MOST_WORDS = 2_000;
