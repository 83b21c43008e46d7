import type { Feature } from './features.ts';

/**
 * How much each feature of a question speaks for each retrievable: a multinomial logistic regression (one linear
 * score for each retrievable, softmax over them), fitted on the example questions alone.
 */
export interface Associations {
  /** Features that are weighed, by row. */
  readonly features: readonly Feature[];
  /** Number of retrievables: the length of a row. */
  readonly count: number;
  /** A weight is its byte times this. */
  readonly step: number;
  /** Row by row. */
  readonly bytes: Int8Array;
}

/** An example question to fit on: its features, and the place of the retrievable that it belongs to. */
export interface Labelled {
  readonly features: readonly Feature[];
  readonly id: number;
}

/** Log-probability of each retrievable, by place, given the features of a question, each with its share (1 as typed). */
export type Judge = (features: Iterable<readonly [Feature, number]>) => Float64Array;

/** What a feature counts by its class (its first character); content terms count 1. Set by cross-validation. */
const CLASS_VALUES: Readonly<Record<string, number>> = { '=': 0.5, '&': 0.5, '~': 0.5, '^': 0.8, '>': 0.7 };
/** Length that the features of one question are scaled to, so that a long question does not shout. */
const LENGTH = 3;
/** A feature must stand in this many examples to be weighed. */
const LEAST_EXAMPLES = 3;
const ROUNDS = 8;
const RATE = 0.5;
const RIDGE = 1e-4;
/** Gradients below this are not worth a step. */
const NEGLIGIBLE = 3e-4;

export function createJudge({ features, count, step, bytes: weights }: Associations): Judge {
  const rows = new Map(features.map((feature, row) => [feature, row]));
  return (asked) => {
    const scores = new Float64Array(count);
    const { numbers, values } = vectorOf(asked, rows);
    for (let at = 0; at < numbers.length; at += 1) {
      const value = (values[at] as number) * step;
      const offset = (numbers[at] as number) * count;
      for (let id = 0; id < count; id += 1)
        scores[id] = (scores[id] as number) + value * (weights[offset + id] as number);
    }
    let most = Number.NEGATIVE_INFINITY;
    for (const score of scores) if (score > most) most = score;
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - most);
    const all = most + Math.log(sum);
    for (let id = 0; id < count; id += 1) scores[id] = (scores[id] as number) - all;
    return scores;
  };
}

/** Fits the associations by AdaGrad (Duchi, Hazan and Singer 2011), one example at a time, in an order that is always the same. */
export function fitAssociations(examples: readonly Labelled[], count: number): Associations {
  const stands = new Map<Feature, number>();
  for (const { features } of examples)
    for (const feature of features) stands.set(feature, (stands.get(feature) ?? 0) + 1);
  const features = [...stands].filter(([, times]) => times >= LEAST_EXAMPLES).map(([feature]) => feature);
  const rows = new Map(features.map((feature, row) => [feature, row]));
  const vectors = examples.map(({ features, id }) => ({
    ...vectorOf(
      features.map((feature) => [feature, 1] as const),
      rows,
    ),
    id,
  }));
  const weights = new Float32Array(features.length * count);
  const squares = new Float32Array(features.length * count).fill(0.01);
  const slopes = new Float64Array(count);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const at of shuffled(vectors.length, round)) {
      const { numbers, values, id } = vectors[at] as (typeof vectors)[number];
      predict(numbers, values);
      slopes[id] = (slopes[id] as number) - 1;
      const active = [...slopes.keys()].filter((each) => Math.abs(slopes[each] as number) > NEGLIGIBLE);
      for (let place = 0; place < numbers.length; place += 1)
        learn(active, (numbers[place] as number) * count, values[place] as number);
    }
  }
  return { features, count, ...packed(weights) };

  /** Leaves the probabilities in `slopes`. */
  function predict(numbers: readonly number[], values: readonly number[]): void {
    slopes.fill(0);
    for (let place = 0; place < numbers.length; place += 1) {
      const value = values[place] as number;
      const offset = (numbers[place] as number) * count;
      for (let id = 0; id < count; id += 1)
        slopes[id] = (slopes[id] as number) + value * (weights[offset + id] as number);
    }
    let most = Number.NEGATIVE_INFINITY;
    for (const slope of slopes) if (slope > most) most = slope;
    let sum = 0;
    for (let id = 0; id < count; id += 1) {
      slopes[id] = Math.exp((slopes[id] as number) - most);
      sum += slopes[id] as number;
    }
    for (let id = 0; id < count; id += 1) slopes[id] = (slopes[id] as number) / sum;
  }

  function learn(active: readonly number[], offset: number, value: number): void {
    for (const id of active) {
      const slope = (slopes[id] as number) * value;
      const at = offset + id;
      const ridged = slope + RIDGE * (weights[at] as number);
      squares[at] = (squares[at] as number) + ridged * ridged;
      weights[at] = (weights[at] as number) - (RATE * ridged) / Math.sqrt(squares[at] as number);
    }
  }
}

/** Unknown features count for the length only: they make the rest speak more softly. */
function vectorOf(
  features: Iterable<readonly [Feature, number]>,
  rows: ReadonlyMap<Feature, number>,
): { numbers: number[]; values: number[] } {
  const numbers: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [feature, share] of features) {
    const value = share * (CLASS_VALUES[feature[0] ?? ''] ?? 1);
    square += value * value;
    const row = rows.get(feature);
    if (row === undefined) continue;
    numbers.push(row);
    values.push(value);
  }
  const scale = square === 0 ? 0 : LENGTH / Math.sqrt(square);
  return { numbers, values: values.map((value) => value * scale) };
}

/** 0 to `length` - 1 in an order that depends on `seed` alone (Fisher-Yates over a linear congruential generator). */
function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  let state = seed + 7;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const other = state % (at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

function packed(weights: Float32Array): Pick<Associations, 'step' | 'bytes'> {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = most === 0 ? 1 : most / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) bytes[at] = Math.round((weights[at] as number) / step);
  return { step, bytes };
}
