import { setImmediate } from 'node:timers/promises';

/** In milliseconds: nobody notices that a bot thinks for so long. */
const TURN = 20;

/** The items one by one; whatever else waits gets its turn in between, so that a bot answers while it reads. */
export async function* paced<T>(items: Iterable<T>): AsyncGenerator<T> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since > TURN) {
      await setImmediate();
      since = performance.now();
    }
    yield item;
  }
}
