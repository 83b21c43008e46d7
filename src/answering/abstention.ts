import type { Kind } from '../corpus/record.ts';
import type { Reading } from './reader.ts';

/** How a reading is scored: the likeness to example questions first, then what is covered. Fitted; see docs/ANSWERING.md. */
export const SCORE = { nearest: 1, three: 0.5, coverage: 0.3, retrieval: 0.3, kept: 0.15 } as const;

/** Every threshold of the decision to answer. */
export const THRESHOLDS = {
  /** Below this score nothing on record is near enough. */
  least: 0.95,
  /** A statement must cover this share of the question's terms. */
  coverage: 0.6,
} as const;

/** A reading with its score. */
export interface Ranked extends Reading {
  readonly score: number;
}

/** @param kept ids of what the conversation was about: worth a little more when a question leans on it. */
export function rank(readings: readonly Reading[], kept: ReadonlySet<number>): Ranked[] {
  return readings
    .map((reading) => ({
      ...reading,
      score:
        SCORE.nearest * reading.nearest +
        SCORE.three * reading.three +
        SCORE.coverage * reading.coverage +
        SCORE.retrieval * reading.retrieval +
        (kept.has(reading.id) ? SCORE.kept : 0),
    }))
    .sort((a, b) => b.score - a.score);
}

/** What is decided of one question or part of a question. */
export type Verdict =
  | { readonly kind: 'statement'; readonly id: number; readonly confidence: number; readonly rule: string }
  | { readonly kind: 'gap'; readonly id: number; readonly confidence: number; readonly rule: string }
  | { readonly kind: 'nothing'; readonly confidence: number; readonly rule: string; readonly offTopic: boolean };

/** What the decision looks at beside the ranking. */
export interface Evidence {
  readonly asked: readonly Kind[];
  /** How many retrievables are statements: ids below are statements, the rest gaps. */
  readonly statements: number;
  /** Weight of the heaviest term that the best statement's terms lack, over the weight of a rare word. */
  readonly heaviestMissing: number;
}

export function decide(ranked: readonly Ranked[], { statements, heaviestMissing }: Evidence): Verdict {
  const best = ranked[0];
  if (best === undefined) return { kind: 'nothing', confidence: 0, rule: 'no word of the question is on record', offTopic: true };
  const confidence = Math.max(0, Math.min(1, best.score / 2.1));
  if (best.score < THRESHOLDS.least || best.coverage < THRESHOLDS.coverage) {
    return { kind: 'nothing', confidence, rule: 'too little of the question is on record', offTopic: best.coverage < 0.45 };
  }
  if (best.id >= statements) return { kind: 'gap', id: best.id, confidence, rule: 'the question is nearest to one that the record leaves open' };
  if (heaviestMissing >= 0.95) return { kind: 'nothing', confidence, rule: 'a telling word of the question is not on record', offTopic: false };
  return { kind: 'statement', id: best.id, confidence, rule: 'the question is nearest to one that the record answers' };
}
