import type { Gap, Kind, Statement } from '../corpus/record.ts';
import { DECISION_WEIGHTS } from './decision-weights.ts';
import type { Reading } from './reader.ts';

/** What speaks for or against one candidate, by name; a missing name counts as 0. */
export type Evidence = Readonly<Partial<Record<EvidenceName, number>>>;

export const EVIDENCE = [
  'nearest', 'nearestSquared', 'three', 'retrieval', 'coverage', 'exampleCoverage', 'textCoverage', 'missing', 'numbersMissing', 'actorsMissing', 'actorsMissingYesNo',
  'isGap', 'isPremise', 'isOpinion', 'gapNearest', 'otherKind', 'yesNoGap', 'yesNoPremise', 'spokenOf',
  'association', 'associationGap', 'associated', 'otherCause', 'otherTime', 'otherContent', 'otherPerson', 'otherPlace', 'otherManner',
  'nothing', 'nothingUnknown', 'nothingFewTerms',
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];

/** A candidate of the decision: a statement, a gap, or `null`: nothing on record. */
export interface Candidate {
  readonly id: number | null;
  readonly evidence: Evidence;
  /** Probability that this is what the question is about; over all candidates of a question they add up to 1. */
  readonly probability: number;
  readonly reading: Reading | null;
}

/** What the decision knows of the question and the record, beside the readings. */
export interface Circumstances {
  readonly asked: readonly Kind[];
  /** Weighted share of the question's terms that stand nowhere in the record. */
  readonly unknown: number;
  /** How many content terms the question has. */
  readonly terms: number;
  /** Log-probability of each retrievable by its words alone. */
  readonly associations: Float64Array;
  readonly retrievable: (id: number) => Statement | Gap;
  /** Was it spoken of in the turn that this question leans on? */
  readonly spokenOf: (id: number) => boolean;
}

/**
 * Weighs all candidates against one another and against nothing: a log-linear model (softmax over weighted evidence).
 * Best first. The weights are fitted; see `bench/fit.ts` and docs/ANSWERING.md.
 */
export function weigh(readings: readonly Reading[], circumstances: Circumstances, weights: Readonly<Record<EvidenceName, number>> = DECISION_WEIGHTS): Candidate[] {
  const all = [...readings.map((reading) => ({ id: reading.id, reading, evidence: evidenceOf(reading, circumstances) })), { id: null, reading: null, evidence: nothing(circumstances) }];
  const scores = all.map(({ evidence }) => Math.exp(scoreOf(evidence, weights)));
  const sum = scores.reduce((total, each) => total + each, 0);
  return all.map((each, at) => ({ ...each, probability: (scores[at] as number) / sum })).sort((a, b) => b.probability - a.probability);
}

export function scoreOf(evidence: Evidence, weights: Readonly<Record<EvidenceName, number>>): number {
  let score = 0;
  for (const [name, value] of Object.entries(evidence)) score += value * weights[name as EvidenceName];
  return score;
}

export function evidenceOf(reading: Reading, { asked, associations, retrievable, spokenOf }: Circumstances): Evidence {
  const { nearest, three, retrieval, coverage, exampleCoverage, textCoverage, missing, numbersMissing, actorsMissing } = reading;
  const found = retrievable(reading.id);
  const gap = 'nearest' in found ? found : null;
  const yesNo = asked.includes('yes-no') ? 1 : 0;
  const other = 'kinds' in found && asked.length > 0 && !asked.some((kind) => found.kinds.includes(kind));
  const read = { nearest, nearestSquared: nearest * nearest, three, retrieval, coverage, exampleCoverage, textCoverage, missing, numbersMissing };
  const said = Math.max(FLOOR, associations[reading.id] ?? FLOOR);
  const talk = {
    association: said / 3,
    associated: Math.exp(said),
    ...(other ? otherOf(asked) : {}),
    otherKind: other ? 1 : 0, spokenOf: spokenOf(reading.id) ? 1 : 0 };
  if (gap === null) return { ...read, ...talk, actorsMissing, actorsMissingYesNo: yesNo * actorsMissing };
  const premise = gap.reason === 'false-premise' ? 1 : 0;
  return { ...read, ...talk, isGap: 1, associationGap: said / 3, isPremise: premise, isOpinion: gap.reason === 'opinion' ? 1 : 0, gapNearest: nearest, yesNoGap: yesNo, yesNoPremise: yesNo * premise };
}

/** Log-probabilities below this are all the same: not meant. */
const FLOOR = -9;

const OTHERS: Readonly<Partial<Record<Kind, EvidenceName>>> = {
  cause: 'otherCause',
  time: 'otherTime',
  date: 'otherTime',
  content: 'otherContent',
  person: 'otherPerson',
  place: 'otherPlace',
  manner: 'otherManner',
};

/** The statement cannot give what is asked for: how much that counts depends on what it is. */
function otherOf(asked: readonly Kind[]): Evidence {
  return Object.fromEntries(asked.flatMap((kind) => (OTHERS[kind] === undefined ? [] : [[OTHERS[kind], 1]])));
}

export function nothing({ unknown, terms }: Circumstances): Evidence {
  return { nothing: 1, nothingUnknown: unknown, nothingFewTerms: terms < 2 ? 1 : 0 };
}
