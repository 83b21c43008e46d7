import type { Language } from '../../src/index.ts';
import { ENGLISH } from './en.ts';
import type { PlatformWording } from './wording.ts';

const WORDINGS: Readonly<Partial<Record<Language, PlatformWording>>> = { en: ENGLISH };

/** The platforms' own words in a language, or in English where that language has none. */
export function platformWording(language: Language): PlatformWording {
  return WORDINGS[language] ?? ENGLISH;
}
