/** What can be typed in the terminal besides questions, in the order in which `:help` lists it. */
export const REPL_COMMANDS = ['help', 'topics', 'sources', 'why', 'json', 'lang', 'reset', 'quit'] as const;
export type ReplCommand = (typeof REPL_COMMANDS)[number];

/** Texts of the terminal beside the replies. Names of commands and `:lang`'s choices are the same in every language. */
export interface ReplWording {
  greeting(titles: string): string;
  readonly start: string;
  /** Why what is typed is not kept for the next time. */
  notKept(problem: string): string;
  readonly leaveHint: string;
  /** Opens `:help`. */
  readonly intro: string;
  readonly commandsTitle: string;
  readonly commands: Readonly<Record<ReplCommand, string>>;
  readonly keys: string;
  /** There is no answer yet to tell something about. */
  readonly nothingYet: string;
  readonly forgotten: string;
  noCommand(typed: string): string;
  failed(problem: string): string;
  /** `:lang` to a language, by its name; to that of the questions; to none there is. */
  language(name: string): string;
  readonly automatic: string;
  noLanguage(typed: string, choices: string): string;
  /** What is known of a source. */
  readonly facts: Readonly<Record<'publisher' | 'dateline' | 'date' | 'language' | 'address' | 'id', string>>;
  statements(count: number): string;
  readonly why: ReplWhyWording;
}

export interface ReplWhyWording {
  readonly smallTalk: string;
  readonly decision: string;
  answered(confidence: string): string;
  /** @param reason as in the JSON form. */
  abstained(reason: string, confidence: string): string;
  readonly rule: string;
  readonly matched: string;
  readonly missing: string;
  readonly none: string;
  readonly gap: string;
  readonly candidates: string;
  readonly noCandidates: string;
}
