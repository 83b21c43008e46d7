import type { Language } from '../corpus/record.ts';

/** The language that a text's script speaks for: the one with most letters; English for a script of none of the three. */
export function languageOf(text: string): Language {
  const beginning = text.slice(0, ENOUGH);
  const counts = Object.entries(LETTERS).map(([language, letters]) => ({
    language: language as Language,
    count: beginning.match(letters)?.length ?? 0,
  }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).language;
}

/** Chinese characters count as Japanese: a Korean text of our day has few. */
const LETTERS: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Latin}/gu,
  ko: /\p{Script=Hangul}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
};

/** In code units: a text keeps to its script. */
const ENOUGH = 20_000;
