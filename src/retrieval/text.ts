/** Text as typed -> normal form and words, one way for index and question. */

/** A word of a text: as typed, and in its normal form. */
export interface Word {
  readonly text: string;
  readonly normal: string;
  /** Is it an owner, as in "Moon's letter"? */
  readonly possessive: boolean;
}

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}]/gu;
const ABBREVIATION = /\b(?:\p{L}\.){2,}/gu;
const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]+/gu;
const WORD = /\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th)?(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN_ACCENTS = /(\p{Script=Latin})\p{M}+/gu;

/** Contractions of English that hide a word of their own. */
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(can)'?t\b/g, '$1 not'],
  [/\bwon't\b/g, 'will not'],
  [/(?<=\p{L})n't\b/gu, ' not'],
  [/\b(who|what|where|when|why|how|that|it|he|she|there|here)'s\b/g, '$1 is'],
  [/(\p{L})'re\b/gu, '$1 are'],
  [/(\p{L})'ve\b/gu, '$1 have'],
  [/(\p{L})'ll\b/gu, '$1 will'],
  [/\b(who|what|where|when|why|how|i|you|he|she|it|we|they)'d\b/g, '$1 did'],
];

/**
 * The normal form of a text: well-formed, compatibility-composed (NFKC), without invisible characters, lower case,
 * plain apostrophes, Latin letters without accents, English contractions written out.
 */
export function normalise(text: string): string {
  if (text !== last.text) last = { text, normal: normalForm(text) };
  return last.normal;
}

/** One message is normalised by several in turn: the last form is kept. */
let last = { text: '', normal: '' };

function normalForm(text: string): string {
  const spelt = (PLAIN.test(text) ? text.replace(HANDLE, ' ').toLowerCase() : composed(text)).replace(
    ABBREVIATION,
    (letters) => letters.replaceAll('.', ''),
  );
  if (!MAY_BE_CONTRACTED.test(spelt)) return spelt;
  return CONTRACTIONS.reduce((normal, [pattern, written]) => normal.replace(pattern, written), spelt);
}

/** As most English questions are: no other script need be looked for. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

const ASCII = /^[\0-\x7f]*$/;

/** A text of these signs alone needs no composing. */
const PLAIN = /^[ !-_a-~]*$/;
const MAY_BE_CONTRACTED = /'|\bcant\b/;

function composed(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(HANDLE, ' ')
    .replace(/[\n\r\t]/g, ' ')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .normalize('NFD')
    .replace(LATIN_ACCENTS, '$1')
    .normalize('NFC');
}

/** Does a text hold any word? */
export function hasWord(text: string): boolean {
  return WORD_SIGN.test(normalise(text));
}

const WORD_SIGN = /[\p{L}\p{M}\p{N}]/u;

/** The words of a text, in order. Japanese, which has no spaces, is segmented; a possessive `'s` is left off. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const [match] of normalise(text).matchAll(WORD)) {
    if (!JAPANESE.test(match)) {
      found.push(word(match));
      continue;
    }
    for (const [run] of match.matchAll(UNSPACED)) {
      if (!JAPANESE.test(run)) found.push(word(run));
      else for (const part of segment(run)) found.push(word(part));
    }
  }
  return found;
}

/** A question in a form in which two spellings of the same question are equal: words only. */
export function canonical(text: string): string {
  return words(text)
    .map((each) => each.normal)
    .join(' ');
}

function word(text: string): Word {
  const bare = text.replace(/'s?$/, '');
  return { text, normal: bare.replaceAll("'", ''), possessive: bare !== text };
}

let segmenter: Intl.Segmenter | undefined;

function segment(text: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}
