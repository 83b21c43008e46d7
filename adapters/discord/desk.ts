import type { Bot, Reply } from '../../src/index.ts';
import { writeAnswerId } from '../service/answer-id.ts';
import type { Commons } from '../service/commons.ts';
import { platformWording } from '../wording/languages.ts';
import type { Completion } from './autocomplete.ts';
import type { Conversations, Recent } from './conversation.ts';
import type { Courier } from './courier.ts';
import { type Seal, writeAction } from './custom-id.ts';
import { type Body, renderReply } from './render.ts';

/** What answering on Discord needs. */
export interface Desk {
  readonly commons: Commons;
  readonly courier: Courier;
  readonly completion: Completion;
  readonly conversations: Conversations;
  readonly seal: Seal;
  /** Private answers that one message cannot hold, by person and answer, so that all of them is shared. */
  readonly shareable: Recent<readonly Body[]>;
  /** Milliseconds that an answer may take before Discord is told to wait. */
  readonly patience: number;
}

export interface Asking {
  readonly text: string;
  readonly conversation: string;
  readonly person: string;
  readonly channel: string;
  readonly locale?: string | undefined;
}

/** Asks the bot; a question that is not on record is noted where feedback is kept. */
export async function ask(
  { commons }: Pick<Desk, 'commons'>,
  { text, conversation, person, locale }: Asking,
): ReturnType<Bot['respond']> {
  const reply = await commons.bot.respond({ text, conversation, person: `discord:${person}`, locale });
  if (commons.feedback !== null) void commons.feedback.note(reply, text);
  return reply;
}

export interface Showing {
  readonly asker: string;
  readonly channel: string;
  /** The question, where the reply is the only place that shows it. */
  readonly asked?: string | null;
  readonly isPrivate?: boolean;
}

/** The reply as messages, with its buttons. */
export function show(
  { commons, seal, shareable }: Desk,
  reply: Reply,
  { asker, channel, asked = null, isPrivate = false }: Showing,
) {
  const answerId = writeAnswerId(reply, commons.record.corpus);
  const options = {
    wording: platformWording(reply.language),
    asked,
    answerId,
    takesFeedback: commons.feedback !== null,
  };
  const proof = seal.sign(asker, channel);
  const bodies = renderReply(reply, { ...options, isPrivate, removeId: writeAction({ kind: 'remove', asker, proof }) });
  if (isPrivate && answerId !== null && bodies.length > 1) shareable.set(`${asker} ${answerId}`, bodies);
  return bodies;
}
