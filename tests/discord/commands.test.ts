import { afterEach, describe, expect, it } from 'vitest';
import { platformWording } from '../../adapters/wording/languages.ts';
import { type BotTestOptions, type Running, startBot } from './bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { commandProblems } from './loopback/validate.ts';

let discord: LoopbackDiscord;
let bot: Running;
afterEach(async () => {
  await bot.stop();
  await discord.stop();
});

const isRegistered = () => discord.until(() => bot.log.find(({ msg }) => /^commands /.test(String(msg))));
const writes = () => discord.calls.filter(({ method }) => method === 'PUT');
const start = async (settings: BotTestOptions['settings'] = {}) => {
  discord = await startLoopbackDiscord();
  bot = await startBot(discord, { settings });
  await isRegistered();
};
const restart = async (settings: BotTestOptions['settings'] = {}) => {
  await bot.stop();
  bot = await startBot(discord, { settings });
  await isRegistered();
};

describe('commands are registered at start', () => {
  it('for everybody, in servers, direct and group messages, for server and user installs', async () => {
    await start();
    const commands = discord.rest.commands.get('global') ?? [];
    expect(commands.map(({ name, type }) => `${String(type)} ${String(name)}`)).toEqual([
      '1 ask',
      '1 sources',
      '1 about',
      '3 Ask On Record about this',
    ]);
    for (const { contexts, integration_types: installs } of commands) {
      expect(contexts).toEqual([0, 1, 2]);
      expect(installs).toEqual([0, 1]);
    }
    expect(commands[0]?.options).toMatchObject([
      { name: 'question', required: true, autocomplete: true },
      { name: 'private' },
    ]);
  });

  it('with names and descriptions in Korean and Japanese, which Discord takes', async () => {
    await start();
    const commands = discord.rest.commands.get('global') ?? [];
    expect(commandProblems(commands)).toEqual([]);
    for (const language of ['ko', 'ja'] as const) {
      const { names, commands: described } = platformWording(language).discord;
      const [ask, sources, about, askAbout] = commands;
      expect(ask).toMatchObject({
        name_localizations: { [language]: names.ask },
        description_localizations: { [language]: described.ask },
        options: [
          { name_localizations: { [language]: names.question } },
          { name_localizations: { [language]: names.private } },
        ],
      });
      expect(sources).toMatchObject({ name_localizations: { [language]: names.sources } });
      expect(about).toMatchObject({ description_localizations: { [language]: described.about } });
      expect(askAbout).toMatchObject({ name_localizations: { [language]: names.askAbout } });
      expect(new Set([names.ask, names.sources, names.about]).size).toBe(3);
    }
  });

  it('for one server alone where it is named', async () => {
    const guildId = '123456789012345678';
    await start({ guildId });
    expect(discord.rest.commands.get(guildId)).toHaveLength(4);
    expect(discord.rest.commands.has('global')).toBe(false);
  });

  it.each([{}, { guildId: '123456789012345678' }])(
    'and not written again when nothing has changed (%o)',
    async (settings) => {
      await start(settings);
      await restart(settings);
      expect(writes()).toHaveLength(1);
    },
  );

  it('and written when something has changed', async () => {
    await start();
    const [ask] = discord.rest.commands.get('global') ?? [];
    Object.assign(ask ?? {}, { description: 'An older text' });
    await restart();
    expect(writes()).toHaveLength(2);
  });
});

it('commands are registered also where Discord is out at first', async () => {
  discord = await startLoopbackDiscord();
  discord.fault({ path: /\/commands$/, status: 503, times: 8 });
  bot = await startBot(discord, { pauses: [10, 10, 10] });
  await isRegistered();
  expect(writes()).toHaveLength(1);
});

it('a refusal of the commands is one line, and the bot goes on', async () => {
  discord = await startLoopbackDiscord();
  discord.fault({ path: /\/commands$/, status: 403, body: { code: 50001, message: 'Missing Access' } });
  bot = await startBot(discord, { settings: { guildId: '123456789012345678' } });
  const line = await discord.until(() => bot.log.find(({ level }) => Number(level) >= 40));
  expect(line).toMatchObject({ fault: { code: 50001 } });
  expect(bot.failures).toEqual([]);
});
