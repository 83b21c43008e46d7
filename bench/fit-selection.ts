/**
 * `npm run fit:selection -- FILE... [--write] [--parts]`: fits the weights of the selection (src/selection) on sets of
 * questions. `--write` keeps them in src/selection/weights.ts; `--parts` prints what each part of the evidence is worth,
 * by leaving it out in five-fold cross-validation by article.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ANSWER_FROM } from '../src/selection/decision.ts';
import type { EvidenceName } from '../src/selection/evidence.ts';
import { readSelectionSet } from './selection-data.ts';
import { type Fitted, fitWeights, judge } from './selection-fit.ts';
import { rowsOf } from './selection-table.ts';
import { FOLDS, trialsOf } from './selection-trials.ts';

const PARTS: Readonly<Record<string, readonly EvidenceName[]>> = {
  nothing: [],
  'words as written': ['coveredAsWritten'],
  'words of grammar': ['grammar'],
  'nearness of words': ['closePairs'],
  'question term at the start': ['lead', 'startsWithTitle'],
  'focus and last word': ['focus', 'last'],
  title: ['coveredBeyondTitle', 'titleShare', 'startsWithTitle'],
  'sentence before': ['coveredBefore', 'pronoun'],
  place: ['place'],
  'terms found nowhere': ['unmet', 'heaviestUnmet'],
  'names found nowhere': ['namesUnmet'],
  'kind of answer': ['gives', 'givesFigure', 'givesNear', 'defines', 'definitionOpens'],
  'new words': ['fresh', 'density'],
};
/** What the parts are measured by. */
const SHOWN = /^(page: MAP|page, bare: MAP|corpus: right at 1|.*F1)$/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, parts: { type: 'boolean' } },
});
if (positionals.length === 0) {
  console.error('usage: npm run fit:selection -- FILE.json ... [--write] [--parts]');
  process.exit(2);
}
const trials = positionals.flatMap((file) => trialsOf(readSelectionSet(file)));
if (values.parts) leaveOneOut();
const fitted = fitWeights(trials);
const text = moduleOf(fitted);
if (values.write) writeFileSync(fileURLToPath(new URL('../src/selection/weights.ts', import.meta.url)), text);
else console.log(text);

function leaveOneOut(): void {
  for (const [part, names] of Object.entries(PARTS)) {
    const judged = new Map(
      Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
        const weights = fitWeights(
          trials.filter((trial) => trial.fold !== fold),
          names,
        );
        return trials.filter((trial) => trial.fold === fold).map((trial) => [trial, judge(trial, weights)] as const);
      }),
    );
    const engine = {
      name: part,
      rank: (trial: (typeof trials)[number]) => judged.get(trial) ?? trial.shipped,
      answerFrom: ANSWER_FROM,
    };
    console.log(`without ${part}`);
    for (const set of new Set(trials.map((trial) => trial.set))) {
      const rows = rowsOf(trials.filter((trial) => trial.set === set)).filter(({ name }) => SHOWN.test(name));
      console.log(`  ${set}: ${rows.map(({ name, of }) => `${name} ${(100 * of(engine)).toFixed(1)}`).join('; ')}`);
    }
  }
}

function moduleOf({ ranking, decision }: Fitted): string {
  const lines = (weights: object): string =>
    Object.entries(weights)
      .map(([name, weight]) => `  ${/\W/.test(name) ? `'${name}'` : name}: ${Number((weight as number).toFixed(3))},`)
      .join('\n');
  const origin = `Fitted by bench/fit-selection.ts on ${positionals.map((file) => basename(file)).join(', ')}.`;
  return `import type { DecidingName } from './decision.ts';
import type { EvidenceName } from './evidence.ts';

export type RankingWeights = Readonly<Partial<Record<EvidenceName, number>>>;
export type DecisionWeights = Readonly<Record<DecidingName, number>>;

/** For the score of a sentence. ${origin} */
export const RANKING_WEIGHTS: RankingWeights = {
${lines(ranking)}
};

/** For whether the best one answers. ${origin} */
export const DECISION_WEIGHTS: DecisionWeights = {
${lines(decision)}
};
`;
}
