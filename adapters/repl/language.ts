import { LANGUAGES, type Language, languageFor } from '../../src/index.ts';
import type { Environment } from '../../src/settings.ts';
import { type Command, UsageError } from '../usage.ts';

/** In which language the terminal speaks: one, or that of the questions. */
export type LanguageSetting = Language | 'auto';

export const LANGUAGE_CHOICES: readonly LanguageSetting[] = [...LANGUAGES, 'auto'];

/** The setting that was typed; null for none there is. */
export function readLanguage(typed: string): LanguageSetting | null {
  return LANGUAGE_CHOICES.find((choice) => choice === typed.trim().toLowerCase()) ?? null;
}

/** The option `--lang`. @throws UsageError for none of the choices. */
export function languageOption(command: Command, typed: string | undefined): LanguageSetting {
  const setting = readLanguage(typed ?? 'auto');
  if (setting === null)
    throw new UsageError(command, `--lang is one of ${LANGUAGE_CHOICES.join(', ')}, not "${typed}"`);
  return setting;
}

/** The person's language as the terminal tells it; undefined where it tells none that is spoken here. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language | undefined {
  return languageFor(LC_ALL || LC_MESSAGES || LANG);
}
