import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../../src/index.ts';
import { type BotTestOptions, type Running, startBot, temporaryDirectory, theRecord } from './bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { asks, inDirectMessage, inGuild, mentions, type Place, person, presses, submits } from './loopback/people.ts';
import type { Json } from './loopback/rest.ts';

const QUESTION = 'What did Moon send to Abe?';
const UNANSWERED = 'What did Trump say about the letter?';
const MANAGE_MESSAGES = String(1 << 13);

let discord: LoopbackDiscord;
let bot: Running;
let dataDirectory: string;
beforeEach(async () => {
  dataDirectory = await temporaryDirectory();
  discord = await startLoopbackDiscord();
  bot = await startBot(discord, { dataDirectory });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

/** The response to an interaction, once it is there. */
const responseTo = ({ token }: Json) =>
  discord.until(() =>
    discord.calls.find(({ path, status }) => path.includes(`${String(token)}/callback`) && status > 0),
  );
const shown = async (interaction: Json) => ((await responseTo(interaction)).body.data ?? {}) as Json;
const messageOf = (interaction: Json) =>
  discord.until(() =>
    [...discord.rest.messages.values()].find(
      ({ interaction_metadata: metadata }) => (metadata as Json | undefined)?.id === interaction.id,
    ),
  );
const answersIn = ({ channel }: Place) =>
  [...discord.rest.messages.values()].filter(
    ({ author, channel_id: at }) => at === channel && (author as Json).id === discord.botId,
  );
const buttonsOf = (message: Json) => ((message.components ?? []) as Json[]).flatMap((row) => row.components as Json[]);
const idOf = (message: Json, label: string) =>
  String(buttonsOf(message).find((button) => button.label === label)?.custom_id);
const isPrivate = ({ flags }: Json) => (Number(flags) & 64) === 64;
const asked = async (place: Place, question = QUESTION, isPrivately = false) =>
  messageOf(asks(discord, place, question, isPrivately ? [{ name: 'private', type: 5, value: true }] : []));
const restart = async (options: BotTestOptions = {}) => {
  await bot.stop();
  bot = await startBot(discord, { dataDirectory, ...options });
};

const MANY = 'List everything Abe said';
/** The bot with statements so long that each needs a message of its own. */
const longWinded = async (): Promise<{ bot: Bot }> => {
  const { respond, forget } = createBot({ record: await theRecord() });
  return {
    bot: {
      forget,
      async respond(message) {
        const reply = await respond(message);
        return {
          ...reply,
          lines: reply.lines.map((line) => ({ ...line, text: `${line.text}${' And so on.'.repeat(130)}` })),
        };
      },
    },
  };
};
/** All messages of an answer; the last has the buttons. */
const allIn = async (place: Place) => {
  await discord.until(() => answersIn(place).some((message) => buttonsOf(message).length > 0));
  const messages = answersIn(place);
  expect(messages.length).toBeGreaterThan(2);
  return { messages, last: messages.at(-1) as Json };
};

describe('Sources', () => {
  it.each([false, true])(
    'shows the cited places in full, to the one who pressed (after a restart: %s)',
    async (isRestarted) => {
      const place = inGuild();
      const message = await asked(place);
      if (isRestarted) await restart();
      const data = await shown(presses(discord, { ...place, user: person() }, message, idOf(message, 'Sources')));
      expect(isPrivate(data)).toBe(true);
      expect(String(data.content)).toMatch(
        /Says who: [\s\S]*Where: .*paragraph \d+, sentence \d+[\s\S]*24 October 2019/,
      );
    },
  );
});

describe('Why this answer?', () => {
  it.each([false, true])('names the matching words (after a restart: %s)', async (isRestarted) => {
    const place = inGuild();
    const message = await asked(place);
    if (isRestarted) await restart();
    const data = await shown(presses(discord, place, message, idOf(message, 'Why this answer?')));
    expect(isPrivate(data)).toBe(true);
    expect(String(data.content)).toMatch(/Your words that it goes with: “.+”[\s\S]*What decided: /);
  });

  it('of a reply reads the question from the message that it replies to', async () => {
    const place = inGuild();
    mentions(discord, place, QUESTION);
    const message = await discord.until(() => answersIn(place)[0]);
    const data = await shown(presses(discord, place, message, idOf(message, 'Why this answer?')));
    expect(String(data.content)).toMatch(/What decided: /);
  });

  it.each<[string, (place: Place) => unknown]>([
    ['/ask', (place) => asks(discord, place, MANY)],
    ['a mention', (place) => mentions(discord, place, MANY)],
  ])('of an answer of several messages to %s knows the question', async (_name, ask) => {
    const options = await longWinded();
    await restart(options);
    const place = inGuild();
    ask(place);
    const { last } = await allIn(place);
    await restart(options);
    const data = await shown(presses(discord, place, last, idOf(last, 'Why this answer?')));
    expect(String(data.content)).toMatch(/What decided: /);
  });

  it('says so where the question is not known any more, and explains what was cited', async () => {
    const place = inGuild();
    const message = await asked(place);
    const bare = { ...message, content: '' };
    const data = await shown(presses(discord, place, bare, idOf(message, 'Why this answer?')));
    expect(String(data.content)).toMatch(/no longer known[\s\S]*It rests on:\n- .+/);
  });
});

describe('👍 and 👎', () => {
  const kept = async () => {
    const names = await readdir(join(dataDirectory, 'feedback')).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(join(dataDirectory, 'feedback', name), 'utf8')));
    return texts
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  it('👍 is kept once, without person and question', async () => {
    const place = inGuild();
    const message = await asked(place);
    for (let times = 0; times < 2; times++) {
      const data = await shown(presses(discord, place, message, idOf(message, '👍')));
      expect(String(data.content)).toMatch(/thank you/i);
    }
    const [entry, ...others] = await kept();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'verdict', verdict: 'good', reason: null });
    expect(JSON.stringify(entry)).not.toContain(String(place.user.id));
    expect(JSON.stringify(entry)).not.toContain('Moon send');
  });

  it('👎 asks for a reason, which is kept', async () => {
    const place = inGuild();
    const message = await asked(place);
    const form = await responseTo(presses(discord, place, message, idOf(message, '👎')));
    expect(form.body.type).toBe(9);
    const { custom_id: id } = form.body.data as Json;
    await shown(submits(discord, place, String(id), 'beside the point', message));
    expect(await kept()).toMatchObject([{ verdict: 'bad', reason: 'beside the point' }]);
  });

  it('are not shown where nothing is kept', async () => {
    await bot.stop();
    bot = await startBot(discord);
    const labels = buttonsOf(await asked(inGuild())).map(({ label }) => label);
    expect(labels).toEqual(['Sources', 'Why this answer?', 'Remove']);
  });
});

