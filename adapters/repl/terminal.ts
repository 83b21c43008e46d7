import { createInterface, type Interface } from 'node:readline';
import type { Language, OpenRecord } from '../../src/index.ts';
import type { Io } from '../io.ts';
import { platformWording } from '../wording/languages.ts';
import { type Block, quiet, text } from './blocks.ts';
import { questionsIn } from './commands.ts';
import { createCompleter } from './completion.ts';
import { HISTORY_LINES, openHistory } from './history.ts';
import { createPasteFilter, type Keyboard, PASTE } from './paste.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

export interface TerminalOptions {
  readonly session: Session;
  readonly record: OpenRecord;
  readonly io: Io;
  readonly view: View;
}

const PROMPT = '> ';
const ENDING_SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/** Talks with a person at a terminal. Resolves when they leave, or when the program is told to end. */
export async function runTerminal({ session, record, io, view }: TerminalOptions): Promise<void> {
  const { input, output, signals, environment } = io;
  const history = openHistory(environment);
  const keyboard = createPasteFilter(input);
  const editor = createInterface({
    input: keyboard,
    output,
    terminal: true,
    prompt: PROMPT,
    completer: (line: string) => createCompleter(questionsIn(record, session.language()))(line),
    history: [...history.lines].reverse(),
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
  });
  let open = true;
  const closed = new Promise<void>((resolve) => editor.once('close', resolve)).then(() => {
    open = false;
  });
  const leave = (): void => editor.close();
  const show = (shown: string): void => void output.write(`${shown}\n`);
  const setPasteMode = (on: boolean): void => {
    if (environment.TERM !== 'dumb') output.write(on ? PASTE.on : PASTE.off);
  };

  let left = false;
  const hear = async (line: string): Promise<void> => {
    if (left) return;
    if (line.trim() !== '') {
      history.add(line);
      const said = await session.hear(line);
      left = said.kind === 'leave';
      if (said.kind === 'leave') return leave();
      show(`\n${said.kind === 'reply' ? view.reply(said.reply) : view.list(said.blocks)}\n`);
    }
    if (open) editor.prompt();
  };
  // Lines that arrive together are answered one after the other, also when the input has ended by then.
  let turn: Promise<void> = Promise.resolve();
  editor.on('line', (line) => {
    turn = turn.then(() => hear(line));
  });
  leaveOnSecondInterrupt({
    editor,
    keyboard,
    leave,
    tell: () => show(`\n${platformWording(session.language()).repl.leaveHint}`),
  });
  // Back from the background: the shell has taken the terminal's modes away.
  editor.on('SIGCONT', () => {
    setPasteMode(true);
    editor.prompt(true);
  });
  for (const signal of ENDING_SIGNALS) signals.once(signal, leave);
  output.once('error', leave);
  input.once('error', leave);

  setPasteMode(true);
  show(view.list(greeting(record, session.language(), history.problem)));
  editor.prompt();
  await closed;
  await turn;
  for (const signal of ENDING_SIGNALS) signals.off(signal, leave);
  setPasteMode(false);
  if (!left) show('');
  history.close();
  keyboard.release();
}

interface Interrupts {
  readonly editor: Interface;
  readonly keyboard: Keyboard;
  leave(): void;
  /** That it leaves. */
  tell(): void;
}

/** The first Ctrl-C clears the line, the second leaves; any other key in between begins anew. */
function leaveOnSecondInterrupt({ editor, keyboard, leave, tell }: Interrupts): void {
  let interrupted = false;
  keyboard.on('keypress', (_, key?: { ctrl?: boolean; name?: string }) => {
    if (!(key?.ctrl === true && key.name === 'c')) interrupted = false;
  });
  editor.on('SIGINT', () => {
    if (interrupted) return leave();
    interrupted = true;
    // Control-E, Control-U: to the end of the line, and away with all before it.
    editor.write(null, { ctrl: true, name: 'e' });
    editor.write(null, { ctrl: true, name: 'u' });
    tell();
    editor.prompt();
  });
}

function greeting({ corpus }: OpenRecord, language: Language, problem: string | null): Block[] {
  const { repl } = platformWording(language);
  const titles = corpus.sources.map(({ title }) => title).join('; ');
  return [text(repl.greeting(titles)), quiet(repl.start), ...(problem === null ? [] : [quiet(repl.notKept(problem))])];
}
