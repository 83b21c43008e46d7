import type { DecidingName } from './decision.ts';
import type { EvidenceName } from './evidence.ts';

export type RankingWeights = Readonly<Partial<Record<EvidenceName, number>>>;
export type DecisionWeights = Readonly<Record<DecidingName, number>>;

/** For the score of a sentence. Fitted by bench/fit-selection.ts on selqa-dev.json, squad2-part.json. */
export const RANKING_WEIGHTS: RankingWeights = {
  covered: -2.478,
  coveredAsWritten: 2.973,
  coveredSum: 0.831,
  grammar: 1.468,
  closePairs: 1.804,
  focus: 0.614,
  last: 0.361,
  lead: 1.735,
  coveredBeyondTitle: 4.291,
  coveredBefore: 3.757,
  titleShare: 5.163,
  startsWithTitle: -0.436,
  pronoun: 0.498,
  place: -0.489,
  unmet: -4.353,
  namesUnmet: -2.573,
  gives: 0.559,
  givesFigure: 2.843,
  givesNear: 0.764,
  defines: 0.936,
  definitionOpens: 0.619,
  fresh: -0.595,
};

/** For whether the best one answers. Fitted by bench/fit-selection.ts on selqa-dev.json, squad2-part.json. */
export const DECISION_WEIGHTS: DecisionWeights = {
  always: -3.451,
  share: 2.468,
  'lead of the best': 0.126,
  terms: 1.355,
  pool: 0.273,
  covered: 3.167,
  coveredCount: -0.778,
  coveredBeyondTitle: 1.233,
  coveredAround: -2.16,
  coveredSum: -0.2,
  unmet: -3.335,
  heaviestUnmet: 1.036,
  namesUnmet: -2.037,
  fresh: -0.777,
  density: -2.059,
  closePairs: -0.08,
  gives: 0.145,
  givesFigure: -0.007,
};
