import { describe, expect, it } from 'vitest';
import type { ContractLine, OpenRecord } from '../../src/index.ts';
import { ask, shippedRecord } from '../record.ts';

const record: OpenRecord = await shippedRecord();

const placeOf = ({ citations: [first] }: ContractLine): string => `${first?.paragraph}.${first?.sentence}`;

describe('a question is answered in its own language, from the same place', () => {
  it.each([
    ['두 총리는 얼마나 대화했나요?', 'ko', '3.2', '20분'],
    ['두총리대화시간', 'ko', '3.2', '20분'],
    ['지소미아 종료는 누가 발표했나요?', 'ko', '7.1', '한국'],
    ['한일 관계가 왜 나빠졌나요?', 'ko', '6.1', '수출'],
    ['두 首相은 몇 분 동안 이야기했나요?', 'ko', '3.2', '20분'],
    ['二人の首相は何分間話しましたか？', 'ja', '3.2', '20分'],
    ['李洛淵首相はなぜ日本に来たのですか', 'ja', '3.1', '即位'],
    ['イ・ナギョン首相が来日した目的は？', 'ja', '3.1', '即位'],
    ['ｲﾅｷﾞｮﾝ首相が来日した目的は？', 'ja', '3.1', '即位'],
    ['日韓関係はなぜ悪化したの？', 'ja', '6.1', '輸出'],
  ])('%s -> %s, %s', async (question, language, place, told) => {
    const { line } = await ask(record, question);
    expect({ status: line.status, language: line.language, place: placeOf(line) }).toEqual({
      status: 'answered',
      language,
      place,
    });
    expect(line.text).toContain(told);
  });
});

describe('what is not on record is not answered in any language', () => {
  it.each([
    ['친서에는 뭐라고 쓰여 있었나요?', 'ko'],
    ['배상금은 얼마인가요?', 'ko'],
    ['누가 옳다고 생각하나요?', 'ko'],
    ['김치찌개 레시피 알려줘', 'ko'],
    ['親書には何が書かれていましたか？', 'ja'],
    ['賠償金はいくらですか？', 'ja'],
    ['どちらが正しいと思いますか？', 'ja'],
    ['ラーメンの作り方を教えて', 'ja'],
  ])('%s', async (question, language) => {
    const { line } = await ask(record, question);
    expect({ status: line.status, language: line.language }).toEqual({ status: 'abstained', language });
    expect(line.citations).toEqual([]);
  });
});

it('a conversation may change its language: asked in English, followed up in Korean and Japanese', async () => {
  const korean = await ask(record, 'Why did Lee Nak-yeon come to Japan?', '두 총리는 얼마나 이야기했어요?');
  expect(korean.line).toMatchObject({ status: 'answered', language: 'ko' });
  const japanese = await ask(record, 'Who sent Abe a message?', 'それを運んだのは誰ですか？');
  expect(japanese.line).toMatchObject({ status: 'answered', language: 'ja' });
});
