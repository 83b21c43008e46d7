import type { Passage } from './passage.ts';
import type { ReadQuestion, Sought } from './question.ts';
import type { Surroundings } from './surroundings.ts';

/** A sentence where it stands. */
export interface Setting {
  readonly passage: Passage;
  /** A headline states news as a sentence does: it stands around those of its text. */
  readonly around: Surroundings;
  /** The title as the subject that the text is about; null for a headline. */
  readonly title: Passage | null;
}

/** Weighted share of all that a question seeks. */
export function share({ sought, total }: ReadQuestion, test: (each: Sought) => boolean): number {
  return weightOf(sought, test) / total;
}

/** Weighted share of some of what it seeks; 0 of nothing. */
export function shareOf(some: readonly Sought[], test: (each: Sought) => boolean): number {
  return weightOf(some, test) / (weightOf(some, () => true) || 1);
}

/** Weight of the heaviest; 0 of nothing. */
export function heaviest(some: readonly Sought[]): number {
  return some.reduce((most, { weight }) => Math.max(most, weight), 0);
}

const HANGUL = /^\p{Script=Hangul}/u;

/**
 * Does a passage hold a word that begins like this one, such as `Russian` for `Russia`? Korean words are told apart by
 * fewer letters, and end in particles.
 */
export function alike({ form }: Sought, { tokens }: Passage): boolean {
  const [least, part] = HANGUL.test(form) ? [2, 0.5] : [4, 0.6];
  if (form.length < least) return false;
  return tokens.some((token) => {
    if (!token.content || token.form.length < least || token.form[0] !== form[0]) return false;
    const same = sharedStart(token.form, form);
    return same >= least && same >= part * Math.max(token.form.length, form.length);
  });
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same += 1;
  return same;
}

function weightOf(some: readonly Sought[], test: (each: Sought) => boolean): number {
  let weight = 0;
  for (const each of some) if (test(each)) weight += each.weight;
  return weight;
}
