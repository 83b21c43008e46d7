/** Work that has begun and must be delivered before the program ends. */
export interface InFlight {
  /** Runs `work` and counts it until it settles. Resolves to null, without running it, once closed. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
  readonly size: number;
  /** Takes no further work. */
  close(): void;
  /** Resolves to true when nothing is in flight any more, to false when that took longer than `within` milliseconds. */
  idle(within: number): Promise<boolean>;
}

/** How long a stop waits for answers in flight, in milliseconds; the program must be gone within ten seconds. */
export const DRAIN = 8000;

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  let closed = false;
  return {
    async run(work) {
      if (closed) return null;
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    get size() {
      return running.size;
    },
    close() {
      closed = true;
    },
    async idle(within) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, within, false);
      });
      // Work in flight may begin more work, hence the loop.
      const done = async (): Promise<true> => {
        while (running.size > 0) await Promise.allSettled(running);
        return true;
      };
      return Promise.race([done(), late]).finally(() => clearTimeout(timer));
    },
  };
}
