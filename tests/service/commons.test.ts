import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswerId, writeAnswerId } from '../../adapters/service/answer-id.ts';
import { createDeduplication } from '../../adapters/service/deduplication.ts';
import { createInFlight } from '../../adapters/service/drain.ts';
import { createFeedback, readFeedback } from '../../adapters/service/feedback.ts';
import { summarise } from '../../adapters/service/feedback-summary.ts';
import { createLogger } from '../../adapters/service/logger.ts';
import { createRateLimit, parseRate } from '../../adapters/service/rate-limit.ts';
import { answeringRepeated } from '../../adapters/service/repeated.ts';
import { readServiceSettings } from '../../adapters/service/settings.ts';
import type { OpenRecord, Reply, Statement } from '../../src/index.ts';

const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;
const folder = () => mkdtemp(join(tmpdir(), 'on-record-'));
const statement = (id: string) => ({ id, locators: ['1.1'], text: { en: `Text of ${id}.` } }) as unknown as Statement;
const corpus = { hash: '0123456789abcdef', statements: ['a', 'b', 'c'].map(statement) };

describe('deduplication', () => {
  const key = { platform: 'slack', channel: 'C1', message: '1.1' };

  it('lets the first through and forgets after an hour', async () => {
    let now = 0;
    const { claim } = await createDeduplication({ now: () => now });
    expect([claim(key), claim(key), claim({ ...key, message: '1.2' })]).toEqual([true, false, true]);
    now = HOUR;
    expect(claim(key)).toBe(true);
  });

  it('lets a message through again whose answer could not be delivered', async () => {
    const { claim, release } = await createDeduplication();
    claim(key);
    release(key);
    expect(claim(key)).toBe(true);
  });

  it('remembers what was answered over a restart, for an hour, and names nobody on disk', async () => {
    const directory = await folder();
    let now = 10 * HOUR;
    const first = await createDeduplication({ directory, now: () => now });
    first.claim(key);
    first.settle(key);
    first.claim({ ...key, message: 'not answered' });
    await first.close();
    now += HOUR / 2;
    const second = await createDeduplication({ directory, now: () => now });
    expect(second.claim(key)).toBe(false);
    expect(second.claim({ ...key, message: 'not answered' })).toBe(true);
    now += 3 * HOUR;
    const third = await createDeduplication({ directory, now: () => now });
    expect(third.claim(key)).toBe(true);
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('the rate limit', () => {
  it('is of each person, and is said once', async () => {
    const limit = createRateLimit({ questions: 2, seconds: 60 });
    const taken = [];
    for (let at = 0; at < 4; at++) taken.push(await limit.take('ann', 'here'));
    expect(taken).toEqual(['ok', 'ok', 'over', 'told']);
    expect(await limit.take('ann', 'there')).toBe('over');
    expect(await limit.take('bob', 'here')).toBe('ok');
  });

  it('is written as questions and seconds, or off', () => {
    expect([parseRate('20/10'), parseRate('off'), parseRate('0/1'), parseRate('fast')]).toEqual([
      { questions: 20, seconds: 10 },
      null,
      undefined,
      undefined,
    ]);
  });
});

describe('work in flight', () => {
  it('is waited for, within bounds, and none begins after the end', async () => {
    const inFlight = createInFlight();
    let finish: (value: string) => void = () => {};
    const work = inFlight.run(
      () =>
        new Promise<string>((resolve) => {
          finish = resolve;
        }),
    );
    expect(await inFlight.idle(5)).toBe(false);
    inFlight.close();
    expect(await inFlight.run(async () => 'more')).toBeNull();
    finish('done');
    expect(await inFlight.idle(1000)).toBe(true);
    expect(await work).toBe('done');
  });
});

describe('answer ids', () => {
  const reply = (ids: readonly string[], answer: object) =>
    ({ answer, references: ids.map((statementId) => ({ statementId })) }) as unknown as Reply;

  it('come back as the statements they were made of', () => {
    const id = writeAnswerId(reply(['c', 'a'], { kind: 'answered' }), corpus);
    expect(id?.length).toBeLessThanOrEqual(88);
    expect(readAnswerId(id ?? '', corpus)).toMatchObject({ kind: 'answered', reason: null, isCurrent: true });
    expect(readAnswerId(id ?? '', corpus)?.statements.map((each) => each.id)).toEqual(['c', 'a']);
  });

  it('tell that the record has changed, and leave out what is gone', () => {
    const id = writeAnswerId(reply(['c', 'a'], { kind: 'abstained', reason: 'opinion' }), corpus) ?? '';
    const changed = { hash: 'fedcba9876543210', statements: corpus.statements.slice(0, 1) };
    expect(readAnswerId(id, changed)).toMatchObject({ kind: 'abstained', reason: 'opinion', isCurrent: false });
    expect(readAnswerId(id, changed)?.statements.map((each) => each.id)).toEqual(['a']);
  });

  it.each(['', '1', '2a01234567', '1z01234567', '1a0123456', '1a01234567abc', 'null'])('%j is none', (id) => {
    expect(readAnswerId(id, corpus)).toBeNull();
  });
});

describe('feedback', () => {
  const on = { kind: 'answered', reason: null, statements: corpus.statements.slice(0, 1), isCurrent: true } as const;
  const silence = {
    answer: { kind: 'abstained', reason: 'not-on-record', gap: null, explain: { missing: ['tie', 'Zanzibar'] } },
  } as unknown as Reply;

  it('is kept without the question, unless that is asked for', async () => {
    const [quiet, full] = [await folder(), await folder()];
    const isEveryday = (word: string) => word === 'tie';
    const one = createFeedback({ directory: quiet, corpus, isEveryday });
    const two = createFeedback({ directory: full, corpus, isEveryday, keepQuestions: true });
    for (const feedback of [one, two]) {
      await feedback.judge({ on, verdict: 'bad', reason: 'wrong', question: 'Who in Zanzibar?' });
      await feedback.note(silence, 'Which tie in Zanzibar?');
    }
    expect(JSON.stringify(await readFeedback(quiet))).not.toContain('Zanzibar');
    expect(await readFeedback(quiet)).toMatchObject([
      { answer: '0123456789ab:a', locators: ['1.1'], reason: 'wrong' },
      { missing: ['tie', '…'] },
    ]);
    expect(await readFeedback(full)).toMatchObject([
      { question: 'Who in Zanzibar?' },
      { question: 'Which tie in Zanzibar?', missing: ['tie', 'Zanzibar'] },
    ]);
  });

  it('is removed when it is too old', async () => {
    const directory = await folder();
    let now = 100 * DAY;
    const feedback = createFeedback({ directory, corpus, retentionDays: 30, now: () => now });
    await feedback.judge({ on, verdict: 'good' });
    now += 30 * DAY;
    await feedback.judge({ on, verdict: 'good' });
    expect(await readdir(directory)).toHaveLength(2);
    now += DAY;
    await feedback.judge({ on, verdict: 'good' });
    expect(await readdir(directory)).toHaveLength(2);
  });

  it('is summed up by answer, reason and missing word, also from a file that is broken off', async () => {
    const directory = await folder();
    const feedback = createFeedback({ directory, corpus, isEveryday: () => true });
    await feedback.judge({ on, verdict: 'good' });
    await feedback.judge({ on, verdict: 'bad', reason: 'off the point' });
    await feedback.note(silence, '');
    await feedback.note(silence, '');
    await writeFile(join(directory, '1999-01-01.jsonl'), '{"kind":"verd');
    const text = summarise(await readFeedback(directory), new Map([['a', 'Text of a.']]));
    expect(text).toContain('Verdicts: 1 good, 1 bad');
    expect(text).toMatch(/Text of a\.\n.*- off the point/);
    expect(text).toMatch(/2 tie/);
    expect(text).toMatch(/2 not-on-record/);
  });
});

describe('the log', () => {
  it('strikes out what looks like a token, at every level', () => {
    const lines: string[] = [];
    const log = createLogger({
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
      secrets: ['known-secret'],
    });
    log.debug(
      { token: 'xoxb-123-abc' },
      'xapp-1-A1-2-def and known-secret and https://hooks.slack.com/commands/T1/2/abc',
    );
    expect(lines.join('')).not.toMatch(/xoxb|xapp|known-secret|T1\/2/);
  });
});

describe('settings', () => {
  it('have defaults, and name what is malformed', () => {
    expect(readServiceSettings({ PORT: '', DATA_DIR: ' ' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      healthPort: null,
      dataDirectory: null,
      rate: { questions: 20, seconds: 10 },
    });
    expect(() =>
      readServiceSettings({ PORT: '99999', RATE_LIMIT: 'fast', LOG_LEVEL: 'loud', SLACK_API_URL: 'slack' }),
    ).toThrow(/PORT is no port.*RATE_LIMIT is neither.*LOG_LEVEL is none of.*SLACK_API_URL is no address/);
  });
});

describe('a question that comes again', () => {
  it('is looked up once in half an hour, and a follow-up each time', () => {
    let now = 0;
    const asked: string[] = [];
    const record = {
      answer: (question: string) => ({ answer: asked.push(question), turn: null }),
    } as unknown as OpenRecord;
    const { answer } = answeringRepeated(record, () => now);
    expect(answer('who?')).toBe(answer('who?'));
    answer('when?', [{ language: 'en' as const, asked: '', terms: [], persons: [], statements: [] }]);
    answer('when?', [{ language: 'en' as const, asked: '', terms: [], persons: [], statements: [] }]);
    now = 30 * 60_000;
    answer('who?');
    expect(asked).toEqual(['who?', 'when?', 'when?', 'who?']);
  });
});
