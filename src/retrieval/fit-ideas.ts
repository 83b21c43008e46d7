import { IDEAS, softmax } from './associations.ts';
import { roundsFor, type Sample } from './fit-associations.ts';
import { randomFrom, shuffled } from './random.ts';

const ROUNDS = 10;
const BATCH = 32;
/** Steps grow smaller from the first of these to the second. */
const RATES = [0.1, 0.03] as const;
const RIDGE = 1e-3;
/** Share of the features that a question is read without, so that no idea hangs on a single word (Srivastava et al. 2014). */
const DROPPED = 0.3;
/** Slopes below this are not worth a step. */
const NEGLIGIBLE = 1e-3;

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
  const ideas = Float32Array.from({ length: rowCount * IDEAS }, noise(0.3));
  const output = Float32Array.from({ length: (IDEAS + 1) * count }, noise(0.1)).fill(0, IDEAS * count);
  const ideaSquares = new Float32Array(ideas.length).fill(0.01);
  const outputSquares = new Float32Array(output.length).fill(0.01);
  const ideaSlopes = new Float32Array(ideas.length);
  const outputSlopes = new Float32Array(output.length);
  const hidden = new Float64Array(IDEAS);
  const back = new Float64Array(IDEAS);
  const slopes = new Float64Array(count);
  const touched = new Set<number>();
  const active = new Int32Array(count);

  const rounds = roundsFor(samples.length, ROUNDS);
  for (let round = 0; round < rounds; round += 1) {
    const rate = RATES[0] + ((RATES[1] - RATES[0]) * round) / Math.max(1, rounds - 1);
    const order = shuffled(samples.length, round);
    for (let from = 0; from < order.length; from += BATCH) {
      for (const at of order.slice(from, from + BATCH)) learn(samples[at] as Sample);
      step(rate);
    }
  }
  return { ideas, output };

  /** Adds the slopes of one example. */
  function learn({ rows, values, id }: Sample): void {
    const kept = rows.map(() => random() >= DROPPED);
    hidden.fill(0);
    rows.forEach((row, place) => {
      if (!kept[place]) return;
      const value = (values[place] as number) / (1 - DROPPED);
      for (let idea = 0; idea < IDEAS; idea += 1)
        hidden[idea] = (hidden[idea] as number) + value * (ideas[row * IDEAS + idea] as number);
    });
    for (let each = 0; each < count; each += 1) slopes[each] = output[IDEAS * count + each] as number;
    for (let idea = 0; idea < IDEAS; idea += 1) {
      const level = Math.tanh(hidden[idea] as number);
      hidden[idea] = level;
      const offset = idea * count;
      for (let each = 0; each < count; each += 1)
        slopes[each] = (slopes[each] as number) + level * (output[offset + each] as number);
    }
    softmax(slopes);
    slopes[id] = (slopes[id] as number) - 1;
    let steps = 0;
    for (let each = 0; each < count; each += 1)
      if (Math.abs(slopes[each] as number) > NEGLIGIBLE) active[steps++] = each;
    for (let idea = 0; idea < IDEAS; idea += 1) {
      const level = hidden[idea] as number;
      const offset = idea * count;
      let sum = 0;
      for (let step = 0; step < steps; step += 1) {
        const each = active[step] as number;
        const slope = slopes[each] as number;
        sum += slope * (output[offset + each] as number);
        outputSlopes[offset + each] = (outputSlopes[offset + each] as number) + slope * level;
      }
      back[idea] = sum * (1 - level * level);
    }
    for (let step = 0; step < steps; step += 1) {
      const at = IDEAS * count + (active[step] as number);
      outputSlopes[at] = (outputSlopes[at] as number) + (slopes[active[step] as number] as number);
    }
    rows.forEach((row, place) => {
      if (!kept[place]) return;
      touched.add(row);
      const value = (values[place] as number) / (1 - DROPPED);
      for (let idea = 0; idea < IDEAS; idea += 1) {
        const at = row * IDEAS + idea;
        ideaSlopes[at] = (ideaSlopes[at] as number) + value * (back[idea] as number);
      }
    });
  }

  /** One step down the slopes of a batch, which are zero afterwards. */
  function step(rate: number): void {
    for (const row of touched)
      descend(ideas, ideaSlopes, ideaSquares, row * IDEAS, (row + 1) * IDEAS, { rate, ridge: 0 });
    touched.clear();
    descend(output, outputSlopes, outputSquares, 0, output.length, { rate, ridge: RIDGE });
  }
}

function descend(
  weights: Float32Array,
  slopes: Float32Array,
  squares: Float32Array,
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
