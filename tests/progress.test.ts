import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { showProgress } from '../adapters/progress.ts';
import type { Progress } from '../src/index.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('how far the articles are indexed', () => {
  test('is not told where it is done soon', () => {
    const { output, written } = outputOf(false);
    const progress = showProgress(output);
    for (let done = 1; done <= 10; done += 1) progress.at(done, 10);
    progress.end();
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

  test('ends also where not all was done: nothing more is written, nothing keeps the program', () => {
    const { output, written } = outputOf(false);
    work(showProgress(output), 50);
    expect(written().trim()).toMatch(/ 50%$/);
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** Ten seconds of work; less where it is broken off. */
function work(progress: Progress, last = 100): void {
  for (let done = 1; done <= last; done += 1) {
    vi.advanceTimersByTime(100);
    progress.at(done, 100);
  }
  progress.end();
}

function outputOf(isTTY: boolean) {
  const output = Object.assign(new PassThrough(), { isTTY });
  return { output, written: () => String(output.read() ?? '') };
}
