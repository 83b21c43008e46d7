/** What the library itself waits for: five seconds before it may identify again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Running, startBot } from './bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { asks, inGuild, mentions } from './loopback/people.ts';

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

const messages = () => discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

describe('an invalid session (op 9, not resumable)', () => {
  it('is begun anew: nothing is answered twice, later questions are answered, and it shows as ready', async () => {
    const answered = mentions(discord, inGuild(), QUESTION);
    await discord.until(() => messages().length === 1);
    bot.health.set('discord', 'ready');
    discord.gateway.invalidateSession(false);
    // Lost, as Discord says.
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => discord.gateway.sessions.some(({ socket }) => socket !== null), 12_000);
    await discord.until(() => bot.log.some(({ msg }) => msg === 'connected again'));
    expect(bot.health.isReady).toBe(true);
    discord.gateway.dispatch('MESSAGE_CREATE', answered);
    mentions(discord, inGuild(), QUESTION);
    asks(discord, inGuild(), QUESTION);
    await discord.until(() => discord.calls.some(({ path, status }) => path.endsWith('/callback') && status === 204));
    await discord.until(() => messages().length === 2);
    expect(messages()).toHaveLength(2);
    expect(discord.gateway.sessions).toHaveLength(1);
    expect(bot.failures).toEqual([]);
  });

  it('also when the session is found gone at a resume', async () => {
    discord.gateway.drop();
    discord.gateway.invalidateSession(false);
    await discord.until(() => discord.gateway.sessions.some(({ socket }) => socket !== null), 12_000);
    mentions(discord, inGuild(), QUESTION);
    await discord.until(() => messages().length === 1);
  });
});
