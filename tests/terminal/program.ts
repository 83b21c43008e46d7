import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../../adapters/program.ts';

/** A made-up record with a handful of statements. */
export const BRIDGE = resolve('tests/fixtures/bridge');
const ROOT = resolve('.');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
}

/** Runs the program inside this process, on streams, away from any `.env`. One at a time: it changes the folder. */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { input = '', environment = {}, directory = emptyFolder() } = options;
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io = { input: stdin, output: stdout, errors: stderr, signals: new EventEmitter(), root: ROOT };
  const said = Promise.all([text(stdout), text(stderr)]);
  stdin.end(input);
  process.chdir(directory);
  try {
    const status = await run(args, { ...io, environment: { HOME: directory, ...environment } });
    stdout.end();
    stderr.end();
    const [out, err] = await said;
    return { status, stdout: out, stderr: err };
  } finally {
    process.chdir(ROOT);
  }
}

/** Runs the built program as a person would, away from any `.env`, and waits for its end. */
export async function runProcess(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = startProgram(args, options);
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { status, stdout, stderr };
}

export function startProgram(args: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  const { environment = {}, directory = emptyFolder() } = options;
  const env = { PATH: process.env.PATH ?? '', HOME: directory, ...environment };
  return spawn(process.execPath, [resolve('dist/main.js'), ...args], { cwd: directory, env });
}

/** A program that runs until it is told to stop. */
export interface Running {
  readonly output: () => string;
  readonly errors: () => string;
  /** Lines on standard error that are no log. */
  readonly lines: () => string[];
  readonly signal: (signal: 'SIGTERM' | 'SIGINT') => void;
  readonly exit: Promise<number | null>;
  /** To be called whatever happened. */
  stop(): Promise<unknown>;
}

/** In a process of its own. */
export function startApart(environment: Readonly<Record<string, string>>): Running {
  const child = startProgram([], { environment });
  const exit = once(child, 'close').then(([status]) => status);
  return {
    ...heard(child.stdout, child.stderr),
    signal: (signal) => void child.kill(signal),
    exit,
    stop() {
      child.kill('SIGKILL');
      return exit;
    },
  };
}

/** In this process, on streams. */
export function startHere(environment: Readonly<Record<string, string>>): Running {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const signals = new EventEmitter();
  const exit = run([], { input, output, errors, signals, environment: { ...NO_SETTINGS, ...environment }, root: ROOT });
  return {
    ...heard(output, errors),
    signal: (signal) => void signals.emit(signal),
    exit,
    stop() {
      signals.emit('SIGTERM');
      return exit;
    },
  };
}

/** Empty, so that a `.env` in this folder does not count. */
const NO_SETTINGS = Object.fromEntries(
  (readFileSync('.env.example', 'utf8').match(/^#? ?[A-Z_]+(?==)/gm) ?? []).map((name) => [
    name.replace(/^#? ?/, ''),
    '',
  ]),
);

function heard(output: NodeJS.ReadableStream, errors: NodeJS.ReadableStream) {
  const texts = { output: '', errors: '' };
  output.on('data', (chunk) => {
    texts.output += chunk;
  });
  errors.on('data', (chunk) => {
    texts.errors += chunk;
  });
  return {
    output: () => texts.output,
    errors: () => texts.errors,
    lines: () => texts.errors.split('\n').filter((line) => line !== '' && !line.startsWith('{')),
  };
}

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'on-record-'));
}
