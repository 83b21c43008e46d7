import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotTestOptions, makeBot, type Running, startBot, temporaryDirectory } from './bot.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './loopback/discord.ts';
import { asks, inDirectMessage, inGuild, mentions, person, writes } from './loopback/people.ts';
import type { Call, Json } from './loopback/rest.ts';
import { snowflake } from './loopback/snowflake.ts';

const QUESTION = 'What did Moon send to Abe?';

let discord: LoopbackDiscord;
let bot: Running;
const set = async (options: LoopbackOptions = {}, botOptions: BotTestOptions = {}) => {
  discord = await startLoopbackDiscord(options);
  bot = await startBot(discord, botOptions);
};
beforeEach(() => set());
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});
const again = async (options: LoopbackOptions = {}, botOptions: BotTestOptions = {}) => {
  await bot.stop();
  await discord.stop();
  await set(options, botOptions);
};

const responses = () => discord.calls.filter(({ path }) => path.endsWith('/callback'));
const messages = () => discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
const delivered = (calls: readonly Call[]) => calls.filter(({ status }) => status >= 200 && status < 300);
const answers = () => [...discord.rest.messages.values()].filter(({ author }) => (author as Json).id === discord.botId);
/** A later question is answered, so that nothing earlier is still under way. */
const settled = async () => {
  const { token } = asks(discord, inGuild(), 'hello');
  await discord.until(() => discord.calls.some(({ path, status }) => path.includes(String(token)) && status === 204));
};
const warnings = () => bot.log.filter(({ level }) => Number(level) >= 40);

describe('each question is answered exactly once', () => {
  it('although Discord delivers its message twice', async () => {
    mentions(discord, inGuild(), QUESTION);
    discord.gateway.repeat();
    await settled();
    expect(messages()).toHaveLength(1);
  });

  it('although Discord delivers its interaction twice', async () => {
    asks(discord, inGuild(), QUESTION);
    discord.gateway.repeat();
    await settled();
    expect(responses()).toHaveLength(2);
  });

  it('although Discord fails after it has made the message', async () => {
    discord.fault({ path: /\/messages$/, status: 502, after: true, times: 2 });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
    expect(answers()).toHaveLength(1);
  });

  it('although Discord fails after it has taken the response', async () => {
    discord.fault({ path: /\/callback$/, status: 500, after: true });
    asks(discord, inGuild(), QUESTION);
    await settled();
    expect(answers()).toHaveLength(2);
    expect(warnings()).toEqual([]);
  });

  it('although the bot was started anew meanwhile, where there is a DATA_DIR', async () => {
    const dataDirectory = await temporaryDirectory();
    await again({}, { dataDirectory });
    const asked = mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
    await settled();
    await bot.stop();
    bot = await startBot(discord, { dataDirectory });
    discord.gateway.dispatch('MESSAGE_CREATE', asked);
    await settled();
    expect(messages()).toHaveLength(1);
  });
});

describe('an answer still arrives', () => {
  it('through an outage that outlasts the tries of the library', async () => {
    discord.fault({ path: /\/messages$/, status: 503, times: 6 });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
    expect(answers()).toHaveLength(1);
  });

  it('through a limit of its route', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 0.1, global: false };
    const headers = { 'content-type': 'application/json', 'retry-after': '0.1', 'x-ratelimit-scope': 'user' };
    discord.fault({ path: /\/messages$/, status: 429, body, headers, times: 2 });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
  });

  it('through a global limit', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 0.1, global: true };
    const headers = { 'retry-after': '0.1', 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
    discord.fault({ path: /\/messages$/, status: 429, body, headers });
    mentions(discord, inGuild(), QUESTION);
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 2);
  });

  it('through a limit on responses', async () => {
    discord.fault({ path: /\/callback$/, status: 429, body: { retry_after: 0.1 }, headers: { 'retry-after': '0.1' } });
    asks(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(responses()).length === 1);
  });

  it('as a plain message where the bot may not read the history that a reply needs', async () => {
    const body = { code: 160002, message: 'Cannot reply without permission to read message history' };
    discord.fault({ path: /\/messages$/, status: 403, body });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
    expect(messages()[1]?.body.message_reference).toBeUndefined();
  });
});

