import { type ExecFileSyncOptions, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRIDGE, emptyFolder } from './program.ts';

/** A checkout of its own, with a small record, so that sources can be changed. */
const checkout = emptyFolder();
const options = {
  cwd: checkout,
  encoding: 'utf8',
  env: { ...process.env, npm_config_loglevel: 'error' },
} satisfies ExecFileSyncOptions;

beforeAll(() => {
  for (const name of ['adapters', 'bench', 'package.json', 'scripts', 'src', 'tests', 'tsconfig.json'])
    cpSync(name, join(checkout, name), { recursive: true });
  cpSync(BRIDGE, join(checkout, 'corpus'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
  execFileSync('node', ['scripts/build.mjs'], options);
});
afterAll(() => rmSync(checkout, { recursive: true }));

const written = () => statSync(join(checkout, 'dist/main.js')).mtimeMs;
const recordWritten = () => {
  const folder = join(checkout, 'dist/record');
  return Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs));
};
const ask = (question: string) =>
  spawnSync('npm', ['run', '-s', 'ask', '--', question], { ...options, encoding: 'utf8' });

describe('npm run ask', () => {
  it('prints the answer and nothing else, and builds nothing where nothing changed', () => {
    const before = written();
    const { status, stdout } = ask('Why was the bridge closed?');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^As of 5 March 2021:/);
    expect(written()).toBe(before);
  });

  it('builds first where a source is newer, and still prints only the answer', () => {
    const before = written();
    const compiled = recordWritten();
    appendFileSync(join(checkout, 'src/errors.ts'), '\n');
    const { status, stdout } = ask('Why was the bridge closed?');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^As of 5 March 2021:/);
    expect(written()).toBeGreaterThan(before);
    expect(recordWritten()).toBe(compiled);
  });

  it('compiles the corpus anew where the compiler of it has changed', () => {
    const compiled = recordWritten();
    appendFileSync(join(checkout, 'src/corpus/compile.ts'), '\nprocess.env.COMPILED_ANEW = "1";\n');
    expect(ask('Why was the bridge closed?').status).toBe(0);
    expect(recordWritten()).toBeGreaterThan(compiled);
  });

  it('answers from a changed corpus at once', () => {
    appendFileSync(
      join(checkout, 'corpus/bridge.yaml'),
      '  - id: repair-colour\n    topic: repair\n    text:\n      en: The record does not say which colour the bridge will have.\n    nearest: [repair-length]\n    examples:\n      en:\n        - Which colour will the bridge have?\n',
    );
    const { status, stdout } = ask('Which colour will the bridge have?');
    expect(status).toBe(1);
    expect(stdout).toContain('which colour the bridge will have');
    expect(readdirSync(join(checkout, 'dist/record'))).toHaveLength(1);
  });

  it('ends with the findings, status 2, where the corpus is broken; npm run corpus -- check lists the same', () => {
    appendFileSync(join(checkout, 'corpus/bridge.yaml'), '  - id: repair-cost\n    topic: nowhere\n');
    const { status, stdout, stderr } = ask('Why was the bridge closed?');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^corpus\/bridge\.yaml:\d+: gaps/m);
    const check = spawnSync('npm', ['run', '-s', 'corpus', '--', 'check'], options);
    expect(check.status).toBe(2);
    for (const line of stderr.trim().split('\n')) expect(`${check.stdout}${check.stderr}`).toContain(line);
    const build = spawnSync('node', ['scripts/build.mjs'], options);
    expect([build.status, build.stdout]).toEqual([2, '']);
    expect(build.stderr).toContain('corpus/bridge.yaml');
    cpSync(BRIDGE, join(checkout, 'corpus'), { recursive: true });
  });

  it('says what to do, status 2, where the sources do not compile', () => {
    const file = join(checkout, 'src/errors.ts');
    renameSync(file, `${file}.away`);
    const { status, stdout, stderr } = ask('Why was the bridge closed?');
    renameSync(`${file}.away`, file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('does not compile');
  });
});

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s to the program, and nothing is left behind', async (signal) => {
    execFileSync('node', ['scripts/build.mjs'], options);
    const child = spawn('npm', ['start', '-s'], { cwd: checkout, env: options.env });
    child.stdin.write('Why was the bridge closed?\n');
    await once(child.stdout, 'data');
    // A pipe closes only when all have ended that hold it: npm, and the program.
    const closed = once(child, 'close');
    child.kill(signal);
    expect(await closed).toEqual([null, signal]);
  });
});
