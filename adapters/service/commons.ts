import { join } from 'node:path';
import type { Bot, OpenRecord } from '../../src/index.ts';
import { createDeduplication, type Deduplication } from './deduplication.ts';
import { createFeedback, type Feedback } from './feedback.ts';
import type { Health } from './health.ts';
import { faultOf, type Log } from './logger.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import type { ServiceSettings } from './settings.ts';

/** What every platform of the running program shares. */
export interface Commons {
  readonly record: OpenRecord;
  readonly bot: Bot;
  readonly log: Log;
  readonly health: Health;
  readonly deduplication: Deduplication;
  readonly rateLimit: RateLimit;
  /** Null without `DATA_DIR`: then the buttons are not shown. */
  readonly feedback: Feedback | null;
  readonly settings: ServiceSettings;
}

export interface CommonsOptions {
  readonly record: OpenRecord;
  readonly bot: Bot;
  readonly log: Log;
  readonly health: Health;
  /** Whether a word is so common that it tells nothing about a person. */
  readonly isEveryday?: (word: string) => boolean;
}

export async function createCommons(settings: ServiceSettings, options: CommonsOptions): Promise<Commons> {
  const { record, bot, log, health, isEveryday } = options;
  const { dataDirectory, retentionDays, keepQuestions, rate } = settings;
  const onError = (error: unknown) => log.warn({ fault: faultOf(error) }, 'DATA_DIR cannot be written');
  const feedback =
    dataDirectory === null
      ? null
      : createFeedback({
          directory: feedbackDirectory(dataDirectory),
          corpus: record.corpus,
          retentionDays,
          keepQuestions,
          onError,
          ...(isEveryday === undefined ? {} : { isEveryday }),
        });
  const deduplication = await createDeduplication({
    ...(dataDirectory === null ? {} : { directory: join(dataDirectory, 'answered') }),
    onError,
  });
  return { record, bot, log, health, deduplication, rateLimit: createRateLimit(rate), feedback, settings };
}

export function feedbackDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'feedback');
}
