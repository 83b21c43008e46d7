import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Running, startBot } from './bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import {
  asks,
  asksAbout,
  inDirectMessage,
  inGuild,
  mentions,
  messageIn,
  person,
  replies,
  types,
  uses,
  writes,
} from './loopback/people.ts';
import type { Call, Json } from './loopback/rest.ts';

const QUESTION = 'What did Moon send to Abe?';

let discord: LoopbackDiscord;
let bot: Running;
beforeEach(async () => {
  discord = await startLoopbackDiscord();
  bot = await startBot(discord);
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

const responses = () => discord.calls.filter(({ path }) => path.endsWith('/callback'));
const messages = () => discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
const data = (call: Call) => (call.body.data ?? {}) as Json;
const content = (call: Call) => String(('content' in call.body ? call.body : data(call)).content);
const response = () => discord.until(() => responses()[0]);
const message = () => discord.until(() => messages()[0]);
/** Everything that was under way is over once a later question is answered. */
const settled = async () => {
  const { token } = asks(discord, inGuild(), 'hello');
  await discord.until(() => discord.calls.some(({ path, status }) => path.includes(String(token)) && status === 204));
};

describe('a question', () => {
  it('by /ask is answered at once with the statement, its citation and who says so', async () => {
    asks(discord, inGuild(), QUESTION);
    const call = await response();
    expect(call.status).toBe(204);
    expect(call.body.type).toBe(4);
    expect(content(call)).toMatch(/letter/i);
    expect(content(call)).toMatch(/-# \[1\] According to .+, 24 October 2019: “.+”/);
    expect(data(call).embeds).toBeUndefined();
  });

  it('by /ask is shown to its asker alone when asked privately', async () => {
    asks(discord, inGuild(), QUESTION, [{ name: 'private', type: 5, value: true }]);
    expect(Number(data(await response()).flags) & 64).toBe(64);
  });

  it('by /ask is answered where the bot is no member: in other servers, group messages, direct messages', async () => {
    asks(discord, inDirectMessage(), QUESTION);
    expect((await response()).status).toBe(204);
  });

  it('by a mention is answered as a reply to it', async () => {
    const asked = mentions(discord, inGuild(), QUESTION);
    const call = await message();
    expect(call.body.message_reference).toMatchObject({ message_id: asked.id, fail_if_not_exists: false });
    expect(content(call)).toMatch(/letter/i);
  });

  it('in a direct message needs no mention', async () => {
    writes(discord, inDirectMessage(), QUESTION);
    expect(content(await message())).toMatch(/letter/i);
  });

  it('about a message is answered privately from the text of the message', async () => {
    const place = inGuild();
    asksAbout(discord, place, messageIn(discord, inGuild(), QUESTION));
    const call = await response();
    expect(content(call)).toMatch(/letter/i);
    expect(Number(data(call).flags) & 64).toBe(64);
  });

  it('about a forwarded message is read from what was forwarded', async () => {
    const forwarded = messageIn(discord, inGuild(), '', { message_snapshots: [{ message: { content: QUESTION } }] });
    asksAbout(discord, inGuild(), forwarded);
    expect(content(await response())).toMatch(/letter/i);
  });

  it('that is a reply to an answer goes on with its conversation, also for another person', async () => {
    const place = inGuild();
    mentions(discord, place, 'How long did Lee and Abe talk?');
    const first = await message();
    const answer = [...discord.rest.messages.values()].find((each) => each.content === content(first)) as Json;
    replies(discord, { ...place, user: person('joon') }, answer, 'And who told reporters about it?');
    const second = await discord.until(() => messages()[1]);
    const alone = await bot.bot.respond({
      text: 'And who told reporters about it?',
      conversation: 'none',
      person: 'p',
    });
    const followed = await bot.bot
      .respond({ text: 'How long did Lee and Abe talk?', conversation: 'c', person: 'p' })
      .then(() => bot.bot.respond({ text: 'And who told reporters about it?', conversation: 'c', person: 'p' }));
    expect(followed.text).toBeTypeOf('string');
    for (const line of followed.lines) expect(content(second)).toContain(line.text);
    expect(alone.kind).toBeTypeOf('string');
  });

  it('that is a reply to an answer of /ask goes on with the conversation of who had asked', async () => {
    const place = inGuild();
    asks(discord, place, 'How long did Lee and Abe talk?');
    const first = await response();
    const answer = [...discord.rest.messages.values()].find((each) => each.content === content(first)) as Json;
    replies(discord, place, answer, 'Who said so?');
    expect((await message()).status).toBe(200);
  });
});

describe('an empty question', () => {
  it.each([
    ['a bare mention', () => mentions(discord, inGuild(), '')],
    ['only invisible characters', () => writes(discord, inDirectMessage(), '\u200b\u2060\u3164')],
  ])('%s is told how to ask, with three examples, once', async (_name, act) => {
    act();
    const call = await message();
    expect(content(call)).toMatch(/no question/i);
    const buttons = (call.body.components as Json[]).flatMap((row) => row.components as Json[]);
    expect(buttons.filter((button) => String(button.custom_id).startsWith('ask:'))).toHaveLength(3);
    await settled();
    expect(messages()).toHaveLength(1);
  });

  it('about a message without text is told how to ask', async () => {
    asksAbout(discord, inGuild(), messageIn(discord, inGuild(), '', { attachments: [{ id: '1' }] }));
    expect(content(await response())).toMatch(/no question/i);
  });
});

describe('the bot stays silent', () => {
  it.each<[string, () => unknown]>([
    ['to other bots', () => mentions(discord, inGuild({ ...person(), bot: true }), QUESTION)],
    ['to webhooks', () => mentions(discord, inGuild(), QUESTION, { webhook_id: '1234567890123456789' })],
    ['to itself', () => writes(discord, inDirectMessage({ ...person(), id: discord.botId, bot: true }), QUESTION)],
    ['to system messages', () => writes(discord, inDirectMessage(), QUESTION, { type: 6 })],
    ['to @everyone', () => writes(discord, inGuild(), `@everyone ${QUESTION}`, { mention_everyone: true })],
    ['to @here', () => writes(discord, inGuild(), `@here ${QUESTION}`, { mention_everyone: true })],
    ['to what is not addressed to it', () => writes(discord, inGuild(), QUESTION)],
    [
      'to mentions of others',
      () => writes(discord, inGuild(), `<@123456789012345678> ${QUESTION}`, { mentions: [person()] }),
    ],
    [
      'to replies to others',
      () => {
        const place = inGuild();
        replies(discord, place, messageIn(discord, place, 'hm'), QUESTION, { ping: false });
      },
    ],
  ])('%s', async (_name, act) => {
    act();
    await settled();
    expect(messages()).toHaveLength(0);
  });

  it('to edits', async () => {
    const place = inDirectMessage();
    discord.gateway.dispatch('MESSAGE_UPDATE', messageIn(discord, place, QUESTION));
    await settled();
    expect(messages()).toHaveLength(0);
  });
});

describe('typing a question', () => {
  const choices = async () =>
    ((data(await response()).choices ?? []) as { name: string; value: string }[]).map(({ name }) => name);

  it('offers questions that begin as typed first, then those with all the words', async () => {
    types(discord, inGuild(), 'how long');
    const offered = await choices();
    expect(offered.length).toBeLessThanOrEqual(25);
    const prefix = offered.findLastIndex((each) => each.toLowerCase().startsWith('how long'));
    expect(prefix).toBeGreaterThanOrEqual(0);
    expect(offered.slice(0, prefix + 1).every((each) => each.toLowerCase().startsWith('how long'))).toBe(true);
  });

  it('offers a start before anything is typed', async () => {
    types(discord, inGuild(), '');
    expect((await choices()).length).toBe(25);
  });

  it('does not count towards the limit of questions', async () => {
    const place = inGuild();
    for (let count = 0; count < 40; count++) types(discord, place, 'who');
    await discord.until(() => responses().length === 40);
    asks(discord, place, QUESTION);
    expect(content(await discord.until(() => responses()[40]))).toMatch(/letter/i);
  });
});

describe('/sources and /about', () => {
  it('/sources names the record with title, publisher and date', async () => {
    uses(discord, inGuild(), 'sources');
    const source = bot.record.corpus.sources[0];
    const text = content(await response()).replaceAll('\\', '');
    expect(text).toContain(source?.title);
    expect(text).toContain('24 October 2019');
  });

  it('/about says what the bot is, how to ask and what is kept', async () => {
    uses(discord, inGuild(), 'about');
    expect(content(await response())).toMatch(/no language model[\s\S]+\/ask[\s\S]+forgotten/i);
  });

  it.each([
    ['ko', '언어 모델'],
    ['ja', '言語モデル'],
  ])("/about is in the person's language: %s", async (locale, words) => {
    uses(discord, { ...inGuild(), locale }, 'about');
    expect(content(await response())).toContain(words);
  });

  it('an unknown command is told so', async () => {
    uses(discord, inGuild(), 'gone');
    expect(content(await response())).toMatch(/older version/);
  });
});

it('everything that is sent passes Discord, pings nobody and needs no privileged intent', async () => {
  asks(discord, inGuild(), QUESTION);
  mentions(discord, inGuild(), 'What did Trump say about it?');
  writes(discord, inDirectMessage(), 'hello');
  uses(discord, inGuild(), 'about');
  await discord.until(() => discord.sent().filter(({ status }) => status > 0).length === 4);
  for (const call of discord.sent()) expect(call.problems, call.path).toEqual([]);
  expect(discord.gateway.sessions[0]?.intents).toBe((1 << 9) | (1 << 12));
});
