import type { Gap, Kind, Statement } from '../corpus/record.ts';
import { DECISION_WEIGHTS } from './decision-weights.ts';
import type { Reading } from './reader.ts';

/** What speaks for or against one candidate: a value for each name of `EVIDENCE`, in that order. */
export type Evidence = Float64Array;

export const EVIDENCE = [
  'retrieval',
  'coverage',
  'textCoverage',
  'missing',
  'numbersMissing',
  'actorsMissing',
  'actorsMissingYesNo',
  'isGap',
  'isPremise',
  'isOpinion',
  'otherKind',
  'judgement',
  'yesNoGap',
  'yesNoPremise',
  'spokenOf',
  'association',
  'associationGap',
  'associated',
  'otherCause',
  'otherTime',
  'otherContent',
  'otherPerson',
  'otherPlace',
  'otherManner',
  'nothing',
  'nothingUnknown',
  'nothingFewTerms',
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];

const AT = Object.fromEntries(EVIDENCE.map((name, at) => [name, at])) as Readonly<Record<EvidenceName, number>>;

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
export function weigh(readings: readonly Reading[], circumstances: Circumstances): Candidate[] {
  const all: Pick<Candidate, 'id' | 'reading' | 'evidence'>[] = readings.map((reading) => ({
    id: reading.id,
    reading,
    evidence: evidenceOf(reading, circumstances),
  }));
  all.push({ id: null, reading: null, evidence: nothing(circumstances) });
  const scores = all.map(({ evidence }) => Math.exp(scoreOf(evidence)));
  const sum = scores.reduce((total, each) => total + each, 0);
  return all
    .map((each, at) => ({ ...each, probability: (scores[at] as number) / sum }))
    .sort((a, b) => b.probability - a.probability);
}

const WEIGHTS = Float64Array.from(EVIDENCE, (name) => DECISION_WEIGHTS[name]);

function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (let at = 0; at < evidence.length; at += 1) score += (evidence[at] as number) * (WEIGHTS[at] as number);
  return score;
}

function evidenceOf(reading: Reading, { asked, associations, retrievable, spokenOf }: Circumstances): Evidence {
  const evidence = new Float64Array(EVIDENCE.length);
  const set = (name: EvidenceName, value: number | boolean): void => {
    evidence[AT[name]] = Number(value);
  };
  const found = retrievable(reading.id);
  const yesNo = asked.includes('yes-no');
  const said = Math.max(FLOOR, associations[reading.id] ?? FLOOR);
  for (const name of READ) set(name, reading[name]);
  set('association', said / 3);
  set('associated', Math.exp(said));
  set('spokenOf', spokenOf(reading.id));
  if ('nearest' in found) {
    const premise = found.reason === 'false-premise';
    set('isGap', true);
    set('isPremise', premise);
    set('isOpinion', found.reason === 'opinion');
    set('associationGap', said / 3);
    set('yesNoGap', yesNo);
    set('yesNoPremise', yesNo && premise);
    return evidence;
  }
  set('judgement', asked.includes('judgement'));
  set('actorsMissing', reading.actorsMissing);
  set('actorsMissingYesNo', yesNo ? reading.actorsMissing : 0);
  const facts = asked.filter((kind) => kind !== 'judgement');
  if (facts.length > 0 && !facts.some((kind) => found.kinds.includes(kind))) {
    // The statement cannot give what is asked for: how much that counts depends on what it is.
    set('otherKind', true);
    for (const kind of facts) if (OTHERS[kind] !== undefined) set(OTHERS[kind], true);
  }
  return evidence;
}

function nothing({ unknown, terms }: Circumstances): Evidence {
  const evidence = new Float64Array(EVIDENCE.length);
  evidence[AT.nothing] = 1;
  evidence[AT.nothingUnknown] = unknown;
  evidence[AT.nothingFewTerms] = Number(terms < 2);
  return evidence;
}

/** What is taken from the reading as it is. */
const READ = ['retrieval', 'coverage', 'textCoverage', 'missing', 'numbersMissing'] as const;

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
