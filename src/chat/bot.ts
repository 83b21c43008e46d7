import type { OpenRecord } from '../answering/open.ts';
import type { Language } from '../corpus/record.ts';
import type { Bot, Message, Reply } from './adapter.ts';
import { createConversations } from './conversation.ts';
import { createComposer } from './reply.ts';
import { smallTalk } from './small-talk.ts';
import { ENGLISH } from './wording/en.ts';
import type { Wording } from './wording/wording.ts';

export interface BotOptions {
  readonly record: OpenRecord;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told of what went wrong inside; never of what was asked. */
  readonly onError?: (error: unknown) => void;
}

const WORDINGS: Readonly<Partial<Record<Language, Wording>>> = { en: ENGLISH };

/** The same bot for every platform: small talk, then the record, with a memory for each conversation. */
export function createBot({ record, now = Date.now, onError = () => {} }: BotOptions): Bot {
  const conversations = createConversations(now);
  const composer = createComposer(record.corpus);
  const respond = ({ text, conversation, documents }: Message): Reply => {
    const kind = smallTalk(text);
    if (kind !== null) return composer.smallTalk(kind, 'en', ENGLISH);
    const { answer, turn } = record.answer(text, conversations.turns(conversation), { documents });
    if (turn !== null) conversations.add(conversation, turn);
    return composer.answer(answer, WORDINGS[answer.language] ?? ENGLISH);
  };
  return {
    async respond(message) {
      try {
        return respond(message);
      } catch (error) {
        onError(error);
        return composer.plain('apology', 'en', ENGLISH);
      }
    },
    forget: (conversation) => conversations.forget(conversation),
  };
}
