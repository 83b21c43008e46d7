import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackDiscord, startLoopbackDiscord } from '../discord/loopback/discord.ts';
import { asks, inGuild } from '../discord/loopback/people.ts';
import { BOT, type LoopbackSlack, openSlack } from '../slack/loopback/slack.ts';
import { type Running, startApart, startHere } from '../terminal/program.ts';

let discord: LoopbackDiscord;
let slack: LoopbackSlack;
let program: Running;
let hasEnded = false;
let port = 0;
beforeEach(async () => {
  discord = await startLoopbackDiscord();
  slack = await openSlack();
  port = await freePort();
});
afterEach(async () => {
  await program.stop();
  await discord.stop();
  await slack.close();
});

function start(environment: Readonly<Record<string, string>> = {}, begin = startHere): Promise<number | null> {
  program = begin({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_APP_TOKEN: BOT.app,
    SLACK_API_URL: slack.api,
    HEALTH_PORT: String(port),
    ...environment,
  });
  hasEnded = false;
  return program.exit.finally(() => {
    hasEnded = true;
  });
}

const health = async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
  return answer === null ? null : ((await answer.json()) as { ready: boolean; platforms: Record<string, string> });
};
const shows = async (platforms: Record<string, string>) => {
  const end = Date.now() + 15_000;
  let seen = await health();
  while (JSON.stringify(seen?.platforms) !== JSON.stringify(platforms) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = await health();
  }
  expect(seen?.platforms).toEqual(platforms);
};

describe('Slack and Discord in one process', () => {
  it('are both ready, and end together', async () => {
    const exit = start({}, startApart);
    await shows({ slack: 'ready', discord: 'ready' });
    program.signal('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('end both with 2 when one fails', async () => {
    const exit = start();
    await shows({ slack: 'ready', discord: 'ready' });
    discord.gateway.close(4014);
    expect(await exit).toBe(2);
  });

  it.each(['at start', 'later'])(
    'go on without the one that fails %s, with ON_ADAPTER_FAILURE=continue',
    async (when) => {
      if (when === 'at start') discord.gateway.refuse(4004);
      void start({ ON_ADAPTER_FAILURE: 'continue' });
      if (when === 'later') {
        await shows({ slack: 'ready', discord: 'ready' });
        discord.gateway.close(4004);
      }
      await shows({ slack: 'ready', discord: 'down' });
      expect((await health())?.ready).toBe(false);
      expect(program.errors()).toContain('gateway close 4004');
      expect(hasEnded).toBe(false);
    },
  );

  it('Discord goes on without Slack', async () => {
    void start({ ON_ADAPTER_FAILURE: 'continue', SLACK_BOT_TOKEN: 'xoxb-not-known' });
    await shows({ slack: 'down', discord: 'ready' });
    const { token } = asks(discord, inGuild(), 'What did Moon send to Abe?');
    await discord.until(() => discord.calls.some(({ path }) => path.includes(String(token))));
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
