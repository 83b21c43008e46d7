import type { OpenRecord } from '../answering/open.ts';
import { languageOf } from '../languages/choose.ts';
import type { Bot, Message, Reply } from './adapter.ts';
import { createConversations } from './conversation.ts';
import { languageFor } from './locale.ts';
import { createComposer } from './reply.ts';
import { smallTalk } from './small-talk.ts';
import { wordingFor } from './wording/languages.ts';

export interface BotOptions {
  readonly record: OpenRecord;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told of what went wrong inside; never of what was asked. */
  readonly onError?: (error: unknown) => void;
}

/** The same bot for every platform: small talk, then the record, with a memory for each conversation. */
export function createBot({ record, now = Date.now, onError = () => {} }: BotOptions): Bot {
  const conversations = createConversations(now);
  let { corpus } = record;
  let composer = createComposer(corpus);
  const respond = ({ text, conversation, locale, documents }: Message): Reply => {
    renew();
    const talk = smallTalk(text);
    if (talk !== null) return composer.smallTalk(talk.kind, talk.language, wordingFor(talk.language));
    const hints = { locale: languageFor(locale), documents };
    const { answer, turn } = record.answer(text, conversations.turns(conversation), hints);
    if (turn !== null) conversations.add(conversation, turn);
    return composer.answer(answer, wordingFor(answer.language));
  };
  /** The corpus may be exchanged while the bot runs. */
  function renew(): void {
    if (record.corpus === corpus) return;
    corpus = record.corpus;
    composer = createComposer(corpus);
  }

  return {
    async respond(message) {
      try {
        return respond(message);
      } catch (error) {
        onError(error);
        const language = languageOf(message.text, { locale: languageFor(message.locale) }) ?? 'en';
        return composer.plain('apology', language, wordingFor(language));
      }
    },
    forget: (conversation) => conversations.forget(conversation),
  };
}
