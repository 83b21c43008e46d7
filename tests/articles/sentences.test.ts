import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/articles/sentences.ts';

/** Sentences are parted by ` | ` where they have white space between them, by `|` where they have none. */
function check(marked: string): void {
  const text = marked.replaceAll(' | ', ' ').replaceAll('|', '');
  const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
  expect(sentences).toEqual(marked.split(/ ?\| ?/));
}

describe('an English sentence does not end', () => {
  test.each([
    'Mr. Smith met Dr. Jones on Jan. 5. | They spoke.',
    'Gen. Park and Lt. Col. Kim met Sen. Lee in Washington, D.C. on Oct. 24. | Talks failed.',
    'Samsung Electronics Co. and SK Hynix Inc. fell. | Sony Corp. rose.',
    'The firm Acme Inc. Chairman Lee runs grew.',
    'It was No. 7 on p. 12 of vol. 3. | No. | They said no.',
    'See e.g. Smith et al. (2019) for more. | It helps.',
    'The St. Louis team beat Mt. Vernon. | Good.',
  ])('at an abbreviation: %s', check);

  test.each([
    'The U.S. Department of State declined. | It gave no reason.',
    'He lives in the U.S. | She lives in Japan.',
    'It was 5 p.m. on Tuesday. | The U.N. met at 6 p.m. | Nobody came.',
    'It began at 5 p.m. Tuesday and at 6 p.m. KST. | It ended.',
    'U.S.-led talks began. | She has a Ph.D. | The end.',
  ])('at an abbreviation with stops inside, unless a new one begins: %s', check);

  test.each([
    'J. R. R. Tolkien wrote it. | George W. Bush read it.',
    'It was E. O. Wilson and A. A. Milne. | John F. Kennedy knew.',
    'They lack vitamin D. | Not only that.',
    'So do I. | Abe agreed.',
    'It reached 30 °C. | Nobody slept.',
  ])('at an initial: %s', check);

  test.each([
    'The price rose 3.5 percent to $1.25. | It fell by 0.1.',
    'Visit www.example.com. | It is free.',
    'Well… maybe. | Fine.',
    'He paused . . . then spoke. | All heard.',
    'Wait... what now?',
    '1. Light the lamp. | (2) Put it out.',
    'The firm Yahoo! Japan grew.',
  ])('within a number, an address, an ellipsis, a name: %s', check);
});

describe('a quotation', () => {
  test.each([
    '“We will act.” | He then left.',
    '"We will act," he said. | "We must."',
    'He said, “We will act.” | Then he left.',
    "'We will act.' | 'We must.'",
    'Abe said: "It is difficult." | Moon disagreed.',
    '(This is so.) | That is not.',
  ])('keeps its full stop and closing marks: %s', check);

  test.each([
    'He asked, "Why?" and left. | "Go!" she cried.',
    '“Why not?” Mr. Abe asked. | Nobody knew.',
    'The (really!) big lamp.',
  ])('does not end the sentence around it: %s', check);
});

describe('marks after the full stop belong to the sentence', () => {
  test.each([
    'The lamp burns.[3] | The storm is over.[Note 4]',
    'The lamp burns.³ | The storm is over.',
    '**The lamp burns.** | _It does._ | So.',
    'The lamp burns. * * *',
  ])('%s', check);
});

describe('a Japanese sentence', () => {
  test.each([
    '文大統領は書簡を送った。|安倍首相は「困難だ。」と述べた。',
    '「そうか！」|彼は言った。|「はい。」|「本当ですか？」|終わり。',
    '価格は3.5％上昇した。|その後、下落した！|なぜ？|不明。',
    '大統領は（昨日。）会談した。|終わり。',
    '首相は言った。|「難しい。」|「でも、やる。」|でも、やらない。',
    '彼は去った。 | 終わり。',
  ])('ends at its own marks, closing ones included: %s', check);
});

describe('a Korean sentence', () => {
  test.each([
    '한국 정부는 어제 발표했다. | 일본은 반발했다. | "유감이다."라고 말했다.',
    '물가는 3.5% 올랐다. | 그는 "안 된다."고 했다. | 끝났다!',
    '문재인 대통령은 24일 말했다. | "대화하자." | 아베 총리는 답하지 않았다.',
    '그는 "안 된다." 라고 말했다. | 왜?',
    '끝났다.|그러나 다시 시작했다.',
  ])('ends at its full stop, not at that of a quotation it takes up: %s', check);
});

describe('however long the text', () => {
  test('a sentence ends where it ends in a short one', () => {
    const sentence = 'Mr. Abe sent "a letter." He paid 3.5 yen on Oct. 24. ';
    const short = sentencesOf(sentence).length;
    expect(sentencesOf(sentence.repeat(2_000))).toHaveLength(2_000 * short);
    expect(sentencesOf(`${'word '.repeat(5_000)}ends. Then another.`)).toHaveLength(2);
  });

  test.each(['。「', '.[', '? ', '… ', '" ', '。 （', '.) '])('%j repeated does not take long', (text) => {
    const started = performance.now();
    sentencesOf(text.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
