import { describe, expect, test } from 'vitest';
import { type VerifyReport, verifySource } from '../../src/corpus/verify.ts';
import { ARTICLE, changed, compile, SENTENCES, SOUND } from './lighthouse.ts';

/** The report on `article`, for a statement that cites `locators` and says `text`. */
function verify(
  article: string,
  text = 'The lamp burns.',
  locators = '[1.1, 2.1]',
  gap = 'what the lamp cost',
): VerifyReport {
  const said = changed(
    changed(SOUND, '{en: The lamp burns.}', `{en: ${JSON.stringify(text)}}`),
    '[1.1, 2.1]',
    locators,
  );
  const { sources, statements, gaps } = compile({ 'a.yaml': changed(said, 'what the lamp cost', gap) });
  const [source] = sources;
  if (source === undefined) throw new Error('no source');
  return verifySource({ source, statements, gaps }, article);
}

const linesOf = ({ sentences }: VerifyReport) =>
  Object.fromEntries(sentences.map(({ locator, line }) => [locator, line]));
const missingIn = ({ sentences }: VerifyReport) =>
  sentences.flatMap(({ locator, line }) => (line === null ? [locator] : []));

describe('each sentence is found by its hash', () => {
  test('in a copy of the article, with the line it begins on', () => {
    const report = verify(ARTICLE);
    expect(linesOf(report)).toEqual({ headline: 1, '1.1': 3, '2.1': 5, '3.1': 7, '3.2': 7, '3.3': 7, '4.1': 9 });
    expect(report.proven).toBe(true);
  });

  test.each([
    ['wrapped at 40 columns', wrapped(ARTICLE, 40)],
    ['with Windows line ends', ARTICLE.replaceAll('\n', '\r\n')],
    ['with old Mac line ends', ARTICLE.replaceAll('\n', '\r')],
    ['without blank lines', ARTICLE.replaceAll('\n\n', '\n')],
    ['with many blank lines and indentation', ARTICLE.replaceAll('\n\n', '\n \n\t\n   ')],
    ['with doubled and unbreakable spaces', ARTICLE.replaceAll(' ', ' \u00a0')],
    ['with its headline repeated', `${SENTENCES.headline}\n\n${ARTICLE}`],
    ['with its headline repeated in other letters', ARTICLE.replace('\n', `\n\n${SENTENCES.headline.toUpperCase()}\n`)],
    ['with its last full stop missing', ARTICLE.trimEnd().slice(0, -1)],
    ['with a full stop set after the first paragraph', changed(ARTICLE, 'on Monday\n', 'on Monday.\n')],
    ['with a byte order mark', `\ufeff${ARTICLE}`],
    ['between other paragraphs', `Home | News. More.\n\n${ARTICLE}\n\nRead more. Share this`],
    [
      'with its locators before the sentences',
      Object.entries(SENTENCES)
        .map(([at, text]) => (at === 'headline' ? `headline: ${text}\n` : `[${at}] ${text}`))
        .join('\n'),
    ],
    ['on a single line', ARTICLE.replace(/\s+/g, ' ')],
    [
      'on a single line, its headline repeated in other letters',
      `${SENTENCES.headline} ${SENTENCES.headline.toLowerCase()} ${ARTICLE.slice(SENTENCES.headline.length)}`.replace(
        /\s+/g,
        ' ',
      ),
    ],
  ])('%s', (_, article) => {
    expect(missingIn(verify(article))).toEqual([]);
    expect(verify(article).proven).toBe(true);
  });
});

describe('a sentence is missing', () => {
  test.each([
    ['when a word is changed', changed(ARTICLE, '212 steps', '211 steps'), ['3.1']],
    ['when a letter changes its case', changed(ARTICLE, 'The storm had', 'the storm had'), ['4.1']],
    [
      'when words follow before its full stop',
      changed(ARTICLE, 'part of the roof.', 'part of the roof on Monday.'),
      ['4.1'],
    ],
    ['when words precede it', changed(ARTICLE, 'The storm had', 'But The storm had'), ['4.1']],
    [
      'when words follow on a single line',
      changed(ARTICLE, 'part of the roof.', 'part of the roof at night.').replace(/\s+/g, ' '),
      ['4.1'],
    ],
    ['when the first paragraph stands in the second only', changed(ARTICLE, `${SENTENCES['1.1']}\n\n`, ''), ['1.1']],
    [
      'when the first paragraph stands in the second only, and a line break falls before and after it',
      changed(changed(ARTICLE, `${SENTENCES['1.1']}\n\n`, ''), '2031) ', '2031)\n'),
      ['1.1'],
    ],
    [
      'when two sentences are run together',
      changed(ARTICLE, 'tower," she said. Was it', 'tower," she said, was it'),
      ['3.2', '3.3'],
    ],
    ['when a sentence is cut in two by a blank line', changed(ARTICLE, 'had torn', 'had\n\ntorn'), ['4.1']],
    ['in an empty file', '', Object.keys(SENTENCES)],
  ])('%s', (_, article, missing) => {
    expect(missingIn(verify(article))).toEqual(missing);
    expect(verify(article).proven).toBe(false);
  });
});