describe('questions offered on an abstention', () => {
  it('are answered when pressed, in public under a public reply, and show the question', async () => {
    const place = inGuild();
    const message = await asked(place, UNANSWERED);
    expect(String(message.content)).toMatch(/not on record/i);
    const offers = buttonsOf(message).filter(({ custom_id: id }) => String(id).startsWith('ask:'));
    expect(offers.length).toBeGreaterThan(0);
    const data = await shown(presses(discord, place, message, String(offers[0]?.custom_id)));
    expect(isPrivate(data)).toBe(false);
    expect(String(data.content)).toContain(`> ${String(offers[0]?.label)}`);
  });

  it('are answered privately under a private reply', async () => {
    const place = inGuild();
    const message = await asked(place, UNANSWERED, true);
    const offer = buttonsOf(message).find(({ custom_id: id }) => String(id).startsWith('ask:'));
    expect(isPrivate(await shown(presses(discord, place, message, String(offer?.custom_id))))).toBe(true);
  });
});

describe('Share', () => {
  it('shows a private answer to all, once, also after a restart', async () => {
    const place = inGuild();
    const message = await asked(place, QUESTION, true);
    await restart();
    const first = await shown(presses(discord, place, message, idOf(message, 'Share in channel')));
    expect(isPrivate(first)).toBe(false);
    expect(first.content).toBe(message.content);
    const second = await shown(presses(discord, place, message, idOf(message, 'Share in channel')));
    expect(isPrivate(second)).toBe(true);
  });

  it.each([false, true])('shows all messages of a private answer (after a restart: %s)', async (isRestarted) => {
    const options = await longWinded();
    await restart(options);
    const place = inGuild();
    asks(discord, place, MANY, [{ name: 'private', type: 5, value: true }]);
    const { messages, last } = await allIn(place);
    if (isRestarted) await restart(options);
    presses(discord, place, last, idOf(last, 'Share in channel'));
    await discord.until(() => answersIn(place).length === 2 * messages.length);
    const shared = answersIn(place).slice(messages.length);
    expect(shared.map(({ content }) => content)).toEqual(messages.map(({ content }) => content));
    expect(shared.some(isPrivate)).toBe(false);
    const end = shared.at(-1) as Json;
    presses(discord, place, end, idOf(end, 'Remove'));
    await discord.until(() => answersIn(place).length === messages.length);
  });

  it('shows nothing rather than a part, where all of it is not known any more', async () => {
    await restart(await longWinded());
    const place = inGuild();
    asks(discord, place, MANY, [{ name: 'private', type: 5, value: true }]);
    const { messages, last } = await allIn(place);
    await restart();
    const data = await shown(presses(discord, place, last, idOf(last, 'Share in channel')));
    expect(isPrivate(data)).toBe(true);
    expect(answersIn(place)).toHaveLength(messages.length + 1);
  });

  it('is not there under a public answer, nor Remove under a private one', async () => {
    const [open, hidden] = [await asked(inGuild()), await asked(inGuild(), QUESTION, true)];
    expect(buttonsOf(open).map(({ label }) => label)).not.toContain('Share in channel');
    expect(buttonsOf(hidden).map(({ label }) => label)).not.toContain('Remove');
  });

  it('shares nothing that is not the bot’s own', async () => {
    const place = inGuild();
    const message = await asked(place, QUESTION, true);
    const forged = { ...message, author: place.user, content: 'anything' };
    const data = await shown(presses(discord, place, forged, idOf(message, 'Share in channel')));
    expect(isPrivate(data)).toBe(true);
    expect(String(data.content)).not.toContain('anything');
  });
});

