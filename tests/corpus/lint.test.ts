import { describe, expect, test } from 'vitest';
import { compileCorpus } from '../../src/corpus/compile.ts';
import { CorpusError } from '../../src/corpus/findings.ts';
import { changed, compile, GAPS, LEXICON, lineOf, lint, SOUND, SOURCE, STATEMENTS } from './lighthouse.ts';

/** One change to the sound corpus: passage, what it becomes, where the finding must point, and what it must say. */
type Fault = readonly [rule: string, passage: string, into: string, field: string, says: string];

const FAULTS: readonly Fault[] = [
  [
    'a locator stands in the source',
    '[1.1, 2.1]',
    '[1.1, 9.9]',
    'statements[lamp-lit].locators[2]',
    '"9.9" is no locator of the source; it has headline, 1.1',
  ],
  [
    'a statement has a locator',
    '[1.1, 2.1]',
    '[]',
    'statements[lamp-lit].locators',
    'is empty; give at least one locator',
  ],
  [
    'a statement and a gap do not share an id',
    'id: lamp-cost',
    'id: lamp-lit',
    'gaps[lamp-lit].id',
    '"lamp-lit" is taken (a.yaml:20)',
  ],
  [
    'what a list tells is a statement',
    'kinds: [event]',
    'kinds: [event]\n    tells: [lamp-out]',
    'statements[lamp-lit].tells[1]',
    '"lamp-out" is no statement',
  ],
  [
    'what a list tells is no list itself',
    'kinds: [event]',
    'kinds: [event]\n    tells: [lamp-lit]',
    'statements[lamp-lit].tells[1]',
    '"lamp-lit" is itself a list of statements',
  ],
  ['a text is not empty', '{en: The lamp burns.}', '{en: " "}', 'statements[lamp-lit].text.en', 'is empty'],
  [
    'an example is not empty',
    '[Is the lamp lit?]',
    '[Is the lamp lit?, ""]',
    'statements[lamp-lit].examples.en[2]',
    'is empty',
  ],
  [
    'an example has words',
    '[Is the lamp lit?]',
    '["?!"]',
    'statements[lamp-lit].examples.en[1]',
    'has no letter or digit',
  ],
  [
    'an example belongs to one entry',
    'How much was the lamp?',
    'is THE  lamp lit',
    'gaps[lamp-cost].examples.en[1]',
    'is an example of lamp-lit too (a.yaml:26)',
  ],
  [
    'a gap points at a statement',
    'nearest: [lamp-lit]',
    'nearest: [lamp-out]',
    'gaps[lamp-cost].nearest[1]',
    '"lamp-out" is no statement',
  ],
  [
    'a gap does not point at a gap',
    'nearest: [lamp-lit]',
    'nearest: [lamp-cost]',
    'gaps[lamp-cost].nearest[1]',
    'is a gap, not a statement',
  ],
  [
    'a gap points somewhere',
    'nearest: [lamp-lit]',
    'nearest: []',
    'gaps[lamp-cost].nearest',
    'is empty; give at least one statement id',
  ],
  [
    'a speaker is known',
    'speaker: finch',
    'speaker: constructor',
    'statements[lamp-lit].speaker',
    '"constructor" is no speaker of the source; it has finch',
  ],
  [
    'a topic is known',
    'topic: lamp\n    kinds',
    'topic: lmap\n    kinds',
    'statements[lamp-lit].topic',
    '"lmap" is no topic of the source; it has lamp',
  ],
  ['a kind is known', '[event]', '[evnt]', 'statements[lamp-lit].kinds[1]', 'should be one of person, organisation'],
  [
    'a reason is known',
    'topic: lamp\n    text',
    'topic: lamp\n    reason: because\n    text',
    'gaps[lamp-cost].reason',
    'should be one of not-on-record, false-premise, opinion',
  ],
  [
    'a key is known',
    'speaker: finch',
    'speaker: finch\n    speeker: finch',
    'statements[lamp-lit].speeker',
    'is no key that belongs here',
  ],
  [
    'a language is known',
    'text: {en: The lamp burns.}',
    'text: {en: The lamp burns., fr: La lampe}',
    'statements[lamp-lit].text.fr',
    'is no key that belongs here',
  ],
  ['no key is missing', '    speaker: finch\n', '', 'statements[lamp-lit].speaker', 'is missing; add it (text)'],
  [
    'a list is a list',
    'kinds: [event]',
    'kinds: event',
    'statements[lamp-lit].kinds',
    'is the text "event", should be a list',
  ],
  [
    'a text with a colon goes in quotes',
    '[Is the lamp lit?]',
    '[lamp: is it lit]',
    'statements[lamp-lit].examples.en[1]',
    'is a map, should be text; a text that holds ": "',
  ],
  ['a date is a date', '2031-05-04', '2031-02-30', 'source.published', 'is no date; write it as 2019-10-24'],
  [
    'a web address is one',
    'language: en',
    'language: en\n  url: javascript:alert(1)',
    'source.url',
    'is no web address',
  ],
  ['a hash is whole', '  speakers:', '    7.1: abc\n  speakers:', 'source.sentences.7.1', 'is no SHA-256'],
  [
    'a locator has its form',
    'sentences:',
    `sentences:\n    2.x: ${'0'.repeat(64)}`,
    'source.sentences.2.x',
    'is no locator',
  ],
  [
    'locators stand in reading order',
    '  speakers:',
    `    1.2: ${'0'.repeat(64)}\n  speakers:`,
    'source.sentences.1.2',
    'is out of place',
  ],
  [
    'an id has no spaces',
    'id: lamp-cost',
    'id: lamp cost',
    'gaps[lamp cost].id',
    'is no id; use letters, digits and hyphens',
  ],
  [
    'an alias belongs to one concept',
    '- lighthouse',
    '- LIGHT',
    'lexicon.concepts[tower].aliases.en[1]',
    '"LIGHT" is an alias of lamp too',
  ],
  [
    'full stops do not make another alias',
    '[lamp, light]',
    '[lamp, UK tower]',
    'lexicon.concepts[tower].aliases.en[2]',
    '"U.K. tower" is an alias of lamp too',
  ],
  ['a concept has an id of its own', 'id: tower', 'id: lamp', 'lexicon.concepts[lamp].id', '"lamp" is taken'],
  [
    'a phrase means known concepts',
    'means: [lamp, tower]',
    'means: [lamp, towr]',
    'lexicon.phrases[1].means[2]',
    '"towr" is no concept',
  ],
  ['a title means a known concept', 'is: lamp', 'is: keeper', 'lexicon.titles[1].is', '"keeper" is no concept'],
  [
    'a title means one',
    'of: [tower]',
    'of: [tower, tower]',
    'lexicon.titles[1].of[2]',
    '"tower" has this office already',
  ],
  [
    'a key stands once',
    'speaker: finch',
    'speaker: finch\n    speaker: finch',
    'speaker',
    'stands twice in the same map',
  ],
];

