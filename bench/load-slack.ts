/**
 * Load in Slack, side by side with a Bolt app that acknowledges and posts a fixed text. Both run as processes of their
 * own, over HTTP, against the loopback Slack of the tests; the same requests, signed, go to each in turn.
 *
 *   npm run bench:slack
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from '@slack/bolt';
import { Agent, fetch, setGlobalDispatcher } from 'undici';
import { BOT, type LoopbackSlack, openSlack, signed } from '../tests/slack/loopback/slack.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const QUESTIONS = [
  'Who is the president of South Korea?',
  'What did the letter to Abe say?',
  'When did they meet?',
  'Why did relations get worse?',
];
const ROUNDS = 3;
/** Requests of a round that measures how many a second are answered, and how many are on their way at a time. */
const MANY = 2000;
const AT_ONCE = 50;
/** Requests a second of a round that measures how long each takes, and for how many seconds. */
const RATE = 100;
const SECONDS = 5;

interface Result {
  /** Answers a second. */
  throughput: number;
  /** Milliseconds from the request to the posted answer. */
  p50: number;
  p99: number;
}

/** Who waits for an answer, by the time stamp of the question. */
const waiting = new Map<string, () => void>();
let stamp = Math.floor(Date.now() / 1000) * 1000;

if (process.argv[2] === 'baseline') await baseline();
else await compare();

/** The least that a Bolt app can do. */
async function baseline(): Promise<void> {
  const { SLACK_API_URL: slackApiUrl = '', PORT } = process.env;
  const app = new App({ token: BOT.token, signingSecret: BOT.secret, clientOptions: { slackApiUrl } });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'A fixed text.' });
  });
  await app.start({ port: Number(PORT), host: '127.0.0.1' });
  process.once('SIGTERM', () => process.kill(process.pid, 'SIGKILL'));
}

async function compare(): Promise<void> {
  setGlobalDispatcher(new Agent({ connections: AT_ONCE * 2 }));
  const slack = await openSlack();
  const programs = { baseline: [fileURLToPath(import.meta.url), 'baseline'], ours: [join(HERE, 'main.js')] };
  const best: Record<string, Result> = {};
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [name, args] of Object.entries(programs)) {
      const port = await freePort();
      const child = start(args, slack, port);
      await listening(port);
      await flood(slack, port, 300);
      const before = processorTime(child);
      const throughput = await flood(slack, port, MANY);
      const cost = (processorTime(child) - before) / MANY;
      const { p50, p99 } = await stream(slack, port);
      child.kill('SIGTERM');
      console.log(
        `round ${round}  ${name.padEnd(8)}  ${throughput.toFixed(0)}/s  ${cost.toFixed(2)} ms of processor each  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`,
      );
      const known = best[name];
      best[name] = {
        throughput: Math.max(throughput, known?.throughput ?? 0),
        p50: Math.min(p50, known?.p50 ?? Number.POSITIVE_INFINITY),
        p99: Math.min(p99, known?.p99 ?? Number.POSITIVE_INFINITY),
      };
    }
  }
  await slack.close();
  verdict(best.ours as Result, best.baseline as Result);
}

function verdict(ours: Result, base: Result): void {
  const share = ours.throughput / base.throughput;
  const bound = Math.max(base.p99 * 1.2, base.p99 + 5);
  console.log(`best of ${ROUNDS}: throughput ${share.toFixed(2)} of the baseline (goal 0.9)`);
  console.log(
    `best of ${ROUNDS}: p99 ${ours.p99.toFixed(1)} ms against ${base.p99.toFixed(1)} ms (goal at most ${bound.toFixed(1)} ms)`,
  );
  if (share < 0.9 || ours.p99 > bound) process.exitCode = 1;
}

function start(args: readonly string[], slack: LoopbackSlack, port: number): ChildProcess {
  const environment = {
    PATH: process.env.PATH ?? '',
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_SIGNING_SECRET: BOT.secret,
    SLACK_API_URL: slack.api,
    PORT: String(port),
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
  };
  return spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    await response?.text();
    if (response !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Milliseconds of processor that a process has used; 0 where the system does not tell. Less shaken by others than time. */
function processorTime({ pid }: ChildProcess): number {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}

/** Sends as fast as answers come. @returns answers a second. */
async function flood(slack: LoopbackSlack, port: number, count: number): Promise<number> {
  const begun = performance.now();
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      await ask(slack, port, sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return count / ((performance.now() - begun) / 1000);
}

/** Sends at a fixed pace, whether answers come or not. */
async function stream(slack: LoopbackSlack, port: number): Promise<{ p50: number; p99: number }> {
  const count = RATE * SECONDS;
  const begun = performance.now();
  const asked: Promise<number>[] = [];
  while (asked.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - begun) / 1000) * RATE) + 1);
    while (asked.length < due) asked.push(ask(slack, port, asked.length));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const times = (await Promise.all(asked)).sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Asks one question. @returns milliseconds until its answer was posted. */
async function ask(slack: LoopbackSlack, port: number, at: number): Promise<number> {
  stamp += 1;
  const ts = `${Math.floor(stamp / 1000)}.${String(stamp % 1000).padStart(6, '0')}`;
  const text = `<@${BOT.user}> ${QUESTIONS[at % QUESTIONS.length]}`;
  const event = { type: 'app_mention', user: `U${stamp}`, channel: `C${at % 50}`, ts, text };
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev${stamp}`, event });
  slack.script('chat.postMessage', ({ body: posted }) => {
    const thread = String(posted.thread_ts);
    waiting.get(thread)?.();
    waiting.delete(thread);
    return { body: { ok: true, ts: '1.1', channel: String(posted.channel) } };
  });
  const answered = new Promise<void>((resolve) => waiting.set(ts, resolve));
  const begun = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed(body) },
  });
  await response.text();
  await answered;
  // What was recorded is not needed here, and would fill the memory.
  slack.calls.length = 0;
  return performance.now() - begun;
}
