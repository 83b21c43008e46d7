import { EventEmitter } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createDiscordAdapter, type DiscordOptions, type DiscordSettings } from '../../adapters/discord/adapter.ts';
import { openFrom } from '../../adapters/record.ts';
import { createCommons } from '../../adapters/service/commons.ts';
import { createHealth, type Health } from '../../adapters/service/health.ts';
import { createLogger, type LogLevel } from '../../adapters/service/logger.ts';
import { runAdapters } from '../../adapters/service/run.ts';
import { readServiceSettings } from '../../adapters/service/settings.ts';
import { type Bot, createBot, type OpenRecord, type SetupError } from '../../src/index.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';

/** The real bot on the real discord.js, connected to a Discord of our own. */
export interface Running {
  readonly bot: Bot;
  readonly record: OpenRecord;
  readonly health: Health;
  /** Log lines, parsed. */
  readonly log: readonly Record<string, unknown>[];
  readonly rawLog: () => string;
  readonly failures: readonly SetupError[];
  readonly dataDirectory: string | null;
  start(): Promise<void>;
  /** As the program runs it, until it fails. */
  run(): Promise<{ readonly status: number; readonly told: readonly string[] }>;
  stop(): Promise<void>;
}

export interface BotTestOptions extends Partial<Omit<DiscordOptions, 'settings'>> {
  readonly settings?: Partial<DiscordSettings>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly logLevel?: LogLevel;
  readonly dataDirectory?: string;
  readonly bot?: Bot;
}

let opened: Promise<OpenRecord> | null = null;

export function theRecord(): Promise<OpenRecord> {
  opened ??= openFrom(undefined, { root: '.' });
  return opened;
}

export async function makeBot(discord: LoopbackDiscord, options: BotTestOptions = {}): Promise<Running> {
  const record = await theRecord();
  const bot = options.bot ?? createBot({ record });
  const lines: string[] = [];
  const log = createLogger({
    level: options.logLevel ?? 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  const dataDirectory = options.dataDirectory ?? null;
  const environment = { ...options.environment, ...(dataDirectory === null ? {} : { DATA_DIR: dataDirectory }) };
  const health = createHealth();
  const commons = await createCommons(readServiceSettings(environment), { record, bot, log, health });
  const failures: SetupError[] = [];
  const adapter = createDiscordAdapter({
    commons,
    settings: {
      token: discord.token,
      applicationId: null,
      guildId: null,
      api: discord.api,
      shards: 1,
      ...options.settings,
    },
    onFailure: (error) => void failures.push(error),
    pauses: options.pauses ?? [20, 40],
    timings: { startWithin: 2000, startPause: 50, grace: 200, ...options.timings },
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  return {
    bot,
    record,
    health,
    get log() {
      return lines.map((line) => JSON.parse(line));
    },
    rawLog: () => lines.join(''),
    failures,
    dataDirectory,
    start: () => adapter.start(),
    async run() {
      const told: string[] = [];
      const tell = (line: string) => void told.push(line);
      const status = await runAdapters(
        { discord: async () => adapter },
        { commons, signals: new EventEmitter(), tell },
      );
      return { status, told };
    },
    async stop() {
      await adapter.stop();
      await commons.deduplication.close();
    },
  };
}

export async function startBot(discord: LoopbackDiscord, options: BotTestOptions = {}): Promise<Running> {
  const running = await makeBot(discord, options);
  await running.start();
  return running;
}

/** A Discord of our own and the bot on it, each test's own. */
export interface Connected {
  readonly discord: LoopbackDiscord;
  readonly bot: Running;
}

/** Connects before each test of the file or `describe` that this stands in. */
export function connected(): Connected {
  let discord: LoopbackDiscord;
  let bot: Running;
  beforeEach(async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
  });
  afterEach(async () => {
    await bot.stop();
    await discord.stop();
  });
  return {
    get discord() {
      return discord;
    },
    get bot() {
      return bot;
    },
  };
}

export function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'on-record-'));
}
