import type { Abstained, Citation } from './answer.ts';
import { abstain } from './conclude.ts';
import type { Response } from './pipeline.ts';

/** An answer from some sources only: whatever is of others is left out, and an answer from others is none. */
export function restrict(response: Response, isOpen: (source: string) => boolean): Response {
  const { answer, turn } = response;
  const open = (citations: readonly Citation[]) => citations.filter(({ source }) => isOpen(source.id));
  const candidates = open(answer.candidates);
  if (answer.kind === 'answered') {
    const citations = open(answer.citations);
    if (citations.length > 0) return { answer: { ...answer, citations, candidates }, turn };
    const { language, explain } = answer;
    return { answer: { ...abstain('not-on-record', language), candidates, explain } as Abstained, turn: null };
  }
  const gap = answer.gap !== null && isOpen(answer.gap.source) ? answer.gap : null;
  const reason = answer.gap !== null && gap === null ? 'not-on-record' : answer.reason;
  return { answer: { ...answer, gap, reason, candidates, related: open(answer.related) }, turn };
}
