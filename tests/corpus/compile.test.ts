import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../src/corpus/findings.ts';
import { changed, compile, GAPS, LEXICON, lint, SOUND, SOURCE, STATEMENTS } from './lighthouse.ts';

describe('a corpus', () => {
  test('holds what its file says', () => {
    const corpus = compile({ 'a.yaml': SOUND });
    expect(corpus.sources[0]).toMatchObject({
      id: 'lighthouse',
      publisher: 'Coast News',
      dateline: null,
      published: '2031-05-04',
      url: null,
      speakers: { finch: { en: 'Ada Finch' } },
    });
    expect(corpus.statements).toEqual([
      {
        id: 'lamp-lit',
        source: 'lighthouse',
        locators: ['1.1', '2.1'],
        speaker: 'finch',
        side: null,
        topic: 'lamp',
        kinds: ['event'],
        text: { en: 'The lamp burns.' },
        examples: { en: ['Is the lamp lit?'] },
      },
    ]);
    expect(corpus.gaps[0]).toMatchObject({ id: 'lamp-cost', source: 'lighthouse', reason: 'not-on-record' });
    expect(corpus.lexicon.concepts.map(({ id, aliases }) => [id, aliases.en])).toEqual([
      ['lamp', ['lamp', 'light']],
      ['tower', ['lighthouse', 'U.K. tower']],
    ]);
    expect(corpus.lexicon.fillers).toEqual({ en: ['do you know'] });
  });

  test('may be spread over files, which then say whose source they speak of', () => {
    const spread = compile({
      'z.yaml': SOURCE,
      'a.yaml': `of: lighthouse\n${STATEMENTS}`,
      'b.yml': `of: lighthouse\n${GAPS}`,
      'c.yaml': LEXICON,
    });
    expect({ ...spread, hash: '' }).toEqual({ ...compile({ 'a.yaml': SOUND }), hash: '' });
  });

  test('joins the lexicons of its files', () => {
    const more = 'lexicon: {concepts: [{id: sea, type: place, aliases: {en: [sea]}}], fillers: {ja: [ねえ]}}';
    const { lexicon } = compile({ 'a.yaml': SOUND, 'b.yaml': more });
    expect(lexicon.concepts.map(({ id }) => id)).toEqual(['lamp', 'tower', 'sea']);
    expect(lexicon.fillers).toEqual({ en: ['do you know'], ja: ['ねえ'] });
  });

  test('is the same in whatever order its files come', () => {
    const files = { 'a.yaml': SOUND, 'b.yaml': `of: lighthouse\ngaps: []\n` };
    expect(compile(Object.fromEntries(Object.entries(files).reverse()))).toEqual(compile(files));
  });

  test('has another hash when a byte or a file name changes', () => {
    const hashes = [
      compile({ 'a.yaml': SOUND }),
      compile({ 'b.yaml': SOUND }),
      compile({ 'a.yaml': `${SOUND}\n` }),
      compile({ 'a.yaml': SOUND, 'b.yaml': '' }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('needs no quotes around locators, also where a number would lose its zero', () => {
    const tenth = changed(SOUND, '  speakers:', `    7.10: ${'0'.repeat(64)}\n  speakers:`);
    const { sources, statements } = compile({ 'a.yaml': changed(tenth, '[1.1, 2.1]', '[7.10]') });
    expect(statements[0]?.locators).toEqual(['7.10']);
    expect(Object.keys(sources[0]?.sentences ?? {}).at(-1)).toBe('7.10');
  });

  test('folds the white space of texts that span lines', () => {
    const { statements } = compile({
      'a.yaml': changed(SOUND, '{en: The lamp burns.}', '\n      en: >\n        The lamp\n        burns.\n'),
    });
    expect(statements[0]?.text.en).toBe('The lamp burns.');
  });

  test('may give an entry no examples', () => {
    const { gaps } = compile({ 'a.yaml': changed(SOUND, '    examples: {en: [How much was the lamp?]}\n', '') });
    expect(gaps[0]?.examples).toEqual({ en: [] });
  });

  test('may give texts and examples in Korean and Japanese beside the English', () => {
    const { statements } = compile({
      'a.yaml': changed(SOUND, '{en: [Is the lamp lit?]}', '{ko: [등대가 켜졌나요?], ja: [灯台は点いた?]}'),
    });
    expect(statements[0]?.examples).toEqual({ en: [], ko: ['등대가 켜졌나요?'], ja: ['灯台は点いた?'] });
  });

  test('may repeat an example under the same id', () => {
    expect(lint({ 'a.yaml': changed(SOUND, '[Is the lamp lit?]', '[Is the lamp lit?, is the lamp lit]') })).toEqual([]);
  });

  test('may begin with a byte order mark and hold Windows line ends', () => {
    expect(compile({ 'a.yaml': `\ufeff${SOUND.replaceAll('\n', '\r\n')}` }).statements).toHaveLength(1);
  });
});

describe('whatever a corpus file holds, it gives a corpus or a list of findings', () => {
  const survives = (content: string | Uint8Array) => {
    try {
      return compile({ 'a.yaml': SOUND, 'b.yaml': content }).hash.length === 64;
    } catch (error) {
      return error instanceof CorpusError && error.findings.length > 0;
    }
  };

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survives), { numRuns: 200 });
  });

  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survives), { numRuns: 200 });
  });

  test('any text made of the signs of YAML', () => {
    const sign = fc.constantFrom(
      ...'[]{}:,-?&*!|>\'"%@`#~ \n\ta1',
      '<<',
      '---',
      '...',
      '&a',
      '*a',
      '__proto__',
      ': ',
      '- ',
    );
    const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
    fc.assert(fc.property(text, survives), { numRuns: 600 });
  });

  test('any value in any place', () => {
    const key = fc.constantFrom(
      'source',
      'of',
      'statements',
      'gaps',
      'lexicon',
      'concepts',
      'aliases',
      'en',
      'id',
      'text',
      'examples',
      'nearest',
      '__proto__',
      'constructor',
      '0',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value), (content) => survives(JSON.stringify(content))),
      { numRuns: 300 },
    );
  });

  test.each([
    ['lists nested 20,000 deep', '['.repeat(20_000)],
    ['maps nested 20,000 deep', '{a: '.repeat(20_000)],
    ['list items nested 20,000 deep', '- '.repeat(20_000)],
    ['a list that holds itself', 'statements: &a [*a]'],
    ['an alias without its anchor', 'of: *nobody'],
    [
      'aliases that multiply',
      `of: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`).join('\n')}`,
    ],
    ['a tag', 'of: !!js/function "x"'],
    ['the prototype of all objects', '__proto__: {polluted: yes}'],
  ])('%s', (_, content) => {
    expect(lint({ 'a.yaml': SOUND, 'b.yaml': content })).toContainEqual(expect.stringMatching(/^b\.yaml:\d+: /));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
