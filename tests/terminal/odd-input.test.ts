import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../adapters/repl/desk.ts';
import { readLines } from '../../adapters/repl/lines.ts';
import { openRecord } from '../../src/index.ts';
import { BRIDGE } from './program.ts';

const record = await openRecord({ directory: BRIDGE });
const complaints = new PassThrough();
const desk = createDesk({ record, candidates: 5, errors: complaints });

async function answersTo(input: string | Uint8Array) {
  const stream = new PassThrough();
  stream.end(input);
  const lines = [];
  for await (const line of desk.answerLines(readLines(stream))) lines.push(JSON.parse(line));
  return lines;
}

const ask = async (question: string) => (await answersTo(JSON.stringify({ id: 'q', question })))[0];

describe('a question that nobody means', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0\u3000'],
    ['only emoji', '🙂👩‍👩‍👧‍👦🇯🇵🇰🇷'],
    ['only stop words', 'the of and to it is'],
    ['only punctuation', '?!... ---'],
    ['control characters', '\u0000\u0001\u0007\u001b[2J\u009b'],
    ['invisible characters', '\u200b\u200d\u2060\ufeff\u202e'],
    ['an unpaired surrogate', '\ud800 \udfff'],
    ['many unpaired surrogates', '\udc00'.repeat(900)],
    ['a prototype', '__proto__ constructor toString hasOwnProperty valueOf'],
    ['a pattern', '(a+)+$ [^]]*{1,99} \\b.*?(?=x)|^'],
    ['SQL', "'; DROP TABLE statements; --"],
    ['a shell command', '$(rm -rf /) `id` && cat /etc/passwd | sh'],
    ['markup', '<script>alert(1)</script> <@U123> @everyone [x](javascript:1)'],
    ['100 kB of one letter', 'a'.repeat(100_000)],
    ['100 kB of words', 'zebra '.repeat(17_000)],
    ['1 MB of combining marks', 'e\u0301'.repeat(350_000)],
    ['one word of a thousand letters', 'x'.repeat(1000)],
    ['five hundred words', 'zq '.repeat(333)],
  ])('%s: not answered, with a reason and a text', async (_, question) => {
    const line = await ask(question);
    expect(line).toMatchObject({ id: 'q', status: 'abstained', citations: [], reason: expect.stringMatching(/./) });
    expect(line.text).not.toBe('');
  });
});

describe('whatever is asked', () => {
  it('gets one line, answered with citations or not answered with a reason, and no failure', async () => {
    const words = fc.constantFrom(
      'bridge',
      'why',
      'closed',
      'repair',
      'not',
      'Riverside',
      '2021',
      'months',
      'council',
      "n't",
      '?',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 })
        .map((each) => each.join(' ')),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }).map((units) => String.fromCharCode(...units)),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (question) => {
        const line = await ask(question);
        expect(line.id).toBe('q');
        expect(line.text).not.toBe('');
        if (line.status === 'answered') expect(line.citations.length).toBeGreaterThan(0);
        else expect(line.citations).toEqual([]);
        if (line.status === 'abstained') expect(line.reason).toMatch(/./);
        expect(line.status).not.toBe('failed');
        expect(complaints.read()).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('gets the same answer again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 80 }), async (question) => {
        expect(await ask(question)).toEqual(await ask(question));
      }),
    );
  });
});

describe('whatever comes in as lines', () => {
  it('gets one line out for each line in that is not empty', async () => {
    const lines = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.json().map((each) => Buffer.from(each)),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (bytes) => {
        const whole = bytes.map((each) => Buffer.from(each.filter((byte) => byte !== 0x0a)));
        const answers = await answersTo(Buffer.concat(whole.flatMap((each) => [each, Buffer.from('\n')])));
        const isEmpty = (each: Buffer, at: number) =>
          (at === 0 ? each.toString().replace(/^\uFEFF/, '') : each.toString()).trim() === '';
        expect(answers).toHaveLength(whole.filter((each, at) => !isEmpty(each, at)).length);
      }),
    );
  });
});
