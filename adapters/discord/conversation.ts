import type { APIMessage } from 'discord.js';
import type { Addressed } from './read.ts';

/** Which conversation a message belongs to: the reply chain, else the person in the channel. */
export interface Conversations {
  of(message: Addressed): string;
  /** An answer that was sent: a reply to it goes on with the same conversation. */
  remember(answerId: string, conversation: string): void;
}

/** Answers whose conversation is remembered; the core forgets conversations sooner. */
const REMEMBERED = 10_000;

export function createConversations(): Conversations {
  const chains = createRecent<string>(REMEMBERED);
  return {
    of({ channel, person, isDirect, repliesTo }) {
      if (isDirect || repliesTo === null) return conversationOf(person, channel);
      return chains.get(repliesTo.id) ?? chainOf(repliesTo, channel);
    },
    remember: (answerId, conversation) => chains.set(answerId, conversation),
  };
}

export function conversationOf(person: string, channel: string): string {
  return `discord:${channel}:${person}`;
}

/** After a restart, and for answers to commands, whose ids Discord does not tell: it says who had used the command. */
function chainOf(
  { id, message }: { readonly id: string; readonly message: APIMessage | null },
  channel: string,
): string {
  const asker = message?.interaction_metadata?.user.id;
  return asker === undefined ? `discord:${channel}:reply:${id}` : conversationOf(asker, channel);
}

/** The last values by key; beyond `size` the oldest are dropped. */
export interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createRecent<T>(size: number): Recent<T> {
  const held = new Map<string, T>();
  return {
    get: (key) => held.get(key),
    set(key, value) {
      held.delete(key);
      held.set(key, value);
      const [oldest] = held.keys();
      if (held.size > size && oldest !== undefined) held.delete(oldest);
    },
  };
}
