import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorpusError, SetupError } from '../src/index.ts';
import type { Io } from './io.ts';
import { createSink } from './repl/sink.ts';
import { type Command, isCommand, USAGE, UsageError } from './usage.ts';

/** Exit statuses of every command; `ask` adds its own for an answer that is not on record. */
const EXIT = { done: 0, worthRestarting: 1, personMustAct: 2 } as const;

/**
 * Runs one command of the program.
 *
 * @returns the exit status: 0 done, 1 worth restarting (`ask`: not on record), 2 a person must act.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { command, rest } = split(args);
  try {
    if (!isCommand(command)) throw new UsageError('start', `there is no command "${command}"`);
    if (rest[0] === '--version') return print(io, version(io));
    if (asksForHelp(rest)) return print(io, USAGE[command]);
    return await COMMANDS[command](rest, io);
  } catch (error) {
    return report(error, command, io);
  }
}

// Each command is loaded when it is asked for: a question in the terminal waits for no platform.
const COMMANDS: Readonly<Record<Command, (args: readonly string[], io: Io) => Promise<number>>> = {
  start: async (args, io) => (await import('./start.ts')).start(args, io),
  repl: async (args, io) => (await import('./repl/repl.ts')).repl(args, io),
  ask: async (args, io) => (await import('./repl/ask.ts')).ask(args, io),
  doctor: async (args, io) => (await import('./examine.ts')).examine(args, io),
  feedback: async (args, io) => (await import('./examine.ts')).feedback(args, io),
  corpus: async (args, io) => {
    const [{ runCorpusCommand }, { corpusFolder, openFrom }] = await Promise.all([
      import('./repl/corpus.ts'),
      import('./record.ts'),
    ]);
    const open = (directory: string) => openFrom(directory, io);
    return runCorpusCommand(args, { directory: await corpusFolder(io), open, stdout: io.output, stderr: io.errors });
  },
};

/** The first word is the command, unless it is an option of `start`. */
function split(args: readonly string[]): { command: string; rest: readonly string[] } {
  const [first] = args;
  return first === undefined || first.startsWith('-')
    ? { command: 'start', rest: args }
    : { command: first, rest: args.slice(1) };
}

/** What follows `--` is a question, also `--help`. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

function version({ root }: Io): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

async function print({ output }: Io, text: string): Promise<number> {
  await createSink(output).write(`${text}\n`);
  return EXIT.done;
}

/** Says in one place what ended a command, on standard error. */
async function report(error: unknown, command: string, { errors }: Io): Promise<number> {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const text = error instanceof CorpusError ? message : `on-record: ${message}`;
  await createSink(errors).write(`${text}\n`);
  if (error instanceof SetupError) return EXIT.personMustAct;
  // 1 is the status of a question that is not on record: a failure must not look like one.
  return command === 'ask' ? EXIT.personMustAct : EXIT.worthRestarting;
}
