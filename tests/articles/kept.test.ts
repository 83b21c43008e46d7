import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCorpusCommand } from '../../adapters/repl/corpus.ts';
import { FORM, keptPath } from '../../src/answering/kept-articles.ts';
import { readArticle } from '../../src/articles/index.ts';
import { openRecord } from '../../src/index.ts';
import { indexTerms } from '../../src/selection/passage.ts';

let root: string;
let corpus: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'on-record-'));
  corpus = join(root, 'corpus');
  folder = join(root, 'cache');
  mkdirSync(corpus);
  write('seven');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('a large folder of articles is kept as it was indexed', () => {
  test('what was kept answers as what was made, to the byte', async () => {
    const made = await ask();
    const [kept] = readdirSync(folder);
    expect(kept).toMatch(/\.articles$/);
    expect(readdirSync(corpus)).toEqual(['ferry.md']);
    const before = readFileSync(join(folder, kept as string));
    expect(await ask()).toEqual(made);
    expect(readFileSync(join(folder, kept as string)).equals(before)).toBe(true);
    expect(made).toContain('seven');
  });

  test('what is kept is what is read: an index of the same files is not made again', async () => {
    await ask();
    const path = keptPath(folder, corpus);
    const [head = '', body = ''] = readFileSync(path, 'utf8').split('\n');
    const other = body.replace('at seven every', 'at three every');
    const sum = createHash('sha256').update(other).digest('hex');
    writeFileSync(path, `${head.replace(/\w+$/, sum)}\n${other}`);
    expect(await ask()).toContain('three');
  });

  test.each([
    ['a changed byte', (bytes: Buffer) => bytes.fill('x', 500, 501)],
    ['a cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['another form', (bytes: Buffer) => Buffer.from(bytes.toString().replace(`articles ${FORM} `, 'articles 0 '))],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('it is made anew where it has %s', async (_, damage) => {
    const made = await ask();
    const path = keptPath(folder, corpus);
    const good = readFileSync(path);
    writeFileSync(path, damage(Buffer.from(good)));
    expect(await ask()).toEqual(made);
    expect(readFileSync(path).equals(good)).toBe(true);
  });

  test('it is made anew where the articles changed', async () => {
    expect(await ask()).toContain('seven');
    write('nine');
    expect(await ask()).toContain('nine');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('where it cannot be kept, that is said, and the answer is the same', async () => {
    writeFileSync(folder, 'a file, no folder');
    const told: unknown[] = [];
    expect(await ask((error) => told.push(error))).toContain('seven');
    expect(told).toHaveLength(1);
  });
});

test('what has to be indexed tells how far it is, what was kept does not', async () => {
  for (const name of 'abc') writeFileSync(join(corpus, `${name}.txt`), `The ferry ${name} sails.`);
  const told: [number, number][] = [];
  const end = vi.fn();
  const at = (done: number, all: number) => void told.push([done, all]);
  const onProgress = async () => ({ at, end });
  const open = () =>
    openRecord({ directory: corpus, keeping: { folder, onFailure: (error) => expect(error).toBeNull(), onProgress } });
  await open();
  expect(told).toEqual(Array.from({ length: 8 }, (_, at) => [at + 1, 8]));
  await open();
  expect([told.length, end.mock.calls.length]).toEqual([8, 1]);
  writeFileSync(join(corpus, 'c.txt'), '');
  await expect(open()).rejects.toThrow('c.txt');
  expect([told.length, end.mock.calls.length]).toEqual([12, 2]);
});

test('`corpus build` indexes ahead of the next start', async () => {
  const stdout = new PassThrough();
  const keeping = { folder, onFailure: (error: unknown) => expect(error).toBeNull() };
  const open = (directory: string) => openRecord({ directory, keeping });
  const status = await runCorpusCommand(['build', corpus], { directory: corpus, open, stdout, stderr: stdout });
  expect([status, String(stdout.read())]).toEqual([0, expect.stringContaining('1 article, 4,001 sentences')]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('articles are read as they were when FORM was last raised; raise it with this sum', () => {
  const text = '# Dr. Lee’s visit\n\nThe U.S. envoy said: “Exports fell 3.5%.” 한국은 발표했다. 会談した。\n';
  const { article } = readArticle({ path: 'a.md', bytes: Buffer.from(text) });
  const read = JSON.stringify([FORM, article, article?.passages.map((each) => indexTerms(each.text))]);
  expect(createHash('sha256').update(read).digest('hex').slice(0, 16)).toBe('131269118a3510f7');
});

async function ask(onFailure: (error: unknown) => void = (error) => expect(error).toBeNull()): Promise<string> {
  const record = await openRecord({ directory: corpus, keeping: { folder, onFailure } });
  const { answer } = record.answer('When does the ferry to Sado Island leave?');
  return answer.kind === 'answered' ? JSON.stringify(answer.citations) : answer.kind;
}

function write(hour: string): void {
  const rest = Array.from(
    { length: 4000 },
    (_, at) => `The clerk of town ${at} wrote a note on the harvest of that year.`,
  );
  const text = `# The ferry\n\nThe ferry to Sado Island leaves at ${hour} every morning.\n\n${rest.join('\n\n')}\n`;
  writeFileSync(join(corpus, 'ferry.md'), text);
}
