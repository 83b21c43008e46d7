import type { AbstentionReason } from '../../answering/answer.ts';
import type { Locator } from '../../corpus/record.ts';
import type { SmallTalk } from '../small-talk.ts';

/** What a reference line is made of. */
export interface Cited {
  readonly speaker: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly place: string;
  readonly also: readonly string[];
}

/** Every word of the bot that is not of the corpus, in one language. A further language is one more of these. */
export interface Wording {
  /** `2019-10-24` -> `24 October 2019`. */
  date(iso: string): string;
  /** `3.2` -> `paragraph 3, sentence 2`; `headline` -> `headline`. */
  place(locator: Locator): string;
  /** One line under an answer, after its number. */
  reference(cited: Cited): string;
  /** Opens an answer: the record is of that day. */
  asOf(date: string): string;
  /** Opens an abstention. `gap` is the corpus's own sentence; `missing` are the asker's words that nothing covers. */
  abstention(reason: AbstentionReason, gap: string | null, missing: readonly string[]): string;
  /** The part of a two-part question that is not on record. */
  alsoMissing(gap: string | null): string;
  readonly relatedTitle: string;
  readonly suggestionsTitle: string;
  readonly smallTalk: Readonly<Record<SmallTalk, string>>;
  readonly apology: string;
  readonly slowDown: string;
}
