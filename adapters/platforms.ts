import type { Adapter, SetupError } from '../src/index.ts';
import type { Settings } from '../src/settings.ts';
import type { Commons } from './service/commons.ts';
import type { Finding } from './service/doctor.ts';
import type { ServiceSettings } from './service/settings.ts';

/** A platform that the program can speak to. */
export interface Platform {
  readonly name: keyof Settings;
  /** Loads the platform's SDK and makes its adapter. */
  readonly open: (settings: Settings, running: Running) => Promise<Adapter>;
  /** What the doctor asks the platform, without starting anything. */
  readonly check: (settings: Settings, service: ServiceSettings) => Promise<readonly Finding[]>;
}

export interface Running {
  readonly commons: Commons;
  /** Told once of what makes going on impossible, after the start. */
  readonly onFailure: (error: SetupError) => void;
}

const PLATFORMS: Readonly<Record<keyof Settings, Platform['open']>> = {
  slack: async ({ slack }, running) =>
    (await import('./slack/adapter.ts')).createSlackAdapter({ settings: given(slack), ...running }),
  discord: async ({ discord }, running) =>
    (await import('./discord/adapter.ts')).createDiscordAdapter({
      settings: { ...running.commons.settings.discord, ...given(discord) },
      ...running,
    }),
};

const CHECKS: Readonly<Record<keyof Settings, Platform['check']>> = {
  slack: async ({ slack }, service) => (await import('./slack/doctor.ts')).checkSlack(given(slack), service),
  discord: async ({ discord }, service) => (await import('./discord/doctor.ts')).checkDiscord(given(discord), service),
};

/** The platforms whose settings are whole. */
export function wanted(settings: Settings): readonly Platform[] {
  const names = Object.keys(PLATFORMS) as (keyof Settings)[];
  return names
    .filter((name) => settings[name] !== null)
    .map((name) => ({ name, open: PLATFORMS[name], check: CHECKS[name] }));
}

function given<T>(settings: T | null): T {
  if (settings === null) throw new Error('a platform without settings is not started');
  return settings;
}
