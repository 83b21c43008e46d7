import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkArticles, findArticles, readArticles } from '../../src/articles/index.ts';
import { CorpusError } from '../../src/corpus/findings.ts';
import { SetupError } from '../../src/errors.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array = 'It burns.'): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const ids = async (of = folder) => (await readArticles(of)).map(({ id }) => id);

describe('the articles of a folder', () => {
  test('are its .md and .txt files, those of folders in it included, by their paths in order', async () => {
    for (const path of ['b.txt', 'a.md', 'B.MD', 'README.md', '2019/10/a.md', '2019/a.md', '등대.md']) write(path);
    for (const path of ['a.yaml', 'a.mdx', 'md', '.hidden.md', '.git/a.md', 'c.md.bak']) write(path);
    mkdirSync(join(folder, 'folder.md'));
    expect(await ids()).toEqual(['2019/10/a.md', '2019/a.md', 'B.MD', 'README.md', 'a.md', 'b.txt', '등대.md']);
  });

  test('may have equal titles', async () => {
    write('a/x.md', '# The lamp\n\nOne.');
    write('b/x.md', '# The lamp\n\nTwo.');
    expect((await readArticles(folder)).map(({ title }) => title)).toEqual(['The lamp', 'The lamp']);
  });

  test('may be none', async () => {
    expect(await ids()).toEqual([]);
  });

  test('are not those that a link leads to out of the folder, nor one twice', async () => {
    write('in/a.md');
    write('in/.data/b.md');
    write('out/c.md');
    const link = (target: string, name: string) => symlinkSync(target, join(folder, 'in', name));
    link('../out/c.md', 'c.md');
    link('../out', 'out');
    link('a.md', 'again.md');
    link('.data/b.md', 'b.md');
    link('nowhere.md', 'lost.md');
    link('.', 'round');
    link('.data', 'folder.md');
    expect(await ids(join(folder, 'in'))).toEqual(['a.md', 'b.md']);
    symlinkSync('in', join(folder, 'alias'));
    expect(await ids(join(folder, 'alias'))).toEqual(['a.md', 'b.md']);
  });

  test('are read all, and every fault of every file is told at once', async () => {
    write('a.md', '---\ncolour: red\npublished: soon\n---\nIt burns.');
    write('b/empty.txt', '');
    write('c.md');
    write('d.md', Buffer.from([0x0a, 0xff]));
    write('e.md', `\n${'x'.repeat(1_000_001)}`);
    const findings = [
      ['a.md', 2, 'colour'],
      ['a.md', 3, 'published'],
      ['b/empty.txt', 1, 'text'],
      ['d.md', 2, 'encoding'],
      ['e.md', 2, 'line'],
    ].map(([file, line, field]) => expect.objectContaining({ file: join(folder, String(file)), line, field }));
    await expect(readArticles(folder)).rejects.toThrow(CorpusError);
    const checked = await checkArticles(folder, findArticles(folder));
    expect(checked.findings).toEqual(findings);
    expect(checked.articles.map(({ id }) => id)).toEqual(['c.md']);
  });

  test('cannot be had of a folder that there is not', async () => {
    await expect(readArticles(join(folder, 'none'))).rejects.toThrow(SetupError);
  });
});
