/** Fits the weights of ranking and of the decision. */
import { CIRCUMSTANCES, DECIDING, type DecidingName, likelihood, signsOf } from '../src/selection/decision.ts';
import { EVIDENCE, type Evidence, type EvidenceName } from '../src/selection/evidence.ts';
import type { DecisionWeights, RankingWeights } from '../src/selection/weights.ts';
import { minimise } from './minimise.ts';
import { type Ranked, SETTINGS, type Trial } from './selection-trials.ts';

export interface Fitted {
  readonly ranking: RankingWeights;
  readonly decision: DecisionWeights;
}

/** Evidence that tells whether the best candidate answers, and adds nothing to the ranking of candidates. */
const ONLY_DECIDING: readonly EvidenceName[] = ['coveredCount', 'coveredAround', 'heaviestUnmet', 'density'];
export const RANKING: readonly EvidenceName[] = EVIDENCE.filter((name) => !ONLY_DECIDING.includes(name));
const DECISION: readonly DecidingName[] = [...CIRCUMSTANCES, ...DECIDING];
/** How strongly weights are held near zero, in units of one question. */
const RIDGE_RANKING = 3;
const RIDGE_DECISION = 2;

export function fitWeights(trials: readonly Trial[], leftOut: readonly EvidenceName[] = []): Fitted {
  const ranking = fitRanking(
    trials,
    RANKING.filter((name) => !leftOut.includes(name)),
  );
  return {
    ranking,
    decision: fitDecision(
      trials,
      ranking,
      DECISION.filter((name) => !leftOut.includes(name as EvidenceName)),
    ),
  };
}

/** A trial under fitted weights. */
export function judge(trial: Trial, { ranking, decision }: Fitted): Ranked {
  const order = rank(trial, ranking);
  const scores = order.map(({ score }) => score);
  const best = order[0];
  const evidence = evidenceAt(trial, best?.at ?? 0);
  return {
    scores,
    right: order.map(({ at }) => trial.right[at] ?? false),
    strength: likelihood(
      scores.map((score) => ({ score, evidence })),
      trial.terms,
      decision,
    ),
  };
}

/** Softmax over the candidates of a question; the right ones share the likelihood. */
function fitRanking(trials: readonly Trial[], names: readonly EvidenceName[]): RankingWeights {
  const size = names.length;
  const used = trials.filter(({ setting, right }) => SETTINGS[setting].trains > 0 && right.includes(true));
  const { table, spread } = tabulate(used, names);
  const found = minimise((weights, slope) => {
    let loss = ridge(weights, slope, RIDGE_RANKING);
    let start = 0;
    for (const { right, setting } of used) {
      const cost = SETTINGS[setting].trains;
      const powers = new Float64Array(right.length);
      for (let at = 0; at < right.length; at += 1)
        for (let name = 0, cell = start + at * size; name < size; name += 1, cell += 1)
          powers[at] = (powers[at] as number) + (table[cell] as number) * (weights[name] as number);
      const most = powers.reduce((highest, each) => Math.max(highest, each), Number.NEGATIVE_INFINITY);
      let [all, good] = [0, 1e-300];
      for (let at = 0; at < right.length; at += 1) {
        const power = Math.exp((powers[at] as number) - most);
        powers[at] = power;
        all += power;
        if (right[at]) good += power;
      }
      loss -= cost * Math.log(good / all);
      for (let at = 0; at < right.length; at += 1) {
        const power = powers[at] as number;
        const push = cost * (power / all - (right[at] ? power / good : 0));
        for (let name = 0, cell = start + at * size; name < size; name += 1, cell += 1)
          slope[name] = (slope[name] as number) + push * (table[cell] as number);
      }
      start += right.length * size;
    }
    return loss;
  }, size);
  return Object.fromEntries(names.map((name, at) => [name, (found[at] as number) / (spread[at] as number)]));
}

/** The named evidence of all candidates of all trials, row after row, each column in units of its own spread. */
function tabulate(trials: readonly Trial[], names: readonly EvidenceName[]): { table: Float64Array; spread: number[] } {
  const size = names.length;
  const table = new Float64Array(trials.reduce((sum, { right }) => sum + right.length, 0) * size);
  let cell = 0;
  for (const { rows, right } of trials)
    for (let at = 0; at < right.length; at += 1)
      for (const name of names) {
        table[cell] = rows[at * EVIDENCE.length + COLUMN[name]] as number;
        cell += 1;
      }
  const spread = names.map((_, column) => deviation(table.filter((_, at) => at % size === column)) || 1);
  for (let at = 0; at < table.length; at += 1) table[at] = (table[at] as number) / (spread[at % size] as number);
  return { table, spread };
}

/** Logistic regression: is the best candidate right? */
function fitDecision(
  trials: readonly Trial[],
  ranking: RankingWeights,
  names: readonly DecidingName[],
): DecisionWeights {
  const rows = trials.flatMap((trial) => {
    const cost = SETTINGS[trial.setting].decides;
    const order = rank(trial, ranking);
    const [best] = order;
    if (cost === 0 || best === undefined || trial.terms === 0) return [];
    const scores = order.map(({ score }) => score);
    const signs = signsOf(evidenceAt(trial, best.at), scores, trial.terms);
    return [{ cost, right: Number(trial.right[best.at]), signs: names.map((name) => signs[name]) }];
  });
  const spread = names.map((_, name) => deviation(Float64Array.from(rows, ({ signs }) => signs[name] as number)) || 1);
  const found = minimise((weights, slope) => {
    let loss = ridge(weights, slope, RIDGE_DECISION, names.indexOf('always'));
    for (const { cost, right, signs } of rows) {
      const sum = signs.reduce(
        (total, sign, at) => total + (sign / (spread[at] as number)) * (weights[at] as number),
        0,
      );
      loss += cost * (Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - right * sum);
      const push = cost * (1 / (1 + Math.exp(-sum)) - right);
      signs.forEach((sign, at) => {
        slope[at] = (slope[at] as number) + (push * sign) / (spread[at] as number);
      });
    }
    return loss;
  }, names.length);
  const weightOf = (name: DecidingName): number => {
    const at = names.indexOf(name);
    return at === -1 ? 0 : (found[at] as number) / (spread[at] as number);
  };
  return Object.fromEntries(DECISION.map((name) => [name, weightOf(name)])) as DecisionWeights;
}

const COLUMN = Object.fromEntries(EVIDENCE.map((name, column) => [name, column])) as Readonly<
  Record<EvidenceName, number>
>;

function rank({ rows, right }: Trial, ranking: RankingWeights): { at: number; score: number }[] {
  const weights = EVIDENCE.map((name) => ranking[name] ?? 0);
  return right
    .map((_, at) => ({
      at,
      score: weights.reduce((sum, weight, column) => sum + weight * (rows[at * EVIDENCE.length + column] as number), 0),
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

function evidenceAt({ rows }: Trial, at: number): Evidence {
  const row = rows.subarray(at * EVIDENCE.length);
  return Object.fromEntries(EVIDENCE.map((name, column) => [name, row[column]])) as Evidence;
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / (values.length || 1);
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length || 1));
}

/** Adds the cost of large weights; the one at `free` costs nothing. */
function ridge(weights: Float64Array, slope: Float64Array, strength: number, free = -1): number {
  let loss = 0;
  weights.forEach((weight, at) => {
    slope[at] = at === free ? 0 : strength * weight;
    if (at !== free) loss += (strength * weight ** 2) / 2;
  });
  return loss;
}