describe('a corpus is refused, with file, line, field and what to do, unless', () => {
  test.each(FAULTS)('%s', (_, passage, into, field, says) => {
    const findings = lint({ 'a.yaml': changed(SOUND, passage, into) });
    expect(findings).toContainEqual(expect.stringMatching(/^a\.yaml:\d+: /));
    expect(findings).toContainEqual(expect.stringContaining(`: ${field}: `));
    expect(findings.find((line) => line.includes(`: ${field}: `))).toContain(says);
  });

  test('each statement belongs to a source', () => {
    expect(lint({ 'a.yaml': SOURCE, 'b.yaml': STATEMENTS })).toEqual([
      'b.yaml:1: statements: belongs to no source; add a line `of: ` with the id of its source',
    ]);
  });

  test('`of` names a source', () => {
    expect(lint({ 'a.yaml': SOURCE, 'b.yaml': `of: lighthous\n${STATEMENTS}` })).toEqual([
      'b.yaml:1: of: "lighthous" is no source; it has lighthouse',
    ]);
  });

  test('a file with a source of its own does not speak for another', () => {
    expect(lint({ 'a.yaml': `of: other\n${SOUND}` })[0]).toContain(
      'a.yaml:1: of: names "other", but the file has a source',
    );
  });

  test('there is a source', () => {
    expect(lint({ 'a.yaml': LEXICON })).toEqual([
      expect.stringMatching(/^a\.yaml:1: source: no file tells about a source/),
    ]);
    expect(lint({})).toEqual([expect.stringMatching(/^\*\.yaml:1: source: no file tells about a source/)]);
  });

  test('two sources have two ids', () => {
    expect(lint({ 'a.yaml': SOURCE, 'b.yaml': SOURCE })).toEqual([
      'b.yaml:2: source.id: "lighthouse" is taken (a.yaml:2); give each source an id of its own',
    ]);
  });

  test('ids are unlike across files', () => {
    expect(lint({ 'a.yaml': SOUND, 'b.yaml': `of: lighthouse\n${STATEMENTS}` })[0]).toMatch(
      /^b\.yaml:3: statements\[lamp-lit\]\.id: "lamp-lit" is taken \(a\.yaml:20\)/,
    );
  });

  test('aliases are unlike across files and languages', () => {
    const more = 'lexicon: {concepts: [{id: x, type: thing, aliases: {en: [ex], ko: [Light]}}]}';
    expect(lint({ 'a.yaml': SOUND, 'b.yaml': more })).toEqual([
      expect.stringMatching(/^b\.yaml:1: lexicon\.concepts\[x\]\.aliases\.ko\[1\]: "Light" is an alias of lamp too/),
    ]);
  });

  test('it is UTF-8', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('# one\n# caf'), 0xe9, 0x0a]);
    expect(lint({ 'a.yaml': SOUND, 'b.yaml': bytes })).toEqual([
      'b.yaml:2: encoding: is not UTF-8; save the file as UTF-8 text',
    ]);
  });

  test('it is YAML', () => {
    const findings = lint({ 'a.yaml': SOUND, 'b.yaml': 'of: lighthouse\ngaps:\n  - id: what: now\n' });
    expect(findings).toEqual([expect.stringMatching(/^b\.yaml:3: yaml: is not valid YAML .*in quotes$/)]);
  });

  test('it is one YAML document', () => {
    expect(lint({ 'a.yaml': `${SOUND}---\nof: x\n` })).toEqual([
      expect.stringMatching(/^a\.yaml:\d+: yaml: .*second document/),
    ]);
  });

  test('it is a map', () => {
    expect(lint({ 'a.yaml': SOUND, 'b.yaml': '- a\n- b\n' })).toEqual(['b.yaml:1: file: is a list, should be a map']);
  });
});

