import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBot, type OpenRecord } from '../src/index.ts';
import type { Settings } from '../src/settings.ts';
import type { Io } from './io.ts';
import type { Platform } from './platforms.ts';
import { createCommons } from './service/commons.ts';
import { createHealth } from './service/health.ts';
import { createLogger, faultOf } from './service/logger.ts';
import { reloadingRecord } from './service/reload.ts';
import { answeringRepeated } from './service/repeated.ts';
import { runAdapters } from './service/run.ts';
import { readServiceSettings } from './service/settings.ts';

/** Milliseconds between two looks for feedback that is too old. */
const SWEEP = 60 * 60_000;

export interface Serving {
  readonly settings: Settings;
  readonly record: OpenRecord;
  /** Opens the corpus as it lies there now. */
  readonly reopen: () => Promise<OpenRecord>;
  readonly io: Io;
}

/** Runs the platforms until a signal or a failure ends them. @returns the exit status. */
export async function serve(
  platforms: readonly Platform[],
  { settings, record: opened, reopen, io }: Serving,
): Promise<number> {
  const service = readServiceSettings(io.environment);
  const secrets = [settings.slack, settings.discord].flatMap((each) =>
    Object.values(each ?? {}).filter((value) => typeof value === 'string'),
  );
  const log = createLogger({
    level: service.logLevel,
    destination: { write: (line) => void io.errors.write(line) },
    secrets,
  });
  const tell = (line: string): void => void io.errors.write(`on-record: ${line}\n`);
  const { record, stop } = reloadingRecord({
    first: answeringRepeated(opened),
    open: async () => answeringRepeated(await reopen()),
    signals: io.signals,
    log,
    tell,
  });
  const onError = (error: unknown) => log.error({ fault: faultOf(error) }, 'a question could not be answered');
  const bot = createBot({ record, onError });
  const health = createHealth();
  const commons = await createCommons(service, { record, bot, log, health, isEveryday: everyday(io.root) });
  const openers = Object.fromEntries(
    platforms.map(({ name, open }) => [
      name,
      (_: unknown, onFailure: Parameters<Platform['open']>[1]['onFailure']) => open(settings, { commons, onFailure }),
    ]),
  );
  // The SDKs leave a few refusals uncaught, such as of a malformed message; none of them is a reason to end.
  const onStray = (error: unknown): void =>
    log.warn({ fault: faultOf(error) }, 'a failure inside an SDK was not caught there');
  process.on('unhandledRejection', onStray);
  // What is too old goes also while nobody says anything.
  void commons.feedback?.sweep();
  const sweeping = setInterval(() => void commons.feedback?.sweep(), SWEEP);
  try {
    return await runAdapters(openers, {
      commons,
      signals: io.signals,
      tell,
    });
  } finally {
    stop();
    clearInterval(sweeping);
    process.off('unhandledRejection', onStray);
  }
}

/** Whether a word is among the most frequent of English; the list is read when it is first needed. */
function everyday(root: string): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    const path = join(root, 'dist', 'english.txt');
    words ??= new Set(existsSync(path) ? readFileSync(path, 'utf8').split(' ') : []);
    return words.has(word);
  };
}
