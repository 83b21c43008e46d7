import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainFetch } from '../../adapters/slack/fetch.ts';
import { click, connected, direct, type Mode, makeBot, mention, message, passing, ts, until } from './bot.ts';
import { BOT, type LoopbackSlack, openSlack, type Script } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';

/** Fails so many times, then does what it is asked. */
function atFirst(times: number, failure: ReturnType<Script>): Script {
  let failed = 0;
  return () => (++failed > times ? undefined : failure);
}

const BUSY = { status: 429, headers: { 'retry-after': '0' } };
/** What goes wrong at first, and passes. */
const PASSING: readonly (readonly [string, ReturnType<Script>])[] = [
  ['busy', BUSY],
  ['failing', { status: 503 }],
  ['broken off', { status: 0 }],
];
const REFUSALS = ['ratelimited', 'rate_limited', 'service_unavailable'].map(
  (error) => [`refused for now (${error})`, { body: { ok: false, error } }] as const,
);

describe.each<Mode>(['http', 'socket'])('a Slack in trouble, over %s', (mode) => {
  const here = connected(mode);

  it.each([...PASSING, ...REFUSALS])('the answer to a message arrives once: %s', async (_, failure) => {
    here.slack.script('chat.postMessage', atFirst(1, failure));
    await here.bot.event(mention(QUESTION));
    await until(() => here.slack.shown.length === 1);
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(1);
  });

  it.each(PASSING)('the answer to a command arrives once: %s', async (_, failure) => {
    here.slack.script('respond', atFirst(2, failure));
    await here.bot.command(QUESTION);
    await until(() => here.slack.shown.length === 1);
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(1);
    expect(here.slack.of('respond')).toHaveLength(3);
  });

  it('a response address that is used up is not tried again, and the here.bot goes on', async () => {
    here.slack.script('respond', () => ({ status: 404 }));
    await here.bot.command(QUESTION);
    await until(() => here.bot.log().includes('could not be delivered'));
    expect(here.slack.of('respond')).toHaveLength(1);
    await here.bot.event(direct(QUESTION));
    await until(() => here.slack.shown.length === 1);
  });

  it('an answer that can be shared no more says so', async () => {
    await here.bot.command(QUESTION);
    await until(() => here.slack.shown.length === 1);
    here.slack.script('respond', ({ body }) => (body.response_type === 'in_channel' ? { status: 404 } : undefined));
    const [private_] = here.slack.shown;
    if (private_ === undefined) throw new Error('nothing is shown');
    await here.bot.interact(click(private_, 'share', { response_url: here.slack.responseUrl() }));
    await until(() => here.slack.shown.length === 2);
    expect(here.slack.shown[1]?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  it('a window that Slack does not open is apologised for', async () => {
    await here.bot.event(mention(QUESTION));
    await until(() => here.slack.shown.length === 1);
    here.slack.script('views.open', () => ({ body: { ok: false, error: 'expired_trigger_id' } }));
    const [shown] = here.slack.shown;
    if (shown === undefined) throw new Error('nothing is shown');
    await here.bot.interact(click(shown, 'sources', { response_url: here.slack.responseUrl() }));
    await until(() => here.slack.shown.length === 2);
    expect(here.slack.shown[1]?.body.response_type).toBe('ephemeral');
  });

  it('an answer that could not be delivered may be tried again by a later delivery', async () => {
    let isDown = true;
    here.slack.script('chat.postMessage', () => (isDown ? { status: 500 } : undefined));
    const event = mention(QUESTION);
    await here.bot.event(event);
    await until(() => here.bot.log().includes('could not be delivered'));
    isDown = false;
    await here.bot.event(event, { retry: 1 });
    await until(() => here.slack.shown.length === 1);
  });

  it('a message whose blocks are refused goes out as text', async () => {
    here.slack.script('chat.postMessage', ({ body }) =>
      body.blocks === undefined ? undefined : { body: { ok: false, error: 'invalid_blocks' } },
    );
    await here.bot.event(mention(QUESTION));
    await until(() => here.slack.shown.length === 1);
    expect(here.slack.shown[0]?.body.text).toContain('[1] According to');
  });

  it('a thread is looked up again where the first look failed', async () => {
    const found = { body: { ok: true, messages: [{ user: BOT.user }] } };
    let looks = 0;
    here.slack.script('conversations.replies', () =>
      ++looks > 1 ? found : { body: { ok: false, error: 'internal_error' } },
    );
    const thread = ts();
    await here.bot.event(message(QUESTION, { thread_ts: thread }));
    await until(() => here.bot.log().includes('"extra":"history"'));
    await here.bot.event(message(QUESTION, { thread_ts: thread }));
    await until(() => here.slack.shown.length === 1);
  });

  it('at the start it is waited for', async () => {
    here.slack.script('auth.test', atFirst(3, { status: 503 }));
    await here.restart({ waits: { retries: 1 } });
    expect(here.bot.failures).toEqual([]);
  });

  it('refused extras are logged once and cost no answer', async () => {
    for (const method of ['assistant.threads.setStatus', 'assistant.threads.setTitle', 'conversations.replies'])
      here.slack.script(method, () => ({ body: { ok: false, error: 'missing_scope' } }));
    for (let at = 0; at < 3; at++) await here.bot.event(direct(QUESTION, { thread_ts: ts() }));
    await here.bot.event(message(QUESTION, { thread_ts: ts() }));
    await until(() => here.slack.shown.length === 3 && here.bot.log().includes('"extra":"history"'));
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(3);
    expect(here.bot.log().match(/"extra":"status"/g)).toHaveLength(1);
    expect(here.slack.of('assistant.threads.setStatus')).toHaveLength(1);
  });

  it('a token that Slack refuses ends the start with one line that says what to do', async () => {
    here.slack.script('auth.test', () => ({ body: { ok: false, error: 'invalid_auth' } }));
    const refused = await makeBot(here.slack, { mode });
    await expect(refused.start()).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/);
    await refused.stop();
  });

  it('a token that is revoked later is reported once', async () => {
    here.slack.script('chat.postMessage', () => ({ body: { ok: false, error: 'token_revoked' } }));
    await here.bot.event(mention(QUESTION));
    await until(() => here.bot.failures.length > 0);
    expect(here.bot.failures[0]?.message).toMatch(/SLACK_BOT_TOKEN \(token_revoked\)/);
  });

  it('a missing scope that Slack tells of ends the start; one that is only nice to have does not', async () => {
    here.slack.scopes = 'app_mentions:read,commands,im:history';
    const lacking = await makeBot(here.slack, { mode });
    await expect(lacking.start()).rejects.toThrow(/lacks the bot scope chat:write/);
    await lacking.stop();
    here.slack.scopes = 'app_mentions:read,chat:write,commands,im:history';
    await here.restart({});
    here.slack.scopes = null;
    await here.restart({});
  });
});

describe('being asked to wait', () => {
  let slack: LoopbackSlack;
  beforeEach(async () => {
    slack = await openSlack();
  });
  afterEach(() => slack.close());

  it.each([undefined, 'soon', 'Fri, 31 Dec 1999 23:59:59 GMT'])(
    'without a number of seconds (%s): one',
    async (told) => {
      slack.script('chat.postMessage', () => ({
        status: 429,
        headers: told === undefined ? {} : { 'retry-after': told },
      }));
      const { headers } = await plainFetch(`${slack.api}chat.postMessage`, { method: 'POST', body: 'a=b' });
      expect(headers.get('retry-after')).toBe('1');
    },
  );

  it('by a response address is told with the seconds', async () => {
    slack.script('respond', () => ({ status: 429, headers: { 'retry-after': '7' } }));
    const posted = plainFetch(slack.responseUrl(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    await expect(posted).rejects.toThrow(webApi.WebAPIRateLimitedError);
    await expect(posted).rejects.toMatchObject({ retryAfter: 7 });
  });
});
