import { readArguments } from '../arguments.ts';
import type { Io } from '../io.ts';
import { openFrom } from '../record.ts';
import { UsageError } from '../usage.ts';
import { createDesk } from './desk.ts';
import { languageOption, terminalLanguage } from './language.ts';
import { readLines } from './lines.ts';
import { createSink } from './sink.ts';
import { chooseView } from './view.ts';

/** Exit statuses: in a batch only whether the run itself went well counts. */
const STATUS = { answered: 0, abstained: 1, failed: 2 } as const;

/**
 * Answers the question on the command line, or each line of standard input.
 *
 * @returns the exit status: 0 answered or small talk, 1 not on record, 2 the command line needs mending.
 */
export async function ask(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments('ask', { args, options: OPTIONS, questions: true });
  const candidates = countOf(values.candidates, values.json === true);
  const setting = languageOption('ask', values.lang);
  const question = positionals.length === 0 ? null : positionals.join(' ');
  if (question === null && io.input.isTTY === true) throw new UsageError('ask', 'there is no question');
  const record = await openFrom(values.corpus, io);
  const locale = setting === 'auto' ? terminalLanguage(io.environment) : setting;
  const desk = createDesk({ record, candidates, errors: io.errors, locale });
  const output = createSink(io.output);
  if (question !== null) {
    const { reply, line } = await desk.answer({ id: null, question, history: [], documents: null });
    await output.write(values.json ? `${JSON.stringify(line)}\n` : `${(await chooseView(io)).reply(reply)}\n`);
    return line.status === 'failed' ? STATUS.failed : line.status === 'abstained' ? STATUS.abstained : STATUS.answered;
  }
  const answers = values.json ? desk.answerLines(readLines(io.input)) : desk.answerPlain(readLines(io.input));
  // Stops reading as soon as nobody reads the answers.
  for await (const text of answers) if (!(await output.write(text))) break;
  return STATUS.answered;
}

const OPTIONS = {
  json: { type: 'boolean' },
  candidates: { type: 'string' },
  corpus: { type: 'string' },
  lang: { type: 'string' },
} as const;

function countOf(text: string | undefined, json: boolean): number | undefined {
  if (text === undefined) return undefined;
  if (!json) throw new UsageError('ask', '--candidates needs --json');
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new UsageError('ask', `--candidates is a number from 1 to 9999, not "${text}"`);
  return Number(text);
}
