import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Running as Program, startApart, startHere } from '../terminal/program.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './loopback/discord.ts';
import { inGuild, mentions } from './loopback/people.ts';

let discord: LoopbackDiscord;
let program: Program;
afterEach(async () => {
  await program.stop();
  await discord.stop();
});

const environmentOf = (environment: Readonly<Record<string, string>>) => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.api,
  ...environment,
});

const start = (environment: Readonly<Record<string, string>> = {}) => startHere(environmentOf(environment));
/** Where the process itself is what is tested. */
const startProcess = (environment: Readonly<Record<string, string>> = {}) => startApart(environmentOf(environment));

async function run(
  options: LoopbackOptions = {},
  environment: Readonly<Record<string, string>> = {},
  begin = start,
): Promise<void> {
  discord = await startLoopbackDiscord(options);
  program = begin(environment);
  await discord.until(() => program.errors().includes('"ready"'), 15_000);
}

describe('a failure that a person must mend is one line that says what to do, no stack, exit 2', () => {
  it.each([
    [4004, startProcess],
    [4010, start],
    [4011, start],
    [4012, start],
    [4013, start],
    [4014, start],
  ])('gateway close %i at start', async (code, begin) => {
    discord = await startLoopbackDiscord();
    discord.gateway.refuse(code);
    program = begin();
    expect(await program.exit).toBe(2);
    expect(program.lines()).toHaveLength(1);
    expect(program.lines()[0]).toMatch(new RegExp(`^on-record: Discord: .+ \\(gateway close ${code}\\)$`));
    expect(program.errors()).not.toMatch(/\n\s+at /);
  });

  it.each([
    [4004, start],
    [4012, start],
    [4014, startProcess],
  ])('gateway close %i later', async (code, begin) => {
    await run({}, {}, begin);
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
  it.each([
    ['SIGTERM', startProcess],
    ['SIGINT', start],
  ] as const)(
    '%s delivers the answers in flight and ends with 0, and standard output stays empty',
    async (signal, begin) => {
      await run({}, {}, begin);
      discord.fault({
        path: /\/messages$/,
        status: 429,
        body: { retry_after: 0.5 },
        headers: { 'retry-after': '0.5', 'x-ratelimit-scope': 'user' },
      });
      const { id } = mentions(discord, inGuild(), 'What did Moon send to Abe?');
      await discord.until(() => discord.calls.some(({ path }) => path.endsWith('/messages')));
      const since = Date.now();
      program.signal(signal);
      expect(await program.exit).toBe(0);
      expect(Date.now() - since).toBeLessThan(10_000);
      const answers = [...discord.rest.messages.values()].filter(({ message_reference: to }) =>
        JSON.stringify(to ?? {}).includes(String(id)),
      );
      expect(answers).toHaveLength(1);
      expect(program.output()).toBe('');
    },
  );

  it('SIGTERM ends the program also while the connection is away', async () => {
    await run();
    discord.gateway.refuse(4000);
    discord.gateway.drop();
    await discord.until(() => program.errors().includes('connection lost'));
    program.signal('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(program.errors()).not.toMatch(/\n\s+at /);
  });

  it('SIGTERM ends the program also before the first connection, and it never shows as ready', async () => {
    discord = await startLoopbackDiscord();
    discord.gateway.refuse(4000);
    program = startProcess();
    await discord.until(() => discord.calls.length > 0, 15_000);
    program.signal('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(program.errors()).not.toContain('ready');
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