describe('what cannot be delivered is one line in the log, without a word of the question', () => {
  it.each([
    ['missing permissions', /\/messages$/, 403, 50013, () => mentions(discord, inGuild(), QUESTION)],
    ['a channel that is gone', /\/messages$/, 404, 10003, () => mentions(discord, inGuild(), QUESTION)],
    ['a person who takes no messages', /\/messages$/, 403, 50007, () => writes(discord, inDirectMessage(), QUESTION)],
    ['an interaction that is too old', /\/callback$/, 404, 10062, () => asks(discord, inGuild(), QUESTION)],
  ])('%s', async (_name, path, status, code, act) => {
    discord.fault({ path, status, body: { code, message: 'No.' } });
    act();
    await settled();
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toMatchObject({ msg: 'not delivered', fault: { code } });
    expect(bot.rawLog()).not.toMatch(/Moon|Abe|aW50ZXJh/);
    expect(bot.rawLog()).not.toContain(discord.token);
  });

  it('a wait that Discord asks for and nobody would wait for', async () => {
    await again({}, { timings: { longestWait: 300 } });
    discord.fault({
      path: /\/messages$/,
      status: 429,
      body: { retry_after: 600 },
      headers: { 'retry-after': '600', 'x-ratelimit-scope': 'shared' },
    });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => warnings().length === 1);
    await settled();
    expect(warnings()[0]).toMatchObject({ kind: 'limited' });
  });

  it('an outage without end', async () => {
    discord.fault({ path: /\/messages$/, status: 500, times: 100 });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => warnings().length === 1);
    expect(messages().length).toBeLessThanOrEqual(12);
  });
});

describe('the library says nothing of texts and tokens', () => {
  it('at any level of the log', async () => {
    await again({}, { logLevel: 'debug' });
    mentions(discord, inGuild(), QUESTION);
    asks(discord, inDirectMessage(), QUESTION);
    discord.gateway.drop();
    await discord.until(() => discord.gateway.resumes === 1);
    await settled();
    expect(bot.rawLog()).not.toMatch(/Moon|letter|aW50ZXJh/);
    expect(bot.rawLog()).not.toContain(discord.token.slice(0, 20));
  });
});

describe('the connection', () => {
  it('is resumed after op 7, and what was missed is answered once', async () => {
    mentions(discord, inGuild(), 'hello');
    await discord.until(() => messages().length === 1);
    discord.gateway.askToReconnect();
    await discord.until(() => discord.gateway.sessions[0]?.socket === null);
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => discord.gateway.resumes === 1);
    await settled();
    expect(messages()).toHaveLength(2);
  });

  it.each([
    ['a dropped socket', () => discord.gateway.drop()],
    ['a close with 4000', () => discord.gateway.close(4000)],
    ['a close with 1001', () => discord.gateway.close(1001)],
  ])('is resumed after %s, and what was missed is answered once', async (_name, interrupt) => {
    interrupt();
    await discord.until(() => discord.gateway.sessions[0]?.socket === null);
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => discord.gateway.resumes === 1);
    await settled();
    expect(messages()).toHaveLength(1);
  });

  it('is resumed after an invalid session (op 9) that allows it', async () => {
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => messages().length === 1);
    discord.gateway.invalidateSession(true);
    await discord.until(() => discord.gateway.resumes === 1);
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => messages().length === 2);
    await settled();
    expect(messages()).toHaveLength(2);
  });

  it('is resumed when heartbeats are not answered any more', async () => {
    await again({ heartbeatInterval: 100 });
    discord.gateway.acknowledges = false;
    await discord.until(() => discord.gateway.sessions[0]?.socket === null);
    discord.gateway.acknowledges = true;
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => discord.gateway.resumes >= 1);
    await settled();
    expect(messages()).toHaveLength(1);
  });

  it('that stays away shows as down, and as ready once it is back', async () => {
    bot.health.set('discord', 'ready');
    discord.gateway.refuse(4000);
    discord.gateway.drop();
    await discord.until(() => !bot.health.isReady);
    discord.gateway.refuse(null);
    await discord.until(() => bot.health.isReady);
    expect(bot.log.filter(({ msg }) => msg === 'connection lost, connecting again')).toHaveLength(1);
  });
});

