import { type REST, Routes } from 'discord.js';
import type { PlatformWording } from '../wording/wording.ts';
import { areSame, commandsFor, type Translations } from './commands.ts';

export interface RegisterOptions {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** Null registers for everybody; a guild's own commands are there at once. */
  readonly guildId: string | null;
  readonly wording: PlatformWording;
  readonly translations?: Translations;
}

/** Writes the commands where they differ from what Discord holds. @returns what was done. */
export async function registerCommands({
  rest,
  applicationId,
  guildId,
  ...words
}: RegisterOptions): Promise<'unchanged' | 'written'> {
  const wanted = commandsFor(guildId === null ? 'global' : 'guild', words);
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (areSame(wanted, held)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'written';
}
