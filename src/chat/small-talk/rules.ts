import type { Language } from '../../corpus/record.ts';

/** What people say to a bot that is no question to the record. */
export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'help' | 'about';

/** How small talk is recognised in one language. A further language is one more of these, entered in `small-talk.ts`. */
export interface SmallTalkRules {
  readonly language: Language;
  /** Is it written in Latin letters? */
  readonly isLatin: boolean;
  /** Each matches a whole message, so that "hi, who wrote the letter?" stays a question. */
  readonly patterns: Readonly<Record<SmallTalk, RegExp>>;
  /** What may stand before small talk and changes nothing. */
  readonly lead: RegExp;
  /** Where a message falls into clauses. */
  readonly clauses: RegExp;
  /** Whether words are parted by blanks; without, blanks are left out before the patterns are tried. */
  readonly isSpaced: boolean;
  /**
   * Thanks that go on for fewer characters than this ask nothing. Longer ones may hide a question, and so may any where
   * people leave out question marks: there it is 0.
   */
  readonly idleThanks: number;
  /** What asks, in a message without a question mark. */
  readonly asks?: RegExp;
  /** Words of small talk: a message of such words and idle ones alone is small talk, however it is put together. */
  readonly marks?: Readonly<Partial<Record<SmallTalk, ReadonlySet<string>>>>;
  /** Words that ask nothing and say nothing of the record. */
  readonly idle?: ReadonlySet<string>;
}

/** Any of the patterns as a whole message, with what may follow it. Written as text is normalised, so Hangul letters match. */
export function wholly(inner: string, tail: string): RegExp {
  return new RegExp(`^(?:${inner})${tail}$`.normalize('NFKC'), 'u');
}

/** Clauses end at these in any language. */
export const STOPS = '[,;.!?\\n、。，！？；…~〜]+';
