import { cutAtQuotes } from './quotes.ts';
import type { Localised } from './record.ts';

/** A run of words in a text of ours that stands in the article too. */
export interface Overlap {
  /** Id of the statement or gap. */
  readonly id: string;
  /** The run, as our text has it. */
  readonly phrase: string;
  readonly words: number;
}

/** The longest run of the article's words that a text may use without quotation marks. */
export const LONGEST_UNQUOTED_RUN = 8;

/**
 * The runs of more than eight words, outside quotation marks, that a text shares with the article; case and
 * punctuation do not count. The words of the title are free.
 */
export function findOverlaps(
  entries: readonly { readonly id: string; readonly text: Localised }[],
  article: string,
  title: string,
): Overlap[] {
  const words = wordsOf(article);
  const free = ` ${plainWords(wordsOf(title))} `;
  const starts = new Map<string, number[]>();
  for (const [index, { plain }] of words.entries()) starts.set(plain, [...(starts.get(plain) ?? []), index]);
  return entries.flatMap(({ id, text }) =>
    Object.values(text)
      .flatMap(cutAtQuotes)
      .filter(({ kind }) => kind !== 'quoted')
      .flatMap((part) => sharedRuns(wordsOf(part.text), words, starts))
      .filter((run) => !free.includes(` ${plainWords(run)} `))
      .map((run) => ({ id, phrase: run.map(({ text }) => text).join(' '), words: run.length })),
  );
}

interface Word {
  readonly text: string;
  readonly plain: string;
}

/** The longest shared runs, from left to right; a run that lies in a longer one is not told again. */
function sharedRuns(
  ours: readonly Word[],
  theirs: readonly Word[],
  starts: ReadonlyMap<string, readonly number[]>,
): Word[][] {
  const runs: Word[][] = [];
  for (let start = 0; start < ours.length; start += 1) {
    const lengths = (starts.get(ours[start]?.plain ?? '') ?? []).map((other) =>
      commonLength(ours, start, theirs, other),
    );
    const length = Math.max(0, ...lengths);
    if (length <= LONGEST_UNQUOTED_RUN) continue;
    runs.push(ours.slice(start, start + length));
    start += length - 1;
  }
  return runs;
}

function commonLength(ours: readonly Word[], start: number, theirs: readonly Word[], other: number): number {
  let length = 0;
  while (start + length < ours.length && ours[start + length]?.plain === theirs[other + length]?.plain) length += 1;
  return length;
}

/** Words as people count them, so that `Nak-yeon` is one; a dash by itself is none. */
function wordsOf(text: string): Word[] {
  return text
    .split(BETWEEN_WORDS)
    .map((word) => ({ text: word, plain: word.normalize('NFKC').toLowerCase().replace(NOT_A_LETTER, '') }))
    .filter(({ plain }) => plain !== '');
}

function plainWords(words: readonly Word[]): string {
  return words.map(({ plain }) => plain).join(' ');
}

const BETWEEN_WORDS = /[\s\u2014\u2026/]+/u;
const NOT_A_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;
