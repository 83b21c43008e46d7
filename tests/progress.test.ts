import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { showProgress } from '../adapters/progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('how far the articles are indexed', () => {
  test('is not told where it is done soon', () => {
    const { output, written } = outputOf(false);
    const tell = showProgress(output);
    for (let done = 1; done <= 10; done += 1) tell(done, 10);
    expect(written()).toBe('');
  });

  test('is told line by line in a file or a pipe, and ends with all', () => {
    const { output, written } = outputOf(false);
    work(showProgress(output));
    const lines = written().trim().split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.length).toBeLessThan(12);
    expect(lines.join('')).not.toContain('\x1b');
    expect(lines.at(-1)).toMatch(/indexing articles \[={30}\] 100%$/);
  });

  test('is a bar on a terminal, which is gone in the end', () => {
    const { output, written } = outputOf(true);
    work(showProgress(output));
    const text = written();
    expect(text).toMatch(/\[=+ +\] \d+%/);
    expect(text.endsWith('\x1b[2K')).toBe(true);
  });
});

/** Ten seconds of work. */
function work(tell: (done: number, all: number) => void): void {
  for (let done = 1; done <= 100; done += 1) {
    vi.advanceTimersByTime(100);
    tell(done, 100);
  }
}

function outputOf(isTTY: boolean) {
  const output = Object.assign(new PassThrough(), { isTTY });
  return { output, written: () => String(output.read() ?? '') };
}
