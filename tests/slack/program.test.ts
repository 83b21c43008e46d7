import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../terminal/program.ts';
import { type Mode, mention, message, until } from './bot.ts';
import { BOT, type LoopbackSlack, openSlack, signed } from './loopback/slack.ts';

let slack: LoopbackSlack;
let port: number;

beforeEach(async () => {
  slack = await openSlack();
  port = await freePort();
});

afterEach(() => slack.close());

/** The whole program, as it is started on a server. */
function start(environment: Record<string, string> = {}) {
  const child = startProgram([], {
    environment: {
      SLACK_BOT_TOKEN: BOT.token,
      SLACK_SIGNING_SECRET: BOT.secret,
      SLACK_API_URL: slack.api,
      PORT: String(port),
      ...environment,
    },
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([stdout, stderr, [status]]) => ({
      status: status as number,
      stdout,
      stderr,
      told: stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{')),
    }),
  );
  child.stdin.end();
  return { child, ended };
}

async function ready(at = port): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const response = await fetch(`http://127.0.0.1:${at}/healthz`).catch(() => null);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the program did not become ready');
}

async function send(event: object): Promise<number> {
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event });
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed(body) },
  });
  return response.status;
}

describe('npm start with the settings of Slack', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers, and after %s delivers what is in flight and ends well',
    async (signal) => {
      const { child, ended } = start();
      await ready();
      let isHeld = true;
      slack.script('chat.postMessage', () => (isHeld ? { status: 503 } : undefined));
      expect(await send(mention('Who is the president of South Korea?'))).toBe(200);
      await until(() => slack.of('chat.postMessage').length > 0);
      child.kill(signal);
      isHeld = false;
      const { status, stdout } = await ended;
      expect(status).toBe(0);
      expect(stdout).toBe('');
      expect(slack.shown).toHaveLength(1);
      expect(slack.shown[0]?.body.text).toContain('Moon Jae-in');
    },
  );

  it.each<Mode>(['http', 'socket'])('a refused token ends it with one line and status 2, over %s', async (mode) => {
    slack.script('auth.test', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    const { ended } = start(mode === 'socket' ? { SLACK_APP_TOKEN: BOT.app } : {});
    const { status, told, stderr } = await ended;
    expect(status).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/SLACK_BOT_TOKEN \(invalid_auth\)/);
    expect(stderr).not.toContain(BOT.token);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('Socket Mode that is refused later ends it with one line and status 2', async () => {
    const health = await freePort();
    const { ended } = start({ SLACK_APP_TOKEN: BOT.app, HEALTH_PORT: String(health) });
    await ready(health);
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    slack.disconnect('refresh_requested');
    const { status, told } = await ended;
    expect(status).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/SLACK_APP_TOKEN \(invalid_auth\)/);
  });

  it('a message about rate limits, which the SDK trips over, does not end it', async () => {
    const health = await freePort();
    const { child, ended } = start({ SLACK_APP_TOKEN: BOT.app, HEALTH_PORT: String(health) });
    await ready(health);
    slack.send({ type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 } });
    slack.send({
      type: 'events_api',
      payload: {
        type: 'event_callback',
        team_id: 'T1',
        event: message('Hello', { channel: 'D1', channel_type: 'im' }),
      },
    });
    await until(() => slack.shown.length === 1);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
  });

  it('SLACK_SOCKET_MODE chooses between the two', async () => {
    const { child, ended } = start({ SLACK_APP_TOKEN: BOT.app, SLACK_SOCKET_MODE: 'false' });
    await ready();
    expect(slack.opened()).toBe(0);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
  });

  it('a port that is taken ends it with one line that names the setting', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const { status, told } = await start().ended;
    taken.close();
    expect(status).toBe(2);
    expect(told).toEqual([expect.stringMatching(/PORT/)]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
