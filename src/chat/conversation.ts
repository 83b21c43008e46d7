import type { Turn } from '../answering/turn.ts';

/** How much of a conversation is remembered. */
export interface Memory {
  /** Turns of one conversation. */
  readonly turns: number;
  /** Milliseconds after the last turn. */
  readonly lifetime: number;
  /** Conversations held; beyond, the least recently used is dropped. */
  readonly conversations: number;
}

const MEMORY: Memory = { turns: 6, lifetime: 30 * 60_000, conversations: 10_000 };

/** Remembers the last turns of each conversation. */
export interface Conversations {
  /** The remembered turns, oldest first. */
  turns(key: string): readonly Turn[];
  add(key: string, turn: Turn): void;
  forget(key: string): void;
}

/** @param now milliseconds; a clock that tests can set. */
export function createConversations(now: () => number = Date.now, memory = MEMORY): Conversations {
  // A Map keeps the order of insertion: the first key is the one used least recently.
  const held = new Map<string, { turns: readonly Turn[]; at: number }>();
  const recall = (key: string): readonly Turn[] => {
    const found = held.get(key);
    if (found === undefined) return [];
    if (now() - found.at <= memory.lifetime) return found.turns;
    held.delete(key);
    return [];
  };
  return {
    turns: recall,
    add(key, turn) {
      const turns = [...recall(key), turn].slice(-memory.turns);
      held.delete(key);
      held.set(key, { turns, at: now() });
      if (held.size <= memory.conversations) return;
      const oldest = held.keys().next();
      if (!oldest.done) held.delete(oldest.value);
    },
    forget: (key) => void held.delete(key),
  };
}
