/**
 * `npm run fit -- FILE.jsonl ... [--split A] [--write] [--blind FILE.jsonl]`: fits the weights of the decision
 * (src/answering/decision.ts) on question files and prints figures of five-fold cross-validation. `--write` keeps the
 * weights in src/answering/decision-weights.ts. `--blind` prints what each part of the evidence is worth: the weights are
 * fitted again without it and measured on that file. Of the own set only one part is used for fitting, the other is blind.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { placeOf } from '../src/answering/abstention.ts';
import { type Considered, consider, hear, type Shelf, settledBy } from '../src/answering/consider.ts';
import { EVIDENCE, type EvidenceName } from '../src/answering/decision.ts';
import { openShelf } from '../src/answering/open.ts';
import type { Turn } from '../src/answering/turn.ts';
import { type Language, localised } from '../src/corpus/record.ts';
import { languageOf } from '../src/languages/choose.ts';
import { isUnanswerable, type Question, readQuestions } from './questions.ts';

/** One question: the evidence of every candidate, and which of them are right. */
interface Example {
  readonly id: string;
  readonly answerable: boolean;
  readonly candidates: readonly {
    readonly evidence: Float64Array;
    readonly right: boolean;
    readonly place: string | null;
  }[];
}

const ROUNDS = 150;
const RATE = 0.6;
const RIDGE = 0.002;
/** A wrong answer to a question that has none costs more than a missed one. */
const COST_OF_UNANSWERABLE = 1.3;
const FOLDS = 5;
/** The evidence by part. */
const PARTS: Readonly<Record<string, readonly EvidenceName[]>> = {
  nothing: [],
  associations: ['association', 'associationGap', 'associated'],
  coverage: ['coverage', 'textCoverage', 'missing', 'numbersMissing'],
  'actors not named': ['actorsMissing', 'actorsMissingYesNo'],
  'expected kind': [
    'otherKind',
    'judgement',
    'otherCause',
    'otherTime',
    'otherContent',
    'otherPerson',
    'otherPlace',
    'otherManner',
    'yesNoGap',
    'yesNoPremise',
  ],
  'retrieval score': ['retrieval'],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, split: { type: 'string' }, blind: { type: 'string' } },
});
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const options = { directory: here('../corpus'), cache: [here('./record')], everyday: here('./english.txt') };
const shelves: Readonly<Record<Language, Shelf>> = {
  en: await openShelf(options, 'en'),
  ko: await openShelf(options, 'ko'),
  ja: await openShelf(options, 'ja'),
};
const examples = positionals.flatMap((file) => examplesOf(file, values.split));
console.log(
  `${examples.length} questions, ${examples.filter(({ answerable }) => answerable).length} of them answerable`,
);
console.log(
  `reachable: ${examples.filter(({ answerable, candidates }) => answerable && candidates.some(({ right }) => right)).length}`,
);
crossValidate();
const weights = fitWeights(examples);
report(
  'on what it was fitted on',
  examples.map((example) => ({ example, weights })),
);
EVIDENCE.forEach(
  (name, at) => void console.log(`  ${name.padEnd(18)}${(weights[at] as number).toFixed(2).padStart(8)}`),
);
if (values.write) write(weights);
if (values.blind !== undefined) leaveOneOut(examplesOf(values.blind, values.split === 'A' ? 'B' : values.split));

/** `split` is looked at in the own set, whose two parts are kept apart. */
function examplesOf(file: string, split: string | undefined): Example[] {
  return readQuestions(file)
    .filter((question) => question.kind !== 'smalltalk' && !('all' in question.gold))
    .filter((question) => split === undefined || !basename(file).startsWith('own') || question.split === split)
    .map((question) => exampleOf(shelves[languageOf(question.question, {}) ?? 'en'], question));
}

function exampleOf(shelf: Shelf, question: Question): Example {
  let turns: readonly Turn[] = [];
  for (const text of question.context ?? []) {
    const { turn, verdict } = consider(shelf, hear(shelf, text, turns));
    if (!(verdict.kind === 'nothing' && verdict.offTopic)) turns = [...turns, turn];
  }
  const considered: Considered = consider(shelf, hear(shelf, question.question, turns));
  const gold = question.gold as readonly string[];
  const yesNo = considered.understanding.asked.includes('yes-no');
  const answerable = !isUnanswerable(question);
  const candidates = considered.candidates.map(({ id, evidence }) => {
    const told = id === null ? null : yesNo ? (settledBy(shelf, id, considered.candidates) ?? id) : id;
    const statement = told === null ? undefined : shelf.statements[told];
    const place = placeOf(statement) ?? null;
    const fits =
      statement !== undefined &&
      gold.includes(place ?? '') &&
      (question.must_include ?? []).every((pattern) =>
        new RegExp(pattern, 'i').test(localised(statement.text, shelf.language)),
      );
    return { evidence, place, right: answerable ? fits : statement === undefined };
  });
  return { id: question.id, answerable, candidates };
}

