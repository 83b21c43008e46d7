/** What the library itself waits for: five seconds before it may identify again. */
import { describe, expect, it } from 'vitest';
import { connected } from './bot.ts';
import { asks, inGuild, mentions } from './loopback/people.ts';

const QUESTION = 'What did Moon send to Abe?';

const here = connected();

const messages = () => here.discord.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));

describe('an invalid session (op 9, not resumable)', () => {
  it('is begun anew: nothing is answered twice, later questions are answered, and it shows as ready', async () => {
    const answered = mentions(here.discord, inGuild(), QUESTION);
    await here.discord.until(() => messages().length === 1);
    here.bot.health.set('discord', 'ready');
    here.discord.gateway.invalidateSession(false);
    // Lost, as Discord says.
    mentions(here.discord, inGuild(), QUESTION);
    await here.discord.until(() => here.discord.gateway.sessions.some(({ socket }) => socket !== null), 12_000);
    await here.discord.until(() => here.bot.log.some(({ msg }) => msg === 'connected again'));
    expect(here.bot.health.isReady).toBe(true);
    here.discord.gateway.dispatch('MESSAGE_CREATE', answered);
    mentions(here.discord, inGuild(), QUESTION);
    asks(here.discord, inGuild(), QUESTION);
    await here.discord.until(() =>
      here.discord.calls.some(({ path, status }) => path.endsWith('/callback') && status === 204),
    );
    await here.discord.until(() => messages().length === 2);
    expect(messages()).toHaveLength(2);
    expect(here.discord.gateway.sessions).toHaveLength(1);
    expect(here.bot.failures).toEqual([]);
  });

  it('also when the session is found gone at a resume', async () => {
    here.discord.gateway.drop();
    here.discord.gateway.invalidateSession(false);
    await here.discord.until(() => here.discord.gateway.sessions.some(({ socket }) => socket !== null), 12_000);
    mentions(here.discord, inGuild(), QUESTION);
    await here.discord.until(() => messages().length === 1);
  });
});
