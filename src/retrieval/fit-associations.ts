import { type Associations, softmax, type Vector, vectorOf } from './associations.ts';
import { type FeatureTable, numberIn } from './feature-table.ts';
import { type Feature, isIndexed } from './features.ts';
import { fitIdeas } from './fit-ideas.ts';
import { shuffled } from './random.ts';

/** An example question to fit on: its features, and the place of the retrievable that it belongs to. */
export interface Labelled {
  readonly features: readonly Feature[];
  readonly id: number;
}

/** The same, as the models see it. */
export type Sample = Vector & { readonly id: number };

/** Of many examples, a feature must stand in so many to be weighed; of few, every content word counts. */
export function leastExamples(count: number): number {
  return count < MANY ? 1 : LEAST_STANDS;
}

const LEAST_STANDS = 3;

/** From so many examples on a word that stands once or twice is no loss. */
const MANY = 2000;
/** From so many examples on there is enough to learn from in few rounds; fewer are gone through more often. */
const PLENTY = 12_000;
const ROUNDS = 5;
const MOST_ROUNDS = 80;

/** How often so many samples are gone through, where `rounds` are enough for plenty. */
export function roundsFor(samples: number, rounds: number): number {
  return Math.min(MOST_ROUNDS, Math.max(rounds, Math.round((rounds * PLENTY) / Math.max(1, samples))));
}

const RATE = 0.5;
const RIDGE = 1e-4;
/** Gradients below this are not worth a step. */
const NEGLIGIBLE = 2e-3;

/** Fits both models. The same examples give the same associations, on any machine. */
export function fitAssociations(examples: readonly Labelled[], table: FeatureTable, count: number): Associations {
  const stands = new Map<Feature, number>();
  for (const { features } of examples)
    for (const feature of features) stands.set(feature, (stands.get(feature) ?? 0) + 1);
  const least = leastExamples(examples.length);
  const rows = new Int32Array(table.hashes.length).fill(-1);
  let rowCount = 0;
  for (const [feature, times] of stands) {
    if (times < (isIndexed(feature) ? least : LEAST_STANDS)) continue;
    rows[numberIn(table, feature)] = rowCount;
    rowCount += 1;
  }
  const rowOf = (feature: Feature): number => rows[numberIn(table, feature)] ?? -1;
  const samples = examples.map(({ features, id }) => ({
    ...vectorOf(
      features.map((feature) => [feature, 1] as const),
      rowOf,
    ),
    id,
  }));
  const linear = quantised(fitLinear(samples, rowCount, count));
  const { ideas, output } = fitIdeas(samples, rowCount, count);
  const packed = quantised(ideas);
  return {
    count,
    rows,
    linear: linear.bytes,
    linearStep: linear.step,
    ideas: packed.bytes,
    ideasStep: packed.step,
    output,
  };
}

/** Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), one example at a time. */
function fitLinear(samples: readonly Sample[], rowCount: number, count: number): Float32Array {
  const weights = new Float32Array(rowCount * count);
  const squares = new Float32Array(rowCount * count).fill(0.01);
  const slopes = new Float64Array(count);
  const active = new Int32Array(count);
  for (let round = 0; round < roundsFor(samples.length, ROUNDS); round += 1) {
    for (const at of shuffled(samples.length, round)) {
      const { rows, values, id } = samples[at] as Sample;
      predict(rows, values);
      slopes[id] = (slopes[id] as number) - 1;
      let steps = 0;
      for (let each = 0; each < count; each += 1)
        if (Math.abs(slopes[each] as number) > NEGLIGIBLE) active[steps++] = each;
      for (let place = 0; place < rows.length; place += 1)
        learnLinear(steps, (rows[place] as number) * count, values[place] as number);
    }
  }
  return weights;

  /** Leaves the probabilities in `slopes`. */
  function predict(rows: readonly number[], values: readonly number[]): void {
    slopes.fill(0);
    for (let place = 0; place < rows.length; place += 1) {
      const value = values[place] as number;
      const offset = (rows[place] as number) * count;
      for (let id = 0; id < count; id += 1)
        slopes[id] = (slopes[id] as number) + value * (weights[offset + id] as number);
    }
    softmax(slopes);
  }

  function learnLinear(steps: number, offset: number, value: number): void {
    for (let step = 0; step < steps; step += 1) {
      const id = active[step] as number;
      const at = offset + id;
      const slope = (slopes[id] as number) * value + RIDGE * (weights[at] as number);
      squares[at] = (squares[at] as number) + slope * slope;
      weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(squares[at] as number);
    }
  }
}

function quantised(weights: Float32Array): { step: number; bytes: Int8Array } {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = most === 0 ? 1 : most / 127;
  return { step, bytes: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}
