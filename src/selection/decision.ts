import type { Evidence, EvidenceName } from './evidence.ts';
import type { Judged, Ranking } from './selector.ts';
import { DECISION_WEIGHTS, type DecisionWeights } from './weights.ts';

/** Answer with the candidate at a place, or abstain. */
export type Selected =
  | { readonly kind: 'answered'; readonly at: number; readonly probability: number }
  | { readonly kind: 'abstained'; readonly probability: number };

/**
 * From this probability on the best sentence is given. F1 is highest where a third of the wrong answers is risked; who
 * would rather hear nothing than something wrong asks for 0.5.
 */
export const ANSWER_FROM = 0.35;

/** Answers with the best of a ranking, or abstains where it is not likely enough. */
export function decide({ judged, probability }: Ranking, answerFrom = ANSWER_FROM): Selected {
  const best = judged[0];
  if (best === undefined || probability < answerFrom) return { kind: 'abstained', probability };
  return { kind: 'answered', at: best.at, probability };
}

/** What the decision looks at beside the evidence of the best candidate. */
export const CIRCUMSTANCES = ['always', 'share', 'lead of the best', 'terms', 'pool'] as const;
/** The evidence of the best candidate that tells whether it answers, rather than whether it is the best. */
export const DECIDING = [
  'covered',
  'coveredCount',
  'coveredBeyondTitle',
  'coveredAround',
  'coveredSum',
  'unmet',
  'heaviestUnmet',
  'namesUnmet',
  'fresh',
  'density',
  'closePairs',
  'gives',
  'givesFigure',
] as const satisfies readonly EvidenceName[];

export type DecidingName = (typeof CIRCUMSTANCES)[number] | (typeof DECIDING)[number];

/** How likely the best of a ranking answers: a logistic model. 0 where there is nothing to choose from or to look for. */
export function likelihood(
  ranked: readonly Pick<Judged, 'score' | 'evidence'>[],
  terms: number,
  weights: DecisionWeights = DECISION_WEIGHTS,
): number {
  const best = ranked[0];
  if (best === undefined || terms === 0) return 0;
  const scores = ranked.map(({ score }) => score);
  let sum = 0;
  for (const [name, value] of Object.entries(signsOf(best.evidence, scores, terms)))
    sum += weights[name as DecidingName] * value;
  return 1 / (1 + Math.exp(-sum));
}

/** The best is compared with the mean of so many. */
const RIVALS = 10;

/** What the decision weighs, by name. `scores` are those of all candidates, best first. */
export function signsOf(best: Evidence, scores: readonly number[], terms: number): Record<DecidingName, number> {
  const most = scores[0] ?? 0;
  const rivals = scores.slice(0, RIVALS);
  const circumstances: Record<(typeof CIRCUMSTANCES)[number], number> = {
    always: 1,
    share: 1 / scores.reduce((sum, score) => sum + Math.exp(score - most), 0),
    'lead of the best': most - rivals.reduce((sum, score) => sum + score, 0) / rivals.length,
    terms: Math.log(1 + terms),
    // Among few candidates the best one stands out by chance.
    pool: Math.log(1 + scores.length),
  };
  const signs = Object.fromEntries(DECIDING.map((name) => [name, best[name]]));
  return { ...circumstances, ...(signs as Record<(typeof DECIDING)[number], number>) };
}
