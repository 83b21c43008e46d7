import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Environment } from '../../src/settings.ts';

/** Lines that are kept from run to run. */
export const HISTORY_LINES = 1000;

/** What was typed in earlier runs, in a file that only its owner can read. */
export interface History {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** Why nothing is kept, as the system tells it; null where all is well. */
  readonly problem: string | null;
  /** Keeps a line. Never throws: a history that cannot be kept is no reason to stop. */
  add(line: string): void;
  /** Shortens the file to the last lines. */
  close(): void;
}

/** The history in `$XDG_STATE_HOME/on-record/history`; an empty one with `REPL_HISTORY=off`. */
export function openHistory(environment: Environment): History {
  if (environment.REPL_HISTORY?.trim().toLowerCase() === 'off') return NONE;
  const path = historyPath(environment);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    appendFileSync(path, '', { mode: OWNER });
    chmodSync(path, OWNER);
    const lines = shorten(path);
    return {
      lines,
      problem: null,
      add: (line) => attempt(() => appendFileSync(path, `${line.replace(/[\r\n]+/g, ' ').trim()}\n`, { mode: OWNER })),
      close: () => attempt(() => shorten(path)),
    };
  } catch (error) {
    return { ...NONE, problem: (error as Error).message };
  }
}

const OWNER = 0o600;
const NONE: History = { lines: [], problem: null, add: () => {}, close: () => {} };

function historyPath({ XDG_STATE_HOME: state = '', HOME: home }: Environment): string {
  // The standard has relative paths ignored.
  const folder = isAbsolute(state) ? state : join(home || homedir(), '.local', 'state');
  return join(folder, 'on-record', 'history');
}

/** Reads the last lines; writes them back where there were more. Lines are added at the end only, so runs side by side keep both. */
function shorten(path: string): readonly string[] {
  const all = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const last = all.slice(-HISTORY_LINES);
  if (last.length < all.length) {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, last.map((line) => `${line}\n`).join(''), { mode: OWNER });
    renameSync(draft, path);
  }
  return last;
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The disk is full or the file is gone: the session matters more.
  }
}
