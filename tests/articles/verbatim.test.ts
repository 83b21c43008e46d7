import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/articles/index.ts';
import { compareLocators, parseLocator } from '../../src/corpus/locator.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const word = fc.constantFrom(
  ...[
    'The',
    'lamp',
    'burns',
    'Mr.',
    'U.S.',
    'said',
    '“Yes.”',
    '"No!"',
    '3.5',
    'co\u00adop',
    'e\u0301te\u0301',
    'a\u200bb',
    'W.',
  ],
  ...[
    '\ud55c\uad6d\uc740',
    '\ub9d0\ud588\ub2e4.',
    '\u1112\u1161\u11ab',
    '\u65e5\u672c\u3002',
    '\u300c\u306f\u3044\u3002\u300d\u3068',
    '\u304b\u3099',
    '😀',
    '\ud83d\udc69\u200d\ud83d\udcbb',
    '\u0301x',
    '(so)',
    '[3]',
  ],
);
const mark = fc.constantFrom('', '', '', '.', '!', '?', '\u2026', '\u3002', '.\u201d', '."', '.**', '.[1]');
const space = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00a0', '\u3000', '\u2009', ' \u200b', '\u00ad ', '\f');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\u2028');
const token = fc.tuple(word, mark, fc.oneof({ weight: 6, arbitrary: space }, { weight: 1, arbitrary: lineEnd }));
const paragraph = fc.array(token, { minLength: 1, maxLength: 30 }).map((tokens) => tokens.flat().join(''));
const parting = fc
  .tuple(lineEnd, fc.constantFrom('', ' ', '\t', '\u00a0', '\u00ad', '\u200b'), lineEnd)
  // Carriage return and line feed are one line end.
  .map(([one, blank, other]) => (one === '\r' && blank === '' ? `${one}${one}` : `${one}${blank}${other}`));
const article = fc
  .tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.tuple(paragraph, parting), { minLength: 1, maxLength: 6 }))
  .map(([mark, paragraphs]) => mark + paragraphs.flat().join(''));
/** With what Markdown means by a sign at the beginning of a line. */
const marked = fc
  .array(
    fc.tuple(fc.constantFrom('', '# ', '## ', '- ', '1. ', '> ', '| ', '---\n', '```\n', '7. '), paragraph, lineEnd),
    {
      minLength: 1,
    },
  )
  .map((lines) => `Begin.\n${lines.flat().join('')}`);

/** Nothing of a text that could be seen is lost outside of its passages. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

function passagesOf(text: string) {
  const bytes = encoder.encode(text);
  const { article: made, findings } = readArticle({ path: 'a.md', bytes });
  if (made === null) throw new Error(JSON.stringify(findings));
  return { bytes, passages: made.passages };
}

describe.each([
  ['prose', article],
  ['Markdown', marked],
])('of %s with odd white space, line ends, soft hyphens and combining characters', (kind, texts) => {
  test('every passage is byte for byte what stands at its place, and begins and ends with no white space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { bytes, passages } = passagesOf(text);
        for (const passage of passages) {
          expect(decoder.decode(bytes.subarray(passage.start, passage.end))).toBe(passage.text);
          expect(passage.text.trim()).toBe(passage.text);
          expect(passage.text).toMatch(SEEN);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('passages follow one another, and so do their locators', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { passages } = passagesOf(text);
        for (const [index, passage] of passages.entries()) {
          const before = passages[index - 1];
          expect(parseLocator(passage.locator)).not.toBeNull();
          if (before === undefined) continue;
          expect(before.end).toBeLessThanOrEqual(passage.start);
          expect(compareLocators(before.locator, passage.locator)).toBeLessThan(0);
          const [last, now] = [parseLocator(before.locator), parseLocator(passage.locator)];
          const next = [`${last?.paragraph}.${(last?.sentence ?? 0) + 1}`, `${(last?.paragraph ?? 0) + 1}.1`];
          expect(next).toContain(`${now?.paragraph}.${now?.sentence}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('nothing but marks stands outside of the passages', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { bytes, passages } = passagesOf(text);
        let from = 0;
        let outside = '';
        for (const { start, end } of [...passages, { start: bytes.length, end: bytes.length }]) {
          outside += decoder.decode(bytes.subarray(from, start));
          from = end;
        }
        const seen = outside.replace(kind === 'prose' ? /(?!)/ : /[#>|`-]|\d\./g, '');
        expect(seen).not.toMatch(SEEN);
      }),
      { numRuns: 300 },
    );
  });
});

test('any text at all is read or refused, and what is read is verbatim', () => {
  const letters = fc.constantFrom(...'aB1 .?!"\'\n\r-#>*=|`~[]()_\t。「」（\u00ad\u0301\ufeff');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(letters, fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 200 }),
      (text) => {
        const bytes = encoder.encode(text);
        const { article: made, findings } = readArticle({ path: 'a.md', bytes });
        expect(made === null).toBe(findings.length > 0);
        for (const passage of made?.passages ?? []) {
          expect(decoder.decode(bytes.subarray(passage.start, passage.end))).toBe(passage.text);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
