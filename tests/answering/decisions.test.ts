import { describe, expect, it } from 'vitest';
import { ask, cited, shippedRecord } from '../record.ts';

const record = await shippedRecord();

/** Question, the citations in order, why. */
const ANSWERED: readonly (readonly [string, readonly string[], string])[] = [
  ['why did relations get worse?', ['relations-worsened@6.1'], 'the cause stands in one statement'],
  ["who carried Moon's message to Abe?", ['message-carrier@1.1'], 'what 1.1 and 2.1 both say is cited from 1.1'],
  ['did Moon hand the letter to Abe himself?', ['message-carrier@1.1'], 'no: it went through another person'],
  ['how long did the two prime ministers talk?', ['talk-length@3.2'], 'a duration is asked for and given'],
  ['did they talk for over an hour?', ['talk-length@3.2'], 'no: another length is on record'],
  ['did Japan end the intelligence pact?', ['pact-ended@7.1'], 'no: another government did'],
  ['was it a court in Tokyo that gave the order?', ['court-order@6.1'], 'no: another city'],
  ['who was the compensation for?', ['compensation-for@6.1'], 'a purpose within a longer sentence'],
  [
    'list everything Abe said',
    ['abe-stressed@3.3', 'abe-complex@4.1', 'abe-promises@5.1'],
    'one statement for each place, in reading order',
  ],
  [
    'Why did Lee come to Japan, and how long did he talk with Abe?',
    ['visit-purpose@3.1', 'talk-length@3.2'],
    'two parts, two answers',
  ],
  ['who is the president of South Korea?', ['moon-office@1.1'], 'the present tense is the present of the record'],
  ['when was this article written?', ['article-date@2.1'], 'the date stands in the dateline only'],
  ['who published it?', ['article-agency@2.1'], 'the agency stands in the dateline only'],
  ['wat did abe say abt north corea', ['abe-north-korea@3.3'], 'chat spelling and a slip'],
  ['what came first, the court order or the export limits?', ['limits-after-order@6.1'], 'the order of two events'],
  ["what's the headline?", ['article-title@headline'], 'the headline is a place of its own'],
];

/** Question, reason, gap, why. */
const ABSTAINED: readonly (readonly [string, string, string | null, string])[] = [
  ['what did the letter say?', 'not-on-record', 'message-content', 'the message is on record, its content is not'],
  ['what did Abe write in his letter to Moon?', 'false-premise', 'premise-abe-wrote', 'it went the other way'],
  ['where did the two prime ministers have their talk?', 'not-on-record', 'talk-place', 'no place is given'],
  [
    'did Moon meet Abe?',
    'not-on-record',
    'moon-abe-meeting',
    'no meeting of these two is reported: neither yes nor no',
  ],
  ['why did Japan end the intelligence pact?', 'false-premise', 'premise-japan-ended-pact', 'Japan did not'],
  ['why did South Korea end the intelligence pact?', 'not-on-record', 'pact-reason', 'no reason is given'],
  ['how much compensation do the companies have to pay?', 'not-on-record', 'court-amount', 'no amount is given'],
  ['did they agree to meet again?', 'not-on-record', 'summit-plans', 'no such agreement is reported'],
  ['was the letter handwritten?', 'not-on-record', 'message-appearance', 'not described'],
  ['what did Trump say about the pact?', 'not-on-record', 'trump-view', 'a person who is not in the record'],
  ['who is right, Japan or South Korea?', 'opinion', 'opinion-blame', 'a judgement'],
  ['should South Korea have kept the pact?', 'opinion', 'opinion-should', 'a judgement'],
  ["what's the weather in Tokyo tomorrow?", 'off-topic', 'off-topic', 'shares a name with the record and nothing else'],
  ['write me a python function that reverses a list', 'off-topic', 'off-topic', 'no question to a record'],
  ['', 'empty', null, 'nothing is asked'],
  ['🙂🙂', 'empty', null, 'nothing is asked in words'],
  ['Где находится Сеул?', 'unsupported-language', null, 'a script that the record is not written in'],
];

describe('what is on record is answered from the place where it stands', () => {
  it.each(ANSWERED)('%s -> %j (%s)', async (question, citations) => {
    const { line } = await ask(record, question);
    expect({ status: line.status, cited: cited(line) }).toEqual({ status: 'answered', cited: citations });
  });
});

describe('what is not on record is not answered, and the reason is told', () => {
  it.each(ABSTAINED)('%s -> %s, %s (%s)', async (question, reason, gap) => {
    const { line } = await ask(record, question);
    expect({ status: line.status, reason: line.reason, gap: line.gap }).toEqual({ status: 'abstained', reason, gap });
    expect(line.citations).toEqual([]);
  });
});

describe('an abstention is of use', () => {
  it('says what is missing and what is on record nearby, with its citation', async () => {
    const { reply } = await ask(record, 'what did the letter say?');
    expect(reply.text).toContain('Not on record.');
    expect(reply.text).toContain('does not say what the message');
    expect(reply.lines.length).toBeGreaterThan(0);
    expect(reply.references).toHaveLength(reply.lines.length);
  });

  it('shows what both sides said or did where a judgement is asked for', async () => {
    const { line } = await ask(record, 'who is right, Japan or South Korea?');
    expect(line.related.map(({ statement }) => statement)).toEqual(['relations-worsened', 'abe-promises']);
  });

  it('tells which words it missed', async () => {
    const { line } = await ask(record, 'did Lee bring a zeppelin to Tokyo?');
    expect(line.status).toBe('abstained');
    expect(line.explain.missing).toContain('zeppelin');
  });
});
