import { describe, expect, it } from 'vitest';
import { connected } from './bot.ts';
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

const here = connected();

const responses = () => here.discord.calls.filter(({ path }) => path.endsWith('/callback'));
const messages = () => here.discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
const data = (call: Call) => (call.body.data ?? {}) as Json;
const content = (call: Call) => String(('content' in call.body ? call.body : data(call)).content);
const response = () => here.discord.until(() => responses()[0]);
const message = () => here.discord.until(() => messages()[0]);
/** Everything that was under way is over once a later question is answered. */
const settled = async () => {
  const { token } = asks(here.discord, inGuild(), 'hello');
  await here.discord.until(() =>
    here.discord.calls.some(({ path, status }) => path.includes(String(token)) && status === 204),
  );
};

describe('a question', () => {
  it('by /ask is answered at once with the statement, its citation and who says so', async () => {
    asks(here.discord, inGuild(), QUESTION);
    const call = await response();
    expect(call.status).toBe(204);
    expect(call.body.type).toBe(4);
    expect(content(call)).toMatch(/letter/i);
    expect(content(call)).toMatch(/-# \[1\] According to .+, 24 October 2019: “.+”/);
    expect(data(call).embeds).toBeUndefined();
  });

  it('by /ask is shown to its asker alone when asked privately', async () => {
    asks(here.discord, inGuild(), QUESTION, [{ name: 'private', type: 5, value: true }]);
    expect(Number(data(await response()).flags) & 64).toBe(64);
  });

  it('by /ask is answered where the here.bot is no member: in other servers, group messages, direct messages', async () => {
    asks(here.discord, inDirectMessage(), QUESTION);
    expect((await response()).status).toBe(204);
  });

  it('by a mention is answered as a reply to it', async () => {
    const asked = mentions(here.discord, inGuild(), QUESTION);
    const call = await message();
    expect(call.body.message_reference).toMatchObject({ message_id: asked.id, fail_if_not_exists: false });
    expect(content(call)).toMatch(/letter/i);
  });

  it('in a direct message needs no mention', async () => {
    writes(here.discord, inDirectMessage(), QUESTION);
    expect(content(await message())).toMatch(/letter/i);
  });

  it('about a message is answered privately from the text of the message', async () => {
    const place = inGuild();
    asksAbout(here.discord, place, messageIn(here.discord, inGuild(), QUESTION));
    const call = await response();
    expect(content(call)).toMatch(/letter/i);
    expect(Number(data(call).flags) & 64).toBe(64);
  });

  it('about a forwarded message is read from what was forwarded', async () => {
    const forwarded = messageIn(here.discord, inGuild(), '', {
      message_snapshots: [{ message: { content: QUESTION } }],
    });
    asksAbout(here.discord, inGuild(), forwarded);
    expect(content(await response())).toMatch(/letter/i);
  });

  it('that is a reply to an answer goes on with its conversation, also for another person', async () => {
    const place = inGuild();
    mentions(here.discord, place, 'How long did Lee and Abe talk?');
    const first = await message();
    const answer = [...here.discord.rest.messages.values()].find((each) => each.content === content(first)) as Json;
    replies(here.discord, { ...place, user: person('joon') }, answer, 'And who told reporters about it?');
    const second = await here.discord.until(() => messages()[1]);
    const alone = await here.bot.bot.respond({
      text: 'And who told reporters about it?',
      conversation: 'none',
      person: 'p',
    });
    const followed = await here.bot.bot
      .respond({ text: 'How long did Lee and Abe talk?', conversation: 'c', person: 'p' })
      .then(() => here.bot.bot.respond({ text: 'And who told reporters about it?', conversation: 'c', person: 'p' }));
    expect(followed.text).toBeTypeOf('string');
    for (const line of followed.lines) expect(content(second)).toContain(line.text);
    expect(alone.kind).toBeTypeOf('string');
  });

  it('that is a reply to an answer of /ask goes on with the conversation of who had asked', async () => {
    const place = inGuild();
    asks(here.discord, place, 'How long did Lee and Abe talk?');
    const first = await response();
    const answer = [...here.discord.rest.messages.values()].find((each) => each.content === content(first)) as Json;
    replies(here.discord, place, answer, 'Who said so?');
    expect((await message()).status).toBe(200);
  });
});

describe('an empty question', () => {
  it.each([
    ['a bare mention', () => mentions(here.discord, inGuild(), '')],
    ['only invisible characters', () => writes(here.discord, inDirectMessage(), '\u200b\u2060\u3164')],
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
    asksAbout(here.discord, inGuild(), messageIn(here.discord, inGuild(), '', { attachments: [{ id: '1' }] }));
    expect(content(await response())).toMatch(/no question/i);
  });
});

describe('the bot stays silent', () => {
  it.each<[string, () => unknown]>([
    ['to other bots', () => mentions(here.discord, inGuild({ ...person(), bot: true }), QUESTION)],
    ['to webhooks', () => mentions(here.discord, inGuild(), QUESTION, { webhook_id: '1234567890123456789' })],
    [
      'to itself',
      () => writes(here.discord, inDirectMessage({ ...person(), id: here.discord.botId, bot: true }), QUESTION),
    ],
    ['to system messages', () => writes(here.discord, inDirectMessage(), QUESTION, { type: 6 })],
    ['to @everyone', () => writes(here.discord, inGuild(), `@everyone ${QUESTION}`, { mention_everyone: true })],
    ['to @here', () => writes(here.discord, inGuild(), `@here ${QUESTION}`, { mention_everyone: true })],
    ['to what is not addressed to it', () => writes(here.discord, inGuild(), QUESTION)],
    [
      'to mentions of others',
      () => writes(here.discord, inGuild(), `<@123456789012345678> ${QUESTION}`, { mentions: [person()] }),
    ],
    [
      'to replies to others',
      () => {
        const place = inGuild();
        replies(here.discord, place, messageIn(here.discord, place, 'hm'), QUESTION, { ping: false });
      },
    ],
  ])('%s', async (_name, act) => {
    act();
    await settled();
    expect(messages()).toHaveLength(0);
  });

  it('to edits', async () => {
    const place = inDirectMessage();
    here.discord.gateway.dispatch('MESSAGE_UPDATE', messageIn(here.discord, place, QUESTION));
    await settled();
    expect(messages()).toHaveLength(0);
  });
});

describe('typing a question', () => {
  const choices = async () =>
    ((data(await response()).choices ?? []) as { name: string; value: string }[]).map(({ name }) => name);

  it('offers questions that begin as typed first, then those with all the words', async () => {
    types(here.discord, inGuild(), 'how long');
    const offered = await choices();
    expect(offered.length).toBeLessThanOrEqual(25);
    const prefix = offered.findLastIndex((each) => each.toLowerCase().startsWith('how long'));
    expect(prefix).toBeGreaterThanOrEqual(0);
    expect(offered.slice(0, prefix + 1).every((each) => each.toLowerCase().startsWith('how long'))).toBe(true);
  });

  it('offers a start before anything is typed', async () => {
    types(here.discord, inGuild(), '');
    expect((await choices()).length).toBe(25);
  });

  it('does not count towards the limit of questions', async () => {
    const place = inGuild();
    for (let count = 0; count < 40; count++) types(here.discord, place, 'who');
    await here.discord.until(() => responses().length === 40);
    asks(here.discord, place, QUESTION);
    expect(content(await here.discord.until(() => responses()[40]))).toMatch(/letter/i);
  });
});

describe('/sources and /about', () => {
  it('/sources names the record with title, publisher and date', async () => {
    uses(here.discord, inGuild(), 'sources');
    const source = here.bot.record.corpus.sources[0];
    const text = content(await response()).replaceAll('\\', '');
    expect(text).toContain(source?.title);
    expect(text).toContain('24 October 2019');
  });

  it('/about says what the here.bot is, how to ask and what is kept', async () => {
    uses(here.discord, inGuild(), 'about');
    expect(content(await response())).toMatch(/no language model[\s\S]+\/ask[\s\S]+forgotten/i);
  });

  it.each([
    ['ko', '언어 모델'],
    ['ja', '言語モデル'],
  ])("/about is in the person's language: %s", async (locale, words) => {
    uses(here.discord, { ...inGuild(), locale }, 'about');
    expect(content(await response())).toContain(words);
  });

  it('an unknown command is told so', async () => {
    uses(here.discord, inGuild(), 'gone');
    expect(content(await response())).toMatch(/older version/);
  });
});

it('everything that is sent passes Discord, pings nobody and needs no privileged intent', async () => {
  asks(here.discord, inGuild(), QUESTION);
  mentions(here.discord, inGuild(), 'What did Trump say about it?');
  writes(here.discord, inDirectMessage(), 'hello');
  uses(here.discord, inGuild(), 'about');
  await here.discord.until(() => here.discord.sent().filter(({ status }) => status > 0).length === 4);
  for (const call of here.discord.sent()) expect(call.problems, call.path).toEqual([]);
  expect(here.discord.gateway.sessions[0]?.intents).toBe((1 << 9) | (1 << 12));
});
