import type { Answer } from '../answering/answer.ts';
import type { Language } from '../corpus/record.ts';

/** A message that was addressed to the bot, with everything of the platform stripped. */
export interface Message {
  readonly text: string;
  /** Key of the conversation: same key, same memory. */
  readonly conversation: string;
  /** Key of the person, for the rate limit. */
  readonly person: string;
  /** The person's locale such as `ko` or `en-GB`, where the platform tells it. */
  readonly locale?: string | undefined;
  /** Ids of the only sources to answer from; all where it is left out. */
  readonly documents?: readonly string[] | undefined;
}

/** One cited place under an answer. */
export interface Reference {
  /** Its number in the reply, from 1. */
  readonly number: number;
  readonly statementId: string;
  /** Who says so: "Japan's Foreign Ministry". */
  readonly speaker: string;
  /** Title of the source, whole. */
  readonly title: string;
  readonly publisher: string | null;
  /** `24 October 2019`, in the language of the reply; null for an undated source. */
  readonly date: string | null;
  /** `3.2`, or the word for the headline. */
  readonly place: string;
  /** One line: who, source, date, place. */
  readonly line: string;
}

/** A statement as it is shown: its text, then the number of its reference. */
export interface Line {
  readonly text: string;
  readonly reference: number;
}

/** A reply, worded for people and free of any platform; adapters only render it. */
export interface Reply {
  readonly kind: 'answered' | 'abstained' | 'small-talk' | 'apology' | 'slow-down';
  readonly language: Language;
  /** Opening words: what is not on record and why, a greeting, an apology; null where the statements speak for themselves. */
  readonly lead: string | null;
  /** The statements that answer; on an abstention the related ones. */
  readonly lines: readonly Line[];
  /** What stands over `lines` on an abstention ("On record nearby:"); null otherwise. */
  readonly linesTitle: string | null;
  readonly references: readonly Reference[];
  /** Closing words, such as the part of the question that is not on record; null where there are none. */
  readonly note: string | null;
  /** Questions the record does answer, offered on an abstention or a greeting. */
  readonly suggestions: readonly string[];
  readonly suggestionsTitle: string | null;
  /** The whole reply as plain text, as the terminal shows it without colour. */
  readonly text: string;
  /** Stable id of the answer: version, corpus hash, statement ids; null where nothing is cited. */
  readonly answerId: string | null;
  /** What was decided, for "why this answer" and the JSON contract; null for small talk and apologies. */
  readonly answer: Answer | null;
}

/** The bot as adapters see it: a message in, a reply out. It never throws. */
export interface Bot {
  respond(message: Message): Promise<Reply>;
  /** Forgets a conversation. */
  forget(conversation: string): void;
}

/** A platform. It carries messages and replies and decides nothing. */
export interface Adapter {
  readonly name: string;
  /** Resolves when the platform is ready; rejects with a `SetupError` when a person must act. */
  start(): Promise<void>;
  /** Takes no new messages, delivers those in flight, resolves within ten seconds. */
  stop(): Promise<void>;
}
