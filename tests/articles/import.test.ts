import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importArticle } from '../../src/articles/index.ts';
import { compileCorpus } from '../../src/corpus/compile.ts';
import { CorpusError } from '../../src/corpus/findings.ts';
import { verifySource } from '../../src/corpus/verify.ts';
import { SetupError } from '../../src/errors.ts';
import { ARTICLE, SENTENCES } from '../corpus/lighthouse.ts';

let folder: string;
let directory: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  directory = join(folder, 'corpus');
});

afterEach(() => rmSync(folder, { recursive: true }));

function article(content: string, name = 'Harbour Lamp.md'): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function sourceIn(path: string) {
  const [source] = compileCorpus([{ path, bytes: readFileSync(path) }]).sources;
  if (source === undefined) throw new Error('no source');
  return source;
}

describe('an imported article', () => {
  test('is a sound corpus file beside the others, which its own text proves', () => {
    const { path } = importArticle(article(`# ${ARTICLE}`), { directory });
    expect(path).toBe(join(directory, 'harbour-lamp.yaml'));
    const source = sourceIn(path);
    expect(source).toMatchObject({ id: 'harbour-lamp', title: SENTENCES.headline, language: 'en', published: null });
    expect(Object.keys(source.sentences)).toEqual(Object.keys(SENTENCES));
    expect(verifySource({ source, statements: [] }, ARTICLE).proven).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain('stubborn');
  });

  test('says what the command says of it before what it says of itself', () => {
    const text = '---\ntitle: "The lamp: \\"lit\\""\npublisher: Coast\npublished: 2031-05-04\n---\n등대가 켜졌다.';
    const given = { publisher: 'Coast: "News" # 1', published: '2031-05-05', url: 'https://coast.example/lamp' };
    expect(sourceIn(importArticle(article(text), { directory, ...given }).path)).toMatchObject({
      title: 'The lamp: "lit"',
      language: 'ko',
      ...given,
    });
  });

  test('has no headline to cite where its title is given and stands nowhere', () => {
    const { path } = importArticle(article('# The lamp\n\nIt burns.'), { directory, title: 'Another' });
    expect(Object.keys(sourceIn(path).sentences)).toEqual(['1.1']);
  });

  test('is shown as it was understood', () => {
    const file = article('# The lamp\n\nIt\u0007 burns\nat night. Yes.\n\n## Why\n\n- So.', 'lamp.txt');
    const { path, lines } = importArticle(file, { directory, published: '2031-05-04' });
    expect(lines).toEqual([
      `${path}: written`,
      'title: The lamp',
      'publisher: not said',
      'published: 2031-05-04',
      'language: en',
      'url: not said',
      'paragraphs: 3, sentences: 4',
      'headline  The lamp',
      '1.1       It  burns at night.',
      '1.2       Yes.',
      '2.1       (heading) Why',
      '3.1       So.',
    ]);
  });

  test.each([
    ['2019.md', 'article-2019'],
    ['_lamp!.md', 'lamp'],
    ['등대 1.2.md', '등대-1.2'],
  ])('gets an id from the name of its file: %s', (name, id) => {
    expect(sourceIn(importArticle(article('It burns.', name), { directory }).path).id).toBe(id);
  });

  test('gets an id that no other source has', () => {
    mkdirSync(directory);
    const { path } = importArticle(article('It burns.', 'lamp.md'), { directory: folder });
    writeFileSync(join(directory, 'other.yaml'), readFileSync(path));
    expect(sourceIn(importArticle(article('It burns.', 'lamp.md'), { directory }).path).id).toBe('lamp-2');
  });
});

describe('nothing is written', () => {
  test('over a file that exists, unless by force', () => {
    const file = article('It burns.', 'lamp.md');
    const { path } = importArticle(file, { directory });
    writeFileSync(path, 'precious');
    expect(() => importArticle(file, { directory })).toThrow(/lamp\.yaml: exists; .*--force/);
    expect(readFileSync(path, 'utf8')).toBe('precious');
    importArticle(file, { directory, force: true });
    expect(sourceIn(path).id).toBe('lamp');
  });

  test('of a faulty article', () => {
    expect(() => importArticle(article('---\ncolour: red\n---\nIt burns.'), { directory })).toThrow(CorpusError);
    expect(() => importArticle(join(folder, 'none.md'), { directory })).toThrow(SetupError);
  });

  test('where no word is in the title', () => {
    const file = article('It burns.', '--.md');
    expect(() => importArticle(file, { directory })).toThrow('its title has no letter or digit; give --title');
    expect(sourceIn(importArticle(file, { directory, title: 'The lamp' }).path).id).toBe('article');
  });

  test('where an option is wrong: all of them are told', () => {
    expect(() => importArticle(article('It burns.'), { directory, published: 'soon', url: 'lamp' })).toThrow(
      '--published is no date; write it as 2019-10-24\n--url is no web address; write it from https:// on, or take the line out',
    );
  });
});
