import { words } from '../retrieval/text.ts';

/** Plain English text: no accents, no apostrophes, no control characters, no handles. */
const PLAIN = /^[\x20-\x26\x28-\x3f\x41-\x5f\x61-\x7e]*$/;
const PLAIN_ABBREVIATION = /\b(?:[a-z]\.){2,}/g;
const PLAIN_WORD = /[0-9]+(?:[.,:][0-9]+)*(?:st|nd|rd|th)?(?![a-z])|[a-z0-9]+/g;

/**
 * The words of a text in normal form, in order: those of `words`. Most sentences need none of its care for other scripts
 * and are read five times as fast without.
 */
export function formsOf(text: string): string[] {
  if (!PLAIN.test(text)) return words(text).map(({ normal }) => normal);
  const lower = text.toLowerCase().replace(PLAIN_ABBREVIATION, (letters) => letters.replaceAll('.', ''));
  return lower.match(PLAIN_WORD) ?? [];
}
