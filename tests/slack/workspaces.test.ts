import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mode, makeBot, mention, type Running, settle, startBot, until } from './bot.ts';
import { BOT, type LoopbackSlack, openSlack } from './loopback/slack.ts';

const QUESTION = 'Who is the president of South Korea?';

describe.each<Mode>(['http', 'socket'])('several workspaces, over %s', (mode) => {
  let slack: LoopbackSlack;
  let bot: Running;
  let data: string;
  const settings = {
    kind: 'oauth',
    clientId: '1.2',
    clientSecret: 'client-secret-0000',
    stateSecret: 'state-secret-0000',
    signingSecret: BOT.secret,
    appToken: mode === 'socket' ? BOT.app : null,
  } as const;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'on-record-'));
    slack = await openSlack();
    slack.script('oauth.v2.access', ({ body }) => {
      const team = String(body.code);
      return {
        body: {
          ok: true,
          app_id: 'A1',
          authed_user: { id: 'U7' },
          scope: 'chat:write',
          token_type: 'bot',
          access_token: `xoxb-team-${team}`,
          bot_user_id: BOT.user,
          team: { id: team, name: team },
          enterprise: null,
          is_enterprise_install: false,
        },
      };
    });
    bot = await startBot(slack, { mode, settings, environment: { DATA_DIR: data } });
  });

  afterEach(async () => {
    await bot.stop();
    await slack.close();
    expect(bot.log()).not.toMatch(/xoxb-team|client-secret|state-secret/);
  });

  /** Goes the way of an administrator: install page, consent, back with a code. */
  async function install(team: string): Promise<number> {
    const page = await fetch(`${bot.url}/slack/install`);
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const consent = /href="([^"]*authorize[^"]*)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(consent.startsWith(new URL('/oauth/v2/authorize', slack.api).href)).toBe(true);
    expect(new URL(consent).searchParams.get('scope')).toContain('app_mentions:read');
    const state = new URL(consent).searchParams.get('state') ?? '';
    const back = await fetch(`${bot.url}/slack/oauth_redirect?code=${team}&state=${state}`, {
      headers: { cookie },
      redirect: 'manual',
    });
    await back.text();
    return back.status;
  }

  it('each is answered with its own token, also after a restart', async () => {
    expect(await install('TAA')).toBeLessThan(400);
    expect(await install('TBB')).toBeLessThan(400);
    await bot.event(mention(QUESTION), { team: 'TAA' });
    await bot.event(mention(QUESTION), { team: 'TBB' });
    await until(() => slack.shown.length === 2);
    expect(slack.shown.map(({ token }) => token).sort()).toEqual(['xoxb-team-TAA', 'xoxb-team-TBB']);
    await bot.stop();
    bot = await startBot(slack, { mode, settings, environment: { DATA_DIR: data } });
    await bot.event(mention(QUESTION), { team: 'TBB' });
    await until(() => slack.shown.length === 3);
    expect(slack.shown[2]?.token).toBe('xoxb-team-TBB');
  });

  it('what they grant is kept for this user only', async () => {
    await install('TAA');
    const [file] = await readdir(join(data, 'slack'));
    expect((await stat(join(data, 'slack', file ?? ''))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(data, 'slack', file ?? ''), 'utf8')).toContain('xoxb-team-TAA');
  });

  it('one that has not installed the app is not answered', async () => {
    await bot.event(mention(QUESTION), { team: 'TXX' });
    await settle();
    expect(slack.shown).toEqual([]);
  });

  it('an uninstall removes everything of that workspace, and nothing of another', async () => {
    await install('TAA');
    await install('TBB');
    await bot.event({ type: 'app_uninstalled' }, { team: 'TAA' });
    await until(() => bot.log().includes('its installation is deleted'));
    expect(await readdir(join(data, 'slack'))).toEqual(['TBB.json']);
    await bot.event(mention(QUESTION), { team: 'TAA' });
    await settle();
    expect(slack.shown).toEqual([]);
    await bot.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT.user] } }, { team: 'TBB' });
    await until(() => bot.log().split('its installation is deleted').length === 3);
    expect(await readdir(join(data, 'slack'))).toEqual([]);
  });

  it('without a place to keep what they grant, it does not start', async () => {
    await expect(makeBot(slack, { mode, settings })).rejects.toThrow(/DATA_DIR/);
  });
});
