/** Measures of a ranking, each the expected value over all orders of equal scores. */
import type { Ranked } from './selection-trials.ts';

export interface Measures {
  readonly averagePrecision: number;
  readonly reciprocalRank: number;
  readonly rightAt1: number;
  readonly rightIn5: number;
}

/** `answers` is how many are right in all, ranked or not. */
export function measure({ scores, right }: Ranked, answers: number): Measures {
  let [above, rightAbove, precision, reciprocal] = [0, 0, 0, 0];
  let [missed1, missed5] = [1, 1];
  for (const { size, good } of ties(scores, right)) {
    for (let place = 1; place <= size && good > 0; place += 1) {
      const others = size > 1 ? ((place - 1) * (good - 1)) / (size - 1) : 0;
      precision += ((good / size) * (rightAbove + 1 + others)) / (above + place);
      if (rightAbove === 0) reciprocal += firstAt(place, size, good) / (above + place);
    }
    missed1 *= noneIn(Math.max(0, Math.min(size, 1 - above)), size, good);
    missed5 *= noneIn(Math.max(0, Math.min(size, 5 - above)), size, good);
    above += size;
    rightAbove += good;
  }
  return {
    averagePrecision: precision / answers,
    reciprocalRank: reciprocal,
    rightAt1: 1 - missed1,
    rightIn5: 1 - missed5,
  };
}

/** F1 of answering or abstaining; null for a set without questions. */
export function f1(
  rows: readonly {
    readonly weight: number;
    readonly answerable: boolean;
    readonly answered: boolean;
    readonly right: number;
  }[],
): number {
  let [answered, right, answerable] = [0, 0, 0];
  for (const row of rows) {
    if (row.answerable) answerable += row.weight;
    if (!row.answered) continue;
    answered += row.weight;
    right += row.weight * row.right;
  }
  return right === 0 ? 0 : (2 * right) / (answered + answerable);
}

/** Groups of equal scores, best first. */
function ties(scores: readonly number[], right: readonly boolean[]): { size: number; good: number }[] {
  const groups = new Map<number, { size: number; good: number }>();
  scores.forEach((score, at) => {
    const group = groups.get(score) ?? { size: 0, good: 0 };
    group.size += 1;
    group.good += Number(right[at]);
    groups.set(score, group);
  });
  return [...groups].sort((a, b) => b[0] - a[0]).map(([, group]) => group);
}

/** Probability that none of `good` right ones among `size` stands in the first `places`. */
function noneIn(places: number, size: number, good: number): number {
  let probability = 1;
  for (let at = 0; at < places; at += 1) probability *= Math.max(0, size - good - at) / (size - at);
  return probability;
}

/** Probability that the first right one stands at `place`. */
function firstAt(place: number, size: number, good: number): number {
  return noneIn(place - 1, size, good) - noneIn(place, size, good);
}
