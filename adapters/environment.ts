import { existsSync } from 'node:fs';
import { SetupError } from '../src/index.ts';
import type { Environment } from '../src/settings.ts';

/** The environment, with what `.env` in the working folder adds to it. Does not write to `process.env`. */
export async function readEnvironment(environment: Environment): Promise<Environment> {
  // A question in the terminal does not wait for a loader that has nothing to load.
  if (!existsSync('.env')) return environment;
  const { default: dotenv } = await import('dotenv');
  const merged: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) merged[name] = value;
  const { error } = dotenv.config({ processEnv: merged, quiet: true, debug: false, override: false, path: '.env' });
  if (error !== undefined)
    throw new SetupError(
      `.env cannot be read (${(error as NodeJS.ErrnoException).code}): make it a readable file, or remove it`,
    );
  return merged;
}