describe('a Discord that cannot be reached', () => {
  it('at start for a while is connected to once it is back', async () => {
    await bot.stop();
    discord.fault({ path: /\/gateway\/bot$/, status: 503, times: 5 });
    bot = await startBot(discord);
    await settled();
  });

  it.each([
    ['fails', () => discord.fault({ path: /\/gateway\/bot$/, status: 503, times: Infinity })],
    ['closes every connection', () => discord.gateway.refuse(4000)],
  ])('at start, as it %s, ends the program with one line and status 1: a restart may help', async (_name, break_) => {
    await bot.stop();
    break_();
    bot = await makeBot(discord, { timings: { startWithin: 200 } });
    const { status, told } = await bot.run();
    expect(status).toBe(1);
    expect(told).toEqual([expect.stringMatching(/cannot be reached at http.+DISCORD_API_URL$/)]);
  });
});

describe('answers come within three seconds', () => {
  it('while hundreds of servers arrive, and one is out', async () => {
    const guilds = Array.from({ length: 500 }, () => snowflake());
    await again({ guilds });
    for (const id of guilds.slice(1))
      discord.gateway.dispatch('GUILD_CREATE', { id, name: 'server', channels: [], members: [], roles: [] });
    const since = Date.now();
    const place = { ...inGuild(), guild: guilds[0] as string };
    asks(discord, place, QUESTION);
    mentions(discord, place, QUESTION);
    await discord.until(() => delivered(responses()).length === 1 && delivered(messages()).length === 1);
    expect(Date.now() - since).toBeLessThan(2000);
  });

  it('before the other shards have come', async () => {
    await bot.stop();
    await discord.stop();
    discord = await startLoopbackDiscord({ shards: 2 });
    bot = await makeBot(discord, { settings: { shards: 'auto' }, timings: { startWithin: 20_000 } });
    const starting = bot.start();
    await discord.until(() => discord.gateway.sessions.length === 1);
    writes(discord, inDirectMessage(), QUESTION);
    await discord.until(() => delivered(messages()).length === 1);
    expect(discord.gateway.sessions).toHaveLength(1);
    await bot.stop();
    await starting;
  });

  it('and a slow one tells Discord to wait, then fills in the answer', async () => {
    const slow = { respond: bot.bot.respond, forget: bot.bot.forget };
    await again(
      {},
      {
        patience: 20,
        bot: {
          ...slow,
          respond: async (message) => {
            await new Promise((resolve) => setTimeout(resolve, 60));
            return slow.respond(message);
          },
        },
      },
    );
    asks(discord, inGuild(), QUESTION);
    const edit = await discord.until(() => delivered(discord.calls.filter(({ method }) => method === 'PATCH'))[0]);
    expect(responses()[0]?.body.type).toBe(5);
    expect(String(edit.body.content)).toMatch(/letter/i);
  });
});

describe('the limit of questions', () => {
  it('is said once to a person who writes, kindly, and holds for that person alone', async () => {
    const place = inDirectMessage();
    for (let count = 0; count < 23; count++) writes(discord, place, 'hello');
    await discord.until(() => delivered(messages()).length === 21);
    await settled();
    expect(messages()).toHaveLength(21);
    expect(answers().filter(({ content }) => /lot of questions/.test(String(content)))).toHaveLength(1);
    mentions(discord, inGuild(person('other')), QUESTION);
    await discord.until(() => delivered(messages()).length === 22);
  });

  it('is said privately to a person who uses /ask', async () => {
    const place = inGuild();
    for (let count = 0; count < 21; count++) asks(discord, place, 'hello');
    await discord.until(() => delivered(responses()).length === 21);
    const told = responses().filter(({ body }) => /lot of questions/.test(JSON.stringify(body)));
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toMatchObject({ data: { flags: 64 | 4 } });
  });

  it('can be turned off', async () => {
    await again({}, { environment: { RATE_LIMIT: 'off' } });
    const place = inDirectMessage();
    for (let count = 0; count < 40; count++) writes(discord, place, 'hello');
    await discord.until(() => delivered(messages()).length === 40);
    expect(answers().some(({ content }) => /lot of questions/.test(String(content)))).toBe(false);
  });
});

describe('stopping', () => {
  it('delivers what is in flight and takes nothing new', async () => {
    const body = { retry_after: 0.3 };
    discord.fault({
      path: /\/messages$/,
      status: 429,
      body,
      headers: { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' },
    });
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => messages().length === 1);
    const stopping = bot.stop();
    mentions(discord, inGuild(), 'too late');
    await stopping;
    expect(answers()).toHaveLength(1);
    expect(discord.gateway.sessions[0]?.socket ?? null).toBeNull();
  });
});
