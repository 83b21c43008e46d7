import { describe, expect, it } from 'vitest';
import { smallTalk } from '../../src/chat/small-talk.ts';
import { ask, shippedRecord } from '../record.ts';

describe('small talk is met in kind', () => {
  it.each([
    ['hi', 'greeting'],
    ['Good morning, bot!', 'greeting'],
    ['yo', 'greeting'],
    ['thanks a lot', 'thanks'],
    ['ty, you saved me on deadline', 'thanks'],
    ['bye', 'farewell'],
    ['help', 'help'],
    ['help - how does this thing work?', 'help'],
    ['what can I ask you?', 'help'],
    ['who are you?', 'about'],
    ['wait who are you exactly', 'about'],
    ['are you a bot or a human?', 'about'],
    ['so who might you be?', 'about'],
    ['are you a real person?', 'about'],
    ['is anybody there?', 'greeting'],
    ['many thanks, dear bot, that was very kind of you', 'thanks'],
    ['gotta run, bye for now', 'farewell'],
  ])('%s -> %s', (text, kind) => {
    expect(smallTalk(text)).toEqual({ kind, language: 'en' });
  });

  it.each([
    ['안녕하세요!', 'ko', 'greeting'],
    ['ㅎㅇ', 'ko', 'greeting'],
    ['답변 감사합니다', 'ko', 'thanks'],
    ['ㄳ', 'ko', 'thanks'],
    ['안녕히계세요', 'ko', 'farewell'],
    ['도움말', 'ko', 'help'],
    ['뭐 할 수 있어', 'ko', 'help'],
    ['안녕, 넌 누구야?', 'ko', 'about'],
    ['こんにちは！', 'ja', 'greeting'],
    ['やあ', 'ja', 'greeting'],
    ['ありがとうございます。助かりました', 'ja', 'thanks'],
    ['あざす', 'ja', 'thanks'],
    ['さようなら', 'ja', 'farewell'],
    ['ﾍﾙﾌﾟ', 'ja', 'help'],
    ['使い方を教えてください', 'ja', 'help'],
    ['何ができる？', 'ja', 'help'],
    ['あなたは誰ですか？', 'ja', 'about'],
  ])('%s is %s: %s', (text, language, kind) => {
    expect(smallTalk(text)).toEqual({ kind, language });
  });

  it.each([
    'hi, who wrote the letter?',
    'thanks, and how long did they talk?',
    'who is Abe?',
    'ok great. next, which court gave the order',
    'good morning, what did the court order',
    'help me understand why relations got worse',
    '',
    '고마워, 누가 편지를 보냈어',
    '누구야?',
    '이름이 뭐야?',
    '일본은 뭘 할 수 있어?',
    'ありがとう、会談は何分でしたか',
    'それは誰ですか？',
    '徴用工とは何ですか',
    '名前は？',
  ])('a question is no small talk, however it begins: %s', (text) => {
    expect(smallTalk(text)).toBeNull();
  });

  it.each(['ㅋ', 'ㄳ', 'ㅇㅇ', '방가', 'ー', 'w', 'やあ', '助かりました', 'hi '])(
    'a message of many %s takes no longer than others',
    (sign) => {
      const start = performance.now();
      smallTalk(`${sign.repeat(Math.floor(150 / sign.length))}x`);
      expect(performance.now() - start).toBeLessThan(100);
    },
  );

  it.each([
    ['안녕하세요', 'ko', '출처'],
    ['こんにちは', 'ja', '出典'],
  ])('%s is greeted in its language', async (text, language, word) => {
    const { reply } = await ask(await shippedRecord(), text);
    expect(reply).toMatchObject({ kind: 'small-talk', language });
    expect(reply.lead).toContain(word);
  });

  it('a greeting cites nothing and offers questions that the record answers', async () => {
    const record = await shippedRecord();
    const { reply } = await ask(record, 'hello');
    expect(reply.references).toEqual([]);
    expect(reply.suggestions).toHaveLength(3);
    for (const question of reply.suggestions) expect((await ask(record, question)).line.status).toBe('answered');
  });
});
