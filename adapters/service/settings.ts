import { z } from 'zod';
import { SetupError } from '../../src/index.ts';
import { RETENTION_DAYS } from './feedback.ts';
import { LOG_LEVELS, type LogLevel } from './logger.ts';
import { DEFAULT_RATE, parseRate, type Rate } from './rate-limit.ts';

/** Settings of the running program that are no platform's own. None of them starts anything. */
export interface ServiceSettings {
  readonly port: number;
  readonly host: string;
  /** Null: no health server of its own. */
  readonly healthPort: number | null;
  /** Null: nothing is kept. */
  readonly dataDirectory: string | null;
  readonly retentionDays: number;
  readonly keepQuestions: boolean;
  /** Null: no limit. */
  readonly rate: Rate | null;
  readonly logLevel: LogLevel;
  /** Where Slack's Web API is, for GovSlack or a proxy; null: slack.com. */
  readonly slackApiUrl: string | null;
  readonly discord: DiscordService;
  /** What the failure of one platform means for the others. */
  readonly onAdapterFailure: 'exit' | 'continue';
}

export interface DiscordService {
  readonly api: string;
  /** The server that alone gets the commands, at once; null: all. */
  readonly guildId: string | null;
  /** Connections to the gateway; `auto`: as many as Discord recommends. */
  readonly shards: 'auto' | number;
}

/** @throws SetupError with one line that names every variable that is malformed. */
export function readServiceSettings(environment: Readonly<Record<string, string | undefined>>): ServiceSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Service.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new SetupError(`${lines.join('; ')}. See .env.example.`);
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    healthPort: data.HEALTH_PORT ?? null,
    dataDirectory: data.DATA_DIR ?? null,
    retentionDays: data.RETENTION_DAYS,
    keepQuestions: data.KEEP_QUESTIONS === 'on',
    rate: data.RATE_LIMIT,
    logLevel: data.LOG_LEVEL,
    slackApiUrl: data.SLACK_API_URL ?? null,
    discord: { api: data.DISCORD_API_URL, guildId: data.DISCORD_GUILD_ID ?? null, shards: data.DISCORD_SHARDS },
    onAdapterFailure: data.ON_ADAPTER_FAILURE,
  };
}

/** 0 lets the system choose a port. */
const port = z.coerce.number('is no port').int('is no port').min(0, 'is no port').max(65_535, 'is no port');

const Service = z.object({
  PORT: port.default(3000),
  HOST: z.string().trim().default('127.0.0.1'),
  HEALTH_PORT: port.optional(),
  DATA_DIR: z.string().trim().optional(),
  RETENTION_DAYS: z.coerce
    .number('is no number of days')
    .min(1, 'is less than a day')
    .max(3650, 'is more than ten years')
    .default(RETENTION_DAYS),
  KEEP_QUESTIONS: z.enum(['on', 'off'], 'is neither on nor off').default('off'),
  RATE_LIMIT: z
    .string()
    .trim()
    .transform((text, context) => {
      const rate = parseRate(text);
      if (rate !== undefined) return rate;
      context.addIssue({ code: 'custom', message: 'is neither off nor of the form QUESTIONS/SECONDS, such as 20/10' });
      return z.NEVER;
    })
    .default(DEFAULT_RATE),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'is no address such as https://slack-gov.com/api/' }).optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is no address such as https://discord.com/api' })
    .default('https://discord.com/api'),
  DISCORD_GUILD_ID: z
    .string()
    .trim()
    .regex(/^\d{15,20}$/, 'is no server id, which has some 18 digits')
    .optional(),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().min(1).max(1000)], 'is neither auto nor a number from 1')
    .default('auto'),
  ON_ADAPTER_FAILURE: z.enum(['exit', 'continue'], 'is neither exit nor continue').default('exit'),
});