/** Softmax over the candidates; the right ones share the likelihood. Full-batch gradient with AdaGrad steps. */
function fitWeights(examples: readonly Example[], leftOut: readonly EvidenceName[] = []): Float64Array {
  const off = leftOut.map((name) => EVIDENCE.indexOf(name));
  const weights = new Float64Array(EVIDENCE.length);
  const squares = new Float64Array(EVIDENCE.length).fill(1e-6);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => -RIDGE * examples.length * weight);
    for (const { candidates, answerable } of examples) {
      const scores = probabilities(candidates, weights);
      const rightSum = candidates.reduce((sum, { right }, at) => sum + (right ? (scores[at] as number) : 0), 0);
      if (rightSum === 0) continue;
      const cost = answerable ? 1 : COST_OF_UNANSWERABLE;
      candidates.forEach(({ evidence, right }, at) => {
        const score = scores[at] as number;
        const push = cost * ((right ? score / rightSum : 0) - score);
        if (Math.abs(push) < 1e-6) return;
        for (let name = 0; name < weights.length; name += 1)
          slope[name] = (slope[name] as number) + push * (evidence[name] as number);
      });
    }
    for (const name of off) slope[name] = 0;
    for (let name = 0; name < weights.length; name += 1) {
      const step = slope[name] as number;
      squares[name] = (squares[name] as number) + step * step;
      weights[name] = (weights[name] as number) + (RATE * step) / Math.sqrt(squares[name] as number);
    }
  }
  return weights;
}

function probabilities(candidates: Example['candidates'], weights: Float64Array): number[] {
  const scores = candidates.map(({ evidence }) =>
    evidence.reduce((sum, value, name) => sum + value * (weights[name] as number), 0),
  );
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, each) => total + each, 0);
  return powers.map((each) => each / sum);
}

function crossValidate(leftOut: readonly EvidenceName[] = [], thresholds?: readonly number[]): void {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(
      examples.filter((_, at) => at % FOLDS !== fold),
      leftOut,
    );
    return examples.filter((_, at) => at % FOLDS === fold).map((example) => ({ example, weights }));
  }).flat();
  report(`${FOLDS}-fold cross-validation`, judged, thresholds);
}

function report(
  title: string,
  judged: readonly { example: Example; weights: Float64Array }[],
  thresholds: readonly number[] = [0.3, 0.4, 0.5, 0.6, 0.7],
): void {
  console.log(title);
  const rows = judged.map(({ example, weights }) => ({ example, ...bestPlace(example, weights) }));
  for (const threshold of thresholds) {
    const answered = rows.filter(({ probability }) => probability >= threshold);
    const right = answered.filter((row) => row.example.answerable && row.right).length;
    const answerable = rows.filter(({ example }) => example.answerable).length;
    const silent = rows.filter(({ example, probability }) => !example.answerable && probability < threshold).length;
    const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
    console.log(
      `  at ${threshold}: answerable right ${share(right, answerable)}, others abstained ${share(silent, rows.length - answerable)}, trust ${share(right, answered.length)}`,
    );
  }
}

function leaveOneOut(blind: readonly Example[]): void {
  console.log(`left out, and measured on ${blind.length} blind questions:`);
  for (const [part, names] of Object.entries(PARTS)) {
    crossValidate(names, [0.5]);
    const weights = fitWeights(examples, names);
    report(
      part,
      blind.map((example) => ({ example, weights })),
      [0.5],
    );
  }
}

function bestPlace({ candidates }: Example, weights: Float64Array): { probability: number; right: boolean } {
  const scores = probabilities(candidates, weights);
  const places = new Map<string, { probability: number; right: boolean; best: number }>();
  candidates.forEach(({ place, right }, at) => {
    if (place === null) return;
    const score = scores[at] as number;
    const held = places.get(place) ?? { probability: 0, right: false, best: -1 };
    places.set(place, {
      probability: held.probability + score,
      ...(score > held.best ? { right, best: score } : { right: held.right, best: held.best }),
    });
  });
  return [...places.values()].sort((a, b) => b.probability - a.probability)[0] ?? { probability: 0, right: false };
}

function write(weights: Float64Array): void {
  const lines = EVIDENCE.map((name, at) => `  ${name}: ${Number((weights[at] as number).toFixed(2))},`);
  const origin = `Fitted by bench/fit.ts on ${examples.length} questions: ${positionals.map((file) => basename(file)).join(', ')}.`;
  const text = `import type { EvidenceName } from './decision.ts';\n\n/** ${origin} */\nexport const DECISION_WEIGHTS: Readonly<Record<EvidenceName, number>> = {\n${lines.join('\n')}\n};\n`;
  writeFileSync(here('../src/answering/decision-weights.ts'), text);
}
