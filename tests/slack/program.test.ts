import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram } from '../terminal/program.ts';
import { direct, type Mode, mention, until } from './bot.ts';
import { startInside } from './inside.ts';
import { BOT, type LoopbackSlack, openSlack, signed } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';
const MODES: readonly Mode[] = ['http', 'socket'];
let slack: LoopbackSlack;
let port: number;

beforeEach(async () => {
  slack = await openSlack();
  port = await freePort();
});

afterEach(() => slack.close());

const settings = (mode: Mode): Record<string, string> => ({
  SLACK_BOT_TOKEN: BOT.token,
  SLACK_SIGNING_SECRET: BOT.secret,
  SLACK_API_URL: slack.api,
  PORT: String(port),
  ...(mode === 'socket' ? { SLACK_APP_TOKEN: BOT.app } : {}),
});

/** Lines for a person; the others are of the log. */
const toldIn = (stderr: string): string[] => stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

/** The whole program, as it is started on a server. */
function start(environment: Record<string, string>) {
  const child = startProgram([], { environment });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]).then(
    ([stdout, stderr, [status]]) => ({ status: status as number, stdout, stderr, told: toldIn(stderr) }),
  );
  child.stdin.end();
  return { signal: (name: 'SIGTERM' | 'SIGINT') => child.kill(name), ended };
}

/** The same inside this process; for what does not concern the process. */
function inside(environment: Record<string, string>) {
  const { signal, ended } = startInside([], environment);
  return { signal, ended: ended.then(({ status, stderr }) => ({ status, stderr, told: toldIn(stderr) })) };
}

async function isReady(at = port): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${at}/healthz`).catch(() => null))?.status === 200;
}

async function ready(mode: Mode): Promise<void> {
  if (mode === 'socket') return until(() => slack.connections() === 1, 15_000);
  for (let tries = 0; tries < 1500 && !(await isReady()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

async function send(mode: Mode, event: object): Promise<void> {
  const payload = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event };
  if (mode === 'socket') {
    slack.send({ type: 'events_api', payload });
    return;
  }
  const body = JSON.stringify(payload);
  const headers = { 'content-type': 'application/json', ...signed(body) };
  const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
  expect(status).toBe(200);
}

/** Things that the SDK trips over; none of them may end the program. */
async function trip(mode: Mode): Promise<void> {
  if (mode === 'socket') {
    slack.send({ type: 'events_api', payload: { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 } });
    for (const frame of ['null', '[]', '{"envelope_id":"x","type":"events_api","payload":null}', '{"type":"x"}'])
      slack.raw(frame);
    return;
  }
  const aborted = new AbortController();
  const tripped = fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body: 'null',
    headers: { 'content-type': 'application/json', ...signed('null') },
    signal: aborted.signal,
  }).catch(() => null);
  // It is never answered: the next question is, and shows that it was read.
  await send(mode, direct('hello', { channel: 'D9' }));
  await until(() => slack.shown.length === 1);
  slack.shown.pop();
  aborted.abort();
  await tripped;
}

describe('npm start with the settings of Slack', () => {
  it.each([
    ['http', 'SIGTERM'],
    ['socket', 'SIGINT'],
  ] as const)('answers over %s, and after %s delivers what is in flight and ends well', async (mode, signal) => {
    const program = start(settings(mode));
    await ready(mode);
    await trip(mode);
    let isHeld = true;
    slack.script('chat.postMessage', () => (isHeld ? { status: 429, headers: { 'retry-after': '0' } } : undefined));
    await send(mode, mention(QUESTION));
    await until(() => slack.of('chat.postMessage').some(({ body }) => body.channel === 'C1'));
    program.signal(signal);
    isHeld = false;
    const { status, stdout, told } = await program.ended;
    expect([status, stdout, told]).toEqual([0, '', []]);
    expect(slack.shown).toHaveLength(1);
    expect(slack.shown[0]?.body.text).toContain('Moon Jae-in');
  });
});

describe('what ends it with one line and status 2', () => {
  it.each(MODES)('a token that is refused, over %s', async (mode) => {
    slack.script('auth.test', () => ({ body: { ok: false, error: 'account_inactive' } }));
    const { status, told, stderr } = await inside(settings(mode)).ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/SLACK_BOT_TOKEN \(account_inactive\)/)]]);
    expect(stderr).not.toContain(BOT.token);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(MODES)('a token that is revoked later, over %s', async (mode) => {
    const { ended } = inside(settings(mode));
    await ready(mode);
    slack.script('chat.postMessage', () => ({ body: { ok: false, error: 'token_revoked' } }));
    await send(mode, mention(QUESTION));
    const { status, told, stderr } = await ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/SLACK_BOT_TOKEN \(token_revoked\)/)]]);
    expect(stderr).not.toMatch(/president/);
  });

  it('an app that is removed from its workspace', async () => {
    const { ended } = inside(settings('http'));
    await ready('http');
    await send('http', { type: 'app_uninstalled' });
    const { status, told } = await ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/install it again/)]]);
  });

  it('Socket Mode that is refused', async () => {
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    const { status, told } = await inside(settings('socket')).ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/SLACK_APP_TOKEN \(invalid_auth\)/)]]);
  });

  it('Socket Mode that is refused later', async () => {
    const { ended } = inside(settings('socket'));
    await ready('socket');
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    slack.disconnect('refresh_requested');
    const { status, told } = await ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/SLACK_APP_TOKEN \(invalid_auth\)/)]]);
  });

  it('Socket Mode that is switched off', async () => {
    const { ended } = inside(settings('socket'));
    await ready('socket');
    slack.disconnect('link_disabled');
    const { status, told } = await ended;
    expect([status, told]).toEqual([2, [expect.stringMatching(/switch Socket Mode on/)]]);
  });

  it('a port that is taken', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    await once(taken, 'listening');
    const { status, told } = await inside(settings('http')).ended;
    taken.close();
    expect([status, told]).toEqual([2, [expect.stringMatching(/set PORT to a free one/)]]);
  });
});

it('SLACK_SOCKET_MODE chooses between the two, and HEALTH_PORT tells of either', async () => {
  const health = await freePort();
  const http = inside({ ...settings('socket'), SLACK_SOCKET_MODE: 'false', HEALTH_PORT: String(health) });
  await ready('http');
  expect(await isReady(health)).toBe(true);
  expect(slack.opened()).toBe(0);
  http.signal('SIGTERM');
  expect((await http.ended).status).toBe(0);
  const socket = inside({ ...settings('socket'), SLACK_SOCKET_MODE: 'true', HEALTH_PORT: String(health) });
  await ready('socket');
  expect(await isReady(port)).toBe(false);
  socket.signal('SIGINT');
  expect((await socket.ended).status).toBe(0);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}
