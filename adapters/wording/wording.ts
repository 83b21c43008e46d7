import type { ReplWording } from './repl.ts';

/**
 * Every word of the platforms' own surfaces (buttons, modals, Home, commands), in one language. What a reply itself
 * says is worded by the core, which also gives dates, places and sources (`wordingFor`). Plain text: each platform
 * escapes and sets it in its own way. A further language is one more of these, in a file beside `en.ts`, entered in
 * `languages.ts`.
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
  /** While an answer is looked up, after the bot's name: "On Record is looking it up...". */
  readonly status: string;
  readonly home: HomeWording;
  readonly privacy: PrivacyWording;
  readonly discord: DiscordWording;
  readonly slack: SlackWording;
  readonly repl: ReplWording;
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
  readonly none: string;
  speaker(speaker: string): string;
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
  /**
   * Names in the command menu, 32 characters at most; those of commands and options without blanks and capitals. The
   * English ones are the names by which Discord tells us what was used.
   */
  readonly names: Readonly<Record<'ask' | 'question' | 'private' | 'sources' | 'about' | 'askAbout', string>>;
  /** Descriptions in the command menu, 100 characters at most. */
  readonly commands: Readonly<Record<'ask' | 'question' | 'private' | 'sources' | 'about', string>>;
  readonly how: readonly string[];
  /** A command that is not there any more. */
  readonly oldCommand: string;
}

/** What Slack's manifest names. An app has one manifest: these are in the language it was written in. */
export interface SlackWording {
  /** Description of the command. */
  readonly ask: string;
  readonly askHint: string;
  /** Name of the shortcut, 24 characters at most. */
  readonly askAbout: string;
  readonly description: string;
}
