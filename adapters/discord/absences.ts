import type { Log } from '../service/logger.ts';

/** Keeps track of shards whose connection is lost for the moment: a line when it goes, a line when it is back. */
export interface Absences {
  left(shard: number): void;
  back(shard: number): void;
  /** It will not come back. */
  forget(shard: number): void;
  readonly count: number;
  end(): void;
}

export interface AbsencesOptions {
  readonly log: Log;
  /** How long a shard may be away before the bot counts as down, in milliseconds. */
  readonly grace: number;
  onUp(): void;
  onDown(): void;
}

export function createAbsences({ log, grace, onUp, onDown }: AbsencesOptions): Absences {
  const away = new Map<number, NodeJS.Timeout>();
  const forget = (shard: number): boolean => {
    clearTimeout(away.get(shard));
    return away.delete(shard);
  };
  return {
    left(shard) {
      // The library tries every half a second for as long as it takes; that is one line, not one a try.
      if (away.has(shard)) return;
      log.info({ platform: 'discord', shard }, 'connection lost, connecting again');
      const timer = setTimeout(() => {
        log.warn({ platform: 'discord', shard }, 'the connection is still away');
        onDown();
      }, grace);
      away.set(shard, timer.unref());
    },
    back(shard) {
      if (!forget(shard)) return;
      log.info({ platform: 'discord', shard }, 'connected again');
      if (away.size === 0) onUp();
    },
    forget: (shard) => void forget(shard),
    get count() {
      return away.size;
    },
    end() {
      for (const timer of away.values()) clearTimeout(timer);
    },
  };
}
