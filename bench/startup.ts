/**
 * What a question costs: start-up beside `node -e 0`, time of a question in-process, memory of a long batch.
 *
 *   npm run bench
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBot, openRecord } from '../src/index.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MAIN = join(ROOT, 'dist', 'main.js');
const QUESTION = 'why did relations get worse?';
const ROUNDS = 20;

const record = await openRecord({
  directory: join(ROOT, 'corpus'),
  cache: [join(ROOT, 'dist', 'record')],
  everyday: join(ROOT, 'dist', 'english.txt'),
});
const questions = variants(record.questions());

startUp();
await perQuestion();
await heap();
await residentMemory();

/** Wall time of a process, side by side with the bare runtime, so that both meet the same machine. */
function startUp(): void {
  const bare: number[] = [];
  const asked: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(wallTime(['-e', '0']));
    asked.push(wallTime([MAIN, 'ask', QUESTION]));
  }
  const [baseline, ours] = [median(bare), median(asked)];
  print('start-up', [
    `node -e 0        ${ms(baseline)} (median of ${ROUNDS})`,
    `one question     ${ms(ours)}`,
    `ratio            ${(ours / baseline).toFixed(2)}  (goal: at most 2.5)`,
  ]);
}

function wallTime(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status === null || status > 1) throw new Error(`node ${args.join(' ')}: status ${status} ${stderr}`);
  return time;
}

/** Time of a question once the program runs; the first pass, which compiles, is not counted. */
async function perQuestion(): Promise<void> {
  const bot = createBot({ record });
  const times: number[] = [];
  for (const pass of [0, 1, 2]) {
    for (const text of questions) {
      const start = process.hrtime.bigint();
      await bot.respond({ text, conversation: 'bench', person: 'bench' });
      const time = Number(process.hrtime.bigint() - start) / 1e6;
      bot.forget('bench');
      if (pass > 0) times.push(time);
    }
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  print(`a question, in-process (${times.length} asked)`, [
    `p50              ${ms(at(0.5))}`,
    `p99              ${ms(at(0.99))}  (goal: below 1 ms)`,
    `slowest          ${ms(at(1))}`,
  ]);
}

/** Heap in use after a long run beside that after a short one; garbage is collected before each reading. */
async function heap(): Promise<void> {
  const bot = createBot({ record });
  const readings: number[] = [];
  for (let asked = 1; asked <= 10_000; asked += 1) {
    const text = questions[asked % questions.length] ?? QUESTION;
    await bot.respond({ text: `${text} (${asked})`, conversation: `c${asked}`, person: 'bench' });
    bot.forget(`c${asked}`);
    if (asked === 1_000 || asked === 10_000) readings.push(heapInUse());
  }
  const [early = 0, late = 0] = readings;
  print('heap in use', [
    `after 1,000      ${mib(early)}`,
    `after 10,000     ${mib(late)}`,
    `ratio            ${(late / early).toFixed(3)}  (goal: at most 1.1)`,
  ]);
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

/** Peak resident memory of a batch of 10,000 as users run it, beside that of the bare runtime. */
async function residentMemory(): Promise<void> {
  if (!existsSync('/proc/self/status'))
    return print('peak resident memory', ['read from /proc, which this system lacks']);
  const bare = await peakOf(['-e', 'process.stdin.on("data", (data) => process.stdout.write(data))'], 1);
  const batch = await peakOf([MAIN, 'ask', '--json'], 10_000);
  print('peak resident memory', [
    `bare node        ${mib(bare)}`,
    `10,000 questions ${mib(batch)}`,
    `ratio            ${(batch / bare).toFixed(2)}  (goal: at most 4)`,
  ]);
}

/** Sends lines and awaits as many; then, while the process still waits for more, reads its peak from the system. */
async function peakOf(args: readonly string[], lines: number): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let answered = 0;
  const all = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', () => {
      answered += 1;
      if (answered === lines) resolve();
    });
    child.once('exit', (status) => reject(new Error(`node ${args.join(' ')} ended with ${status}`)));
  });
  for (let line = 0; line < lines; line += 1) {
    const text = JSON.stringify({ id: `${line}`, question: questions[line % questions.length] });
    if (!child.stdin.write(`${text}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  }
  await all;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  child.stdin.end();
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** Questions that are answered, misspelt, unanswerable and off the point, so that every path is walked. */
function variants(examples: readonly string[]): string[] {
  return examples.flatMap((example) => [
    example,
    example.replace(/[aeiou](?=[a-z])/, ''),
    `${example} And what happened the year after?`,
    `how do I bake bread like ${example}`,
  ]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function ms(time: number): string {
  return `${time.toFixed(time < 10 ? 3 : 1)} ms`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function print(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
