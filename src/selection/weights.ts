import type { DecidingName } from './decision.ts';
import type { EvidenceName } from './evidence.ts';

export type RankingWeights = Readonly<Partial<Record<EvidenceName, number>>>;
export type DecisionWeights = Readonly<Record<DecidingName, number>>;

/** For the score of a sentence. Fitted by bench/fit-selection.ts on selqa-dev.json, squad2-part.json. */
export const RANKING_WEIGHTS: RankingWeights = {
  covered: -2.572,
  coveredAsWritten: 2.928,
  coveredSum: 0.825,
  grammar: 1.466,
  closePairs: 1.838,
  focus: 0.607,
  last: 0.364,
  lead: 1.769,
  coveredBeyondTitle: 4.462,
  coveredBefore: 3.793,
  titleShare: 5.243,
  startsWithTitle: -0.422,
  pronoun: 0.491,
  place: -0.487,
  unmet: -4.304,
  namesUnmet: -2.578,
  gives: 0.555,
  givesFigure: 2.772,
  givesNear: 0.753,
  defines: 0.937,
  definitionOpens: 0.733,
  fresh: -0.588,
};

/** For whether the best one answers. Fitted by bench/fit-selection.ts on selqa-dev.json, squad2-part.json. */
export const DECISION_WEIGHTS: DecisionWeights = {
  always: -2.935,
  share: 2.145,
  'lead of the best': 0.154,
  terms: 1.453,
  covered: 3.181,
  coveredCount: -0.643,
  coveredBeyondTitle: 1.197,
  coveredAround: -1.952,
  coveredSum: -0.23,
  unmet: -3.285,
  heaviestUnmet: 1.161,
  namesUnmet: -2.037,
  fresh: -0.739,
  density: -1.971,
  closePairs: -0.076,
  gives: 0.118,
  givesFigure: 0.015,
};
