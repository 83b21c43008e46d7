import { afterEach, describe, expect, it } from 'vitest';
import { openFrom } from '../../adapters/record.ts';
import { createBot, type Reply } from '../../src/index.ts';
import { type Person, PLATFORMS, type Started } from './platforms.ts';

/** What is asked everywhere, as a conversation of one person: answers, follow-ups, abstentions, small talk. */
const CONVERSATION = [
  'What did Moon send to Abe?',
  'How long did Lee and Abe talk?',
  'Who told reporters about it?',
  'List everything Abe said',
  'What did Abe write in his letter to Moon?',
  'Who is right, Japan or South Korea?',
  'thanks!',
  'What is the capital of France?',
];
/** Each platform takes its own signs out of these. */
const ODD = [
  '**bold** [link](https://evil.example) @everyone <@123456789012345678> <!channel>',
  'x'.repeat(1500),
  'Abe '.repeat(200),
];

let started: Started | null = null;
afterEach(async () => {
  await started?.stop();
  started = null;
});

/** What the core says to the same conversation. */
async function expected(): Promise<Reply[]> {
  const bot = createBot({ record: await openFrom(undefined, { root: '.' }) });
  const replies: Reply[] = [];
  for (const text of CONVERSATION) replies.push(await bot.respond({ text, conversation: 'one', person: 'one' }));
  return replies;
}

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const marks = (text: string) => [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));

describe.each(PLATFORMS)('$name', ({ start }) => {
  const set = async (): Promise<Person> => {
    started = await start();
    return started.person;
  };

  it('says the same words with the same citations in the same order, and keeps the conversation', async () => {
    const person = await set();
    for (const [at, reply] of (await expected()).entries()) {
      const shown = await person.ask(CONVERSATION[at] ?? '');
      for (const { text } of reply.lines) expect(words(shown).join(' ')).toContain(words(text).join(' '));
      for (const { line } of reply.references) expect(words(shown).join(' ')).toContain(words(line).join(' '));
      if (reply.lead !== null) expect(words(shown).join(' ')).toContain(words(reply.lead).join(' '));
      const cited = reply.lines.map(({ reference }) => reference);
      expect(marks(shown).slice(0, cited.length)).toEqual(cited);
    }
  }, 60_000);

  it('ignores itself', async () => {
    const person = await set();
    expect(await person.hearsItself('What did Moon send to Abe?')).toBe(0);
  });

  it('pings nobody and stays within the limits of the platform', async () => {
    const person = await set();
    for (const text of [...CONVERSATION, ...ODD]) await person.ask(text);
    expect(await started?.violations()).toEqual([]);
  }, 60_000);
});
