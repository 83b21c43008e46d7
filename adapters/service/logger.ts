import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';

/** Structured logs, one JSON object a line. Write what happened and ids, never a question's text, a name or a token. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'>;

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const satisfies LevelWithSilent[];
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LoggerOptions {
  readonly level?: LogLevel;
  /** Standard error by default: standard output belongs to answers. */
  readonly destination?: DestinationStream;
  /** Values that must never be written, such as the tokens in use. */
  readonly secrets?: readonly string[];
}

/** Makes the program's log. What looks like a token is struck out of every line, at every level. */
export function createLogger({ level = 'info', destination, secrets = [] }: LoggerOptions = {}): Log {
  const strike = createStrike(secrets);
  const out = destination ?? pino.destination({ dest: 2, sync: true });
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => out.write(strike(line)) },
  );
}

/** Strikes out tokens by their known values and by the forms that Slack and Discord give them. */
export function createStrike(secrets: readonly string[] = []): (text: string) => string {
  // Shorter values would strike out innocent text; no token is that short.
  const known = secrets.filter((secret) => secret.length >= 8).map((secret) => secret.replace(/[^\w]/g, '\\$&'));
  const form = new RegExp([...known, ...TOKEN_FORMS].join('|'), 'g');
  return (text) => text.replace(form, '[struck out]');
}

const TOKEN_FORMS = [
  /\bx(?:ox[a-z]|app|oxe)-[\w.-]+/, // Slack
  /\b[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/, // Discord
  /hooks\.slack\.com\/[\w/-]+/, // Slack response addresses
  /\/(?:interactions|webhooks)\/\d+\/[\w-]{20,}/, // Discord interaction tokens
].map(({ source }) => source);

/** What may be logged of an error: its kind, what the platform calls it, where it was thrown. Its message may quote people. */
export interface Fault {
  readonly name: string;
  readonly code?: string | number;
  /** What the platform calls it, such as `missing_scope`. */
  readonly reason?: string;
  readonly status?: number;
  /** Function and place in our code or the SDK. */
  readonly at?: string;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, statusCode, status, data, cause } = error as Error & Record<string, unknown>;
  const reason =
    isRecord(data) && typeof data.error === 'string' ? data.error : isRecord(cause) ? cause.code : undefined;
  const http = typeof statusCode === 'number' ? statusCode : status;
  const at = /^\s+at (.+)$/m.exec(error.stack ?? '')?.[1];
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof http === 'number' ? { status: http } : {}),
    ...(at === undefined ? {} : { at }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