describe('Remove', () => {
  const isGone = (message: Json) => discord.until(() => !discord.rest.messages.has(String(message.id)));

  it.each([false, true])('lets the asker remove an answer (after a restart: %s)', async (isRestarted) => {
    const place = inGuild();
    const message = await asked(place);
    if (isRestarted) await restart();
    presses(discord, place, message, idOf(message, 'Remove'));
    await isGone(message);
  });

  it('lets the asker remove a reply, in a channel or a direct message', async () => {
    for (const place of [inGuild(), inDirectMessage()]) {
      mentions(discord, place, QUESTION);
      const message = await discord.until(() => answersIn(place)[0]);
      presses(discord, place, message, idOf(message, 'Remove'));
      await isGone(message);
    }
  });

  it('lets a moderator remove an answer', async () => {
    const place = inGuild();
    const message = await asked(place);
    presses(discord, { ...place, user: person(), permissions: MANAGE_MESSAGES }, message, idOf(message, 'Remove'));
    await isGone(message);
  });

  const ASKED: readonly [string, (place: Place) => unknown][] = [
    ['/ask', (place) => asks(discord, place, MANY)],
    ['a mention', (place) => mentions(discord, place, MANY)],
  ];
  it.each(ASKED.flatMap(([name, ask]) => [false, true].map((isRestarted) => ({ name, ask, isRestarted }))))(
    'removes all messages of an answer to $name (after a restart: $isRestarted)',
    async ({ ask, isRestarted }) => {
      await restart(await longWinded());
      const place = inGuild();
      ask(place);
      const { last } = await allIn(place);
      if (isRestarted) await restart();
      presses(discord, place, last, idOf(last, 'Remove'));
      await discord.until(() => answersIn(place).length === 0);
      expect(bot.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    },
  );

  it('removes all messages of an answer where the bot is no member', async () => {
    await restart(await longWinded());
    const place = inGuild();
    asks(discord, place, MANY);
    const { last } = await allIn(place);
    discord.fault({ path: /^\/channels\//, status: 403, body: { code: 50001, message: 'Missing Access' }, times: 9 });
    presses(discord, place, last, idOf(last, 'Remove'));
    await discord.until(() => answersIn(place).length === 0);
  });

  it('removes no message that is named by a forged id, not even for a moderator', async () => {
    await restart(await longWinded());
    const place = inGuild();
    const foreign = mentions(discord, place, MANY);
    const { messages, last } = await allIn(place);
    const named = (id: unknown) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64BE(BigInt(String(id)));
      return bytes.toString('base64url');
    };
    const forged = idOf(last, 'Remove').replace(named(messages[0]?.id), named(foreign.id));
    expect(forged).not.toBe(idOf(last, 'Remove'));
    await shown(presses(discord, place, last, forged));
    expect(discord.rest.messages.has(String(last.id))).toBe(true);
    presses(discord, { ...place, user: person(), permissions: MANAGE_MESSAGES }, last, forged);
    await isGone(last);
    expect(discord.rest.messages.has(String(foreign.id))).toBe(true);
  });

  it('is refused to anyone else, also with a forged id', async () => {
    const place = inGuild();
    const message = await asked(place);
    const stranger = { ...place, user: person() };
    const id = idOf(message, 'Remove');
    const forged = id.replace(String(place.user.id), String(stranger.user.id));
    for (const each of [id, forged]) {
      const data = await shown(presses(discord, stranger, message, each));
      expect(String(data.content)).toMatch(/only the person who asked/i);
    }
    expect(discord.rest.messages.has(String(message.id))).toBe(true);
  });
});

describe('an id that this bot has not written', () => {
  it.each([
    'nonsense',
    'sources:',
    'sources:1a00000000@@@@@@',
    'why:../../etc',
    'ask:Who pays <@1>?',
    'remove:1:2',
    'good:'.padEnd(100, 'x'),
    ':',
    'constructor:x',
  ])('%s is explained, and does nothing', async (id) => {
    const place = inGuild();
    const data = await shown(presses(discord, place, await asked(place), id));
    expect(isPrivate(data)).toBe(true);
    expect(String(data.content)).toMatch(/older version/);
  });

  it('of a form is explained', async () => {
    const data = await shown(submits(discord, inGuild(), 'reason:junk', 'x'));
    expect(String(data.content)).toMatch(/older version/);
  });
});
