import type { Language } from '../corpus/record.ts';
import { isAscii } from '../retrieval/text.ts';

/** What else tells in which language a person wants to be answered. */
export interface Hints {
  /** The language that the platform names for the person. */
  readonly locale?: Language | undefined;
  /** The language of the conversation so far. */
  readonly conversation?: Language | undefined;
}

const HANGUL = /\p{Script=Hangul}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

/** A syllable block or a character of Chinese origin says as much as so many Latin letters. */
const LETTERS_A_SYLLABLE = 3;

/**
 * The language of a question by its script; null for one in a script that is not read here. Where the script does not
 * tell (only Chinese characters, only digits), the conversation does, then the person's locale.
 */
export function languageOf(text: string, { locale, conversation }: Hints): Language | null {
  if (isAscii(text)) return /[A-Za-z]/.test(text) ? 'en' : (conversation ?? locale ?? 'en');
  const normal = text.toWellFormed().normalize('NFKC');
  const count = (pattern: RegExp): number => normal.match(pattern)?.length ?? 0;
  const [hangul, kana, han, latin, letters] = [HANGUL, KANA, HAN, LATIN, LETTER].map(count) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const hint = conversation ?? locale;
  const syllables = hangul + kana + han;
  if (letters > 2 * (syllables + latin)) return null;
  if (syllables * LETTERS_A_SYLLABLE < latin) return 'en';
  if (syllables === 0) return latin > 0 ? 'en' : (hint ?? 'en');
  if (hangul > kana) return 'ko';
  if (kana > 0) return 'ja';
  return hint === 'ko' ? 'ko' : 'ja';
}
