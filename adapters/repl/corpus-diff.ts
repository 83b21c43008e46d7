import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { createBot, type OpenRecord, type Reply, SetupError } from '../../src/index.ts';
import { UsageError } from '../usage.ts';
import { changeReport } from './change-report.ts';
import { type InputLine, readLines } from './lines.ts';
import { createSink } from './sink.ts';

/** A question with the earlier ones of its conversation, oldest first. */
export interface Asked {
  readonly question: string;
  readonly context: readonly string[];
}

/** A question that two corpora answer differently. */
export interface Change extends Asked {
  readonly old: Said;
  readonly new: Said;
}

/** What a corpus says to a question, as far as a change of it matters. */
export interface Said {
  readonly status: Reply['kind'];
  /** Why there is no answer; null where there is one. */
  readonly reason: string | null;
  /** `source locator` of all that is cited, in order; of an abstention what is near. */
  readonly places: readonly string[];
  /** What is said, without the references. */
  readonly text: string;
}

/**
 * `diff OLD NEW --questions FILE`: tells which questions two corpora answer differently.
 *
 * @param open opens the corpus of a folder.
 * @returns the exit status: 0 nothing changes, 1 something does.
 * @throws SetupError where an argument, a corpus or the file of questions needs mending.
 */
export async function runDiff(
  args: readonly string[],
  { open, stdout }: { open: (folder: string) => Promise<OpenRecord>; stdout: Writable },
): Promise<number> {
  const { folders, file, json } = readArguments(args);
  const asked = await readQuestions(file);
  const [before, after] = await Promise.all(folders.map(open));
  const changes = await compare(before as OpenRecord, after as OpenRecord, asked);
  const lines = json ? changes.map((change) => JSON.stringify(change)) : changeReport(changes, asked.length);
  await createSink(stdout).write(lines.map((line) => `${line}\n`).join(''));
  return changes.length === 0 ? 0 : 1;
}

async function compare(before: OpenRecord, after: OpenRecord, asked: readonly Asked[]): Promise<Change[]> {
  const [sayBefore, sayAfter] = [sayer(before), sayer(after)];
  const changes: Change[] = [];
  for (const each of asked) {
    const change = { ...each, old: await sayBefore(each), new: await sayAfter(each) };
    if (JSON.stringify(change.old) !== JSON.stringify(change.new)) changes.push(change);
  }
  return changes;
}

function sayer(record: OpenRecord): (asked: Asked) => Promise<Said> {
  const bot = createBot({ record });
  const respond = (text: string) => bot.respond({ text, conversation: 'diff', person: 'diff' });
  return async ({ question, context }) => {
    bot.forget('diff');
    for (const text of context) await respond(text);
    const { kind, answer, lead, lines, note } = await respond(question);
    const cited = answer?.kind === 'answered' ? answer.citations : (answer?.related ?? []);
    return {
      status: kind,
      reason: answer?.kind === 'abstained' ? answer.reason : null,
      places: cited.map(({ source, locator }) => `${source.id} ${locator}`),
      text: [lead, ...lines.map((line) => line.text), note].filter((part) => part !== null).join('\n'),
    };
  };
}

async function readQuestions(file: string): Promise<Asked[]> {
  const asked: Asked[] = [];
  try {
    for await (const line of readLines(createReadStream(file)))
      if (line.text.trim() !== '') asked.push(readQuestion(line, file));
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`${file}: cannot be read (${reason}); name a file of questions, one a line`, { cause });
  }
  if (asked.length === 0) throw new SetupError(`${file}: holds no question; write one a line`);
  return asked;
}

/** A line that begins with a brace is JSON; any other is the question itself. */
function readQuestion({ text, number, damage }: InputLine, file: string): Asked {
  const fault = (problem: string) => new SetupError(`${file}:${number}: ${problem}`);
  if (damage !== null) throw fault(damage === 'cut' ? 'the line is far too long' : 'the line is not UTF-8');
  if (!text.trimStart().startsWith('{')) return { question: text.trim(), context: [] };
  let value: { readonly question?: unknown; readonly context?: unknown };
  try {
    value = JSON.parse(text);
  } catch {
    throw fault('the line begins with a brace and is not JSON');
  }
  const { question, context = [] } = value;
  if (typeof question !== 'string') throw fault('"question" is missing, or is not a string');
  if (!Array.isArray(context) || !context.every((each) => typeof each === 'string'))
    throw fault('"context" is not a list of strings');
  return { question, context };
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  if (positionals.length !== 2 || positionals.includes(''))
    throw new UsageError('corpus', 'diff compares two corpus folders: diff OLD NEW --questions FILE');
  if (!values.questions) throw new UsageError('corpus', 'diff needs --questions FILE, a question a line');
  return { folders: positionals, file: values.questions, json: values.json === true };
}

function parsed(args: readonly string[]) {
  const options = { questions: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError('corpus', error instanceof Error ? error.message : String(error));
  }
}
