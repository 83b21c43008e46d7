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
  ])('%s -> %s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind);
  });

  it.each([
    'hi, who wrote the letter?',
    'thanks, and how long did they talk?',
    'who is Abe?',
    'help me understand why relations got worse',
    '',
  ])('a question is no small talk, however it begins: %s', (text) => {
    expect(smallTalk(text)).toBeNull();
  });

  it('a greeting cites nothing and offers questions that the record answers', async () => {
    const record = await shippedRecord();
    const { reply } = await ask(record, 'hello');
    expect(reply.references).toEqual([]);
    expect(reply.suggestions).toHaveLength(3);
    for (const question of reply.suggestions) expect((await ask(record, question)).line.status).toBe('answered');
  });
});
