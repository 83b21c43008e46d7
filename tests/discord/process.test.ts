import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './loopback/discord.ts';
import { asks, inGuild, mentions } from './loopback/people.ts';

/** The program as a person starts it. */
interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Lines on standard error that are no log. */
  readonly lines: () => string[];
  readonly exit: Promise<number | null>;
}

let discord: LoopbackDiscord;
let program: Program;
afterEach(async () => {
  program.child.kill('SIGKILL');
  await discord.stop();
});

function start(environment: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { PATH: process.env.PATH, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { output: '', errors: '' };
  child.stdout?.on('data', (chunk) => {
    texts.output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    texts.errors += chunk;
  });
  return {
    child,
    output: () => texts.output,
    errors: () => texts.errors,
    lines: () => texts.errors.split('\n').filter((line) => line !== '' && !line.startsWith('{')),
    exit: new Promise((resolve) => child.on('close', resolve)),
  };
}

async function run(options: LoopbackOptions = {}, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
  program = start(environment);
  await discord.until(() => program.errors().includes('"ready"'), 15_000);
}

describe('a failure that a person must mend is one line that says what to do, no stack, exit 2', () => {
  it.each([4004, 4010, 4011, 4012, 4013, 4014])('gateway close %i at start', async (code) => {
    discord = await startLoopbackDiscord();
    discord.gateway.refuse(code);
    program = start();
    expect(await program.exit).toBe(2);
    expect(program.lines()).toHaveLength(1);
    expect(program.lines()[0]).toMatch(new RegExp(`^on-record: Discord: .+ \\(gateway close ${code}\\)$`));
    expect(program.errors()).not.toMatch(/\n\s+at /);
  });

  it.each([4004, 4012, 4014])('gateway close %i later', async (code) => {
    await run();
    discord.gateway.close(code);
    expect(await program.exit).toBe(2);
    expect(program.lines()).toHaveLength(1);
    expect(program.lines()[0]).toContain(`gateway close ${code}`);
  });

  it('a token that Discord does not know', async () => {
    discord = await startLoopbackDiscord();
    program = start({ DISCORD_TOKEN: `${discord.token}x` });
    expect(await program.exit).toBe(2);
    expect(program.lines()).toEqual([expect.stringMatching(/token is not valid.+Reset Token.+DISCORD_TOKEN$/)]);
    expect(program.errors()).not.toContain(discord.token);
  });

  it('a token that is revoked later', async () => {
    await run();
    discord.fault({ path: /\/messages$/, status: 401, body: { code: 0, message: '401: Unauthorized' } });
    mentions(discord, inGuild(), 'What did Moon send to Abe?');
    expect(await program.exit).toBe(2);
    expect(program.lines()).toEqual([expect.stringMatching(/no longer valid.+DISCORD_TOKEN$/)]);
  });

  it('settings that are malformed', async () => {
    discord = await startLoopbackDiscord();
    program = start({ DISCORD_SHARDS: 'many', DISCORD_GUILD_ID: 'my server' });
    expect(await program.exit).toBe(2);
    expect(program.lines()).toEqual([expect.stringMatching(/DISCORD_GUILD_ID .+; DISCORD_SHARDS .+/)]);
  });
});

describe('signals', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s delivers the answers in flight and ends with 0', async (signal) => {
    await run();
    discord.fault({
      path: /\/messages$/,
      status: 429,
      body: { retry_after: 0.5 },
      headers: { 'retry-after': '0.5', 'x-ratelimit-scope': 'user' },
    });
    mentions(discord, inGuild(), 'What did Moon send to Abe?');
    await discord.until(() => discord.calls.some(({ path }) => path.endsWith('/messages')));
    const since = Date.now();
    program.child.kill(signal);
    expect(await program.exit).toBe(0);
    expect(Date.now() - since).toBeLessThan(10_000);
    expect([...discord.rest.messages.values()].filter(({ content }) => /letter/.test(String(content)))).toHaveLength(1);
  });

  it('SIGTERM ends the program also while the connection is away', async () => {
    await run();
    discord.gateway.refuse(4000);
    discord.gateway.drop();
    await discord.until(() => program.errors().includes('connection lost'));
    program.child.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(program.errors()).not.toMatch(/\n\s+at /);
  });
});

describe('health', () => {
  it('is ready once Discord is, on a port of its own', async () => {
    const port = await freePort();
    await run({}, { HEALTH_PORT: String(port) });
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ready: true, platforms: { discord: 'ready' } });
  });
});

it('a start through an outage of Discord succeeds once it is over', async () => {
  discord = await startLoopbackDiscord();
  discord.fault({ path: /\/gateway\/bot$/, status: 503, times: 5 });
  program = start();
  await discord.until(() => program.errors().includes('"ready"'), 15_000);
  const { token } = asks(discord, inGuild(), 'What did Moon send to Abe?');
  await discord.until(() => discord.calls.some(({ path }) => path.includes(String(token))));
});

it('standard output stays empty', async () => {
  await run();
  program.child.kill('SIGTERM');
  await program.exit;
  expect(program.output()).toBe('');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
