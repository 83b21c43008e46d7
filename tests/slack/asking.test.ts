import { describe, expect, it } from 'vitest';
import { buttonsOf, click, connected, direct, type Mode, mention, message, passing, textIn, ts, until } from './bot.ts';
import { BOT, type Call } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';
const ANSWER = 'Moon Jae-in';

describe.each<Mode>(['http', 'socket'])('asking over %s', (mode) => {
  const here = connected(mode);

  it('a mention is answered in its thread, with the citation', async () => {
    const event = mention(QUESTION);
    expect(await here.bot.event(event)).toBe(200);
    await until(() => here.slack.shown.length === 1);
    const [answer] = here.slack.shown;
    expect(answer?.body).toMatchObject({
      channel: 'C1',
      thread_ts: event.ts,
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(textIn(answer?.body.blocks)).toContain(ANSWER);
    expect(textIn(answer?.body.blocks)).toMatch(/\[1\] According to .*24 October 2019.*paragraph \d, sentence \d/);
    expect(answer?.body.text).toContain(ANSWER);
    expect(answer?.body.text).toContain('[1] According to');
  });

  it('a mention in a thread is answered in that thread', async () => {
    const thread = ts();
    await here.bot.event(mention(QUESTION, { thread_ts: thread }));
    await until(() => here.slack.shown.length === 1);
    expect(here.slack.shown[0]?.body.thread_ts).toBe(thread);
  });

  it('a direct message is answered where it was written', async () => {
    await here.bot.event(direct(QUESTION));
    await until(() => here.slack.shown.length === 1);
    expect(here.slack.shown[0]?.body.channel).toBe('D1');
    expect(here.slack.shown[0]?.body).not.toHaveProperty('thread_ts');
  });

  it('a follow-up in a thread of the here.bot needs no mention', async () => {
    const root = mention('What did Abe say about the meeting?');
    await here.bot.event(root);
    await until(() => here.slack.shown.length === 1);
    await here.bot.event(message('Who is the president of South Korea?', { thread_ts: root.ts, user: 'U2' }));
    await until(() => here.slack.shown.length === 2);
    expect(here.slack.shown[1]?.body.thread_ts).toBe(root.ts);
  });

  it('other people’s threads are left alone', async () => {
    await here.bot.event(message(QUESTION, { thread_ts: ts() }));
    await here.bot.event(message(QUESTION));
    await passing(here.bot);
    expect(here.slack.shown).toEqual([]);
  });

  it('a thread in which the here.bot has answered before a restart is known again', async () => {
    const thread = ts();
    here.slack.script('conversations.replies', () => ({
      body: { ok: true, messages: [{ user: 'U1' }, { user: BOT.user }] },
    }));
    await here.bot.event(message(QUESTION, { thread_ts: thread }));
    await here.bot.event(message('When was the article published?', { thread_ts: thread }));
    await until(() => here.slack.shown.length === 2);
    expect(here.slack.of('conversations.replies')).toHaveLength(1);
  });

  it('a thread that began with a button or with how to ask is one of the here.bot, too', async () => {
    const bare = mention('');
    await here.bot.event(bare);
    await until(() => here.slack.shown.length === 1);
    await here.bot.event(message(QUESTION, { thread_ts: bare.ts }));
    await until(() => here.slack.shown.length === 2);
    const shared = here.slack.shown[0] as Call;
    const pressed = click({ ...shared, body: { ...shared.body, thread_ts: undefined, channel: 'C2' } }, 'ask:0');
    await here.bot.interact({ ...pressed, response_url: here.slack.responseUrl() });
    await until(() => here.slack.shown.length === 3);
    await here.bot.event(message(QUESTION, { channel: 'C2', thread_ts: here.slack.shown[2]?.body.thread_ts }));
    await until(() => here.slack.shown.length === 4);
    expect(here.slack.of('conversations.replies')).toEqual([]);
  });

  it.each([
    'x'.repeat(40_000),
    'Abe '.repeat(9000),
    'who is \ud83d the president?',
    '\u0000\u0007 who',
    '\u202eevil\u2066 who',
    `Z${'\u0337\u0322\u031b'.repeat(50)}algo?`,
    '<script>alert(1)</script> {{7*7}} %s',
    '&amp;lt;!channel&amp;gt; &lt;!subteam^S1&gt; who?',
    '```who``` `is` >quoted',
    '😀a'.repeat(3000),
    'a\n'.repeat(3000),
  ])('long and odd input is answered once in every way of asking (%#)', async (text) => {
    await here.bot.event(direct(text, { thread_ts: ts() }));
    await until(() => here.slack.shown.length === 1);
    await here.bot.command(text);
    await until(() => here.slack.shown.length === 2);
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(2);
    for (const { body } of here.slack.calls)
      expect(`${JSON.stringify(body.blocks ?? '')}${body.text}`).not.toMatch(/<!|<script/);
  });

  it('a reply to somebody else in a thread of the here.bot is left alone', async () => {
    const root = mention(QUESTION);
    await here.bot.event(root);
    await until(() => here.slack.shown.length === 1);
    await here.bot.event(message('<@U9> what do you think?', { thread_ts: root.ts }));
    await passing(here.bot);
    expect(here.slack.shown).toHaveLength(1);
  });

  it('the command is answered to its person only, and can be shared', async () => {
    expect(await here.bot.command(QUESTION)).toBe(200);
    await until(() => here.slack.shown.length === 1);
    const [answer] = here.slack.shown;
    expect(answer?.method).toBe('respond');
    expect(answer?.body.response_type).toBe('ephemeral');
    expect(textIn(answer?.body.blocks)).toContain(ANSWER);
    expect(buttonsOf(answer as never).map(({ action_id }) => action_id)).toEqual(['sources', 'why', 'share', 'remove']);
  });

  it('the command with nothing after it shows how to ask, with three examples', async () => {
    await here.bot.command('  ');
    await until(() => here.slack.shown.length === 1);
    const [usage] = here.slack.shown;
    expect(usage?.body.response_type).toBe('ephemeral');
    expect(textIn(usage?.body.blocks)).toContain('/ask');
    expect(buttonsOf(usage as never)).toHaveLength(3);
  });

  it('the shortcut asks what a message says, for its person only', async () => {
    const shortcut = {
      type: 'message_action',
      callback_id: 'ask_about',
      channel: { id: 'C1' },
      response_url: here.slack.responseUrl(),
    };
    await here.bot.interact({ ...shortcut, message: { type: 'message', user: 'U2', ts: ts(), text: QUESTION } });
    await until(() => here.slack.shown.length === 1);
    expect(here.slack.shown[0]?.body.response_type).toBe('ephemeral');
    expect(textIn(here.slack.shown[0]?.body.blocks)).toContain(ANSWER);
    await here.bot.interact({ ...shortcut, message: { type: 'message', user: 'U2', ts: ts(), text: '' } });
    await until(() => here.slack.shown.length === 2);
    expect(buttonsOf(here.slack.shown[1] as never)).toHaveLength(3);
  });

  it.each(['', ' \u200b\u2060 ', '👍', '???', '<@U0BOT>', '\u3164'])(
    'a mention with nothing to ask (%j) shows how to ask, once',
    async (text) => {
      const event = mention(text);
      await here.bot.event(event);
      await here.bot.event(event, { retry: 1 });
      await until(() => here.slack.shown.length === 1);
      await passing(here.bot);
      expect(here.slack.shown).toHaveLength(1);
      expect(buttonsOf(here.slack.shown[0] as never)).toHaveLength(3);
    },
  );

  it('the assistant view offers four questions, shows that it is at work, and gets a title', async () => {
    const thread = ts();
    await here.bot.event({
      type: 'assistant_thread_started',
      assistant_thread: { user_id: 'U1', channel_id: 'D1', thread_ts: thread, context: {} },
    });
    await until(() => here.slack.of('assistant.threads.setSuggestedPrompts').length === 1);
    const [prompts] = here.slack.of('assistant.threads.setSuggestedPrompts');
    expect(prompts?.body).toMatchObject({ channel_id: 'D1', thread_ts: thread });
    expect(prompts?.body.prompts).toHaveLength(4);
    await here.bot.event(direct(QUESTION, { thread_ts: thread }));
    await until(() => here.slack.of('assistant.threads.setTitle').length === 1);
    expect(here.slack.shown[0]?.body.thread_ts).toBe(thread);
    const order = here.slack.calls
      .map(({ method }) => method)
      .filter((method) => /setStatus|postMessage|setTitle/.test(method));
    expect(order).toEqual(['assistant.threads.setStatus', 'chat.postMessage', 'assistant.threads.setTitle']);
  });

  it('in the agent view each direct message has its thread', async () => {
    await here.bot.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' });
    await until(() => here.slack.of('assistant.threads.setSuggestedPrompts').length === 1);
    await passing(here.bot);
    const event = direct(QUESTION);
    await here.bot.event(event);
    await until(() => here.slack.shown.length === 1);
    expect(here.slack.shown[0]?.body.thread_ts).toBe(event.ts);
  });

  it.each([
    ['안녕하세요', '보관되는 정보'],
    ['こんにちは', '保存される情報'],
  ])('Home is in the language that the person was last answered in: %s', async (greeting, title) => {
    await here.bot.event(direct(greeting));
    await until(() => here.slack.shown.length === 1);
    await here.bot.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' });
    await until(() => here.slack.of('views.publish').length === 1);
    expect(textIn(here.slack.of('views.publish')[0]?.body.view)).toContain(title);
  });

  it('Home tells what the record is and asks each of its questions', async () => {
    await here.bot.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' });
    await until(() => here.slack.of('views.publish').length === 1);
    const [home] = here.slack.of('views.publish');
    expect(home?.body.user_id).toBe('U1');
    const text = textIn(home?.body.view);
    expect(text).toContain('South Korean President Sends Letter');
    expect(text).toContain('24 October 2019');
    expect(text).toContain('What is kept of you');
    const blocks = (
      (home?.body.view ?? { blocks: [] }) as { blocks: { type: string; elements?: Record<string, unknown>[] }[] }
    ).blocks;
    const button = blocks.find(({ type }) => type === 'actions')?.elements?.[0];
    await here.bot.interact({
      type: 'block_actions',
      actions: [{ block_id: 'b', ...button }],
      container: { type: 'view', view_id: 'V1' },
      view: { id: 'V1' },
    });
    await until(() => here.slack.of('views.open').length === 1);
    expect(textIn(here.slack.of('views.open')[0]?.body.view)).toContain('[1] According to');
    expect(here.slack.shown).toEqual([]);
  });
});
