/** Hangul with what is written alike by mistake made one: what sounds the same, or nearly. */

const FIRST_SYLLABLE = 0xac00;
const VOWELS = 21;
const FINALS = 28;

/** Number of an initial, a vowel or a final -> the one that it is taken for. */
const INITIALS = new Map([1, 4, 8, 10, 13].map((tense) => [tense, tense - 1]));
/** ㅔ as ㅐ, ㅖ as ㅒ as ㅐ, ㅚ and ㅞ as ㅙ. */
const ALIKE = new Map([
  [3, 1],
  [5, 1],
  [7, 1],
  [11, 10],
  [15, 10],
]);
/** ㅆ as ㅅ, ㄶ as ㄴ, ㅀ as ㄹ, ㄲ as ㄱ. */
const ENDS = new Map([
  [20, 19],
  [6, 4],
  [15, 8],
  [2, 1],
]);

/** The same letters, every syllable as it is heard: "됬는데" and "됐는데" are one. */
export function soundsOf(text: string): string {
  return text.replace(/[가-힣]/gu, (syllable) => {
    const place = (syllable.codePointAt(0) as number) - FIRST_SYLLABLE;
    const initial = Math.floor(place / (VOWELS * FINALS));
    const vowel = Math.floor(place / FINALS) % VOWELS;
    const final = place % FINALS;
    const alike = [INITIALS.get(initial) ?? initial, ALIKE.get(vowel) ?? vowel, ENDS.get(final) ?? final] as const;
    return String.fromCodePoint(FIRST_SYLLABLE + (alike[0] * VOWELS + alike[1]) * FINALS + alike[2]);
  });
}
