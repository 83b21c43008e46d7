import { LANGUAGES, type Language } from '../../src/index.ts';
import { ENGLISH } from './en.ts';
import { JAPANESE } from './ja.ts';
import { KOREAN } from './ko.ts';
import type { PlatformWording } from './wording.ts';

const WORDINGS: Readonly<Record<Language, PlatformWording>> = { en: ENGLISH, ko: KOREAN, ja: JAPANESE };

/** The platforms' own words in a language. */
export function platformWording(language: Language): PlatformWording {
  return WORDINGS[language];
}

/** The languages beside English, for what a platform names in English and translates. */
export const TRANSLATED: readonly Exclude<Language, 'en'>[] = LANGUAGES.filter((language) => language !== 'en');
