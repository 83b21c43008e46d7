/**
 * The words of the record, as every later stage knows them: sources, statements, gaps and the lexicon, parsed and
 * checked. Plain data: it can be written to JSON and read back.
 */

export const LANGUAGES = ['en', 'ko', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in one or more languages; English is always there. */
export type Localised<T = string> = { readonly en: T } & { readonly [L in Exclude<Language, 'en'>]?: T };

/** A place in a source: `headline`, or `paragraph.sentence` such as `3.2`. */
export type Locator = string;

/** What a statement can give, and what a question can ask for. */
export const KINDS = [
  'person',
  'organisation',
  'place',
  'thing',
  'event',
  'date',
  'weekday',
  'time',
  'duration',
  'number',
  'amount',
  'cause',
  'purpose',
  'manner',
  'content',
  'quote',
  'state',
  'order',
  'definition',
  'list',
  'title',
  'judgement',
  'yes-no',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly dateline: string | null;
  /** ISO date, such as `2019-10-24`. */
  readonly published: string | null;
  readonly language: Language;
  readonly url: string | null;
  /** SHA-256 of each sentence, white space folded, by locator; in reading order. */
  readonly sentences: Readonly<Record<Locator, string>>;
  /** Names of those who say what is on record, by speaker id. */
  readonly speakers: Readonly<Record<string, Localised>>;
  /** Headings of the topics, by topic id; their order is the order in which topics are listed. */
  readonly topics: Readonly<Record<string, Localised>>;
}

export interface Statement {
  readonly id: string;
  readonly source: string;
  /** At least one; the first is the one that is cited. */
  readonly locators: readonly Locator[];
  readonly speaker: string;
  readonly side: string | null;
  readonly topic: string;
  readonly kinds: readonly Kind[];
  /** For a statement that stands for several ("everything that Abe said"): ids of those that are told in its place. */
  readonly tells?: readonly string[];
  readonly text: Localised;
  readonly examples: Localised<readonly string[]>;
  /** For a sentence of a plain article: its very characters. `text` is the same for people to read, in quotation marks. */
  readonly quote?: string;
}

/** Why a gap is one: the source is silent, the question's premise contradicts it, it asks for a judgement, or for something else altogether. */
export type GapReason = 'not-on-record' | 'false-premise' | 'opinion' | 'off-topic';

export interface Gap {
  readonly id: string;
  readonly source: string;
  readonly topic: string;
  readonly reason: GapReason;
  /** Do the nearest statements settle a yes/no question about it? ("Did Japan end the pact?": South Korea did.) */
  readonly settles: boolean;
  readonly text: Localised;
  /** Statement ids, nearest first. */
  readonly nearest: readonly string[];
  readonly examples: Localised<readonly string[]>;
}

/** One idea, and every word or phrase that people use for it. */
export interface Concept {
  readonly id: string;
  readonly type: string;
  readonly aliases: Localised<readonly string[]>;
}

/** A phrase that stands for several ideas at once. */
export interface Phrase {
  /** English, where none is given. */
  readonly language?: Language;
  readonly alias: string;
  readonly means: readonly string[];
}

/** An office and whose it is, which together mean a person or body: "Seoul's premier", "the president of South Korea". */
export interface Title {
  /** Concept id of the office. */
  readonly office: string;
  /** Concept ids of those whose office it can be. */
  readonly of: readonly string[];
  /** Concept id of the one who is meant. */
  readonly is: string;
}

export interface Lexicon {
  readonly concepts: readonly Concept[];
  readonly phrases: readonly Phrase[];
  readonly titles: readonly Title[];
  /** Words and phrases that carry no content in a question ("quick question", "do you know"). */
  readonly fillers: Localised<readonly string[]>;
}

export interface Corpus {
  /** SHA-256 over the corpus files: two corpora with the same hash give the same answers. */
  readonly hash: string;
  readonly sources: readonly Source[];
  readonly statements: readonly Statement[];
  readonly gaps: readonly Gap[];
  readonly lexicon: Lexicon;
}

/** `text` in `language`, or in English where that language has none. */
export function localised<T>(text: Localised<T>, language: Language): T {
  return text[language] ?? text.en;
}
