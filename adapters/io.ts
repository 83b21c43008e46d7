import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Environment } from '../src/settings.ts';

/** Where lines come from. A terminal can be set to raw mode; a pipe or a file cannot. */
export type Input = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Where text goes. A terminal has a width, in columns. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What the program has of the outside, handed in so that it can be run inside a test. */
export interface Io {
  readonly input: Input;
  readonly output: Output;
  readonly errors: Output;
  /** Emits `SIGTERM`, `SIGINT` and `SIGHUP`. */
  readonly signals: Pick<EventEmitter, 'on' | 'once' | 'off'>;
  readonly environment: Environment;
  /** The folder that holds `corpus/` and `dist/`. */
  readonly root: string;
}
