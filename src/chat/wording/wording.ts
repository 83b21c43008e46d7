import type { AbstentionReason } from '../../answering/answer.ts';
import type { Language, Locator } from '../../corpus/record.ts';
import type { SmallTalk } from '../small-talk/rules.ts';

/** A source as it is named: dates are worded already, what is not known is null. */
export interface Named {
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
}

/** What a reference line is made of. */
export interface Cited extends Named {
  readonly speaker: string;
  readonly place: string;
  readonly also: readonly string[];
}

/** What an abstention can tell beyond its reason. */
export interface Unanswered {
  /** The corpus's own sentence; null where it has none. */
  readonly gap: string | null;
  /** The asker's words that nothing covers. */
  readonly missing: readonly string[];
  /** The languages that the record can be asked in. */
  readonly languages: readonly Language[];
}

/**
 * Every word of the bot that is not of the corpus, in one language. A further language is one more of these, in a file
 * beside `en.ts`, entered in `languages.ts`.
 */
export interface Wording {
  /** `2019-10-24` -> `24 October 2019`. */
  date(iso: string): string;
  /** `3.2` -> `paragraph 3, sentence 2`; `headline` -> `headline`. */
  place(locator: Locator): string;
  /** A source in one line: title, publisher, date. */
  source(source: Named): string;
  /** One line under an answer, after its number. */
  reference(cited: Cited): string;
  /** What opens a line where several sources answer: who says so, where and when. `speaker` is null where it is the source. */
  attribution(source: Named & { readonly speaker: string | null }): string;
  /** Opens an answer: the record is of that day. */
  asOf(date: string): string;
  /** Opens an abstention. */
  abstention(reason: AbstentionReason, unanswered: Unanswered): string;
  /** The part of a two-part question that is not on record. */
  alsoMissing(gap: string | null): string;
  /** The rule that decided, which the core names in English; one that is not known here stays as it is. */
  rule(rule: string): string;
  readonly relatedTitle: string;
  readonly suggestionsTitle: string;
  readonly smallTalk: Readonly<Record<SmallTalk, string>>;
  readonly apology: string;
  readonly slowDown: string;
}
