import { IDEAS, product, softmax } from './associations.ts';
import { roundsFor, type Sample } from './fit-associations.ts';
import { randomFrom, shuffled } from './random.ts';

const ROUNDS = 7;
const BATCH = 32;
/** Steps grow smaller from the first of these to the second. */
const RATES = [0.1, 0.03] as const;
const RIDGE = 1e-3;
/** Share of the features that a question is read without, so that no idea hangs on a single word (Srivastava et al. 2014). */
const DROPPED = 0.4;

/** Slopes below this are not worth a step. */
const NEGLIGIBLE = 3e-3;

/**
 * Fits the hidden layer by AdaGrad in small batches: ideas = tanh(sum of the features' rows), score of a retrievable =
 * ideas times its weights plus its bias.
 */
export function fitIdeas(
  samples: readonly Sample[],
  rowCount: number,
  count: number,
): { ideas: Float32Array; output: Float32Array } {
  const random = randomFrom(1);
  const noise = (spread: number) => () => spread * (random() + random() + random() - 1.5) * 2;
  const ideas = Float64Array.from({ length: rowCount * IDEAS }, noise(0.3));
  const output = Float64Array.from({ length: (IDEAS + 1) * count }, noise(0.1)).fill(0, IDEAS * count);
  const ideaSquares = new Float64Array(ideas.length).fill(0.01);
  const outputSquares = new Float64Array(output.length).fill(0.01);
  const ideaSlopes = new Float64Array(ideas.length);
  const outputSlopes = new Float64Array(output.length);
  const hidden = new Float64Array(IDEAS);
  const back = new Float64Array(IDEAS);
  const slopes = new Float64Array(count);
  const touched = new Set<number>();

  const rounds = roundsFor(samples.length, ROUNDS);
  for (let round = 0; round < rounds; round += 1) {
    const rate = RATES[0] + ((RATES[1] - RATES[0]) * round) / Math.max(1, rounds - 1);
    const order = shuffled(samples.length, round);
    for (let from = 0; from < order.length; from += BATCH) {
      for (const at of order.slice(from, from + BATCH)) learn(samples[at] as Sample);
      step(rate);
    }
  }
  return { ideas: Float32Array.from(ideas), output: Float32Array.from(output) };

  /** Adds the slopes of one example. */
  function learn({ rows, values, id }: Sample): void {
    const kept = rows.flatMap((row, place) =>
      random() < DROPPED ? [] : [{ from: row * IDEAS, row, value: (values[place] as number) / (1 - DROPPED) }],
    );
    hidden.fill(0);
    for (const { from, value } of kept) add(hidden, 0, value, ideas, from);
    for (let idea = 0; idea < IDEAS; idea += 1) hidden[idea] = Math.tanh(hidden[idea] as number);
    for (let each = 0; each < count; each += 1)
      slopes[each] = (output[IDEAS * count + each] as number) + product(hidden, output, each * IDEAS);
    softmax(slopes);
    slopes[id] = (slopes[id] as number) - 1;
    back.fill(0);
    for (let each = 0; each < count; each += 1) {
      const slope = slopes[each] as number;
      if (Math.abs(slope) < NEGLIGIBLE) continue;
      add(back, 0, slope, output, each * IDEAS);
      add(outputSlopes, each * IDEAS, slope, hidden, 0);
      outputSlopes[IDEAS * count + each] = (outputSlopes[IDEAS * count + each] as number) + slope;
    }
    for (let idea = 0; idea < IDEAS; idea += 1)
      back[idea] = (back[idea] as number) * (1 - (hidden[idea] as number) ** 2);
    for (const { from, row, value } of kept) {
      touched.add(row);
      add(ideaSlopes, from, value, back, 0);
    }
  }

  /** One step down the slopes of a batch, which are zero afterwards. */
  function step(rate: number): void {
    for (const row of touched)
      descend(ideas, ideaSlopes, ideaSquares, row * IDEAS, (row + 1) * IDEAS, { rate, ridge: 0 });
    touched.clear();
    descend(output, outputSlopes, outputSquares, 0, output.length, { rate, ridge: RIDGE });
  }
}

/** Adds `times` the ideas that stand from `start` on in one list to those from `at` on in another. */
function add(to: Float64Array, at: number, times: number, from: Float64Array, start: number): void {
  for (let idea = 0; idea < IDEAS; idea += 1)
    to[at + idea] = (to[at + idea] as number) + times * (from[start + idea] as number);
}

function descend(
  weights: Float64Array,
  slopes: Float64Array,
  squares: Float64Array,
  from: number,
  to: number,
  { rate, ridge }: { readonly rate: number; readonly ridge: number },
): void {
  for (let at = from; at < to; at += 1) {
    const slope = (slopes[at] as number) + ridge * (weights[at] as number);
    squares[at] = (squares[at] as number) + slope * slope;
    weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number);
    slopes[at] = 0;
  }
}
