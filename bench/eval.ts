/** `npm run eval -- FILE.jsonl ... [--fails] [--split A|B] [--corpus DIR]`: scores question files, by kind. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ContractLine, createBot, openRecord, toContract } from '../src/index.ts';
import { canonical } from '../src/retrieval/text.ts';
import { isUnanswerable, type Question, readQuestions } from './questions.ts';
import { type Figures, figures, type Mark, mark } from './score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fails: { type: 'boolean' }, split: { type: 'string' }, corpus: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error('usage: npm run eval -- FILE.jsonl ... [--fails] [--split A|B] [--corpus DIR]');
  process.exit(2);
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const record = await openRecord({
  directory: values.corpus ?? here('../corpus'),
  cache: [here('./record')],
  everyday: here('./english.txt'),
});
const bot = createBot({ record, onError: (error) => console.error(error) });
const examples = new Set(
  [...record.corpus.statements, ...record.corpus.gaps].flatMap((each) =>
    Object.values(each.examples).flat().map(canonical),
  ),
);

interface Marked {
  readonly question: Question;
  readonly line: ContractLine;
  readonly mark: Mark;
  readonly right: boolean;
}

const all: Marked[] = [];
for (const file of positionals) {
  const questions = readQuestions(file).filter(({ split }) => values.split === undefined || split === values.split);
  const marked: Marked[] = [];
  for (const question of questions) {
    for (const text of question.context ?? []) await bot.respond({ text, conversation: question.id, person: 'eval' });
    const reply = await bot.respond({ text: question.question, conversation: question.id, person: 'eval' });
    const line = toContract(question.id, reply, 5);
    marked.push({ question, line, ...mark(question, line) });
  }
  report(basename(file), marked);
  all.push(...marked);
}
if (positionals.length > 1) report('all files', all);

function report(title: string, marked: readonly Marked[]): void {
  console.log(`\n${title}`);
  const kinds = [...new Set(marked.map(({ question }) => question.kind))];
  console.log(
    `  ${'kind'.padEnd(20)}${['all', 'right', 'wrong', 'abstained'].map((head) => head.padStart(10)).join('')}`,
  );
  for (const kind of kinds) {
    const rows = marked.filter(({ question }) => question.kind === kind);
    const count = (test: (row: Marked) => boolean): string => String(rows.filter(test).length).padStart(10);
    console.log(
      `  ${kind.padEnd(20)}${String(rows.length).padStart(10)}${count((row) => row.right)}${count((row) => row.mark === 'wrong')}${count((row) => row.mark === 'abstained')}`,
    );
  }
  console.log(`  ${summary(figures(marked))}`);
  const known = marked.filter(({ question }) => examples.has(canonical(question.question)));
  if (known.length > 0) {
    const rest = figures(marked.filter((row) => !known.includes(row)));
    console.log(
      `  ${known.length} of them stand among the corpus' examples (${known.map(({ question }) => question.id).join(', ')}); without those:`,
    );
    console.log(`  ${summary(rest)}`);
  }
  if (values.fails) for (const row of marked) if (!row.right) console.log(fail(row));
}

function summary({ answerable, right, unanswerable, abstained, trust }: Figures): string {
  const share = (part: number, whole: number): string =>
    `${part}/${whole} = ${whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`}`;
  return `answerable right ${share(right, answerable)}; others abstained ${share(abstained, unanswerable)}; trust ${(100 * trust).toFixed(1)} %`;
}

function fail({ question, line, mark: got }: Marked): string {
  const gold = isUnanswerable(question) ? 'abstain' : JSON.stringify(question.gold);
  const candidates = (line.candidates ?? []).map(({ statement, score }) => `${statement} ${score}`).join(', ');
  const context = question.context === undefined ? '' : ` (after: ${question.context.join(' / ')})`;
  return [
    `    ${got} ${question.id} ${question.kind}: ${question.question.slice(0, 160)}${context}`,
    `      wanted ${gold}; got ${line.status} ${line.reason ?? ''} ${line.citations.map(({ statement }) => statement).join(' + ')} ${line.gap ?? ''} [${line.score}] ${line.explain.rule}`,
    `      covered ${line.explain.covered.join(', ')}; missing ${line.explain.missing.join(', ')}; candidates ${candidates}`,
  ].join('\n');
}
