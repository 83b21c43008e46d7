import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, LogLevel, RespondError, webApi } from '@slack/bolt';
import { faultOf, type Log } from '../service/logger.ts';
import { refusalOf } from './faults.ts';
import { plainFetch } from './fetch.ts';

export type Client = webApi.WebClient;

/** How long failures are waited out, in milliseconds. Tests set shorter ones. */
export interface Waits {
  /** First wait after a failed call; doubles each time. */
  readonly retry: number;
  /** Tries after the first. */
  readonly retries: number;
  /** One call to Slack. A longer one may still have been accepted: it is not cut off lightly. */
  readonly call: number;
  /** All waiting for one message, as Slack asks for it by `Retry-After`. */
  readonly patience: number;
  /** First wait before a connection is opened anew; doubles each time, up to thirty seconds. */
  readonly reconnect: number;
  /** An extra, such as the status, that an answer waits for. */
  readonly extra: number;
  /** Answers in flight at a stop. */
  readonly drain: number;
  /** What Bolt does not understand is acknowledged after this; Slack waits for 3000. */
  readonly unhandled: number;
}

export const WAITS: Waits = {
  retry: 300,
  retries: 5,
  call: 30_000,
  patience: 60_000,
  reconnect: 500,
  extra: 2000,
  drain: 8000,
  unhandled: 2500,
};

/**
 * Options of every Web API client. `headers` are never among them: the first client would write its token into the
 * shared object. A call that is told to wait rejects at once, so that it does not hold up all others.
 */
export function clientOptions({
  apiUrl,
  waits,
  logger,
}: {
  apiUrl: string | null;
  waits: Waits;
  logger: Logger;
}): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: waits.retries, minTimeout: waits.retry, factor: 2, maxTimeout: 5000, randomize: true },
    timeout: waits.call,
    rejectRateLimitedCalls: true,
    fetch: plainFetch,
    logger,
  };
}

/** Makes a call, and makes it again when Slack asks to wait, within bounds. @throws what the last try threw. */
export async function patiently<T>(
  call: () => Promise<T>,
  waits: Pick<Waits, 'patience' | 'retry' | 'retries'>,
): Promise<T> {
  const until = Date.now() + waits.patience;
  for (let tries = 0; ; tries++) {
    try {
      return await call();
    } catch (error) {
      const delay = delayOf(error, { ...waits, tries });
      if (delay === null || Date.now() + delay > until) throw error;
      await wait(delay);
    }
  }
}

/** Refusals after which nothing was done, and that pass. */
const BUSY: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited', 'request_timeout', 'service_unavailable']);
/** What a response address answers with when it cannot be reached. */
const UNREACHABLE: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/**
 * How long to wait before the next try, in milliseconds; null where there is none. The Web API's client itself tries 5xx
 * and broken connections; for response addresses nobody does.
 */
function delayOf(
  error: unknown,
  { retry, retries, tries }: { retry: number; retries: number; tries: number },
): number | null {
  // Those who wait for the same second come back spread out, the more so the longer the crowd lasts.
  if (error instanceof webApi.WebAPIRateLimitedError)
    return error.retryAfter * 1000 + Math.random() * Math.min(2000, 100 * 2 ** tries);
  const isBusy =
    BUSY.has(refusalOf(error) ?? '') ||
    (error instanceof RespondError && error.statusCode >= 500) ||
    UNREACHABLE.has((error as { code?: unknown }).code);
  return isBusy && tries < retries ? retry * 2 ** tries : null;
}

/** Calls that an answer can do without. A refusal is logged once and never costs the answer. */
export interface Extras {
  /** Resolves to what Slack answered, or to null. */
  attempt<T>(name: string, team: string, call: () => Promise<T>): Promise<T | null>;
}

/** Refusals that will not change before the app is installed again: no further call is made. */
const LASTING: ReadonlySet<string> = new Set([
  'missing_scope',
  'unknown_method',
  'not_allowed_token_type',
  'feature_not_enabled',
  'no_permission',
]);
/** Workspaces and refusals remembered. */
const MOST = 10_000;

export function createExtras(log: Log, { extra }: Pick<Waits, 'extra'>): Extras {
  const refused = new Set<string>();
  const told = new Set<string>();
  const give = (set: Set<string>, key: string): void => {
    if (set.size >= MOST) set.clear();
    set.add(key);
  };
  return {
    async attempt(name, team, call) {
      if (refused.has(`${team} ${name}`)) return null;
      const timer = new AbortController();
      try {
        const late = wait(extra, null, { signal: timer.signal, ref: false }).catch(() => null);
        return await Promise.race([call(), late]);
      } catch (error) {
        const refusal = refusalOf(error);
        if (LASTING.has(refusal ?? '')) give(refused, `${team} ${name}`);
        const key = `${name} ${refusal ?? faultOf(error).name}`;
        if (!told.has(key))
          log.warn(
            { platform: 'slack', extra: name, fault: faultOf(error) },
            'Slack refuses an extra; answers do without',
          );
        give(told, key);
        return null;
      } finally {
        timer.abort();
      }
    },
  };
}

/** Bolt's own words: only for those who look for a fault in it, for they may quote people. */
export function boltLogger(log: Log): Logger {
  const write = (...message: unknown[]): void => {
    if (log.isLevelEnabled('debug'))
      log.debug(
        { platform: 'slack' },
        message.map((part) => (part instanceof Error ? part.name : String(part))).join(' '),
      );
  };
  // A level above debug spares Bolt the making of texts that nobody reads.
  const level = log.isLevelEnabled('debug') ? LogLevel.DEBUG : LogLevel.ERROR;
  return {
    debug: write,
    info: write,
    warn: write,
    error: write,
    setLevel: () => {},
    getLevel: () => level,
    setName: () => {},
  };
}
