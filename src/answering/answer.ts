import type { Gap, Language, Locator, Source, Statement } from '../corpus/record.ts';

/** Why a question was not answered; a closed set. */
export type AbstentionReason =
  | 'not-on-record'
  | 'false-premise'
  | 'off-topic'
  | 'opinion'
  | 'empty'
  | 'too-long'
  | 'unsupported-language';

/** A statement of the record, with the place that is cited for it. */
export interface Citation {
  readonly statement: Statement;
  readonly source: Source;
  readonly locator: Locator;
  /** The other places that say the same. */
  readonly also: readonly Locator[];
  /** Calibrated confidence, 0 to 1, that this statement answers. */
  readonly score: number;
  /** Who speaks in a sentence of an article, as the article names them; left out where nobody does. */
  readonly saidBy?: string;
}

/** How the decision was reached, in words a person understands. */
export interface Explanation {
  /** The asker's own words that the first statement covers. */
  readonly covered: readonly string[];
  /** The asker's own content words that it does not cover. */
  readonly missing: readonly string[];
  /** The rule that decided. */
  readonly rule: string;
}

interface Considered {
  readonly language: Language;
  /** Confidence, 0 to 1, that the record answers the question. */
  readonly score: number;
  /** The best statements of the ranking, best first, whether answered or not. */
  readonly candidates: readonly Citation[];
  readonly explain: Explanation;
}

export interface Answered extends Considered {
  readonly kind: 'answered';
  /** What the answer uses, best first; never empty. */
  readonly citations: readonly Citation[];
  /** What part of a two-part question is not on record. */
  readonly gap: Gap | null;
}

export interface Abstained extends Considered {
  readonly kind: 'abstained';
  readonly reason: AbstentionReason;
  readonly gap: Gap | null;
  /** The nearest statements, shown instead. */
  readonly related: readonly Citation[];
}

/** What the record says to a question: statements, or a reasoned silence. */
export type Answer = Answered | Abstained;
