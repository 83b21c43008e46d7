import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../terminal/program.ts';

const DOSSIER = 'tests/fixtures/dossier';
const LENGTH = 'How long is the bridge?';
const BUILDER = 'Who built the lighthouse on Skarn?';

let scratch: string;
let before: string;
let after: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'diff-'));
  [before, after] = [join(scratch, 'before'), join(scratch, 'after')];
  cpSync(DOSSIER, before, { recursive: true });
  cpSync(DOSSIER, after, { recursive: true });
});

afterEach(() => rmSync(scratch, { recursive: true }));

function edit(name: string, from: string, to: string): void {
  const path = join(after, name);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${name} does not hold "${from}"`);
  writeFileSync(path, text.replace(from, to));
}

function questions(...lines: readonly string[]): string {
  const path = join(scratch, 'questions.txt');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

function diff(file: string, ...options: readonly string[]) {
  return runProgram(['corpus', 'diff', before, after, '--questions', file, ...options]);
}

describe('corpus diff', () => {
  it('says that nothing changes, with status 0', async () => {
    const { status, stdout } = await diff(questions(LENGTH, '', 'Who painted the bridge?', 'hello'));
    expect([status, stdout]).toEqual([0, 'Nothing changes: 3 questions.\n']);
  });

  it('shows each question whose answer changes, as it was and as it is, with status 1', async () => {
    edit('harbour-bridge.md', '84.5 metres', '85 metres');
    const { status, stdout, stderr } = await diff(questions(BUILDER, LENGTH));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.split('\n')).toEqual([
      `> ${LENGTH}`,
      '- answered: harbour-bridge.md 1.2',
      '-   As of 4 May 2031:',
      '-   “The bridge is 84.5 metres long and cost 12 million crowns.”',
      '+ answered: harbour-bridge.md 1.2',
      '+   As of 4 May 2031:',
      '+   “The bridge is 85 metres long and cost 12 million crowns.”',
      '',
      '1 of 2 questions changes: 1 worded otherwise.',
      '',
    ]);
  });

  it('tells a lost answer, a new one and another place apart', async () => {
    edit('harbour-bridge.md', 'The bridge is 84.5 metres long and cost', 'It cost');
    edit('lighthouse.txt', 'The lighthouse on Skarn', 'Skarn is an island.\n\nThe lighthouse on Skarn');
    edit('archive/bakery.md', 'at night.', 'at night. Ida Moen painted the bakery blue.');
    const { status, stdout } = await diff(questions(LENGTH, BUILDER, 'Who painted the bakery?'));
    expect(status).toBe(1);
    expect(stdout).toContain('- answered: lighthouse.txt 2.1');
    expect(stdout).toContain('+ answered: lighthouse.txt 3.1');
    expect(stdout).toContain('3 of 3 questions change: 1 answered no longer, 1 cited otherwise, 1 newly answered.');
  });

  it('takes questions as JSON, with what was asked before', async () => {
    edit('harbour-bridge.md', '84.5 metres', '85 metres');
    const { status, stdout } = await diff(questions(JSON.stringify({ id: 1, question: LENGTH, context: [BUILDER] })));
    expect(status).toBe(1);
    expect(stdout).toContain(`> ${BUILDER}\n> ${LENGTH}\n`);
  });

  it('prints a change as one line of JSON with --json, and nothing where nothing changes', async () => {
    expect((await diff(questions(LENGTH), '--json')).stdout).toBe('');
    edit('harbour-bridge.md', '84.5 metres', '85 metres');
    const [line, end] = (await diff(questions(LENGTH), '--json')).stdout.split('\n');
    expect(end).toBe('');
    expect(JSON.parse(line ?? '')).toMatchObject({
      question: LENGTH,
      old: { status: 'answered', reason: null, places: ['harbour-bridge.md 1.2'] },
      new: { places: ['harbour-bridge.md 1.2'], text: expect.stringContaining('85 metres') },
    });
  });
});

describe('corpus diff that cannot be done has status 2 and says why', () => {
  it.each([
    ['one folder', ['diff', DOSSIER, '--questions', 'x'], 'diff compares two corpus folders'],
    ['no questions', ['diff', DOSSIER, DOSSIER], 'diff needs --questions FILE'],
    ['an unknown option', ['diff', '--loud'], "Unknown option '--loud'"],
    ['no file', ['diff', DOSSIER, DOSSIER, '--questions', '/none.txt'], '/none.txt: cannot be read (ENOENT'],
  ])('%s', async (_, args, says) => {
    const { status, stdout, stderr } = await runProgram(['corpus', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
  });

  it.each([
    ['is no JSON', '{"question"', ':2: the line begins with a brace and is not JSON'],
    ['has no question', '{"id": "1"}', ':2: "question" is missing'],
    ['has no list before it', '{"question": "x", "context": "y"}', ':2: "context" is not a list of strings'],
  ])('a line that %s', async (_, line, says) => {
    const { status, stderr } = await diff(questions(LENGTH, line));
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it('a file without a question', async () => {
    expect((await diff(questions(''))).stderr).toContain('holds no question; write one a line');
  });

  it('a folder that is no corpus', async () => {
    const { status, stderr } = await runProgram(['corpus', 'diff', before, '/none', '--questions', questions(LENGTH)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('/none: the corpus folder cannot be read')]);
  });
});
