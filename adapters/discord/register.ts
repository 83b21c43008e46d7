import { type REST, Routes } from 'discord.js';
import { areSame, commandsFor } from './commands.ts';

export interface RegisterOptions {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** Null registers for everybody; a guild's own commands are there at once. */
  readonly guildId: string | null;
}

/** Writes the commands where they differ from what Discord holds. @returns what was done. */
export async function registerCommands({
  rest,
  applicationId,
  guildId,
}: RegisterOptions): Promise<'unchanged' | 'written'> {
  const wanted = commandsFor(guildId === null ? 'global' : 'guild');
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (areSame(wanted, held)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'written';
}
