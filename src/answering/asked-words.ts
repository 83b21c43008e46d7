import { words } from '../retrieval/text.ts';
import { readPassage } from '../selection/passage.ts';
import { readQuestion } from '../selection/question.ts';
import { sayingAsked } from '../selection/saying-asked.ts';
import type { SelectionCandidate } from '../selection/selector.ts';
import type { TermStatistics } from '../selection/statistics.ts';

/** The words of a question that say what it is about, as typed. */
export function contentWords(question: string, statistics: TermStatistics): string[] {
  const { sought: all } = readQuestion(question, statistics);
  const sought = new Set(all.filter(({ isMeasure }) => !isMeasure).map(({ term }) => term));
  // "What did X say" is answered without the word.
  if (sayingAsked(question) !== null) sought.delete('say');
  const surfaces = words(question).map(({ text }) => text);
  return [...new Set(surfaces.filter((text) => [...readPassage(text).contentTerms].some((term) => sought.has(term))))];
}

/** Tells of a word whether the sentence or the title of its article has it, in any form. */
export function knownOf({ text, title = '' }: Pick<SelectionCandidate, 'text' | 'title'>): (word: string) => boolean {
  const there = [readPassage(text).terms, readPassage(title).terms];
  return (word) => [...readPassage(word).contentTerms].every((term) => there.some((terms) => terms.has(term)));
}
