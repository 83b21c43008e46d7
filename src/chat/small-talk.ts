import type { Language } from '../corpus/record.ts';
import { isAscii, normalise } from '../retrieval/text.ts';
import { ENGLISH_SMALL_TALK } from './small-talk/en.ts';
import { JAPANESE_SMALL_TALK } from './small-talk/ja.ts';
import { KOREAN_SMALL_TALK } from './small-talk/ko.ts';
import type { SmallTalk, SmallTalkRules } from './small-talk/rules.ts';

export type { SmallTalk } from './small-talk/rules.ts';

/** Every language in which small talk is met; all of them are tried on what was typed. A further one is entered here. */
const LANGUAGES: readonly SmallTalkRules[] = [ENGLISH_SMALL_TALK, KOREAN_SMALL_TALK, JAPANESE_SMALL_TALK];

/** A longer message is no small talk; it is not even looked at. */
const LONGEST = 160;

/** What a message is if it is small talk and nothing else, and in which language; null for anything that may be a question. */
export function smallTalk(text: string): { kind: SmallTalk; language: Language } | null {
  if (text.length > LONGEST) return null;
  const isPlain = isAscii(text);
  for (const rules of LANGUAGES) {
    // Without a letter of its script a language has nothing to say.
    if (isPlain && !rules.isLatin) continue;
    const kind = kindOf(text, rules);
    if (kind !== null) return { kind, language: rules.language };
  }
  return null;
}

function kindOf(text: string, rules: SmallTalkRules): SmallTalk | null {
  const plain = plainOf(text, rules);
  if (plain === '') return null;
  const whole = matching(plain, rules);
  if (whole !== null) return whole;
  // "help - how does this work?", "ty, you saved me": every clause is small talk, or it opens with thanks and asks nothing.
  let first: SmallTalk | null = null;
  let last: SmallTalk | null = null;
  for (const clause of text.split(rules.clauses)) {
    const said = plainOf(clause, rules);
    if (said === '') continue;
    last = matching(said, rules);
    first ??= last;
    if (last === null) break;
  }
  if (last !== null) return last;
  if (first === 'thanks' && plain.length < rules.idleThanks && !text.includes('?') && !rules.asks?.test(plain))
    return 'thanks';
  return idly(plain, rules);
}

/** Small talk put together in a way of its own: "Thank you kindly, young man, that was most helpful." */
function idly(plain: string, { marks = {}, idle }: SmallTalkRules): SmallTalk | null {
  const words = plain.split(' ');
  const kinds = Object.entries(marks) as [SmallTalk, ReadonlySet<string>][];
  const marked = kinds.filter(([, marking]) => words.some((word) => marking.has(word)));
  const isIdle = (word: string): boolean => idle?.has(word) === true || marked.some(([, marking]) => marking.has(word));
  return words.every(isIdle) ? (marked[0]?.[0] ?? null) : null;
}

function plainOf(text: string, { isSpaced }: SmallTalkRules): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/gu, isSpaced ? ' ' : '')
    .trim();
}

function matching(plain: string, { patterns, lead }: SmallTalkRules): SmallTalk | null {
  for (const said of [plain, plain.replace(lead, '')]) {
    for (const [kind, pattern] of Object.entries(patterns))
      if (said !== '' && pattern.test(said)) return kind as SmallTalk;
  }
  return null;
}
