import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connected, direct, type Mode, mention, message, passing, textIn, ts, until } from './bot.ts';
import { BOT } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';

describe.each<Mode>(['http', 'socket'])('holding over %s', (mode) => {
  const here = connected(mode);

  it('a message is answered once, however often and in whatever form it comes', async () => {
    const event = mention(QUESTION);
    await Promise.all([
      here.bot.event(event, { eventId: 'Ev1' }),
      here.bot.event({ ...event, type: 'message', channel_type: 'channel' }, { eventId: 'Ev2' }),
      here.bot.event(event, { eventId: 'Ev1', retry: 1 }),
      here.bot.event(event, { eventId: 'Ev1', retry: 2 }),
    ]);
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(1);
  });

  it('a message is answered once over a restart, where there is a place to remember it', async () => {
    const environment = { DATA_DIR: await mkdtemp(join(tmpdir(), 'on-record-')) };
    await here.restart({ environment });
    const event = mention(QUESTION);
    await here.bot.event(event);
    await until(() => here.slack.shown.length === 1);
    await here.restart({ environment });
    await here.bot.event(event, { retry: 1 });
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(1);
  });

  it('bots, itself, other apps, edits, deletions and joins are not answered', async () => {
    const never = [
      direct(QUESTION, { bot_id: 'B9' }),
      direct(QUESTION, { user: BOT.user }),
      direct(QUESTION, { subtype: 'bot_message', bot_id: 'B9', user: undefined }),
      direct(QUESTION, { user: 'USLACKBOT' }),
      mention(QUESTION, { bot_id: 'B9', app_id: 'A9' }),
      direct(QUESTION, { app_id: 'A9' }),
      mention(QUESTION, { edited: { user: 'U1', ts: ts() } }),
      {
        type: 'message',
        subtype: 'message_changed',
        channel: 'D1',
        channel_type: 'im',
        ts: ts(),
        message: direct(QUESTION),
      },
      { type: 'message', subtype: 'message_deleted', channel: 'D1', channel_type: 'im', ts: ts(), deleted_ts: ts() },
      message(`<@${BOT.user}> has joined the channel`, { subtype: 'channel_join' }),
      message(`<@${BOT.user}> ${QUESTION}`, { subtype: 'channel_topic' }),
    ];
    for (const event of never) await here.bot.event(event);
    await passing(here.bot);
    expect(here.slack.shown).toEqual([]);
  });

  it('what Slack leaves empty may be null', async () => {
    await here.bot.event(direct(QUESTION, { subtype: null, thread_ts: null, bot_id: null }));
    await until(() => here.slack.shown.length === 1);
    await here.bot.event(mention('', { text: null }));
    await until(() => here.slack.shown.length === 2);
    expect(here.slack.shown[1]?.body.text).toContain('/ask');
  });

  it('acknowledges before it works', async () => {
    let isHeld = true;
    here.slack.script('chat.postMessage', () =>
      isHeld ? { status: 429, headers: { 'retry-after': '0' } } : undefined,
    );
    await here.bot.event(mention(QUESTION));
    await until(() => here.slack.of('chat.postMessage').length > 0);
    isHeld = false;
    await until(() => here.slack.shown.length === 1);
  });

  it('one person’s flood is slowed down kindly, others and buttons are not', async () => {
    await here.restart({ environment: { RATE_LIMIT: '3/60' } });
    for (let at = 0; at < 6; at++) await here.bot.event(direct(QUESTION));
    await here.bot.event(direct(QUESTION, { user: 'U2', channel: 'D2' }));
    await until(() => here.slack.shown.length === 5);
    await passing(here.bot);
    expect(here.slack.shown.filter(({ body }) => String(body.text).includes('Moon'))).toHaveLength(4);
    expect(here.slack.shown.filter(({ body }) => String(body.text).includes('wait a few seconds'))).toHaveLength(1);
  });

  it('answers in flight at a stop are delivered, and nothing new is taken', async () => {
    let isHeld = true;
    here.slack.script('chat.postMessage', () => (isHeld ? { status: 503 } : undefined));
    await here.bot.event(mention(QUESTION));
    await until(() => here.slack.of('chat.postMessage').length === 1);
    const stopped = here.bot.stop();
    isHeld = false;
    await stopped;
    expect(here.slack.shown).toHaveLength(1);
    await here.restart({});
  });

  it('a thread that is being looked up at a stop is answered, too', async () => {
    let isHeld = true;
    const found = { body: { ok: true, messages: [{ user: BOT.user }] } };
    here.slack.script('conversations.replies', () => (isHeld ? { status: 503 } : found));
    await here.bot.event(message(QUESTION, { thread_ts: ts() }));
    await until(() => here.slack.of('conversations.replies').length === 1);
    const stopped = here.bot.stop();
    isHeld = false;
    await stopped;
    expect(here.slack.shown).toHaveLength(1);
    await here.restart({});
  });

  it('neither questions nor tokens are logged', async () => {
    here.slack.script('chat.postMessage', ({ body }) =>
      body.channel === 'C1' ? { body: { ok: false, error: 'channel_not_found' } } : undefined,
    );
    await here.bot.event(mention('Who is the xylophone president?'));
    await here.bot.event(mention('Who is the xylophone president?', { text: 'no-mention' }), { eventId: 'Ev9' });
    await here.bot.command('xylophone');
    await until(() => here.bot.log().includes('channel_not_found'));
    await passing(here.bot);
    expect(here.bot.log()).not.toMatch(/xylophone|xoxb|xapp|signing-secret/);
  });

  it('what people type never comes out live', async () => {
    const typed = '&lt;!channel&gt; &lt;@U1&gt; *bold* _under_ ~gone~ &lt;https://evil.example|Zyx&gt; frobnicated?';
    await here.bot.event(mention(typed));
    await here.bot.event(mention('<!channel> <!here> what about <https://evil.example|frobs>'));
    await until(() => here.slack.shown.length === 2);
    for (const { body } of here.slack.shown) {
      const { blocks, text } = body as { blocks: { type: string }[]; text: string };
      const seen = `${textIn(blocks.filter(({ type }) => type !== 'actions'))}\n${text}`;
      expect(seen).not.toMatch(/<!|<@|\*bold\*|_under_|~gone~|<https/);
    }
  });

  it('200 questions in a second are all answered, once each', async () => {
    const events = Array.from({ length: 200 }, (_, at) =>
      mention(QUESTION, { user: `U${at}`, channel: `C${at % 20}` }),
    );
    await Promise.all(events.map((event) => here.bot.event(event)));
    await until(() => here.slack.shown.length >= 200, 15_000);
    await passing(here.bot);
    expect(new Set(here.slack.shown.map(({ body }) => body.thread_ts)).size).toBe(200);
    expect(here.slack.shown).toHaveLength(200);
  });
});
