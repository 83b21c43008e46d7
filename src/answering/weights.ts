import type { Feature } from '../retrieval/features.ts';

/** How much each class of feature counts against a content word. Set on the development questions; see docs/ANSWERING.md. */
export const CLASS_WEIGHTS = {
  /** Words of grammar: "who did he" against "who did it to him". */
  grammar: 0.25,
  /** What kind of thing is asked for, in units of information. */
  kind: 1.05,
  /** The part an actor plays. */
  part: 0.5,
  /** A word as typed, beside the concept that it was read as. */
  word: 0.3,
} as const;

/**
 * An unknown word counts by how rare it is in everyday English: "anyway" says nothing, "handwritten" asks for
 * something that the record lacks. Rank in the frequency list -> share of the full weight.
 */
const EVERYDAY: readonly (readonly [number, number])[] = [
  [300, 0.15],
  [1000, 0.3],
  [3000, 0.5],
  [8000, 0.8],
];

export interface Weights {
  /** Weight of a content word that stands nowhere in the record and is not an everyday one. */
  readonly rarest: number;
  of(feature: Feature): number;
  /** Weight of a word that stands nowhere in the record. */
  ofUnknown(word: string): number;
}

/**
 * @param frequency number of retrievables with a feature; 0 for one that stands nowhere. @param count of all retrievables.
 * @param rank place of a word in the everyday frequency list, from 0; undefined for a rare one.
 */
export function createWeights(
  frequency: (feature: Feature) => number,
  count: number,
  rank: (word: string) => number | undefined,
): Weights {
  // Inverse document frequency as in BM25 (Robertson and Sparck Jones 1976), smoothed so that it is never negative.
  const rarity = (feature: Feature): number => {
    const found = frequency(feature);
    return Math.log(1 + (count - found + 0.5) / (found + 0.5));
  };
  return {
    rarest: Math.log(1 + (count + 0.5) / 0.5),
    of(feature) {
      switch (feature[0]) {
        case '~':
          return CLASS_WEIGHTS.grammar * rarity(feature);
        case '?':
          return CLASS_WEIGHTS.kind;
        case '^':
          return CLASS_WEIGHTS.part * rarity(feature);
        case '=':
          return CLASS_WEIGHTS.word * rarity(feature);
        default:
          return rarity(feature);
      }
    },
    ofUnknown(word) {
      const place = rank(word.toLowerCase()) ?? Number.POSITIVE_INFINITY;
      const share = EVERYDAY.find(([below]) => place < below)?.[1] ?? 1;
      return share * this.rarest;
    },
  };
}
