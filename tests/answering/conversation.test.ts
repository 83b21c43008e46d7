import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/chat/conversation.ts';
import { ask, cited, shippedRecord } from '../record.ts';

const record = await shippedRecord();

describe('a follow-up is understood by what was said before', () => {
  const FOLLOW_UPS: readonly (readonly [readonly string[], string, string])[] = [
    [['Who brought the message to Abe?', 'why was he in Japan?'], '3.1', '"he" is the one who was named in the answer'],
    [['what happened to the intel pact', 'when was that?'], '7.1', '"that" is the event'],
    [['How long did Abe and Lee talk?', 'says who?'], '3.2', 'nothing but the asking'],
    [['What did the court order?', 'and who gets the money?'], '6.1', 'the topic stays'],
    [['Who is Moon Jae-in?', 'Who did he write to?'], '1.1', '"he" is the one asked about'],
    [['How long did Abe and Lee talk?', 'hi', 'says who?'], '3.2', 'small talk does not end a topic'],
    [
      ['How long did Abe and Lee talk?', "what's the weather in Oslo?", 'says who?'],
      '3.2',
      'an abstention does not end a topic',
    ],
    [['Who is the president of South Korea?', 'and the prime minister?'], '1.1', 'the same asked of another office'],
    [['Who is Lee Nak-yeon?', 'and what about Naruhito?'], '3.1', 'the same asked of another person'],
    [["Who is Japan's premier?", 'so what does he want from Seoul?'], '5.1', '"he" is the one who was named'],
    [['What did Abe say of his neighbour?', 'and about North Korea?'], '3.3', 'the same asked about something else'],
  ];
  it.each(FOLLOW_UPS)('%j -> %s (%s)', async (questions, place) => {
    const { line } = await ask(record, ...questions);
    expect(cited(line).map((each) => each.split('@')[1])).toEqual([place]);
  });

  it('"what else" lists what the speaker said elsewhere', async () => {
    const { line } = await ask(record, 'What did Abe call Japan and South Korea?', 'What else did he say?');
    expect(cited(line).map((each) => each.split('@')[1])).toEqual(['4.1', '5.1']);
  });

  it('a new topic is not dragged into the old one', async () => {
    const { line } = await ask(
      record,
      'How long did Abe and Lee talk?',
      'When did South Korea announce the end of the intelligence pact?',
    );
    expect(cited(line)).toEqual(['pact-ended@7.1']);
  });

  it('without anything said before, a question of pronouns alone is not answered', async () => {
    const { line } = await ask(record, 'and why?');
    expect(line.status).toBe('abstained');
  });
});

describe('the memory of conversations is bounded', () => {
  const turn = (term: string) => ({ language: 'en' as const, asked: '', terms: [term], persons: [], statements: [] });

  it('six turns of each are kept', () => {
    const held = createConversations(() => 0);
    for (const term of 'abcdefgh') held.add('one', turn(term));
    expect(held.turns('one').map(({ terms }) => terms[0])).toEqual([...'cdefgh']);
  });

  it('after half an hour of silence nothing is left', () => {
    let now = 0;
    const held = createConversations(() => now);
    held.add('one', turn('a'));
    now = 30 * 60_000;
    expect(held.turns('one')).toHaveLength(1);
    now += 1;
    expect(held.turns('one')).toEqual([]);
  });

  it('of too many, the least recently used is dropped', () => {
    const held = createConversations(() => 0, { turns: 6, lifetime: 1, conversations: 2 });
    held.add('one', turn('a'));
    held.add('two', turn('b'));
    held.add('one', turn('c'));
    held.add('three', turn('d'));
    expect([held.turns('one').length, held.turns('two').length, held.turns('three').length]).toEqual([2, 0, 1]);
  });
});
