/**
 * Load in Discord, side by side with a discord.js bot that replies with a fixed text. Both run as processes of their own
 * against the loopback Discord of the tests; the same interactions go to each in turn, each from another person.
 *
 *   npm run bench:discord              time from an interaction to its response, and how many a second
 *   npm run bench:discord -- adapter   the same with small talk only: the adapter without the record
 *   npm run bench:discord -- guilds    memory and start by number of servers and shards
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Events } from 'discord.js';
import { type LoopbackDiscord, startLoopbackDiscord } from '../tests/discord/loopback/discord.ts';
import { asks, inGuild } from '../tests/discord/loopback/people.ts';
import { snowflake } from '../tests/discord/loopback/snowflake.ts';

const SELF = fileURLToPath(import.meta.url);
const OURS = [join(dirname(SELF), 'main.js')];
const BASELINE = [SELF, 'baseline'];
const ROUNDS = 3;
/** Interactions of a round that measures how many a second are answered, and how many are open at a time. */
const MANY = 3000;
const AT_ONCE = 50;
/** Interactions a second of a round that measures how long each takes, and for how many seconds. */
const RATE = 200;
const SECONDS = 5;
const TICK = 5;

interface Result {
  /** Responses a second. */
  readonly throughput: number;
  /** Milliseconds from the interaction to its response. */
  readonly p50: number;
  readonly p99: number;
}

const [, , mode] = process.argv;
const QUESTIONS =
  mode === 'adapter'
    ? ['hello']
    : [
        'Who is the president of South Korea?',
        'What did the letter to Abe say?',
        'When did they meet?',
        'Why did relations get worse?',
      ];
if (mode === 'baseline') await baseline();
else if (mode === 'guilds') await growth();
else await compare();

/** The least that a discord.js bot can do. */
async function baseline(): Promise<void> {
  const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token = '' } = process.env;
  const client = new Client({ intents: [], rest: { api }, allowedMentions: { parse: [], repliedUser: false } });
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('A fixed text.');
  });
  await client.login(token);
}

async function compare(): Promise<void> {
  const results: Record<'baseline' | 'ours', Result[]> = { baseline: [], ours: [] };
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [name, program] of [['baseline', BASELINE] as const, ['ours', OURS] as const]) {
      const result = await measure(program);
      results[name].push(result);
      print(`round ${round} ${name}`, result);
    }
  }
  const [least, ours] = [bestOf(results.baseline), bestOf(results.ours)];
  print('best baseline', least);
  print('best ours', ours);
  const allowed = Math.max(least.p99 * 1.2, least.p99 + 5);
  const isWell = ours.throughput >= 0.9 * least.throughput && ours.p99 <= allowed;
  console.log(
    `throughput ${(ours.throughput / least.throughput).toFixed(2)} of it, p99 ${ours.p99.toFixed(1)} ms of ${allowed.toFixed(1)} allowed`,
  );
  process.exitCode = isWell ? 0 : 1;
}

async function measure(program: readonly string[]): Promise<Result> {
  const discord = await startLoopbackDiscord();
  const child = await launch(discord, program);
  const waiting = watch(discord);
  const askOne = (at: number): Promise<number> => {
    const since = performance.now();
    const { token } = asks(discord, inGuild(), QUESTIONS[at % QUESTIONS.length] ?? '');
    return new Promise((resolve) => waiting.set(String(token), () => resolve(performance.now() - since)));
  };
  for (let at = 0; at < 300; at++) await askOne(at);

  const times: Promise<number>[] = [];
  const begun = performance.now();
  while (times.length < RATE * SECONDS) {
    const due = Math.min(RATE * SECONDS, ((performance.now() - begun) / 1000) * RATE);
    while (times.length < due) times.push(askOne(times.length));
    await new Promise((resolve) => setTimeout(resolve, TICK));
  }
  const sorted = (await Promise.all(times)).toSorted((a, b) => a - b);

  const since = performance.now();
  let at = 0;
  const worker = async () => {
    while (at < MANY) await askOne(at++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const throughput = MANY / ((performance.now() - since) / 1000);
  await end(child, discord);
  return {
    throughput,
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

/** Memory and time to the first answer with many servers. */
async function growth(): Promise<void> {
  for (const [count, shards] of [
    [0, 1],
    [1000, 1],
    [2500, 2],
    [10_000, 8],
  ] as const) {
    const guilds = Array.from({ length: count }, (_, at) => snowflake(Date.now() - at * 60_000));
    const discord = await startLoopbackDiscord({ guilds, shards, concurrency: 16 });
    const child = await launch(discord, OURS);
    const waiting = watch(discord);
    for (const id of guilds) discord.gateway.dispatch('GUILD_CREATE', serverOf(id));
    const since = performance.now();
    const { token } = asks(
      discord,
      { ...inGuild(), ...(guilds[0] === undefined ? {} : { guild: guilds[0] }) },
      QUESTIONS[0] ?? '',
    );
    await new Promise<void>((resolve) => waiting.set(String(token), resolve));
    const took = performance.now() - since;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    console.log(
      `${count} servers, ${shards} shards: ${megabytes.toFixed(0)} MB, answered after ${took.toFixed(0)} ms while they arrived`,
    );
    await end(child, discord);
  }
}

/** A server as they come: channels, roles, a few members. */
function serverOf(id: string): object {
  const channels = Array.from({ length: 20 }, (_, at) => ({
    id: snowflake(),
    type: 0,
    name: `channel-${at}`,
    position: at,
    permission_overwrites: [],
  }));
  const roles = Array.from({ length: 10 }, (_, at) => ({
    id: snowflake(),
    name: `role ${at}`,
    permissions: '0',
    position: at,
    color: 0,
  }));
  return {
    id,
    name: 'A server',
    owner_id: snowflake(),
    member_count: 300,
    channels,
    roles,
    emojis: [],
    stickers: [],
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    features: [],
  };
}

async function launch(
  { api, token, gateway, until }: LoopbackDiscord,
  program: readonly string[],
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...program], {
    env: { PATH: process.env.PATH, DISCORD_TOKEN: token, DISCORD_API_URL: api, RATE_LIMIT: 'off', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until(() => gateway.sessions.length > 0, 60_000);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return child;
}

/** Calls who waits for the response to an interaction, by its token. */
function watch({ rest }: LoopbackDiscord): Map<string, () => void> {
  const waiting = new Map<string, () => void>();
  const { handle } = rest;
  rest.handle = (method, path, body, authorization) => {
    const [, kind, , token = '', what] = path.split('/');
    if (kind === 'interactions' && what === 'callback') {
      waiting.get(token)?.();
      waiting.delete(token);
    }
    return handle(method, path, body, authorization);
  };
  return waiting;
}

async function end(child: ChildProcess, discord: LoopbackDiscord): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  await discord.stop();
}

function bestOf(results: readonly Result[]): Result {
  return {
    throughput: Math.max(...results.map(({ throughput }) => throughput)),
    p50: Math.min(...results.map(({ p50 }) => p50)),
    p99: Math.min(...results.map(({ p99 }) => p99)),
  };
}

function print(name: string, { throughput, p50, p99 }: Result): void {
  console.log(
    `${name.padEnd(18)} ${throughput.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
  );
}
