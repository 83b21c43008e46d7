import { describe, expect, test } from 'vitest';
import { faults, passages, read } from './reading.ts';

describe('the title', () => {
  test('is a first line `# Title`, which is the headline and no paragraph', () => {
    const { title, passages } = read('\n# Harbour  Town lights its lamp. Again #\n\nIt burns.\n');
    expect(title).toBe('Harbour Town lights its lamp. Again');
    expect(passages.map(({ locator, kind, text }) => [locator, kind, text])).toEqual([
      ['headline', 'headline', 'Harbour  Town lights its lamp. Again'],
      ['1.1', 'sentence', 'It burns.'],
    ]);
  });

  test('may be underlined instead', () => {
    expect(passages('The lamp\n========\nIt burns.')).toEqual([
      ['headline', 'The lamp'],
      ['1.1', 'It burns.'],
    ]);
  });

  test('is that of the front matter before any other; a heading that differs is a paragraph', () => {
    expect(passages('---\ntitle: The lamp\n---\n# THE LAMP!\n\nIt burns.')).toEqual([
      ['headline', 'THE LAMP!'],
      ['1.1', 'It burns.'],
    ]);
    expect(passages('---\ntitle: "The lamp: lit"\n---\n# A report\n\nIt burns.')).toEqual([
      ['headline', 'The lamp: lit'],
      ['1.1', 'A report'],
      ['2.1', 'It burns.'],
    ]);
  });

  test('is no passage where it does not stand in the file word for word', () => {
    const { title, passages } = read("---\ntitle: 'Japan''s reply'\n---\nIt came.");
    expect(title).toBe("Japan's reply");
    expect(passages.map(({ locator }) => locator)).toEqual(['1.1']);
  });

  test('is the name of the file where it has no other, and then no passage', () => {
    const { id, title, passages } = read('It burns.\n\n# Later\n', '2019/moon letter.v2.TXT');
    expect([id, title]).toEqual(['2019/moon letter.v2.TXT', 'moon letter.v2']);
    expect(passages.map(({ locator }) => locator)).toEqual(['1.1', '2.1']);
  });
});

describe('front matter', () => {
  test('says what the article says of itself', () => {
    const front =
      'title: The lamp # lit\npublisher: "Coast: News"\npublished: 2031-05-04\nlanguage: ja\nurl: https://coast.example/lamp';
    expect(read(`\ufeff---\r\n${front.replaceAll('\n', '\r\n')}\r\n---\r\nIt burns.`)).toMatchObject({
      title: 'The lamp',
      publisher: 'Coast: News',
      published: '2031-05-04',
      language: 'ja',
      url: 'https://coast.example/lamp',
    });
  });

  test('may be empty or missing: then the article has no date and no publisher', () => {
    const nothing = { publisher: null, published: null, url: null };
    expect(read('---\n---\nIt burns.')).toMatchObject(nothing);
    expect(read('It burns.\n\n---\n\ntitle: no\n')).toMatchObject(nothing);
  });

  test.each([
    [
      'colour: red\ntitle: T',
      ['2: colour: is no field of an article; it may have title, publisher, published, language, url'],
    ],
    ['title: T\n\npublished: 24 Oct 2019', ['4: published: is no date; write it as 2019-10-24']],
    ['published: 2019-02-30', ['2: published: is no date; write it as 2019-10-24']],
    [
      'language: fr\nurl: lamp',
      [
        '2: language: is the text "fr"; should be one of en, ko, ja',
        '3: url: is no web address; write it from https:// on, or take the line out',
      ],
    ],
    [
      'publisher:\nid: x',
      [
        '3: id: is no field of an article; it may have title, publisher, published, language, url',
        '2: publisher: is empty; write a text or take the line out',
      ],
    ],
    ['title: T\ntitle: U', ['3: title: stands twice in the same map; keep one of the two']],
    [
      'just words',
      ['1: front matter: has no fields; write lines such as "title: Harbour Town Lights Its Lamp", or take it out'],
    ],
    [
      'title: [T]',
      ['2: title: is a list, should be text; a text that holds ": " or begins with [ or { goes in quotes'],
    ],
  ])('that is wrong is told with line and field: %j', (front, expected) => {
    expect(faults(`---\n${front}\n---\nIt burns.`)).toEqual(expected);
    expect(faults(`---\r\n${front.replaceAll('\n', '\r\n')}\r\n---\r\nIt burns.`)).toEqual(expected);
  });

  test('that is no YAML, or has no end, is told', () => {
    expect(faults('---\ntitle: "T\n---\nIt burns.')).toEqual([expect.stringMatching(/^[23]: yaml: is not valid YAML/)]);
    expect(faults('---\ntitle: T\n\nIt burns.')).toEqual([
      expect.stringMatching(/^1: front matter: begins with a line/),
    ]);
  });
});

