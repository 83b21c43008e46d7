import { readPassage } from './passage.ts';
import { SPEECH_OF_KOREAN_AND_JAPANESE } from './speech-cjk.ts';

/**
 * Who speaks in a sentence: the subject of each verb of saying outside quotation marks, whoever stands behind such a verb
 * after a quotation, and whoever something is "according to". A pronoun is one, too: `isPronoun` tells.
 */
export function speakersIn(sentence: string): string[] {
  const text = withoutQuotations(sentence.replace(/\s+/gu, ' ').trim());
  if (SPEECH_OF_KOREAN_AND_JAPANESE.isWritten(text)) return SPEECH_OF_KOREAN_AND_JAPANESE.speakersIn(text);
  const speakers = [...text.matchAll(ACCORDING_TO)].map(([, speaker = '']) => speaker);
  const colon = BEFORE_COLON.exec(text)?.[1];
  if (colon !== undefined) speakers.push(colon);
  let from = 0;
  for (const { 0: verb, index } of text.matchAll(SAID)) {
    const before = text.slice(from, index);
    from = index + verb.length;
    // `It is safe, Holm said on Monday.`: what stands before the comma is what is said.
    const subject = subjectOf(ENDS.test(text.slice(from)) ? (before.split(', ').at(-1) ?? '') : before);
    if (subject === null) continue;
    // `"..." said Holm`: the subject stands behind.
    const [behind] = subject === '' ? (BEHIND.exec(text.slice(from)) ?? []) : [subject];
    if (behind?.trim()) speakers.push(behind.trim());
  }
  return speakers;
}

/** A speaker as one names them: without the clause that describes them; null where that is no short name. */
export function shortName(speaker: string): string | null {
  const [name = ''] = speaker.split(/,? (?:who|whose|which|that)\b/iu);
  if (name.trim() === '' || name.split(' ').length > LONGEST_NAME) return null;
  // An article at the beginning of the sentence is none of the name's capitals.
  return name.trim().replace(/^(?:The|An?|Some|His|Her|Its|Their)(?= )/u, (word) => word.toLowerCase());
}

/** Is this no name but a word for somebody who was named before? */
export function isPronoun(speaker: string): boolean {
  return PRONOUN.test(speaker);
}

/**
 * Is `name` the one who speaks, where `speaker` is how the sentence names who does? Not where it is another who is only
 * described by that name, such as a critic of them; those who speak for an office count as the office.
 */
export function isNamed(name: string, speaker: string): boolean {
  if (SPEECH_OF_KOREAN_AND_JAPANESE.isWritten(name)) return SPEECH_OF_KOREAN_AND_JAPANESE.isNamed(name, speaker);
  const wanted = readPassage(name).contentTerms;
  const all = readPassage(speaker).contentTerms;
  if (wanted.size === 0 || all.size === 0) return false;
  const { heads, owner } = headsOf(speaker);
  const head = readPassage(heads).contentTerms;
  const speaksFor = [...readPassage(heads).forms].some((form) => SPEAKS_FOR.has(form));
  // A short form of the name: "Reyes", "the minister", where Minister Reyes is asked for.
  if ([...all].every((term) => wanted.has(term))) return true;
  if (![...wanted].every((term) => all.has(term))) return false;
  const isHead = [...wanted].some((term) => head.has(term));
  return speaksFor || (isHead && !(owner !== null && [...wanted].every((term) => owner.has(term))));
}

/** The words that name the speaker: those before a preposition or a relative clause, and each apposition. */
function headsOf(speaker: string): { readonly heads: string; readonly owner: ReadonlySet<string> | null } {
  const heads = speaker
    .split(/,|\s[–—-]\s/u)
    .map((part) => part.trim().split(ATTRIBUTE)[0] ?? '')
    .join(' ');
  const owner = /^(?:the )?(.+?)['’]s? /iu.exec(heads)?.[1];
  return { heads, owner: owner === undefined ? null : readPassage(owner).contentTerms };
}

/** What stands before a verb of saying, as its subject; '' where nothing does, null where the verb is none of saying. */
function subjectOf(before: string): string | null {
  const clause = (before.split(BOUNDARY).at(-1) ?? '').replace(ADVERBS, '').trim();
  if (PASSIVE.test(clause)) return null;
  return clause.replace(/,?\s*\bwho$/iu, '').replace(/^[\s,]+|[\s,]+$/gu, '');
}

/** A quotation may have begun in a sentence before, or go on in the next. */
function withoutQuotations(text: string): string {
  return text.replace(GONE_ON, QUOTATION).replace(QUOTED, QUOTATION);
}

/** In words. */
const LONGEST_NAME = 9;
/** Stands where a quotation stood. */
const QUOTATION = ' ¶ ';
/** The first quotation mark is one that closes. */
const GONE_ON = /^[^"“”]*[,.!?…](?:"(?=\s)|”)/u;
const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|(?<!\p{L})‘[^’]+’(?!\p{L})/gu;
const SAID =
  /\b(?:said|says|told|tells|adds|added|announced|announces|stated|argued|argues|claimed|claims|warned|warns|promised|insisted|insists|explained|noted|wrote(?=,| that\b)|replied|responded|demanded|demands|urged|urges|denied|denies|admitted|acknowledged|confirmed|called|calls|described|stressed|pledged|vowed|remarked|commented|suggested|complained|criticised|criticized|praised|rejected|appealed|predicted|declared|maintained|testified|expressed|recalled|asked)\b/giu;
const ACCORDING_TO = /\baccording to ([^,.;¶]+?)(?=[,.;¶]|\s(?:and|but|which|that)\s|$)/giu;
/** Nothing but when and where it was said stands behind. */
const ENDS = /^(?:\s+(?:on|in|at|late|early|last|this|yesterday|today)\b[^,;:¶]{0,40})?[.!?]*\s*$/iu;
const BEFORE_COLON = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}): *¶/u;
const BEHIND = /^[^,.;:¶]*?(?=[,.;:¶]|\s(?:in|on|at|to|after|during|when|as|that|while)\s|$)/u;
/** Behind these another clause begins, with a subject of its own. */
const BOUNDARY = /[;:¶]|\b(?:but|while|that|because|although|after|before|when|if)\b|\band (?=\S+ ?$)/iu;
const ADVERBS =
  /(?:\s*\b(?:has|have|had|also|later|then|again|repeatedly|further|previously|earlier|already|recently|and)\b)+\s*$/iu;
const PASSIVE = /\b(?:am|is|are|was|were|be|been|being|get|got|not|never|to|so|a|an|the|of)$/iu;
const ATTRIBUTE =
  /\s(?:who|whose|which|of|for|from|in|at|on|with|to|against|about|by|near|outside|after|before|during|and)\s/iu;
const PRONOUN = /^(?:he|she|they|it|그는?|그녀는?|그|그녀|彼|彼女|同氏)$/iu;
/** Those who speak for whoever employs them. */
const SPEAKS_FOR: ReadonlySet<string> = new Set(
  'spokesman spokeswoman spokesperson spokespeople official officials minister ministry head chief director president chair chairman chairwoman leader representative representatives lawyer lawyers secretary board statement government'.split(
    ' ',
  ),
);
