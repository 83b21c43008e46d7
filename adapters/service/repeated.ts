import type { OpenRecord } from '../../src/index.ts';

/** Questions whose answers are held, and for how long: no longer than a conversation is remembered, in milliseconds. */
const MOST = 2000;
const LIFETIME = 30 * 60_000;

/**
 * The same question gets the same answer, so one that opens a conversation is looked up once: buttons, prompts and
 * popular questions come again and again. Follow-ups are always looked up.
 *
 * @param now milliseconds; a clock that tests can set.
 */
export function answeringRepeated(record: OpenRecord, now: () => number = Date.now): OpenRecord {
  // A Map keeps the order of insertion: the first is the one looked up longest ago.
  const held = new Map<string, { response: ReturnType<OpenRecord['answer']>; at: number }>();
  return {
    ...record,
    answer(question, turns = [], hints = {}) {
      if (turns.length > 0) return record.answer(question, turns, hints);
      for (const [oldest, { at }] of held) {
        if (now() - at < LIFETIME && held.size < MOST) break;
        held.delete(oldest);
      }
      // The same words may be of two languages.
      const key = `${hints.locale ?? ''} ${question}`;
      const found = held.get(key);
      if (found !== undefined) return found.response;
      const response = record.answer(question, turns, hints);
      held.set(key, { response, at: now() });
      return response;
    },
  };
}
