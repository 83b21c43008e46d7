import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../adapters/service/logger.ts';
import { reloadingRecord } from '../../adapters/service/reload.ts';
import { createBot, openRecord } from '../../src/index.ts';

const FERRY = '# The ferry\n\nThe ferry to Sado Island leaves at seven every morning.\n';
const QUESTION = 'When does the ferry to Sado Island leave?';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'on-record-'));
  write('ferry.md', FERRY);
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('at SIGHUP the corpus is read anew', () => {
  test('what changed in the folder is answered from, by the same bot', async () => {
    const { ask, hangUp } = await running();
    expect(await ask()).toContain('seven');
    write('ferry.md', FERRY.replace('seven', 'nine'));
    expect(await ask()).toContain('seven');
    await hangUp();
    expect(await ask()).toContain('nine');
  });

  test('a broken corpus never takes the place of a good one, and is named', async () => {
    const { ask, hangUp, told } = await running();
    write('empty.md', '');
    await hangUp();
    expect(told.join()).toContain('empty.md');
    expect(await ask()).toContain('seven');
    rmSync(join(directory, 'empty.md'));
    write('ferry.md', FERRY.replace('seven', 'ten'));
    await hangUp();
    expect(await ask()).toContain('ten');
  });

  test('after the end no signal is listened to', async () => {
    const { signals, stop } = await running();
    stop();
    expect(signals.listenerCount('SIGHUP')).toBe(0);
  });
});

function write(name: string, text: string): void {
  writeFileSync(join(directory, name), text);
}

async function running() {
  const signals = new EventEmitter();
  const told: string[] = [];
  let onLog: () => void = () => {};
  const log = createLogger({ level: 'info', destination: { write: () => onLog() }, secrets: [] });
  const open = () => openRecord({ directory });
  const tell = (line: string) => void told.push(line);
  const { record, stop } = reloadingRecord({ first: await open(), open, signals, log, tell });
  const bot = createBot({ record });
  return {
    signals,
    stop,
    told,
    ask: async () => (await bot.respond({ text: QUESTION, conversation: 'c', person: 'p' })).text,
    /** Ends when the outcome is logged. */
    hangUp: () =>
      new Promise<void>((resolve) => {
        onLog = resolve;
        signals.emit('SIGHUP');
      }).then(() => new Promise((resolve) => setImmediate(resolve))),
  };
}
