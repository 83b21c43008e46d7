/**
 * Every word of the platforms' own surfaces (buttons, modals, Home, commands), in one language. What a reply itself
 * says is worded by the core. Plain text: each platform escapes and sets it in its own way. A further language is one
 * more of these, in a file beside `en.ts`, entered in `languages.ts`.
 */
export interface PlatformWording {
  readonly buttons: Readonly<Record<ButtonName, string>>;
  /** Said when there is nothing to ask, above three examples. `ask` is how one asks on this platform, such as `/ask`. */
  usage(ask: string): string;
  readonly examplesTitle: string;
  readonly sources: SourcesWording;
  readonly why: WhyWording;
  readonly feedback: FeedbackWording;
  /** A private answer that was shown to all. `question` is quoted as it was asked. */
  readonly share: { asked(person: string, question: string): string; readonly done: string; readonly gone: string };
  readonly remove: { readonly notYours: string; readonly done: string; readonly failed: string };
  /** A button of an older version, or one whose answer is no longer readable. */
  readonly oldButton: string;
  readonly slowDown: string;
  /** Something failed on our side. */
  readonly apology: string;
  /** While an answer is looked up, after the bot's name: "On Record is looking it up...". */
  readonly status: string;
  readonly promptsTitle: string;
  readonly home: HomeWording;
  readonly privacy: PrivacyWording;
  /** Names and descriptions that people see in menus. Slack allows a shortcut 24 characters. */
  readonly discord: DiscordWording;
  readonly menu: {
    readonly ask: string;
    readonly askHint: string;
    readonly askAbout: string;
    readonly description: string;
  };
}

export type ButtonName =
  | 'goodLabel'
  | 'badLabel'
  | 'sources'
  | 'why'
  | 'good'
  | 'bad'
  | 'share'
  | 'remove'
  | 'ask'
  | 'close'
  | 'send'
  | 'cancel';

export interface SourcesWording {
  readonly title: string;
  /** `2019-10-24` -> `24 October 2019`. */
  date(iso: string): string;
  /** `3.2` -> `paragraph 3, sentence 2`; `headline` -> `headline`. */
  locator(locator: string): string;
  readonly none: string;
  speaker(speaker: string): string;
  /** Title, publisher, date and place of a source, in one line. */
  source(title: string, publisher: string | null, date: string | null): string;
  place(places: readonly string[]): string;
  readonly changed: string;
}

export interface WhyWording {
  readonly title: string;
  covered(words: readonly string[]): string;
  missing(words: readonly string[]): string;
  rule(rule: string): string;
  readonly based: string;
  readonly nothingNear: string;
  /** The question is not known any more: only the cited statements can be explained. */
  readonly questionGone: string;
  /** Asked alone, the question gives another answer: it was understood with those before it. */
  readonly inConversation: string;
  readonly changed: string;
}

export interface FeedbackWording {
  readonly thanks: string;
  readonly reasonTitle: string;
  readonly reasonLabel: string;
  readonly reasonHint: string;
}

export interface HomeWording {
  readonly title: string;
  readonly about: string;
  readonly sourcesTitle: string;
  readonly topicsTitle: string;
  readonly topicsHint: string;
  readonly howTitle: string;
  readonly how: readonly string[];
}

export interface PrivacyWording {
  readonly title: string;
  /** @param kept null where nothing is kept. */
  note(kept: { readonly days: number; readonly questions: boolean } | null): string;
}

/** Surfaces that only Discord has. */
export interface DiscordWording {
  /** Descriptions in the command menu, 100 characters at most. */
  readonly commands: Readonly<Record<'ask' | 'question' | 'private' | 'sources' | 'about', string>>;
  readonly how: readonly string[];
  /** A command that is not there any more. */
  readonly oldCommand: string;
}
