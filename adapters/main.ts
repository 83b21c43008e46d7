/** The program: binds the process to `run`, and nothing else. */
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './program.ts';

// Both the sources and the bundle lie one folder below.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const near = relative(process.cwd(), root);

process.exitCode = await run(process.argv.slice(2), {
  // Opening standard input takes time, and a question on the command line does not need it.
  get input() {
    return process.stdin;
  },
  get output() {
    return process.stdout;
  },
  get errors() {
    return process.stderr;
  },
  signals: process,
  environment: process.env,
  // Messages name files as a person standing here would.
  root: near.startsWith('..') ? root : near || '.',
});

// A socket that a library still keeps open must not keep the program.
setTimeout(() => process.exit(), 500).unref();
