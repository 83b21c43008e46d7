import { isAbbreviated } from './abbreviated.ts';
import { NAMES_WITH_A_MARK } from './abbreviations.ts';
import type { Span } from './article.ts';
import { proposedEnds } from './sentence-ends.ts';

/**
 * The sentences of a text without line ends, in English, Korean or Japanese: every character that is no white space is
 * in one of them. Where it is not clear whether a sentence ends, it goes on: half a sentence makes a worse quote than
 * two.
 */
export function sentencesOf(text: string): Span[] {
  const ends: number[] = [];
  let word = wordFrom(text, 0);
  for (const proposed of proposedEnds(text)) {
    const start = ends.at(-1) ?? 0;
    const end = withItsMarks(text, proposed);
    if (end <= start || end >= text.length) continue;
    if (word >= end || goesOn(text, start, end)) continue;
    ends.push(end);
    word = wordFrom(text, end);
  }
  // What has no word is no sentence: it belongs to the one before.
  if (word === text.length) ends.pop();
  return [...ends, text.length].flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const inside = text.slice(start, end);
    const from = start + inside.length - inside.trimStart().length;
    return inside.trim() === '' ? [] : [{ start: from, end: from + inside.trim().length }];
  });
}

/** Opening marks belong to the sentence that follows; footnotes and closing `**` to the one before. */
function withItsMarks(text: string, proposed: number): number {
  const before = text.slice(Math.max(0, proposed - LOOK), proposed);
  const end = proposed - (OPENED.exec(before)?.[0].length ?? 0);
  return end + (CLOSED.exec(text.slice(end, end + LOOK))?.[0].length ?? 0);
}

/** Whether the sentence that began at `start` goes on behind `end`. */
function goesOn(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start, end - LOOK), end).trimEnd();
  const rest = text.slice(end, end + LOOK);
  const after = rest.trimStart();
  const apart = after.length < rest.length || /\s/u.test(text.charAt(end - 1));
  return (
    (!apart && !CJK_END.test(before) && !(KOREAN_END.test(before) && HANGUL.test(after))) ||
    ENUMERATOR.test(text.slice(start, Math.min(end, start + LOOK)).trim()) ||
    IN_LOWER_CASE.test(after) ||
    NAMES_WITH_A_MARK.test(before) ||
    (ASKED.test(before) && SAID.test(after)) ||
    (QUOTED.test(before) && (JAPANESE_PARTICLE.test(after) || KOREAN_PARTICLE.test(after))) ||
    isAside(before, after) ||
    isAbbreviated(before, after)
  );
}

/** A Japanese remark in brackets, within a sentence: what stands before it has not ended. */
function isAside(before: string, after: string): boolean {
  const opening = before.lastIndexOf('\uff08');
  if (opening <= 0 || !before.endsWith('\uff09') || after === '') return false;
  return !CJK_END.test(before.slice(0, opening).trimEnd());
}

/** Where the next letter or digit stands; the text's end where none does. */
function wordFrom(text: string, start: number): number {
  const word = /[\p{L}\p{N}]/gu;
  word.lastIndex = start;
  return word.exec(text)?.index ?? text.length;
}

/** Code units around an end that decide about it. */
const LOOK = 160;
const OPENED =
  /(?<=[.!?\u2026\u3002\uff01\uff1f][\u300d\u300f\uff09\u3011\u201d\u2019)]{0,3})[\u300c\u300e\uff08\u3010\u3008\u300a([\u201c\u2018]+$/u;
const CLOSED = /^(?:[*_~]+|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|\[[^[\]]{1,12}\])+(?=\s|$)/u;
const CJK_END = /[\u3002\uff01\uff1f\uff61][\u300d\u300f\uff09\u3011\u300b\u3009\u201d\u2019"')\]*_\d[]*$/u;
/** Korean ends of sentences, after which the space is sometimes forgotten. */
const KOREAN_END = /[\ub2e4\uc694\uae4c\uc8e0][.!?]$/u;
const HANGUL = /^\p{Script=Hangul}/u;
/** Nothing so far but `1.`, `(2)` or `a.`. */
const ENUMERATOR = /^[([]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)\]]+$/u;
const IN_LOWER_CASE = /^["'\u2018\u201c(\u2014\u2013\s-]*\p{Ll}/u;
const ASKED = /[?!]["'\u2019\u201d]$/u;
/** `Mr. Abe asked`: up to four words with a capital, then a verb of saying. */
const SAID =
  /^(?:\p{Lu}[\p{L}.'\u2019-]*\s+){1,4}(?:said|says|asked|asks|added|adds|replied|wrote|told|shouted|cried|exclaimed|demanded|wondered|tweeted|answered)(?!\p{L})/u;
const QUOTED = /["'\u2019\u201d\u300d\u300f\uff09]$/u;
/** What takes up a quotation; not the words that begin with the same sign. */
const JAPANESE_PARTICLE =
  /^(?!\u3067\u3082|\u3067\u306f|\u3060\u304c|\u3060\u304b\u3089|\u306f\u3044|\u3068\u3053\u308d|\u3068\u306f\u3044\u3048|\u3068\u3066\u3082|\u3082\u3057|\u3082\u3046|\u3082\u3063\u3068|\u3082\u3061\u308d\u3093|\u304c\u3093\u3070|\u306e\u3061|\u306a\u304a|\u306a\u305c)(?:\u3068|\u3063\u3066|\u306a\u3069|\u306e|\u3092|\u306b|\u304c|\u306f|\u3082|\u3067|\u3060|\u3078|\u3084)/u;
const KOREAN_PARTICLE =
  /^(?:\uc774?\ub77c(?:\uace0|\uba70|\uba74\uc11c|\ub294|\ub3c4)|\uace0|\uba70|\uba74\uc11c|\ud558\uace0|\ub294|\uc740|\ub97c|\uc744)(?=\s|$|[^\p{L}])/u;
