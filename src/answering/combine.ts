import type { Language } from '../corpus/record.ts';
import { ANSWER_FROM } from '../selection/decision.ts';
import { THRESHOLDS } from './abstention.ts';
import type { Abstained, Citation } from './answer.ts';
import type { Found } from './library.ts';
import type { Response } from './pipeline.ts';

/** From this probability on a sentence answers although a gap of the curated record is near. */
const BEATS_A_GAP = 0.75;
/** How many of the ranking are kept. */
const CANDIDATES = 10;
/** How many are shown where there is none to answer with. */
const RELATED = 3;

/**
 * What a curated record did not answer, answered from plain articles if they do.
 *
 * @param curated the curated record's abstention; null where there is no such record in that language.
 */
export function combine(curated: Response | null, found: Found, language: Language): Response {
  const silence = curated?.answer.kind === 'abstained' ? curated.answer : null;
  const turn = curated?.turn ? { ...curated.turn, persons: [], statements: [] } : null;
  const from = silence?.gap ? BEATS_A_GAP : ANSWER_FROM;
  const { covered, missing, probability, answering } = found;
  const candidates = merged(answering.length, found.ranking, silence?.candidates ?? []);
  if (answering.length > 0 && probability >= from) {
    const explain = { covered, missing, rule: 'a sentence of an article is likely enough to answer' };
    const answer = { kind: 'answered', language, score: probability, citations: answering, gap: null } as const;
    return { answer: { ...answer, candidates, explain }, turn };
  }
  const coverage = covered.length / (covered.length + missing.length);
  const near = coverage >= THRESHOLDS.offTopic ? found.ranking.slice(0, 1) : [];
  const best = Math.max(probability, silence?.score ?? 0);
  const ranking = merged(0, found.ranking, silence?.candidates ?? []);
  if (silence?.gap || (silence !== null && near.length === 0)) {
    return { answer: { ...silence, score: best, candidates: ranking }, turn: curated?.turn ?? null };
  }
  const reason = near.length > 0 ? 'not-on-record' : 'off-topic';
  const answer: Abstained = {
    kind: 'abstained',
    language,
    reason,
    gap: null,
    score: best,
    related: [...(silence?.related ?? []), ...near].slice(0, RELATED),
    candidates: ranking,
    explain: { covered, missing, rule: 'no sentence of an article is likely enough to answer' },
  };
  return { answer, turn };
}

/** Two rankings as one, best first; the first `kept` of the sentences stay in front. */
function merged(kept: number, sentences: readonly Citation[], statements: readonly Citation[]): Citation[] {
  const rest = [...sentences.slice(kept), ...statements].toSorted((a, b) => b.score - a.score);
  return [...sentences.slice(0, kept), ...rest].slice(0, Math.max(CANDIDATES, kept));
}
