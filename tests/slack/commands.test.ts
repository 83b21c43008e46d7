import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, mention, type Running, startBot, until } from './bot.ts';
import { startInside } from './inside.ts';
import { BOT, type LoopbackSlack, openSlack } from './loopback/slack.ts';

let slack: LoopbackSlack;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(() => slack.close());

const command = (args: readonly string[], environment: Record<string, string>) => startInside(args, environment).ended;

describe('the doctor', () => {
  const one = () => ({ SLACK_BOT_TOKEN: BOT.token, SLACK_API_URL: slack.api });
  const http = () => ({ ...one(), SLACK_SIGNING_SECRET: BOT.secret });
  const socket = () => ({ ...one(), SLACK_APP_TOKEN: BOT.app });

  it.each([['http', http] as const, ['socket', socket] as const])('finds all well over %s', async (mode, settings) => {
    const { status, stdout } = await command(['doctor'], settings());
    expect(status).toBe(0);
    expect(stdout).not.toContain('PROBLEM');
    expect(stdout).toMatch(/^fine +slack bot token +taken by Slack/m);
    expect(stdout).toMatch(/^fine +slack scopes +all are granted/m);
    expect(/^fine +slack socket mode/m.test(stdout)).toBe(mode === 'socket');
    expect(slack.opened()).toBe(mode === 'socket' ? 1 : 0);
    expect(slack.connections()).toBe(0);
  });

  it('names the scopes that are missing, and those that would be nice to have', async () => {
    slack.scopes = 'app_mentions:read,commands,im:history';
    const lacking = await command(['doctor'], http());
    expect(lacking.status).toBe(2);
    expect(lacking.stdout).toMatch(/^PROBLEM +slack scopes +chat:write missing: add under OAuth & Permissions/m);
    slack.scopes = 'app_mentions:read,chat:write,commands,im:history,assistant:write';
    const modest = await command(['doctor'], http());
    expect(modest.status).toBe(0);
    expect(modest.stdout).toMatch(/^note +slack scopes +without channels:history/m);
    slack.scopes = null;
    expect((await command(['doctor'], http())).stdout).toMatch(/^note +slack scopes +Slack does not tell/m);
  });

  it('says what to do about tokens that are refused, and shows none', async () => {
    slack.script('auth.test', () => ({ body: { ok: false, error: 'token_revoked' } }));
    slack.script('apps.connections.open', () => ({ body: { ok: false, error: 'not_allowed_token_type' } }));
    const { status, stdout } = await command(['doctor', '--json'], socket());
    expect(status).toBe(2);
    expect(stdout).not.toMatch(/loopback-0000/);
    const { fine, findings } = JSON.parse(stdout);
    expect(fine).toBe(false);
    expect(findings).toContainEqual({
      subject: 'slack bot token',
      state: 'problem',
      text: expect.stringMatching(/token_revoked.*OAuth & Permissions/),
    });
    expect(findings).toContainEqual({
      subject: 'slack socket mode',
      state: 'problem',
      text: expect.stringMatching(/not_allowed_token_type.*connections:write/),
    });
  });

  it('names a setting that is missing, and a place that is', async () => {
    const half = await command(['doctor'], one());
    expect([half.status, half.stdout]).toEqual([
      2,
      expect.stringMatching(/^PROBLEM +settings +Slack is set up by half/m),
    ]);
    const several = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'c',
      SLACK_STATE_SECRET: 's',
      SLACK_SIGNING_SECRET: 'x',
    };
    const homeless = await command(['doctor'], several);
    expect([homeless.status, homeless.stdout]).toEqual([
      2,
      expect.stringMatching(/^PROBLEM +slack install.*DATA_DIR/m),
    ]);
    const settled = await command(['doctor'], { ...several, DATA_DIR: await mkdtemp(join(tmpdir(), 'on-record-')) });
    expect(settled.status).toBe(0);
  });
});

describe('the summary of feedback', () => {
  it('needs a place where it is kept', async () => {
    const { status, stderr } = await command(['feedback'], {});
    expect([status, stderr]).toEqual([2, expect.stringContaining('DATA_DIR')]);
  });

  it('tells what people pressed and what was not on record', async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'on-record-'));
    expect((await command(['feedback'], { DATA_DIR })).stdout).toContain('No feedback is kept');
    const bot = await startBot(slack, { environment: { DATA_DIR } });
    await ask(bot, 'Who is the president of South Korea?', 'good');
    await ask(bot, 'What did the letter to Abe say?');
    await ask(bot, 'Which colour has the Zanzibar tie?');
    await bot.stop();
    const { status, stdout } = await command(['feedback'], { DATA_DIR });
    expect(status).toBe(0);
    expect(stdout).toContain('Verdicts: 1 good, 0 bad');
    expect(stdout).toMatch(/colour/);
    expect(stdout).not.toMatch(/zanzibar/i);
  });

  async function ask(bot: Running, question: string, verdict?: string): Promise<void> {
    const before = slack.shown.length;
    await bot.event(mention(question));
    await until(() => slack.shown.length > before);
    const shown = slack.shown.at(-1);
    if (verdict === undefined || shown === undefined) return;
    await bot.interact(click(shown, verdict, { response_url: slack.responseUrl() }));
    await until(() => slack.shown.length > before + 1);
  }
});
