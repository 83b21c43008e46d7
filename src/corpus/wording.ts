/** White space runs as one space, none at the ends. */
export function foldWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A text with case, punctuation and white space set aside: equal forms are the same question, or the same alias. */
export function plainForm(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase().replace(INSIDE_A_WORD, '').replace(NOT_A_WORD, ' ').trim();
}

/** Apostrophes, and the full stops of `U.S.`: without them a word stays one word. */
const INSIDE_A_WORD = /['\u2018\u2019\u02bc]|(?<=\p{L})\.(?=\p{L})/gu;
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
