import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { afterEach, beforeEach, expect } from 'vitest';
import { openFrom } from '../../adapters/record.ts';
import { createCommons } from '../../adapters/service/commons.ts';
import { createHealth, type Health } from '../../adapters/service/health.ts';
import { createLogger, type LogLevel } from '../../adapters/service/logger.ts';
import { readServiceSettings } from '../../adapters/service/settings.ts';
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import type { Waits } from '../../adapters/slack/client.ts';
import { createBot, type OpenRecord, type SetupError } from '../../src/index.ts';
import type { SlackSettings } from '../../src/settings.ts';
import { BOT, type Call, type LoopbackSlack, openSlack, signed } from './loopback/slack.ts';

type Json = Record<string, unknown>;

export type Mode = 'http' | 'socket';

/** The real bot on the real Bolt, connected to a Slack of our own. */
export interface Running {
  readonly slack: LoopbackSlack;
  readonly health: Health;
  readonly url: string;
  readonly failures: SetupError[];
  /** Everything logged so far. */
  readonly log: () => string;
  /** Delivers an event as Slack does; resolves to the HTTP status, or 200 when acknowledged over the socket. */
  event(event: Json, options?: { retry?: number; eventId?: string; team?: string }): Promise<number>;
  command(text: string, more?: Json): Promise<number>;
  /** A click, a shortcut, a sent modal. */
  interact(payload: Json): Promise<number>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface BotOptions {
  readonly mode?: Mode;
  readonly settings?: SlackSettings;
  readonly environment?: Record<string, string>;
  readonly logLevel?: LogLevel;
  readonly waits?: Partial<Waits>;
}

/** As few connections as Slack would use for one bot: making them takes longer than all else. */
const sender = new Agent({ connections: 20 });

let opened: Promise<OpenRecord> | undefined;
let ports = 20_000 + (process.pid % 200) * 100;

export function theRecord(): Promise<OpenRecord> {
  opened ??= openFrom(undefined, { root: '.' });
  return opened;
}

const QUICK: Partial<Waits> = {
  retry: 10,
  retries: 4,
  patience: 5000,
  reconnect: 20,
  extra: 500,
  drain: 2000,
  unhandled: 50,
};

export async function makeBot(slack: LoopbackSlack, options: BotOptions = {}): Promise<Running> {
  const { mode = 'http', environment = {}, logLevel = 'info', waits = {} } = options;
  const record = await theRecord();
  const lines: string[] = [];
  const log = createLogger({ level: logLevel, destination: { write: (line) => void lines.push(line) } });
  const health = createHealth();
  health.set('slack', 'starting');
  ports += 1;
  const port = ports;
  const service = readServiceSettings({
    RATE_LIMIT: 'off',
    SLACK_API_URL: slack.api,
    PORT: String(port),
    ...environment,
  });
  const commons = await createCommons(service, {
    record,
    bot: createBot({ record }),
    log,
    health,
    isEveryday: (word) => word === 'colour',
  });
  const failures: SetupError[] = [];
  const settings: SlackSettings =
    options.settings ??
    (mode === 'http'
      ? { kind: 'http', botToken: BOT.token, signingSecret: BOT.secret }
      : { kind: 'socket', botToken: BOT.token, appToken: BOT.app, signingSecret: null });
  const adapter = createSlackAdapter({
    settings,
    commons,
    onFailure: (error) => failures.push(error),
    waits: { ...QUICK, ...waits },
  });
  const url = `http://127.0.0.1:${port}`;
  const http = async (body: string, type: string, headers: Record<string, string> = {}): Promise<number> => {
    const response = await request(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...signed(body), ...headers },
      dispatcher: sender,
    });
    await response.body.dump();
    return response.statusCode;
  };
  const socket = async (type: string, payload: Json, retry?: number): Promise<number> => {
    const id = slack.send({
      type,
      payload,
      ...(retry === undefined ? {} : { retry_attempt: retry, retry_reason: 'timeout' }),
    });
    await until(() => slack.acks.has(id));
    return 200;
  };
  return {
    slack,
    health,
    url,
    failures,
    log: () => lines.join(''),
    event(event, { retry, eventId = `Ev${Math.random()}`, team = 'T1' } = {}) {
      const body = {
        type: 'event_callback',
        team_id: team,
        api_app_id: 'A1',
        event_id: eventId,
        event,
        authorizations: [{ team_id: team, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
      };
      if (mode === 'socket') return socket('events_api', body, retry);
      const headers =
        retry === undefined ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' };
      return http(JSON.stringify(body), 'application/json', headers as Record<string, string>);
    },
    command(text, more = {}) {
      const body = {
        command: '/ask',
        text,
        user_id: 'U1',
        user_name: 'ann',
        channel_id: 'C1',
        team_id: 'T1',
        trigger_id: 'trigger-1',
        response_url: slack.responseUrl(),
        ...more,
      };
      if (mode === 'socket') return socket('slash_commands', body);
      return http(new URLSearchParams(body as Record<string, string>).toString(), 'application/x-www-form-urlencoded');
    },
    interact(payload) {
      const body = {
        user: { id: 'U1', username: 'ann', team_id: 'T1' },
        team: { id: 'T1' },
        trigger_id: 'trigger-2',
        ...payload,
      };
      if (mode === 'socket') return socket('interactive', body);
      return http(
        new URLSearchParams({ payload: JSON.stringify(body) }).toString(),
        'application/x-www-form-urlencoded',
      );
    },
    async start() {
      await adapter.start();
      health.set('slack', 'ready');
    },
    async stop() {
      await adapter.stop();
      await commons.deduplication.close();
    },
  };
}

export async function startBot(slack: LoopbackSlack, options: BotOptions = {}): Promise<Running> {
  const running = await makeBot(slack, options);
  await running.start();
  return running;
}

/** A Slack of our own and the bot on it, each test's own. */
export interface Connected {
  readonly slack: LoopbackSlack;
  readonly bot: Running;
  /** Stops the bot and starts it with these options. */
  restart(options: BotOptions): Promise<void>;
}

/** Connects before each test of the `describe` that this stands in; after it, Slack may have refused nothing. */
export function connected(mode: Mode): Connected {
  let slack: LoopbackSlack;
  let bot: Running;
  beforeEach(async () => {
    slack = await openSlack();
    bot = await startBot(slack, { mode });
  });
  afterEach(async () => {
    await bot.stop();
    await slack.close();
    expect(slack.refusals).toEqual([]);
  });
  return {
    get slack() {
      return slack;
    },
    get bot() {
      return bot;
    },
    async restart(options) {
      await bot.stop();
      bot = await startBot(slack, { mode, ...options });
    },
  };
}

/** Resolves when `is` holds; looks often, so that tests are as quick as what they wait for. */
export async function until(is: () => boolean, within = 5000): Promise<void> {
  const end = Date.now() + within;
  while (!is()) {
    if (Date.now() > end) throw new Error(`still not so after ${within} ms`);
    await wait(3);
  }
}

let passed = 0;

/** Asks one more question and waits for its answer, so that all before it had their time. It leaves no trace. */
export async function passing({ slack, event }: Running): Promise<void> {
  const user = `UPASSING${++passed}`;
  const channel = `DPASSING${passed}`;
  await event(direct('hello', { user, channel }));
  const at = () => slack.shown.findIndex(({ body }) => body.channel === channel);
  await until(() => at() !== -1);
  slack.shown.splice(at(), 1);
}

/** Lets everything that was going to happen happen; for what must not, where nothing can be asked. */
export const settle = (): Promise<void> => wait(120);

let clock = Date.now() / 1000;

/** A new message's time stamp. */
export function ts(): string {
  clock += 1;
  return clock.toFixed(6);
}

export function mention(text: string, more: Json = {}): Json {
  return { type: 'app_mention', user: 'U1', channel: 'C1', ts: ts(), text: `<@${BOT.user}> ${text}`, ...more };
}

export function message(text: string, more: Json = {}): Json {
  return { type: 'message', channel_type: 'channel', user: 'U1', channel: 'C1', ts: ts(), text, ...more };
}

export function direct(text: string, more: Json = {}): Json {
  return message(text, { channel: 'D1', channel_type: 'im', ...more });
}

/** A click on a button that the bot has shown. */
export function click(shown: Call, actionId: string, more: Json = {}): Json {
  const button = buttonsOf(shown).find(({ action_id }) => action_id === actionId);
  if (button === undefined)
    throw new Error(`no button ${actionId} in ${JSON.stringify(buttonsOf(shown).map(({ action_id }) => action_id))}`);
  const channel = String(shown.body.channel ?? 'C1');
  const isPrivate = shown.method === 'respond';
  return {
    type: 'block_actions',
    actions: [{ type: 'button', block_id: 'b', ...button }],
    channel: { id: channel },
    container: { type: 'message', channel_id: channel, message_ts: '1700000000.000001', is_ephemeral: isPrivate },
    ...(isPrivate
      ? {}
      : { message: { ts: '1700000000.000001', ...(shown.body.thread_ts ? { thread_ts: shown.body.thread_ts } : {}) } }),
    response_url: String(shown.body.response_url ?? ''),
    ...more,
  };
}

export function buttonsOf({ body }: Call): Json[] {
  const blocks = (body.blocks ?? []) as { type: string; elements?: Json[] }[];
  return blocks.filter(({ type }) => type === 'actions').flatMap(({ elements = [] }) => elements);
}

/** All text that people see in a message or a view. */
export function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text } = value as Json;
  if ((type === 'plain_text' || type === 'mrkdwn') && typeof text === 'string') return text;
  return Object.values(value).map(textIn).filter(Boolean).join('\n');
}
