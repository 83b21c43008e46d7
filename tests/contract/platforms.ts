import { openFrom } from '../../adapters/record.ts';
import { createSession } from '../../adapters/repl/session.ts';
import { createBot } from '../../src/index.ts';
import { startBot as startDiscordBot } from '../discord/bot.ts';
import { startLoopbackDiscord } from '../discord/loopback/discord.ts';
import { inDirectMessage, person as member, writes } from '../discord/loopback/people.ts';
import { direct, settle, startBot as startSlackBot } from '../slack/bot.ts';
import { BOT, openSlack } from '../slack/loopback/slack.ts';

/** A person who talks with the bot on a platform, in private. */
export interface Person {
  /** Everything that the platform shows as the answer, as text. */
  ask(text: string): Promise<string>;
  /** Delivers a message of the bot itself; resolves to the number of answers. */
  hearsItself(text: string): Promise<number>;
}

export interface Started {
  readonly person: Person;
  /** What the platform refused, and pings. */
  violations(): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

export interface Contracted {
  readonly name: string;
  start(): Promise<Started>;
}

async function discord(): Promise<Started> {
  const loopback = await startLoopbackDiscord();
  const bot = await startDiscordBot(loopback, { environment: { RATE_LIMIT: 'off' } });
  const place = inDirectMessage();
  const posts = () => loopback.calls.filter(({ path, status }) => path.endsWith('/messages') && status > 0);
  return {
    person: {
      async ask(text) {
        const { id } = writes(loopback, place, text);
        const isAnswered = () => posts().some(({ body }) => String(body.nonce).startsWith(String(id)));
        await loopback.until(isAnswered, 20_000);
        return posts()
          .filter(({ body }) => String(body.nonce).startsWith(String(id)))
          .map(({ body }) => String(body.content).replaceAll('\\', ''))
          .join('\n');
      },
      async hearsItself(text) {
        const before = posts().length;
        writes(loopback, { ...place, user: { ...member(), id: loopback.botId, bot: true } }, text);
        await this.ask('hello');
        return posts().length - before - 1;
      },
    },
    violations: async () => loopback.calls.filter(({ problems }) => problems.length > 0),
    async stop() {
      await bot.stop();
      await loopback.stop();
    },
  };
}

async function slack(): Promise<Started> {
  const loopback = await openSlack();
  const bot = await startSlackBot(loopback);
  const posts = () => loopback.of('chat.postMessage');
  return {
    person: {
      async ask(text) {
        const before = posts().length;
        await bot.event(direct(text));
        const end = Date.now() + 20_000;
        while (posts().length === before && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
        return posts()
          .slice(before)
          .map(({ body }) => String(body.text))
          .join('\n');
      },
      async hearsItself(text) {
        const before = posts().length;
        await bot.event(direct(text, { user: BOT.user, bot_id: BOT.id }));
        await settle();
        return posts().length - before;
      },
    },
    violations: async () => [
      ...loopback.refusals,
      ...posts().filter(({ body }) => /<!(?:channel|here|everyone)|<@U/.test(JSON.stringify(body))),
    ],
    async stop() {
      await bot.stop();
      await loopback.close();
    },
  };
}

/** The terminal has no other people, no limits and nobody to ping. */
async function repl(): Promise<Started> {
  const record = await openFrom(undefined, { root: '.' });
  const session = createSession({ record, bot: createBot({ record }) });
  return {
    person: {
      async ask(text) {
        const said = await session.hear(text);
        return said.kind === 'reply' ? said.reply.text : '';
      },
      hearsItself: async () => 0,
    },
    violations: async () => [],
    stop: async () => {},
  };
}

export const PLATFORMS: readonly Contracted[] = [
  { name: 'Discord', start: discord },
  { name: 'Slack', start: slack },
  { name: 'the terminal', start: repl },
];
