import type { Writable } from 'node:stream';

/** A stream to write to whose reader may leave at any time, as `head` does. */
export interface Sink {
  /** Resolves when the text is handed on: to true, or to false when nobody reads any more. */
  write(text: string): Promise<boolean>;
}

export function createSink(stream: Writable): Sink {
  // The error of a write reaches its callback; without a listener it would end the process as well.
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve(true);
          else if (isClosed(error)) resolve(false);
          else reject(error);
        });
      }),
  };
}

const CLOSED: ReadonlySet<unknown> = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

function isClosed(error: Error): boolean {
  return CLOSED.has((error as NodeJS.ErrnoException).code);
}
