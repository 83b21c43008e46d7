import type { EventEmitter } from 'node:events';
import { type OpenRecord, SetupError } from '../../src/index.ts';
import { faultOf, type Log } from './logger.ts';

export interface ReloadOptions {
  readonly first: OpenRecord;
  /** Opens the corpus as it lies there now. */
  readonly open: () => Promise<OpenRecord>;
  /** Emits `SIGHUP`. */
  readonly signals: Pick<EventEmitter, 'on' | 'off'>;
  readonly log: Log;
  /** Writes what a person must mend. */
  readonly tell: (line: string) => void;
}

/** A record that follows its folder. */
export interface Reloading {
  readonly record: OpenRecord;
  /** Listens no more. */
  stop(): void;
}

/**
 * Opens the corpus anew at each `SIGHUP` and exchanges it at once, between two questions. A corpus that cannot be opened
 * is told of and never takes the place of the one that answers.
 */
export function reloadingRecord({ first, open, signals, log, tell }: ReloadOptions): Reloading {
  let current = first;
  let isOpening = false;
  let isAsked = false;
  const reload = async (): Promise<void> => {
    isAsked = true;
    // A signal while the corpus is being opened means that it changed again.
    if (isOpening) return;
    isOpening = true;
    while (isAsked) {
      isAsked = false;
      try {
        current = await open();
        log.info({ statements: current.corpus.statements.length }, 'the corpus was read anew');
      } catch (error) {
        log.error({ fault: faultOf(error) }, 'the corpus could not be read anew; the bot answers from the earlier one');
        if (error instanceof SetupError) tell(error.message);
      }
    }
    isOpening = false;
  };
  const onHangup = (): void => void reload();
  signals.on('SIGHUP', onHangup);
  return {
    record: {
      get corpus() {
        return current.corpus;
      },
      answer: (...asked) => current.answer(...asked),
      questions: (...asked) => current.questions(...asked),
    },
    stop: () => void signals.off('SIGHUP', onHangup),
  };
}
