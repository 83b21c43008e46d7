/** How common terms are in the corpus. For what a term is, see `indexTerms`. */
export interface TermStatistics {
  /** In how many passages a term stands; 0 for one that stands nowhere. */
  readonly documentFrequency: (term: string) => number;
  /** How many passages there are. */
  readonly count: number;
}

/**
 * Passages about other things that are thought to stand beside a corpus. In a corpus of a few pages they keep its own
 * subject from looking like words that tell nothing; a large one they do not change.
 */
const ELSEWHERE = 300;

/** How much a term tells: 1 for one that stands in no passage, towards 0 for one that stands in all. */
export function rarity(term: string, { documentFrequency, count }: TermStatistics): number {
  const found = documentFrequency(term);
  const all = Math.max(count, found) + ELSEWHERE;
  return Math.log(1 + (all - found + 0.5) / (found + 0.5)) / Math.log(1 + (all + 0.5) / 0.5);
}
