import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFeedback } from '../../adapters/service/feedback.ts';
import { buttonsOf, click, type Mode, mention, type Running, settle, startBot, textIn, until } from './bot.ts';
import { type Call, type LoopbackSlack, openSlack } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';

describe.each<Mode>(['http', 'socket'])('what can be pressed under an answer, over %s', (mode) => {
  let slack: LoopbackSlack;
  let bot: Running;
  let data: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'on-record-'));
    slack = await openSlack();
    bot = await startBot(slack, { mode, environment: { DATA_DIR: data } });
  });

  afterEach(async () => {
    await bot.stop();
    await slack.close();
    expect(slack.refusals).toEqual([]);
  });

  async function answered(question = QUESTION): Promise<Call> {
    const before = slack.shown.length;
    await bot.event(mention(question));
    await until(() => slack.shown.length > before);
    return slack.shown.at(-1) as Call;
  }

  async function asked(question = QUESTION): Promise<Call> {
    const before = slack.shown.length;
    await bot.command(question);
    await until(() => slack.shown.length > before);
    return slack.shown.at(-1) as Call;
  }

  const press = (shown: Call, id: string, more = {}) =>
    bot.interact(click(shown, id, { response_url: slack.responseUrl('click'), ...more }));
  const window = async (): Promise<string> => {
    await until(() => slack.of('views.open').length === 1);
    return textIn(slack.of('views.open')[0]?.body.view);
  };

  it('Sources opens the cited places in full', async () => {
    await press(await answered(), 'sources');
    const text = await window();
    expect(text).toContain('South Korean President Sends Letter To Japan');
    expect(text).toContain('Pakistan Point News / Sputnik');
    expect(text).toContain('24 October 2019');
    expect(text).toMatch(/paragraph \d, sentence \d/);
  });

  it('Why tells matched and missing words, also after a restart', async () => {
    const shown = await answered();
    await bot.stop();
    bot = await startBot(slack, { mode, environment: { DATA_DIR: data } });
    await press(shown, 'why');
    const text = await window();
    expect(text).toMatch(/“president of south korea”/i);
    expect(text).toContain('What decided');
  });

  it('Why says so where the question is no longer known', async () => {
    const shown = await answered();
    const why = buttonsOf(shown).find(({ action_id }) => action_id === 'why');
    const { q: _, ...value } = JSON.parse(String(why?.value));
    await press(shown, 'why', { actions: [{ ...why, block_id: 'b', value: JSON.stringify(value) }] });
    const text = await window();
    expect(text).toContain('no longer known');
    expect(text).toContain('Moon Jae-in');
  });

  it('👍 is kept without a person and without the question', async () => {
    await press(await answered(), 'good');
    await until(() => slack.shown.length === 2);
    expect(slack.shown[1]?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    const [verdict] = await readFeedback(join(data, 'feedback'));
    expect(verdict).toMatchObject({ kind: 'verdict', verdict: 'good', reason: null });
    const [file] = await readdir(join(data, 'feedback'));
    const text = await readFile(join(data, 'feedback', file ?? ''), 'utf8');
    for (const private_ of ['"U1"', 'ann', '"C1"', '"T1"', QUESTION]) expect(text).not.toContain(private_);
  });

  it('👎 asks for a reason and keeps it', async () => {
    await press(await answered(), 'bad');
    await window();
    const view = slack.of('views.open')[0]?.body.view as Record<string, unknown>;
    await bot.interact({
      type: 'view_submission',
      view: {
        ...view,
        id: 'V1',
        state: { values: { reason: { text: { type: 'plain_text_input', value: 'off the point' } } } },
      },
    });
    await until(() => true);
    await settle();
    const [verdict] = await readFeedback(join(data, 'feedback'));
    expect(verdict).toMatchObject({ kind: 'verdict', verdict: 'bad', reason: 'off the point' });
  });

  it('without a place to keep it, feedback is not asked for', async () => {
    await bot.stop();
    bot = await startBot(slack, { mode });
    expect(buttonsOf(await answered()).map(({ action_id }) => action_id)).toEqual(['sources', 'why', 'remove']);
  });

  it('a private answer is shared with all, and its question with it, harmless', async () => {
    await press(await asked('<!channel> *who* is the president of South Korea?'), 'share');
    await until(() => slack.of('respond').some(({ body }) => body.response_type === 'in_channel'));
    const shared = slack.of('respond').find(({ body }) => body.response_type === 'in_channel');
    const text = textIn(shared?.body.blocks);
    expect(text).toContain('ann asked:');
    expect(text).toContain('Moon Jae-in');
    expect(JSON.stringify(shared?.body)).not.toMatch(/<!channel>|\*who\*/);
    expect(buttonsOf(shared as Call).map(({ action_id }) => action_id)).not.toContain('share');
  });

  it('only the one who asked can remove an answer', async () => {
    const shown = await answered();
    await press(shown, 'remove', { user: { id: 'U2', team_id: 'T1' } });
    await until(() => slack.shown.length === 2);
    expect(slack.of('chat.delete')).toEqual([]);
    await press(shown, 'remove');
    await until(() => slack.of('chat.delete').length === 1);
    expect(slack.of('chat.delete')[0]?.body).toMatchObject({ channel: 'C1', ts: '1700000000.000001' });
  });

  it('an abstention offers questions to press, and answers them in the thread', async () => {
    const shown = await answered('What did the letter to Abe say?');
    expect(shown.body.text).toContain('Not on record');
    expect(buttonsOf(shown).filter(({ action_id }) => String(action_id).startsWith('ask:')).length).toBeGreaterThan(0);
    await press(shown, 'ask:0');
    await until(() => slack.shown.length === 2);
    expect(slack.shown[1]?.body.thread_ts).toBe(shown.body.thread_ts);
    expect(textIn(slack.shown[1]?.body.blocks)).toContain('[1] According to');
  });

  it.each(['{"v":0}', '', 'null', '{"v":1,"a":"1a00000000xxx"}'])(
    'a button of another version (%j) is acknowledged and explained',
    async (value) => {
      const shown = await answered();
      expect(
        await press(shown, 'sources', { actions: [{ type: 'button', block_id: 'b', action_id: 'sources', value }] }),
      ).toBe(200);
      expect(
        await press(shown, 'sources', { actions: [{ type: 'button', block_id: 'b', action_id: 'unheard_of', value }] }),
      ).toBe(200);
      await until(() => slack.shown.length === 3);
      expect(slack.shown[1]?.body.text).toContain('older version');
      expect(slack.shown[2]?.body.text).toContain('older version');
    },
  );

  const inMessage = {
    channel: { id: 'C1' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C1' },
  };
  const old = { type: 'button', action_id: 'unheard_of', block_id: 'b', value: 'x' };
  it.each<[string, Record<string, unknown>, string | null]>([
    ['a menu of another version', { type: 'block_suggestion', action_id: 'x', block_id: 'b', value: 'v' }, null],
    [
      'a window of another version',
      { type: 'view_submission', view: { callback_id: 'gone', state: { values: {} } } },
      null,
    ],
    ['a reason for nothing', { type: 'view_submission', view: { callback_id: 'reason', private_metadata: 'x' } }, null],
    ['a global shortcut', { type: 'shortcut', callback_id: 'gone' }, null],
    ['a shortcut of another version', { type: 'message_action', callback_id: 'gone', message: {}, ...inMessage }, null],
    ['a button without an address', { type: 'block_actions', actions: [old], ...inMessage }, 'chat.postEphemeral'],
    [
      'a button in Home',
      { type: 'block_actions', actions: [old], container: { type: 'view' }, view: {} },
      'views.open',
    ],
  ])('%s is acknowledged and, where it can be, explained', async (_, payload, method) => {
    expect(await bot.interact(payload)).toBe(200);
    if (method === null) return;
    await until(() => slack.of(method).length === 1);
    expect(JSON.stringify(slack.of(method)[0]?.body)).toContain('older version');
  });

  it('what is not on record is counted by its everyday words only', async () => {
    await answered('Which colour has the Zanzibar tie?');
    await settle();
    const entries = await readFeedback(join(data, 'feedback'));
    expect(JSON.stringify(entries)).not.toMatch(/zanzibar/i);
  });
});
