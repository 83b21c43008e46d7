import { setTimeout as pause } from 'node:timers/promises';
import { type REST, Routes } from 'discord.js';
import { areSame, commandsFor } from './commands.ts';
import { isPassing } from './failures.ts';

export interface RegisterOptions {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** Null registers for everybody; a guild's own commands are there at once. */
  readonly guildId: string | null;
  /** Pauses before further tries through an outage, in milliseconds. */
  readonly pauses?: readonly number[];
}

const PAUSES = [1000, 5000, 15_000, 60_000, 300_000] as const;

/** Writes the commands where they differ from what Discord holds. @returns what was done. */
export async function registerCommands({
  pauses = PAUSES,
  ...options
}: RegisterOptions): Promise<'unchanged' | 'written'> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await register(options);
    } catch (error) {
      const wait = pauses[attempt];
      if (wait === undefined || !isPassing(error)) throw error;
      await pause(wait, undefined, { ref: false });
    }
  }
}

async function register({
  rest,
  applicationId,
  guildId,
}: Omit<RegisterOptions, 'pauses'>): Promise<'unchanged' | 'written'> {
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
