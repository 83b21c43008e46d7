import type { Setting } from './coverage.ts';
import { likelihood } from './decision.ts';
import { EVIDENCE, type Evidence, evidenceOf } from './evidence.ts';
import { createReader, type Passage } from './passage.ts';
import { readQuestion } from './question.ts';
import type { TermStatistics } from './statistics.ts';
import { RANKING_WEIGHTS } from './weights.ts';

/** A sentence that may answer, with what is known of where it stands. */
export interface SelectionCandidate {
  readonly text: string;
  /** The sentences of its paragraph that come before, in the order of the text. */
  readonly before?: readonly string[];
  /** Those that come after. */
  readonly after?: readonly string[];
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
      return { judged, probability: likelihood(judged, question.sought.length) };
    },
  };
}

function scoreOf(evidence: Evidence): number {
  let score = 0;
  for (const name of EVIDENCE) score += (RANKING_WEIGHTS[name] ?? 0) * evidence[name];
  return score;
}

function settingOf({ text, before, after, title }: SelectionCandidate, read: (text: string) => Passage): Setting {
  const topic = title ? topicOf(read(title)) : null;
  // A headline states news as a sentence does: what it names is spoken of around.
  const headline = title && topic === null ? [read(title)] : [];
  return {
    passage: read(text),
    before: before?.map(read) ?? [],
    after: [...(after?.map(read) ?? []), ...headline],
    title: topic,
  };
}

/** A title of at most so many content words names a subject; a longer one is a headline, which states news. */
const LONGEST_TOPIC = 5;

/** The title as the subject that its text is about, so that sentences need not repeat it; null for a headline. */
function topicOf(title: Passage): Passage | null {
  return title.contentTerms.size > LONGEST_TOPIC ? null : title;
}
