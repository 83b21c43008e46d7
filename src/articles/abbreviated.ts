import { AFTER_A_TIME, BEFORE_A_NAME, BEFORE_A_NUMBER, MAY_END, STARTERS } from './abbreviations.ts';

/** Whether the full stop at the end of `before` belongs to an abbreviation or initial, and the sentence goes on. */
export function isAbbreviated(before: string, after: string): boolean {
  if (!before.endsWith('.')) return false;
  const [last = '', previous = ''] = before.split(/\s+/u).reverse();
  const [, word] = WORD.exec(last) ?? [];
  if (word === undefined) return false;
  if (BEFORE_A_NAME.has(word)) return true;
  if (BEFORE_A_NUMBER.has(word.toLowerCase()) && /^[#\p{N}]/u.test(after)) return true;
  if (/^[ap]\.m$/iu.test(word)) return AFTER_A_TIME.test(after);
  if (/^\p{Lu}$/u.test(word)) return isInitial(word, previous, after);
  return (MAY_END.has(word) || word.includes('.')) && !startsSentence(after);
}

/** `Charles W. Eliot`, `E. O. Wilson`; not `vitamin D. Not only`, nor the pronoun, nor `World War I. Japan`. */
function isInitial(letter: string, previous: string, after: string): boolean {
  if (/^\p{Lu}\.(?!\p{L})/u.test(after) || /(?:^|[\s.])\p{Lu}\.$/u.test(previous)) return !startsSentence(after);
  return letter !== 'I' && /^\p{Lu}/u.test(after) && !startsSentence(after);
}

function startsSentence(after: string): boolean {
  const [first] = /^\p{L}+/u.exec(after.replace(OPENING, '')) ?? [];
  // An initial such as `A.` is none of these words.
  return first !== undefined && STARTERS.has(first) && !after.replace(OPENING, '').startsWith(`${first}.`);
}

/** A word before a full stop, with the stops inside it; `°C.` is none. */
const WORD = /^[("'\u2018\u201c\u300c[*_]*(?:\p{Lu}\p{L}*-)?((?:\p{L}+\.)*\p{L}+(?:\u2019\p{L}+)?)\.$/u;
const OPENING = /^[("'\u2018\u201c\u300c[*_]+/u;
