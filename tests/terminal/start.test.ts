import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BRIDGE, emptyFolder, runProcess, runProgram, startProgram } from './program.ts';

const QUESTION = 'Why was the bridge closed?\n';

describe('npm start without any token', () => {
  it('answers piped lines, follow-ups and commands included, and ends', async () => {
    const { status, stdout, stderr } = await runProcess(['--corpus', BRIDGE], {
      input: `${QUESTION}:why\n:quit\n${QUESTION}`,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('rust in its pillars. [1]');
    expect(stdout).toContain('Rule:');
    expect(stdout.match(/rust in its pillars\. \[1\]/g)).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['empty lines', '\n\n'],
  ])('with %s piped in names .env.example in one line, status 2', async (_, input) => {
    const { status, stdout, stderr } = await runProgram([], { input });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^on-record: .*\.env\.example.*\n$/);
  });

  it('does not print what the settings loader has to say', async () => {
    const directory = emptyFolder();
    writeFileSync(join(directory, '.env'), 'PORT=4000\nREPL_HISTORY=off\n');
    const { stdout, stderr } = await runProcess(['--corpus', BRIDGE], {
      directory,
      input: 'hello\n',
      environment: { DOTENV_CONFIG_DEBUG: 'true' },
    });
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/env/);
  });

  it('ends with the findings, status 2, where the corpus is broken', async () => {
    const directory = emptyFolder();
    writeFileSync(join(directory, 'broken.yaml'), 'source:\n  id: broken\nstatements:\n  - id: one\n');
    const { status, stdout, stderr } = await runProgram(['--corpus', directory], { input: QUESTION });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/broken\.yaml:\d+: /);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('npm start with the settings of a platform', () => {
  it.each([
    ['from the environment', { DISCORD_APPLICATION_ID: '1' }, '', /DISCORD_TOKEN/],
    ['from .env', {}, 'SLACK_APP_TOKEN=xapp-1\n', /SLACK_BOT_TOKEN/],
    ['from both', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_CLIENT_ID=1\n', /SLACK_BOT_TOKEN.*SLACK_CLIENT_ID/],
  ])('by half, %s: one line that names the variable, status 2', async (_, environment, file, names) => {
    const directory = emptyFolder();
    writeFileSync(join(directory, '.env'), file);
    const { status, stdout, stderr } = await runProgram([], { directory, environment, input: QUESTION });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(names);
    expect(stderr).toMatch(/^on-record: .*\n$/);
  });

  it('that has an empty value in the environment is as if it were unset', async () => {
    const environment = { DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: ' ' };
    const { status } = await runProgram(['--corpus', BRIDGE], { environment, input: QUESTION });
    expect(status).toBe(0);
  });

  it('in a file that cannot be read says so in one line, status 2', async () => {
    const directory = emptyFolder();
    mkdirSync(join(directory, '.env'));
    const { status, stderr } = await runProgram([], { directory, input: QUESTION });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^on-record: \.env cannot be read.*\n$/);
  });

  it('does not keep npm run repl and npm run ask from answering', async () => {
    const environment = { DISCORD_APPLICATION_ID: '1' };
    for (const args of [['repl'], ['ask']]) {
      const { status, stdout } = await runProgram([...args, '--corpus', BRIDGE], { environment, input: QUESTION });
      expect(status).toBe(0);
      expect(stdout).toContain('rust in its pillars. [1]');
    }
  });
});

describe('npm start that waits for piped lines', () => {
  it('ends at once when it is told to', async () => {
    const child = startProgram(['--corpus', BRIDGE]);
    child.stdin.write(QUESTION);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  });
});

describe('CORPUS_DIR', () => {
  const ASK = ['ask', 'Why was the bridge closed?'];

  it.each([[['repl']], [['ask']], [[]]])('names the corpus of npm run %j, from the environment', async (args) => {
    const { status, stdout } = await runProgram(args, { environment: { CORPUS_DIR: BRIDGE }, input: QUESTION });
    expect(status).toBe(0);
    expect(stdout).toContain('rust in its pillars. [1]');
  });

  it('may stand in .env', async () => {
    const directory = emptyFolder();
    writeFileSync(join(directory, '.env'), `CORPUS_DIR=${BRIDGE}\n`);
    expect((await runProgram(ASK, { directory })).stdout).toContain('rust in its pillars. [1]');
  });

  it('is the folder that npm run corpus -- check looks into where it is told none', async () => {
    const { status, stdout } = await runProgram(['corpus', 'check'], { environment: { CORPUS_DIR: BRIDGE } });
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${BRIDGE}: 1 source`)]);
  });

  it('gives way to --corpus', async () => {
    const environment = { CORPUS_DIR: '/no/such/folder' };
    expect((await runProgram([...ASK, '--corpus', BRIDGE], { environment })).status).toBe(0);
  });

  it('that is empty is as if it were unset', async () => {
    const asking = ['ask', 'Why did relations get worse?'];
    expect((await runProgram(asking, { environment: { CORPUS_DIR: ' ' } })).stdout).toContain('Pakistan Point News');
  });

  it.each([
    ['that is not there', () => '/no/such/folder'],
    ['without a corpus file', emptyFolder],
  ])('with a folder %s: one line that names the variable, status 2', async (_, folder) => {
    const { status, stdout, stderr } = await runProgram(ASK, { environment: { CORPUS_DIR: folder() } });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^on-record: CORPUS_DIR: .*\n$/);
  });

  it('holds for the platforms, too', async () => {
    const environment = { CORPUS_DIR: '/no/such/folder', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const { status, stderr } = await runProgram([], { environment });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^on-record: CORPUS_DIR: /)]);
  });
});
