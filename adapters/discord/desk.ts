import type { Bot, Reply } from '../../src/index.ts';
import { writeAnswerId } from '../service/answer-id.ts';
import type { Commons } from '../service/commons.ts';
import { platformWording } from '../wording/languages.ts';
import type { Completion } from './autocomplete.ts';
import type { Conversations, Recent } from './conversation.ts';
import type { Courier, Part } from './courier.ts';
import { MOST_OTHERS, type Seal, writeAction } from './custom-id.ts';
import { type Body, renderReply } from './render.ts';

/** What answering on Discord needs. */
export interface Desk {
  readonly commons: Commons;
  readonly courier: Courier;
  readonly completion: Completion;
  readonly conversations: Conversations;
  readonly seal: Seal;
  /** Texts of private answers that one message cannot hold, by person and answer, so that all of them is shared. */
  readonly shareable: Recent<readonly string[]>;
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
  desk: Desk,
  reply: Reply,
  { asker, channel, asked = null, isPrivate = false }: Showing,
): readonly Part[] {
  const { commons, shareable } = desk;
  const answerId = writeAnswerId(reply, commons.record.corpus);
  const options = {
    wording: platformWording(reply.language),
    asked,
    answerId,
    takesFeedback: commons.feedback !== null,
  };
  if (!isPrivate)
    return removable(desk, { asker, channel }, (removeId) => renderReply(reply, { ...options, removeId }));
  const bodies = renderReply(reply, { ...options, isPrivate });
  if (answerId !== null && bodies.length > 1)
    shareable.set(
      `${asker} ${answerId}`,
      bodies.map(({ content }) => content),
    );
  return bodies;
}

/** Messages of which the last one's button removes all: what it is called by names those that were sent before it. */
export function removable(
  { seal }: Pick<Desk, 'seal'>,
  { asker, channel }: { readonly asker: string; readonly channel: string },
  render: (removeId: string | null) => readonly Body[],
): readonly Part[] {
  const naming = (earlier: readonly string[]) => {
    const others = earlier.slice(0, MOST_OTHERS);
    return render(writeAction({ kind: 'remove', asker, proof: seal.sign({ asker, channel, others }), others }));
  };
  const bodies = naming([]);
  return bodies.map((body, at) =>
    at === 0 || at < bodies.length - 1 ? body : (earlier: readonly string[]) => naming(earlier)[at] ?? body,
  );
}
