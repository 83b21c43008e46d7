import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBot, mention, type Running, settle, startBot, until } from './bot.ts';
import { type LoopbackSlack, openSlack, signed } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';
let slack: LoopbackSlack;
let bot: Running;

beforeEach(async () => {
  slack = await openSlack();
});

afterEach(async () => {
  await bot.stop();
  await slack.close();
});

describe('over HTTP', () => {
  beforeEach(async () => {
    bot = await startBot(slack);
  });

  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event: mention(QUESTION) });
  const send = async (headers: Record<string, string>, text = body, path = '/slack/events') => {
    const response = await fetch(`${bot.url}${path}`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
    await response.text();
    return response.status;
  };

  it('a request without a signature, or with a wrong one, is refused', async () => {
    expect(await send({})).toBe(401);
    expect(await send(signed(body, { secret: 'another' }))).toBe(401);
    expect(await send(signed(`${body} `))).toBe(401);
    expect(slack.shown).toEqual([]);
  });

  it('a request from more than five minutes ago or ahead is refused', async () => {
    expect(await send(signed(body, { at: Date.now() - 301_000 }))).toBe(401);
    expect(await send(signed(body, { at: Date.now() + 302_000 }))).toBe(401);
    expect(await send(signed(body, { at: Date.now() - 290_000 }))).toBe(200);
  });

  it('a body that is too large, malformed or sent elsewhere is refused', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) });
    expect(await send(signed(large), large)).toBe(413);
    expect(await send(signed('{'), '{')).toBe(400);
    expect(await send(signed(body), body, '/elsewhere')).toBe(404);
  });

  it('the address can be verified', async () => {
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await fetch(`${bot.url}/slack/events`, {
      method: 'POST',
      body: challenge,
      headers: { 'content-type': 'application/json', ...signed(challenge) },
    });
    expect(await response.text()).toContain('abc');
  });

  it('what makes no sense is answered, and the bot goes on', async () => {
    const noted = JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect(await send(signed(noted), noted)).toBe(200);
    for (const text of ['[]', '"x"', '{"type":"event_callback"}', '{"type":"event_callback","event":{}}'])
      expect(await send(signed(text), text)).toBe(200);
    const empty = '{"type":"event_callback","event":null}';
    expect(await send(signed(empty), empty)).toBe(500);
    for (const at of ['abc', '-1', '1e99', ''])
      expect(await send({ ...signed(body), 'x-slack-request-timestamp': at })).toBe(401);
    expect(await send(signed(body))).toBe(200);
    await until(() => slack.shown.length === 1);
  });

  it('a form may tell its character set, and one that cannot be read is refused', async () => {
    const form = 'application/x-www-form-urlencoded; charset=utf-8';
    const asked = new URLSearchParams({
      command: '/ask',
      text: QUESTION,
      team_id: 'T1',
      channel_id: 'C1',
      user_id: 'U1',
      response_url: slack.responseUrl(),
    }).toString();
    expect(await send({ ...signed(asked), 'content-type': form }, asked)).toBe(200);
    await until(() => slack.shown.length === 1);
    expect(await send({ ...signed('payload={'), 'content-type': form }, 'payload={')).toBe(400);
  });

  it('its health is told on its own port', async () => {
    const response = await fetch(`${bot.url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true, platforms: { slack: 'ready' } });
  });
});

describe('over the socket', () => {
  beforeEach(async () => {
    bot = await startBot(slack, { mode: 'socket' });
  });

  it.each(['refresh_requested', 'warning', 'too_many_websockets'])(
    'is connected anew at once after %s',
    async (reason) => {
      const before = Date.now();
      slack.disconnect(reason);
      await until(() => slack.opened() === 2 && slack.connections() === 1);
      expect(Date.now() - before).toBeLessThan(1000);
      await bot.event(mention(QUESTION));
      await until(() => slack.shown.length === 1);
    },
  );

  it('an answer in flight survives a broken connection, and a redelivery is not answered again', async () => {
    let isHeld = true;
    slack.script('chat.postMessage', () => (isHeld ? { status: 503 } : undefined));
    const event = mention(QUESTION);
    await bot.event(event);
    slack.drop();
    await until(() => slack.opened() === 2 && slack.connections() === 1);
    await bot.event(event, { retry: 1 });
    isHeld = false;
    await until(() => slack.shown.length === 1);
    await settle();
    expect(slack.shown).toHaveLength(1);
  });

  it('is tried again for as long as Slack is away', async () => {
    let failures = 0;
    slack.script('apps.connections.open', () => (++failures > 4 ? undefined : { status: 503 }));
    slack.drop();
    await until(() => bot.health.isReady === false);
    await until(() => bot.health.isReady === true);
    await bot.event(mention(QUESTION));
    await until(() => slack.shown.length === 1);
    expect(bot.failures).toEqual([]);
  });

  it('a token that is refused at a reconnect is reported, and nothing crashes', async () => {
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    slack.disconnect('refresh_requested');
    await until(() => bot.failures.length === 1);
    expect(bot.failures[0]?.message).toMatch(/SLACK_APP_TOKEN \(invalid_auth\).*connections:write/);
  });

  it('Socket Mode that is switched off is reported', async () => {
    slack.disconnect('link_disabled');
    await until(() => bot.failures.length === 1);
    expect(bot.failures[0]?.message).toMatch(/switch Socket Mode on/);
  });

  it('an app token that is refused ends the start', async () => {
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'not_allowed_token_type' } }));
    const refused = await makeBot(slack, { mode: 'socket' });
    await expect(refused.start()).rejects.toThrow(/SLACK_APP_TOKEN \(not_allowed_token_type\)/);
    await refused.stop();
  });

  it('frames that make no sense are survived', async () => {
    slack.raw('{');
    slack.raw('null and void');
    await bot.event(mention(QUESTION));
    await until(() => slack.shown.length === 1);
  });
});
