import type { Language } from '../../corpus/record.ts';
import { ENGLISH } from './en.ts';
import { JAPANESE } from './ja.ts';
import { KOREAN } from './ko.ts';
import type { Wording } from './wording.ts';

const WORDINGS: Readonly<Record<Language, Wording>> = { en: ENGLISH, ko: KOREAN, ja: JAPANESE };

/** The bot's words in a language. */
export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}
