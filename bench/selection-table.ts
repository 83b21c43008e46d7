import { f1, type Measures, measure } from './selection-measures.ts';
import type { Ranked, SettingName, Trial } from './selection-trials.ts';

export interface Engine {
  readonly name: string;
  readonly rank: (trial: Trial) => Ranked;
  /** From which strength it answers; `best`: whichever serves each figure best, in hindsight. */
  readonly answerFrom: number | 'best';
}

export interface Row {
  readonly name: string;
  readonly of: (engine: Engine) => number;
}

/** Share of answerable questions among web-search questions to one page. */
const ANSWERABLE = 0.38;
/** How many strengths are tried as the one to answer from. */
const STRENGTHS = 60;

export function tableOf(trials: readonly Trial[], engines: readonly Engine[]): string {
  const rows = rowsOf(trials);
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  return [
    `${''.padEnd(width)}${engines.map(({ name }) => name.padStart(12)).join('')}`,
    ...rows.map(
      ({ name, of }) =>
        `${name.padEnd(width)}${engines.map((engine) => (100 * of(engine)).toFixed(1).padStart(12)).join('')}`,
    ),
  ].join('\n');
}

/** The figures that these trials allow. */
export function rowsOf(trials: readonly Trial[]): Row[] {
  const of = (setting: SettingName): Trial[] => trials.filter((trial) => trial.setting === setting);
  const all = (setting: SettingName): Trial[] => of(setting).filter(({ answers }) => answers > 0);
  const none = of('page').filter(({ answers }) => answers === 0);
  const removed = of('page, answers removed');
  const weight = (all('page').length * (1 - ANSWERABLE)) / ANSWERABLE / removed.length;
  return [
    ...means('page', all('page')),
    ...means('page, bare', all('page, bare')),
    ...(none.length > 0 ? [decided('page: F1', [all('page'), none])] : []),
    ...(removed.length > 0 && none.length === 0
      ? [decided('page, answers removed from 62 %: F1', [all('page'), removed], weight)]
      : []),
    ...means('corpus', all('corpus')),
    ...(of('corpus, no answer').length > 0
      ? [decided('corpus, some not answered: F1', [all('corpus'), of('corpus, no answer')])]
      : []),
    ...(of('corpus, topic absent').length > 0
      ? [decided('corpus, each topic once absent: F1', [all('corpus'), of('corpus, topic absent')])]
      : []),
  ];
}

const MEASURES: readonly (readonly [string, keyof Measures])[] = [
  ['MAP', 'averagePrecision'],
  ['MRR', 'reciprocalRank'],
  ['right at 1', 'rightAt1'],
  ['right in 5', 'rightIn5'],
];

function means(name: string, trials: readonly Trial[]): Row[] {
  if (trials.length === 0) return [];
  return MEASURES.map(([measured, key]) => ({
    name: `${name}: ${measured}`,
    of: ({ rank }) => trials.reduce((sum, trial) => sum + measure(rank(trial), trial.answers)[key], 0) / trials.length,
  }));
}

function decided(name: string, [answerable, not]: readonly [Trial[], Trial[]], weightOfNot = 1): Row {
  return {
    name,
    of: ({ rank, answerFrom }) => {
      const rows = [...answerable, ...not].map((trial) => {
        const ranked = rank(trial);
        const isAnswerable = trial.answers > 0;
        return {
          strength: ranked.scores.length === 0 ? Number.NEGATIVE_INFINITY : ranked.strength,
          weight: isAnswerable ? 1 : weightOfNot,
          answerable: isAnswerable,
          right: isAnswerable ? measure(ranked, trial.answers).rightAt1 : 0,
        };
      });
      const at = (least: number): number =>
        f1(rows.map(({ strength, ...row }) => ({ ...row, answered: strength >= least })));
      if (answerFrom !== 'best') return at(answerFrom);
      const sorted = rows.map(({ strength }) => strength).sort((a, b) => a - b);
      const tried = Array.from(
        { length: STRENGTHS },
        (_, n) => sorted[Math.floor((n * sorted.length) / STRENGTHS)] ?? 0,
      );
      return Math.max(...tried.map(at));
    },
  };
}