describe('the language', () => {
  test.each([
    ['It burns. 등대', 'en'],
    ['등대는 GSOMIA 때문에 켜졌다. 文', 'ko'],
    ['灯台は再び点灯した。GSOMIA', 'ja'],
    ['12. 34.', 'en'],
  ])('goes by the script: %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
});

describe('paragraphs', () => {
  test('are parted by blank lines, also by such as only seem to be blank', () => {
    expect(passages('One. Two\nlines.\n \u00a0\t\nThree.\n\u200b\nFour.\r\n\r\nFive.\r\rSix.')).toEqual([
      ['1.1', 'One.'],
      ['1.2', 'Two\nlines.'],
      ['2.1', 'Three.'],
      ['3.1', 'Four.'],
      ['4.1', 'Five.'],
      ['5.1', 'Six.'],
    ]);
  });

  test('a heading is one of its own, and one passage', () => {
    const text = 'One.\n## What now? Nobody knows ##\nTwo.\n\nLater\n-----\nThree.';
    expect(passages(text)).toEqual([
      ['1.1', 'One.'],
      ['2.1', 'What now? Nobody knows'],
      ['3.1', 'Two.'],
      ['4.1', 'Later'],
      ['5.1', 'Three.'],
    ]);
    expect(read(text).passages.map(({ kind }) => kind)).toContain('heading');
  });

  test('the items of a list are sentences of their own, without their marks', () => {
    expect(passages('They want:\n- peace\n- trade. And\n  talks\n* time\n\n1. First\n2) Second\n12. Twelfth')).toEqual([
      ['1.1', 'They want:'],
      ['1.2', 'peace'],
      ['1.3', 'trade.'],
      ['1.4', 'And\n  talks'],
      ['1.5', 'time'],
      ['2.1', 'First'],
      ['2.2', 'Second'],
      ['2.3', 'Twelfth'],
    ]);
  });

  test('what only looks like a mark is text', () => {
    expect(passages('They met in July\n7. August was hot.\n\n2019. A year.\n\n#1 is here.\n\n-5 degrees.')).toEqual([
      ['1.1', 'They met in July\n7.'],
      ['1.2', 'August was hot.'],
      ['2.1', '2019.'],
      ['2.2', 'A year.'],
      ['3.1', '#1 is here.'],
      ['4.1', '-5 degrees.'],
    ]);
  });

  test('rules and fences part them; block quotations and rows of a table lose no word', () => {
    expect(
      passages('One\n***\nTwo\n---\n```js\n# Three\n```\n> Four\n> and. Five\n\n| a | b |\n|---|:-:|\n| c | d |'),
    ).toEqual([
      ['1.1', 'One'],
      ['2.1', 'Two'],
      ['3.1', '# Three'],
      ['4.1', 'Four\n> and.'],
      ['4.2', 'Five'],
      ['5.1', '| a | b |'],
      ['6.1', '| c | d |'],
    ]);
  });
});

describe('a faulty file', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

  test.each([
    [
      'Latin-1',
      bytes('One\r\nTwo\rThree\n', [0x63, 0x61, 0x66, 0xe9], ' so'),
      '4: encoding: is not UTF-8 (byte 0x20); save the file as UTF-8 text',
    ],
    [
      'UTF-16',
      bytes([0xff, 0xfe, 0x41, 0x00]),
      '1: encoding: holds a NUL byte, as no text does; save the file as UTF-8 text',
    ],
    [
      'UTF-16 in Korean',
      bytes([0xff, 0xfe, 0x5c, 0xd5]),
      '1: encoding: is not UTF-8 (byte 0xFF); save the file as UTF-8 text',
    ],
    ['overlong', bytes('One\n', [0xc0, 0xaf]), '2: encoding: is not UTF-8 (byte 0xC0); save the file as UTF-8 text'],
    [
      'half a pair',
      bytes('One\n', [0xed, 0xa0, 0x80]),
      '2: encoding: is not UTF-8 (byte 0xA0); save the file as UTF-8 text',
    ],
    ['cut off', bytes('One\n\n', [0xe2, 0x80]), '3: encoding: is not UTF-8 (byte 0x80); save the file as UTF-8 text'],
  ])('is told by the line of the bad byte: %s', (_, content, expected) => {
    expect(faults(content)).toEqual([expected]);
  });

  test.each(['', '\ufeff', '\n \r\n\t\u00a0\n', '\u200b', '---', '***\n\n***'])('is empty: %j', (text) => {
    expect(faults(text)).toHaveLength(1);
    if (text !== '---') expect(faults(text)[0]).toMatch(/^\d: text: the file is empty/);
  });

  test('has a title and no text', () => {
    const message = 'there is no text below the title; write the article below it, or take the file out';
    expect(faults('# The lamp\n\n')).toEqual([`1: text: ${message}`]);
    expect(faults('---\ntitle: The lamp\n---\n')).toEqual([`3: text: ${message}`]);
  });

  test('has lines that are no text: all of them are told', () => {
    const message = 'line: is longer than 1,000,000 characters, as no paragraph is; part it, or take the file out';
    const long = 'x'.repeat(1_000_001);
    expect(faults(`a\n${long}\nb\n${long}`)).toEqual([`2: ${message}`, `4: ${message}`]);
    expect(faults('x y. '.repeat(10_000_000))).toEqual([`1: ${message}`]);
  });
});
