import { type FeatureTable, numberIn } from './feature-table.ts';
import type { Feature } from './features.ts';

/**
 * How much each feature of a question speaks for each retrievable, learnt from the example questions alone by two
 * models whose probabilities are averaged: a linear one (multinomial logistic regression), which knows single features
 * well, and a small hidden layer (features -> ideas -> retrievables), which knows what features have in common.
 */
export interface Associations {
  /** Number of retrievables. */
  readonly count: number;
  /** Row of each feature by its number; -1 for one too rare to be weighed. */
  readonly rows: Int32Array;
  /** Row by row, a byte for each retrievable; a weight is its byte times `linearStep`. */
  readonly linear: Int8Array;
  readonly linearStep: number;
  /** Row by row, a byte for each idea; a weight is its byte times `ideasStep`. */
  readonly ideas: Int8Array;
  readonly ideasStep: number;
  /** Retrievable by retrievable, a weight for each idea; behind them the bias of each retrievable. */
  readonly output: Float32Array;
}

/** Log-probability of each retrievable, by place, given the features of a question, each with its share (1 as typed). */
export type Judge = (features: Iterable<readonly [Feature, number]>) => Float64Array;

/** How many ideas the hidden layer has. */
export const IDEAS = 96;
/** A retrievable that the linear model finds so much less likely than the best (in log-probability) is left to that model. */
const FAR = 9;
/** What a feature counts by its class (its first character); content terms count 1. Set by cross-validation. */
const CLASS_VALUES: Readonly<Record<string, number>> = { '=': 0.5, '&': 0.5, '~': 0.5, '^': 0.8, '>': 0.7, '%': 0.4 };
/** Length that the features of one question are scaled to, so that a long question does not shout. */
const LENGTH = 3;

export function createJudge(table: FeatureTable, associations: Associations): Judge {
  const { count, rows, linear, linearStep, ideas, ideasStep, output } = associations;
  const rowOf = (feature: Feature): number => rows[numberIn(table, feature)] ?? -1;
  const hidden = new Float64Array(IDEAS);
  const others = new Float64Array(count);
  return (asked) => {
    const question = vectorOf(asked, rowOf);
    const scores = new Float64Array(count);
    addRows(scores, linear, question, linearStep);
    hidden.fill(0);
    addRows(hidden, ideas, question, ideasStep);
    for (let idea = 0; idea < IDEAS; idea += 1) hidden[idea] = Math.tanh(hidden[idea] as number);
    others.fill(Number.NEGATIVE_INFINITY);
    for (const id of nearOf(scores))
      others[id] = (output[IDEAS * count + id] as number) + product(hidden, output, id * IDEAS);
    softmax(scores);
    softmax(others);
    for (let id = 0; id < count; id += 1) scores[id] = Math.log(((scores[id] as number) + (others[id] as number)) / 2);
    return scores;
  };
}

/** Places of the scores that are not far below the best. */
function nearOf(scores: Float64Array): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (let id = 0; id < scores.length; id += 1) if ((scores[id] as number) > most) most = scores[id] as number;
  const near: number[] = [];
  for (let id = 0; id < scores.length; id += 1) if ((scores[id] as number) >= most - FAR) near.push(id);
  return near;
}

/** Adds the rows of a question, each times its value and `step`. The innermost loop of every question: kept plain. */
function addRows(sums: Float64Array, weights: Int8Array, { rows, values }: Vector, step: number): void {
  const length = sums.length;
  for (let place = 0; place < rows.length; place += 1) {
    const start = (rows[place] as number) * length;
    const factor = (values[place] as number) * step;
    for (let at = 0; at < length; at += 1) sums[at] = (sums[at] as number) + factor * (weights[start + at] as number);
  }
}

/**
 * Levels of the ideas times the weights that stand from `start` on. Four sums at once: each addition would else wait for
 * the one before it. `IDEAS` is a multiple of four.
 */
export function product(levels: Float64Array, weights: Float64Array | Float32Array, start: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let idea = 0; idea < IDEAS; idea += 4) {
    const at = start + idea;
    a += (levels[idea] as number) * (weights[at] as number);
    b += (levels[idea + 1] as number) * (weights[at + 1] as number);
    c += (levels[idea + 2] as number) * (weights[at + 2] as number);
    d += (levels[idea + 3] as number) * (weights[at + 3] as number);
  }
  return a + b + (c + d);
}

/** Scores to probabilities, in place. */
export function softmax(scores: Float64Array | Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] as number) > most) most = scores[at] as number;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - most);
    sum += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
}

/** A question as the models see it: rows of its features, and what each counts. */
export interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** Unknown features (row -1) count for the length only: they make the rest speak more softly. */
export function vectorOf(features: Iterable<readonly [Feature, number]>, rowOf: (feature: Feature) => number): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [feature, share] of features) {
    const value = share * (CLASS_VALUES[feature[0] ?? ''] ?? 1);
    square += value * value;
    const row = rowOf(feature);
    if (row < 0) continue;
    rows.push(row);
    values.push(value);
  }
  const scale = square === 0 ? 0 : LENGTH / Math.sqrt(square);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) * scale;
  return { rows, values };
}
