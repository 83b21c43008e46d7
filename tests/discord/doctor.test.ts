import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../adapters/discord/doctor.ts';
import { readServiceSettings } from '../../adapters/service/settings.ts';
import { startBot } from './bot.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';

let discord: LoopbackDiscord;
beforeEach(async () => {
  discord = await startLoopbackDiscord();
});
afterEach(() => discord.stop());

const examine = (environment: Record<string, string> = {}, token = discord.token) =>
  checkDiscord({ token, applicationId: null }, readServiceSettings({ DISCORD_API_URL: discord.api, ...environment }));
const problems = async (...given: Parameters<typeof examine>) =>
  (await examine(...given)).filter(({ state }) => state === 'problem').map(({ text }) => text);

describe('the doctor', () => {
  it('finds a bot that runs fine, and names the link to invite it', async () => {
    const bot = await startBot(discord);
    await discord.until(() => bot.log.find(({ msg }) => msg === 'commands written'));
    await bot.stop();
    const findings = await examine();
    expect(findings.map(({ subject, state }) => `${subject}: ${state}`)).toEqual([
      'discord token: fine',
      'discord intents: fine',
      'discord gateway: fine',
      'discord commands: fine',
      'discord invite: note',
    ]);
    expect(findings.at(-1)?.text).toMatch(/scope=bot\+applications\.commands&permissions=274877975552$/);
  });

  it('says what to do about a token that is not valid, without showing it', async () => {
    const [problem = '', ...others] = await problems({}, `${discord.token}x`);
    expect(others).toEqual([]);
    expect(problem).toMatch(/token is not valid.+DISCORD_TOKEN/);
    expect(problem).not.toContain(discord.token);
  });

  it('says what to do about a server that the bot is not in', async () => {
    discord.fault({ path: /\/commands$/, status: 403, body: { code: 50001, message: 'Missing Access' } });
    expect(await problems({ DISCORD_GUILD_ID: '123456789012345678' })).toEqual([
      expect.stringMatching(/invite the bot there/),
    ]);
  });
});
