/**
 * `npm run eval:selection -- FILE...`: picks answering sentences from sets of questions, or abstains, beside plain
 * MiniSearch and BM25 in the same run (both on the same terms: stems, stop words left out). Prints the shipped weights,
 * and weights fitted in five folds by article, each measured on the fold that it was not fitted on.
 */
import { parseArgs } from 'node:util';
import { ANSWER_FROM } from '../src/selection/decision.ts';
import { readSelectionSet } from './selection-data.ts';
import { fitWeights, judge } from './selection-fit.ts';
import { type Engine, tableOf } from './selection-table.ts';
import { FOLDS, type Ranked, type Trial, trialsOf } from './selection-trials.ts';

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) {
  console.error('usage: npm run eval:selection -- FILE.json ...');
  process.exit(2);
}

const trials = positionals.flatMap((file) => trialsOf(readSelectionSet(file)));
/** With fewer articles than folds too little would be left to fit on. */
const foldable = new Set(trials.map(({ fold }) => fold)).size === FOLDS;
const crossValidated = new Map(
  Array.from({ length: foldable ? FOLDS : 0 }, (_, fold) => fold).flatMap((fold) => {
    const fitted = fitWeights(trials.filter((trial) => trial.fold !== fold));
    return trials.filter((trial) => trial.fold === fold).map((trial) => [trial, judge(trial, fitted)] as const);
  }),
);

const fromFold = (trial: Trial): Ranked => crossValidated.get(trial) ?? trial.shipped;
const engines: Engine[] = [
  { name: 'shipped', rank: (trial) => trial.shipped, answerFrom: ANSWER_FROM },
  ...(foldable
    ? [
        { name: 'cross-val.', rank: fromFold, answerFrom: ANSWER_FROM },
        { name: 'c.-v. best', rank: fromFold, answerFrom: 'best' as const },
      ]
    : []),
  { name: 'MiniSearch', rank: (trial) => trial.minisearch, answerFrom: 'best' },
  { name: 'BM25', rank: (trial) => trial.bm25, answerFrom: 'best' },
];

for (const set of new Set(trials.map((trial: Trial) => trial.set))) {
  console.log(`\n${set}`);
  console.log(
    tableOf(
      trials.filter((trial) => trial.set === set),
      engines,
    ),
  );
}
console.log(
  `\nMAP and MRR over questions that the set answers. F1 counts an answer as right if its sentence is; ours answers from a probability of ${ANSWER_FROM}, all others (c.-v. best: cross-validated) from what serves each figure best in hindsight.`,
);
