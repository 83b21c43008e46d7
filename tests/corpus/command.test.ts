import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCorpusCommand } from '../../adapters/repl/corpus.ts';
import { openRecord } from '../../src/index.ts';
import { ARTICLE, changed, SOUND } from './lighthouse.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-command-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function run(...args: readonly string[]): Promise<{ status: number; output: string; errors: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const open = (directory: string) => openRecord({ directory });
  const read = Promise.all([text(stdout), text(stderr)]);
  const status = await runCorpusCommand(args, { directory: folder, open, stdout, stderr });
  stdout.end();
  stderr.end();
  const [output, errors] = await read;
  return { status, output, errors };
}

describe('check', () => {
  test('counts what a sound corpus holds', async () => {
    await file('a.yaml', SOUND);
    expect(await run('check')).toEqual({
      status: 0,
      output: `${folder}: 1 source, 1 statement, 1 gap, 2 examples; nothing to mend.\n`,
      errors: '',
    });
  });

  test('looks into the folder that is named', async () => {
    await file('a.yaml', SOUND);
    expect((await run('check', folder)).status).toBe(0);
    expect((await run('check', join(folder, 'none'))).errors).toContain('cannot be read');
  });

  test('tells all findings of a broken corpus on standard error, with status 2', async () => {
    const path = await file('a.yaml', changed(changed(SOUND, 'speaker: finch', 'speaker: bob'), '[event]', '[evnt]'));
    const { status, output, errors } = await run('check');
    expect([status, output]).toEqual([2, '']);
    expect(errors.split('\n')).toEqual([
      `${path}:22: statements[lamp-lit].speaker: "bob" is no speaker of the source; it has finch`,
      expect.stringMatching(/:24: statements\[lamp-lit\]\.kinds\[1\]: is the text "evnt"; should be one of/),
      '2 things to mend.',
      '',
    ]);
  });
});

describe('verify', () => {
  test('prints a line for each locator and quoted phrase, and the verdict, with status 0', async () => {
    await file(
      'a.yaml',
      changed(changed(SOUND, 'The lamp burns.', '\'The "old lighthouse" shines.\''), '[1.1', '[3.1, 1.1'),
    );
    const { status, output } = await run('verify', '--source', await file('copy.txt', ARTICLE));
    expect(status).toBe(0);
    expect(output.split('\n').slice(3, 11)).toEqual([
      'Sentences',
      '  headline  found, line 1',
      '  1.1       found, line 3',
      '  2.1       found, line 5',
      '  3.1       found, line 7',
      '  3.2       found, line 7',
      '  3.3       found, line 7',
      '  4.1       found, line 9',
    ]);
    expect(output).toContain('lamp-lit: "old lighthouse" is in 1.1\n');
    expect(output).toMatch(/\nPROVEN: .*\n$/);
  });

  test('says what is not proven, with status 1', async () => {
    await file('a.yaml', changed(SOUND, 'The lamp burns.', '\'The lamp is "grand".\''));
    const { status, output } = await run('verify', '--source', await file('copy.txt', changed(ARTICLE, '212', '211')));
    expect(status).toBe(1);
    expect(output).toContain('  3.1       MISSING');
    expect(output).toContain('lamp-lit: "grand" is NOT in any sentence that it cites');
    expect(output).toMatch(/\nNOT PROVEN: sentences missing: 1; out of order: 0; quoted phrases not found: 1\.\n$/);
  });

  test('lists what is to be reworded, which leaves the proof as it is', async () => {
    await file(
      'a.yaml',
      changed(SOUND, 'The lamp burns.', '"She had the 212 steps with a box of matches, as she said."'),
    );
    const { status, output } = await run('verify', '--source', await file('copy.txt', ARTICLE));
    expect(status).toBe(0);
    expect(output).toContain('  lamp-lit: 10 words: the 212 steps with a box of matches, as she\n');
    expect(output).toContain('To reword or quote: 1.');
  });

  test('holds a copy against the source that it is of', async () => {
    const other = changed(SOUND.slice(0, SOUND.indexOf('statements:')), 'id: lighthouse', 'id: another');
    await file('a.yaml', other.replace(/: [0-9a-f]{64}/g, `: ${'0'.repeat(64)}`));
    await file('b.yaml', SOUND);
    const { status, output } = await run('verify', '--source', await file('copy.txt', ARTICLE));
    expect([status, output.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Source lighthouse: /)]);
  });
});

describe('a command that cannot be done has status 2 and says why on standard error', () => {
  test.each([
    ['no command', [], 'say what to do: check, build, verify, import or diff'],
    ['an unknown command', ['frob'], 'there is no corpus command "frob"'],
    ['an unknown option', ['check', '--loud'], "Unknown option '--loud'"],
    ['two folders', ['check', 'a', 'b'], 'check takes one folder'],
    ['no copy of the article', ['verify'], 'verify needs --source FILE'],
    ['an option without its value', ['verify', '--source'], '--source'],
    ['a copy where none is taken', ['check', '--source', 'x'], 'check takes no --source'],
    [
      'a copy that is not there',
      ['verify', '--source', '/nowhere/copy.txt'],
      '/nowhere/copy.txt: cannot be read (ENOENT',
    ],
    ['a copy that is a folder', ['verify', '--source', tmpdir()], 'cannot be read (EISDIR'],
  ])('%s', async (_, args, says) => {
    await file('a.yaml', SOUND);
    const { status, output, errors } = await run(...args);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain(says);
  });

  test('a copy that is not UTF-8', async () => {
    await file('a.yaml', SOUND);
    const { status, errors } = await run('verify', '--source', await file('copy.txt', Uint8Array.from([0x63, 0xe9])));
    expect([status, errors]).toEqual([2, expect.stringContaining('is not UTF-8')]);
  });

  test('a copy that is no article by its size', async () => {
    await file('a.yaml', SOUND);
    const { status, errors } = await run('verify', '--source', await file('copy.txt', 'x'.repeat(200_001)));
    expect([status, errors]).toEqual([2, expect.stringContaining('is larger than 200 kB')]);
  });

  test('a folder without corpus files', async () => {
    expect((await run('check')).status).toBe(2);
  });
});
