import {
  type APIUser,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionFlagsBits,
  REST,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import { type Finding, fine, look, note, problem } from '../service/doctor.ts';
import type { ServiceSettings } from '../service/settings.ts';
import { restOptions } from './client.ts';
import { areSame, commandsFor } from './commands.ts';
import { fatalLogin } from './failures.ts';

/** What the bot needs where it is a member, and nothing more. */
export const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** Milliseconds; nobody waits long for a doctor. */
const PATIENCE = 10_000;

export interface Account {
  readonly token: string;
  readonly applicationId: string | null;
}

/** Looks at what Discord says to the settings, without starting anything. */
export async function checkDiscord(
  { token, applicationId }: Account,
  { discord }: ServiceSettings,
): Promise<readonly Finding[]> {
  const { api, guildId, shards } = discord;
  const rest = new REST({ ...restOptions({ api, longestWait: PATIENCE }), retries: 1, timeout: PATIENCE }).setToken(
    token,
  );
  const me = await rest.get(Routes.user('@me')).catch((error: unknown) => ({ error }));
  if (typeof me !== 'object' || me === null || 'error' in me)
    return [problem('discord token', unusable((me as { error: unknown }).error, api))];
  const { id, username } = me as APIUser;
  return [
    fine('discord token', `taken by Discord: ${username}`),
    fine('discord intents', 'server and direct messages; none of them is privileged'),
    ...(await look('discord gateway', () => checkGateway(rest, shards))),
    ...(await look('discord commands', () => checkCommands(rest, { applicationId: applicationId ?? id, guildId }))),
    note('discord invite', inviteLink(applicationId ?? id)),
  ];
}

/** The link with which a server or a person installs the bot. */
export function inviteLink(applicationId: string): string {
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join('+');
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=${scopes}&permissions=${PERMISSIONS}`;
}

async function checkGateway(rest: REST, wanted: 'auto' | number): Promise<readonly Finding[]> {
  const { shards, session_start_limit: limit } = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  const subject = 'discord gateway';
  if (wanted !== 'auto' && wanted < shards)
    return [problem(subject, `Discord recommends ${shards} shards: set DISCORD_SHARDS=auto`)];
  if (limit.remaining < shards) return [problem(subject, 'no start is left today: find out why the bot restarts')];
  return [fine(subject, `${wanted === 'auto' ? shards : wanted} shard(s), ${limit.remaining} starts left today`)];
}

async function checkCommands(
  rest: REST,
  { applicationId, guildId }: { applicationId: string; guildId: string | null },
): Promise<readonly Finding[]> {
  const subject = 'discord commands';
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const place = guildId === null ? 'everywhere' : `in the server ${guildId}`;
  try {
    const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    const isCurrent = areSame(commandsFor(guildId === null ? 'global' : 'guild'), held);
    return [isCurrent ? fine(subject, `registered ${place}`) : note(subject, `the next start registers them ${place}`)];
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const advice =
      guildId === null
        ? 'check DISCORD_APPLICATION_ID'
        : 'invite the bot there by the link below, or unset DISCORD_GUILD_ID';
    return [problem(subject, `cannot be registered ${place} (${error.code}): ${advice}`)];
  }
}

function unusable(error: unknown, api: string): string {
  return (
    fatalLogin(error, null)?.message ?? `Discord cannot be reached at ${api}: check the network and DISCORD_API_URL`
  );
}
