import { readPassage } from '../../src/selection/passage.ts';
import type { SelectionCandidate } from '../../src/selection/selector.ts';
import type { TermStatistics } from '../../src/selection/statistics.ts';
import { surroundingsIn } from '../../src/selection/surroundings.ts';

/** Statistics of a small corpus among many passages about other things. */
export function statisticsOf(texts: readonly string[], others = 1_000): TermStatistics {
  const passages = texts.map(readPassage);
  return {
    documentFrequency: (term) => passages.filter(({ terms }) => terms.has(term)).length,
    count: passages.length + others,
  };
}

/** A paragraph as the candidates that its sentences are. */
export function paragraph(title: string, sentences: readonly string[]): SelectionCandidate[] {
  const around = surroundingsIn(sentences);
  return sentences.map((text, at) => ({ text, title, around: around(at) }));
}
