import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSelector, type SelectionCandidate } from '../../src/selection/selector.ts';
import { surroundingsIn } from '../../src/selection/surroundings.ts';
import { paragraph, statisticsOf } from './corpus.ts';

const BRIDGE = paragraph('Harbour bridge', [
  'The harbour bridge joins the old town to the northern shore.',
  'It was opened by Queen Mathilda in 1931 after a delay of three years.',
  'Its engineer, Tomas Brandt, had built two smaller bridges in Norway.',
  'The deck was closed because salt had eaten into the cables.',
  'Today about 40,000 cars cross the bridge each day.',
  'Ferries stopped running when the bridge was finished.',
]);
const MILL = paragraph('Paper mill', [
  'The paper mill stands on the river below the bridge.',
  'It was founded by the Lindqvist family in 1874.',
  'Some 600 people worked at the mill before the war.',
]);
const ALL = [...BRIDGE, ...MILL];

const selector = createSelector(statisticsOf(ALL.map(({ text }) => text)));
const best = (question: string, candidates: readonly SelectionCandidate[] = ALL): string | undefined =>
  candidates[selector.rank(question, candidates).judged[0]?.at ?? -1]?.text;

describe('the sentence that answers comes first', () => {
  it.each([
    ['When was the harbour bridge opened?', 'It was opened by Queen Mathilda in 1931 after a delay of three years.'],
    ['Who was the engineer of the bridge?', 'Its engineer, Tomas Brandt, had built two smaller bridges in Norway.'],
    ['why was the deck of the bridge closed', 'The deck was closed because salt had eaten into the cables.'],
    ['How many cars cross the bridge each day?', 'Today about 40,000 cars cross the bridge each day.'],
    ['How many people worked at the paper mill?', 'Some 600 people worked at the mill before the war.'],
    ['Who founded the paper mill?', 'It was founded by the Lindqvist family in 1874.'],
    ['What did the bridge do to ferries?', 'Ferries stopped running when the bridge was finished.'],
  ])('%s', (question, answer) => {
    expect(best(question)).toBe(answer);
  });
});

describe('of two sentences with the same words', () => {
  it('the one with a date answers when', () => {
    const texts = ['The tower of Vell was built of red stone.', 'The tower of Vell was built in 1402.'];
    expect(
      best(
        'When was the tower of Vell built?',
        texts.map((text) => ({ text })),
      ),
    ).toBe(texts[1]);
  });

  it('the one with a number answers how many', () => {
    const texts = ['Bells hang in the tower of Vell.', 'Seven bells hang in the tower of Vell.'];
    expect(
      best(
        'How many bells hang in the tower of Vell?',
        texts.map((text) => ({ text })),
      ),
    ).toBe(texts[1]);
  });

  it('a number that the question itself gives is no answer to how many', () => {
    const texts = ['In 1402 ships came to Vell.', 'In 1402 ships came to Vell, 30 of them.'];
    expect(
      best(
        'How many ships came to Vell in 1402?',
        texts.map((text) => ({ text })),
      ),
    ).toBe(texts[1]);
  });

  it('the one from the source with the right title is taken', () => {
    const text = 'It was founded by monks in the year 1230.';
    const candidates = ['Abbey of Orn', 'Abbey of Tal'].map((title) => ({ text, title }));
    expect(selector.rank('Who founded the abbey of Tal?', candidates).judged[0]?.at).toBe(1);
  });

  it('the one that follows a sentence about the subject is taken', () => {
    const text = 'It was sold in 1951.';
    const candidates = ['The castle stood empty for long.', 'The brewery stood empty for long.'].map((before) => ({
      text,
      title: 'Town',
      around: surroundingsIn([before, text])(1),
    }));
    expect(selector.rank('When was the brewery sold?', candidates).judged[0]?.at).toBe(1);
  });
});

describe('equal candidates', () => {
  it('keep the order in which they came', () => {
    const same = { text: 'The mill stands on the river.' };
    expect(selector.rank('Where does the mill stand?', [same, same, same]).judged.map(({ at }) => at)).toEqual([
      0, 1, 2,
    ]);
  });
});

describe('languages other than English', () => {
  it('a Korean question finds the sentence with its words', () => {
    const texts = ['시장은 월요일에 도서관을 열었다.', '다리는 1931년에 완공되었다.', '공장은 강가에 있다.'];
    expect(
      best(
        '다리는 언제 완공되었습니까?',
        texts.map((text) => ({ text })),
      ),
    ).toBe(texts[1]);
  });

  it('a Japanese question finds the sentence with its words', () => {
    const texts = ['市長は月曜日に図書館を開いた。', '橋は1931年に完成した。', '工場は川のそばにある。'];
    expect(
      best(
        '橋はいつ完成しましたか',
        texts.map((text) => ({ text })),
      ),
    ).toBe(texts[1]);
  });
});

describe('whatever is asked of whatever text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      ' ',
      'Who?',
      '1'.repeat(3_000),
      'A '.repeat(3_000),
      '"'.repeat(3_000),
      '다리',
      '橋',
      '\u{ad}\r\n\ufeff',
    ),
    fc.constantFrom(...ALL.map((each) => each.text)),
  );
  const around = fc.array(text, { maxLength: 6 }).map((texts) => surroundingsIn(texts)(Math.min(3, texts.length)));
  const candidate = fc.record({ text, title: text, around }, { requiredKeys: ['text'] });

  it('every candidate is judged once, best first, with a finite score', () => {
    fc.assert(
      fc.property(text, fc.array(candidate, { maxLength: 6 }), (question, candidates) => {
        const { judged, probability } = selector.rank(question, candidates);
        expect(judged.map(({ at }) => at).sort((a, b) => a - b)).toEqual(candidates.map((_, at) => at));
        const scores = judged.map(({ score }) => score);
        expect(scores.every(Number.isFinite)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('the order of candidates does not change their scores', () => {
    fc.assert(
      fc.property(text, fc.array(candidate, { maxLength: 6 }), (question, candidates) => {
        const scores = (list: typeof candidates): number[] =>
          selector.rank(question, list).judged.map(({ score }) => score);
        expect(scores([...candidates].reverse())).toEqual(scores(candidates));
      }),
      { numRuns: 100 },
    );
  });

  it('a selector gives the same answer after any other question', () => {
    fc.assert(
      fc.property(text, text, fc.array(candidate, { maxLength: 4 }), (question, other, candidates) => {
        const fresh = createSelector(statisticsOf(ALL.map((each) => each.text)));
        const before = fresh.rank(question, candidates);
        fresh.rank(other, candidates);
        expect(fresh.rank(question, candidates)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
