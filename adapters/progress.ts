import { SingleBar } from 'cli-progress';
import type { Progress } from '../src/index.ts';
import type { Output } from './io.ts';

/** In milliseconds: what is done sooner needs no word. */
const SOON = 1_000;

/** Shows how far the articles are read and indexed: a bar on a terminal, else a line every two seconds. */
export function showProgress(output: Output): Progress {
  const begin = performance.now();
  let bar: SingleBar | null = null;
  return {
    at(done, all) {
      if (bar === null) {
        if (done === all || performance.now() - begin < SOON) return;
        bar = new SingleBar({
          stream: output,
          format: 'on-record: reading and indexing articles [{bar}] {percentage}%',
          barCompleteChar: '=',
          barIncompleteChar: ' ',
          barsize: 30,
          noTTYOutput: true,
          // Whoever interrupts the program ends it: the cursor was never hidden.
          gracefulExit: false,
          clearOnComplete: output.isTTY === true,
        });
        bar.start(all, done);
      }
      bar.update(done);
    },
    end: () => bar?.stop(),
  };
}