describe('the order of the sentences', () => {
  test('must be that of the locators', () => {
    const report = verify(
      changed(ARTICLE, `${SENTENCES['3.2']} ${SENTENCES['3.3']}`, `${SENTENCES['3.3']} ${SENTENCES['3.2']}`),
    );
    expect(report.misplaced).toEqual([{ locator: '3.3', after: '3.2' }]);
    expect(report.proven).toBe(false);
  });

  test('is not broken by a headline that comes again at the end', () => {
    expect(verify(`${ARTICLE}\n${SENTENCES.headline}\n`).misplaced).toEqual([]);
  });

  test('is judged among the sentences that are there', () => {
    expect(verify(changed(ARTICLE, SENTENCES['2.1'], '')).misplaced).toEqual([]);
  });
});

describe('a quoted phrase', () => {
  test.each([
    ['stands in the sentence that is cited', 'She called it "remarkably stubborn".', '[3.1, 3.2]', '3.2'],
    ['may stand in curly quotation marks', 'She called it “remarkably stubborn”.', '[3.2]', '3.2'],
    ['may come from the headline', 'The headline says "Lights Its Lamp".', '[headline]', 'headline'],
    ['is not proven by a sentence that is not cited', 'She called it "remarkably stubborn".', '[3.1]', null],
    ['must stand there byte for byte', 'She called it "Remarkably stubborn".', '[3.2]', null],
    ['must have its closing mark', 'She called it "remarkably stubborn', '[3.2]', null],
    ['must not be one that the article lacks', 'She called it "beautiful".', '[3.2]', null],
  ])('%s', (_, text, locators, locator) => {
    const report = verify(ARTICLE, text, locators);
    expect(report.quotes).toEqual([expect.objectContaining({ statement: 'lamp-lit', locator })]);
    expect(report.proven).toBe(locator !== null);
  });

  test('is not proven by a sentence that the copy lacks', () => {
    const report = verify(changed(ARTICLE, 'old tower', 'tower'), 'She called it "remarkably stubborn".', '[3.2]');
    expect(report.quotes[0]?.locator).toBeNull();
  });

  test('is checked wherever a text has one', () => {
    const { quotes } = verify(ARTICLE, 'It is "old", "stubborn" and "grand".', '[3.2]');
    expect(quotes.map(({ phrase, locator }) => [phrase, locator])).toEqual([
      ['old', '3.2'],
      ['stubborn', '3.2'],
      ['grand', null],
    ]);
  });
});

describe('words of the article in a row', () => {
  const NINE = 'climbed the 212 steps with a box of matches';
  const EIGHT = 'the 212 steps with a box of matches';

  test('are reported when there are more than eight', () => {
    const { overlaps, proven } = verify(ARTICLE, `Ada Finch then ${NINE} at noon.`);
    expect(overlaps).toEqual([{ id: 'lamp-lit', phrase: NINE, words: 9 }]);
    expect(proven).toBe(true);
  });

  test('are no matter when there are eight', () => {
    expect(verify(ARTICLE, `Ada Finch then took ${EIGHT} at noon.`).overlaps).toEqual([]);
  });

  test('are reported whatever their case and punctuation', () => {
    expect(verify(ARTICLE, 'Climbed: the 212 STEPS - with a "box" of matches.').overlaps).toEqual([]);
    expect(verify(ARTICLE, 'Climbed: the 212 STEPS - with a box, of matches.').overlaps[0]?.words).toBe(9);
  });

  test('are no matter in quotation marks', () => {
    expect(verify(ARTICLE, `She "${NINE}".`, '[3.1]').overlaps).toEqual([]);
  });

  test('are no matter in the title', () => {
    expect(verify(ARTICLE, `The headline is: ${SENTENCES.headline}`, '[headline]').overlaps).toEqual([]);
  });

  test('are reported in gaps too', () => {
    expect(verify(ARTICLE, 'The lamp burns.', '[1.1]', `why she ${NINE}`).overlaps).toEqual([
      { id: 'lamp-cost', phrase: NINE, words: 9 },
    ]);
  });

  test('are reported once, as long as they run', () => {
    const whole = 'Mayor Ada Finch climbed the 212 steps with a box of matches, as she had promised to do in April.';
    expect(verify(ARTICLE, whole).overlaps).toEqual([{ id: 'lamp-lit', phrase: whole, words: 20 }]);
  });
});

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'gm'), '$1\n').replace(/\n{3,}/g, '\n\n');
}
