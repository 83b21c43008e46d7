import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Io } from '../../adapters/io.ts';
import { run } from '../../adapters/program.ts';
import { BRIDGE, emptyFolder } from './program.ts';

export interface ScreenOptions {
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder of the history. */
  readonly state?: string;
}

/** A person at a terminal: keys in, screen out. The program itself runs in this process, on streams. */
export interface Screen {
  /** Sends keys and waits until the program has come to rest. */
  type(keys: string): Promise<void>;
  /** Everything that was printed since the last call, as it was sent. */
  raw(): string;
  /** The same without colours and cursor movements. */
  text(): string;
  /** Folder of the history. */
  readonly state: string;
  readonly signals: EventEmitter;
  /** The exit status, once the person has left. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
}

/** Everything is printed when nothing came for this long, in milliseconds, and no file is being read or written. */
const REST = 10;
const isAtFiles = () => process.getActiveResourcesInfo().some((resource) => resource.startsWith('FSReq'));

export async function openScreen({
  columns = 80,
  environment = {},
  state = emptyFolder(),
}: ScreenOptions = {}): Promise<Screen> {
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const paper = Object.assign(new PassThrough(), { isTTY: true, columns });
  const signals = new EventEmitter();
  let printed = '';
  paper.on('data', (data) => {
    printed += data;
  });
  const io: Io = {
    input: keys,
    output: paper,
    errors: paper,
    signals,
    environment: { XDG_STATE_HOME: state, TERM: 'xterm-256color', ...environment },
    root: '.',
  };
  let over = false;
  const ended = run(['repl', '--corpus', BRIDGE], io).finally(() => {
    over = true;
  });
  const rest = async (): Promise<void> => {
    let before = -1;
    while (before !== printed.length || isAtFiles()) {
      before = printed.length;
      await wait(REST);
    }
  };
  while (!printed.includes('> ') && !over) await wait(5);
  await rest();
  const take = (): string => {
    const all = printed;
    printed = '';
    return all;
  };
  return {
    async type(text) {
      keys.write(text);
      await rest();
    },
    raw: take,
    text: () => stripVTControlCharacters(take()),
    state,
    signals,
    ended,
    hasEnded: () => over,
  };
}

export const KEY = {
  enter: '\r',
  tab: '\t',
  up: '\u001b[A',
  left: '\u001b[D',
  controlC: '\u0003',
  controlD: '\u0004',
} as const;

/** What a terminal sends when text is pasted. */
export function paste(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}
