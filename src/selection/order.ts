import type { Passage } from './passage.ts';
import type { Sought } from './question.ts';

/** Neighbours of the question stand close if at most this many content words apart. */
const CLOSE = 3;
/** Occurrences of a term that are looked at: enough for a sentence, and a bound for a text that repeats one word. */
const MOST_OCCURRENCES = 20;

/** The share of neighbouring terms of a question that stand close to each other in a passage too, in either order. */
export function closePairs(sought: readonly Sought[], { tokens }: Passage): number {
  if (sought.length < 2) return 0;
  const wanted = new Set(sought.map(({ term }) => term));
  const places = new Map<string, number[]>();
  let at = 0;
  for (const { content, term } of tokens) {
    if (!content) continue;
    at += 1;
    if (!wanted.has(term)) continue;
    const list = places.get(term) ?? [];
    if (list.length < MOST_OCCURRENCES) list.push(at);
    places.set(term, list);
  }
  let close = 0;
  for (let i = 1; i < sought.length; i += 1) {
    const left = places.get(sought[i - 1]?.term ?? '') ?? [];
    const right = places.get(sought[i]?.term ?? '') ?? [];
    if (left.some((a) => right.some((b) => Math.abs(a - b) <= CLOSE))) close += 1;
  }
  return close / (sought.length - 1);
}