describe('what the lint says', () => {
  test('points at the very line, also inside lists in block style', () => {
    const broken = changed(SOUND, '- lighthouse', '- light');
    expect(lint({ 'a.yaml': broken })[0]).toMatch(new RegExp(`^a\\.yaml:${lineOf(broken, '- light\n')}: `));
  });

  test('names all that is wrong in one run, by file and line', () => {
    const broken = [
      ['speaker: finch', 'speaker: nobody'],
      ['[event]', '[evnt]'],
      ['[1.1, 2.1]', '[9.9]'],
      ['nearest: [lamp-lit]', 'nearest: [lamp-out]'],
      ['means: [lamp, tower]', 'means: [x]'],
    ].reduce((text, [passage, into]) => changed(text, passage ?? '', into ?? ''), SOUND);
    const places = lint({ 'b.yaml': `of: lighthouse\nextra: 1\n`, 'a.yaml': broken }).map(
      (line) => line.split(': ')[1],
    );
    expect(places).toEqual([
      'statements[lamp-lit].locators[1]',
      'statements[lamp-lit].speaker',
      'statements[lamp-lit].kinds[1]',
      'gaps[lamp-cost].nearest[1]',
      'lexicon.phrases[1].means[1]',
      'extra',
    ]);
  });

  test('does not call missing what may stand in a file that cannot be read', () => {
    const findings = lint({ 'a.yaml': SOURCE + GAPS, 'b.yaml': `of: lighthouse\n\t${STATEMENTS}` });
    expect(findings.every((line) => line.startsWith('b.yaml:'))).toBe(true);
    expect(findings).not.toEqual([]);
  });

  test('is there for a program too', () => {
    const bytes = new TextEncoder().encode(changed(SOUND, 'speaker: finch', 'speaker: bob'));
    const error = (() => {
      try {
        return compileCorpus([{ path: 'a.yaml', bytes }]);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(CorpusError);
    expect((error as CorpusError).findings).toEqual([
      {
        file: 'a.yaml',
        line: 22,
        field: 'statements[lamp-lit].speaker',
        message: '"bob" is no speaker of the source; it has finch',
      },
    ]);
  });

  test('keeps to one line for each finding, whatever a key holds', () => {
    expect(lint({ 'a.yaml': `${SOUND}"a\\nb\\e[31m": x\n` })).toEqual([
      expect.stringMatching(/^a\.yaml:\d+: a b \[31m: is no key that belongs here/),
    ]);
  });

  test('is nothing for a sound corpus', () => {
    expect(lint({ 'a.yaml': SOUND })).toEqual([]);
    expect(compile({ 'a.yaml': SOUND }).statements).toHaveLength(1);
  });
});
