import { readPassage } from './passage.ts';

/** What stands around a sentence in its paragraph. */
export interface Surroundings {
  /** How many sentences stand before it. */
  readonly place: number;
  /** Does the sentence right before have a term? */
  follows(term: string): boolean;
  /** Does any sentence around it have a term? */
  hold(term: string): boolean;
}

/** A sentence by itself. */
export const NOTHING_AROUND: Surroundings = { place: 0, follows: () => false, hold: () => false };

/** What stands around the sentences of one paragraph, each by its place; a sentence is read when it is first looked at. */
export function surroundingsIn(paragraph: readonly string[]): (at: number) => Surroundings {
  const read: ReadonlySet<string>[] = [];
  const has = (at: number, term: string): boolean => {
    const text = paragraph[at];
    if (text === undefined) return false;
    read[at] ??= readPassage(text).terms;
    return read[at].has(term);
  };
  return (at) => ({
    place: at,
    follows: (term) => has(at - 1, term),
    hold: (term) => paragraph.some((_, other) => other !== at && has(other, term)),
  });
}
