import type { Setting } from './coverage.ts';
import { likelihood } from './decision.ts';
import { EVIDENCE, type Evidence, evidenceOf } from './evidence.ts';
import { createReader, type Passage } from './passage.ts';
import { readQuestion } from './question.ts';
import type { TermStatistics } from './statistics.ts';
import { NOTHING_AROUND, type Surroundings } from './surroundings.ts';
import { RANKING_WEIGHTS } from './weights.ts';

/** A sentence that may answer, with what is known of where it stands. */
export interface SelectionCandidate {
  readonly text: string;
  /** What stands around it in its paragraph; nothing where it is left out. */
  readonly around?: Surroundings;
  /** The title of its source. */
  readonly title?: string;
}

/** A candidate, judged. */
export interface Judged {
  /** Its place in the list of candidates. */
  readonly at: number;
  /** Comparable within one question only. */
  readonly score: number;
  readonly evidence: Evidence;
}

export interface Ranking {
  /** All candidates, best first; equals in the order in which they came. */
  readonly judged: readonly Judged[];
  /** Probability that the best one answers the question; 0 without candidates. */
  readonly probability: number;
  /** How many terms the question seeks. */
  readonly sought: number;
}

export interface Selector {
  rank(question: string, candidates: readonly SelectionCandidate[]): Ranking;
}

/**
 * Picks the sentence that answers from sentences that nobody curated. Rank the best fifty or so of a first search with
 * the sentences around them, not a whole corpus. The statistics are those of the index, on the terms of `indexTerms`.
 */
export function createSelector(statistics: TermStatistics): Selector {
  const read = createReader();
  return {
    rank(text, candidates) {
      const question = readQuestion(text, statistics);
      const judged = candidates.map((candidate, at) => {
        const evidence = evidenceOf(question, settingOf(candidate, read), statistics);
        return { at, evidence, score: scoreOf(evidence) };
      });
      judged.sort((a, b) => b.score - a.score || a.at - b.at);
      const sought = question.sought.length;
      return { judged, probability: likelihood(judged, sought), sought };
    },
  };
}

function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const name of EVIDENCE) score += (RANKING_WEIGHTS[name] ?? 0) * evidence[name];
  return score;
}

function settingOf(
  { text, around = NOTHING_AROUND, title }: SelectionCandidate,
  read: (text: string) => Passage,
): Setting {
  const passage = read(text);
  if (!title) return { passage, around, title: null };
  const headline = read(title);
  if (headline.contentTerms.size <= LONGEST_TOPIC) return { passage, around, title: headline };
  const hold = (term: string): boolean => headline.terms.has(term) || around.hold(term);
  return { passage, around: { ...around, hold }, title: null };
}

/** A title of at most so many content words names a subject; a longer one is a headline, which states news. */
const LONGEST_TOPIC = 5;
