import { describe, expect, it } from 'vitest';
import { SetupError } from '../src/index.ts';
import { readSettings } from '../src/settings.ts';

const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };
const app = { SLACK_APP_TOKEN: 'xapp-1' };
const signing = { SLACK_SIGNING_SECRET: 'signing' };
const oauth = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'client', SLACK_STATE_SECRET: 'state' };

describe('whole sets', () => {
  it('bot token and app token: Slack over Socket Mode', () => {
    expect(readSettings({ ...bot, ...app }).slack).toEqual({
      kind: 'socket',
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      signingSecret: null,
    });
  });

  it('bot token and signing secret: Slack over HTTP', () => {
    expect(readSettings({ ...bot, ...signing }).slack).toEqual({
      kind: 'http',
      botToken: 'xoxb-1',
      signingSecret: 'signing',
    });
  });

  it('bot token, app token and signing secret: Slack, with a choice', () => {
    expect(readSettings({ ...bot, ...app, ...signing }).slack).toMatchObject({
      kind: 'socket',
      signingSecret: 'signing',
    });
  });

  it('client id, client secret, state secret and signing secret: Slack by OAuth', () => {
    expect(readSettings({ ...oauth, ...signing }).slack).toMatchObject({
      kind: 'oauth',
      clientId: '1.2',
      stateSecret: 'state',
    });
  });

  it('the token alone: Discord', () => {
    expect(readSettings({ DISCORD_TOKEN: 'token' })).toEqual({
      slack: null,
      discord: { token: 'token', applicationId: null },
    });
  });

  it('Slack and Discord side by side', () => {
    const { slack, discord } = readSettings({ ...bot, ...app, DISCORD_TOKEN: 'token', DISCORD_APPLICATION_ID: '1' });
    expect(slack?.kind).toBe('socket');
    expect(discord?.applicationId).toBe('1');
  });
});

describe('nothing to start', () => {
  const none = { slack: null, discord: null };

  it('in an empty environment', () => expect(readSettings({})).toEqual(none));

  it('where values are empty or white space', () => {
    expect(readSettings({ SLACK_BOT_TOKEN: '', SLACK_CLIENT_ID: ' ', DISCORD_TOKEN: '\t' })).toEqual(none);
  });

  it('where only addresses, ports and the like are given', () => {
    const environment = {
      SLACK_API_URL: 'http://x',
      DISCORD_API_URL: 'http://y',
      PORT: '80',
      HOST: '::',
      RATE_LIMIT: 'off',
    };
    expect(readSettings({ ...environment, SLACK_SOCKET_MODE: 'true', HEALTH_PORT: '1', DATA_DIR: '/d' })).toEqual(none);
  });
});

describe('half a set is an error that names what is missing', () => {
  it.each([
    [bot, ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']],
    [app, ['SLACK_BOT_TOKEN']],
    [signing, ['SLACK_BOT_TOKEN']],
    [{ ...app, ...signing }, ['SLACK_BOT_TOKEN']],
    [oauth, ['SLACK_SIGNING_SECRET']],
    [{ ...signing, SLACK_CLIENT_ID: '1' }, ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']],
    [{ SLACK_STATE_SECRET: 's' }, ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET']],
    [{ DISCORD_APPLICATION_ID: '1' }, ['DISCORD_TOKEN']],
    [{ ...bot, ...app, DISCORD_APPLICATION_ID: '1' }, ['DISCORD_TOKEN']],
    [{ ...bot, DISCORD_APPLICATION_ID: '1' }, ['SLACK_APP_TOKEN', 'DISCORD_TOKEN']],
  ])('%o: %o', (environment, missing) => {
    const message = complaint(environment);
    for (const name of missing) expect(message.split(' without ').slice(1).join()).toContain(name);
    expect(message).toContain('.env.example');
    expect(message).not.toContain('\n');
  });

  it('a bot token beside OAuth: both are named', () => {
    expect(complaint({ ...bot, ...oauth, ...signing })).toMatch(/SLACK_BOT_TOKEN.*SLACK_CLIENT_ID.*unset/);
  });

  it('a token with a space or a line end in it: the variable is named, its value is not shown', () => {
    expect(complaint({ ...app, SLACK_BOT_TOKEN: 'xoxb 1' })).toMatch(/^SLACK_BOT_TOKEN holds/);
    expect(complaint({ DISCORD_TOKEN: 'secret one' })).not.toContain('secret');
  });
});

function complaint(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return (error as SetupError).message;
  }
  throw new Error('the settings were accepted');
}
