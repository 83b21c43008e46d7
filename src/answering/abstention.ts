import type { Statement } from '../corpus/record.ts';
import type { Candidate } from './decision.ts';

/**
 * Every threshold of the decision to answer. A statement answers only if statements of one place are together this
 * probable; the rest of the probability lies with gaps, other places and nothing.
 */
export const THRESHOLDS = {
  answer: 0.5,
  /** The same for a question that can be answered by yes or no, where a near miss misleads most. */
  yesNo: 0.7,
  /** Below this coverage of the best candidate the question is about something else altogether. */
  offTopic: 0.5,
} as const;

/** What is decided of one question, or of one part of a question. */
export type Verdict =
  | { readonly kind: 'statement'; readonly id: number; readonly confidence: number; readonly rule: string }
  | { readonly kind: 'gap'; readonly id: number; readonly confidence: number; readonly rule: string }
  | { readonly kind: 'nothing'; readonly confidence: number; readonly rule: string; readonly offTopic: boolean };

export interface Grounds {
  readonly statements: readonly Statement[];
  /** Can the question be answered by yes or no? */
  readonly yesNo: boolean;
  /** The statement that settles yes or no where the gap with that id fits; null where none does. */
  readonly settles: (id: number) => number | null;
}

/** Where a statement stands; a list of statements stands for itself. */
export function placeOf(statement: Statement | undefined): string | undefined {
  return statement?.tells === undefined ? statement?.locators[0] : statement.id;
}

/** @param candidates best first, their probabilities adding up to 1. `confidence` is that of the record answering. */
export function decide(candidates: readonly Candidate[], { statements, yesNo, settles }: Grounds): Verdict {
  const places = new Map<string, { id: number; probability: number }>();
  for (const { id, probability } of candidates) {
    const statement = id === null ? null : yesNo ? (settles(id) ?? id) : id;
    const place = statement === null ? undefined : placeOf(statements[statement]);
    if (statement === null || place === undefined) continue;
    const held = places.get(place);
    places.set(place, { id: held?.id ?? statement, probability: (held?.probability ?? 0) + probability });
  }
  const best = [...places.values()].sort((a, b) => b.probability - a.probability)[0];
  const confidence = best?.probability ?? 0;
  if (best !== undefined && confidence >= (yesNo ? THRESHOLDS.yesNo : THRESHOLDS.answer)) {
    const rule =
      candidates[0]?.id === best.id || !yesNo
        ? 'the question is nearest to ones that the record answers'
        : 'the record tells it otherwise, and so settles yes or no';
    return { kind: 'statement', id: best.id, confidence, rule };
  }
  const gap = candidates.find(({ id }) => id !== null && id >= statements.length);
  const nothing = candidates.find(({ id }) => id === null);
  if (gap?.id !== undefined && gap.id !== null && gap.probability >= (nothing?.probability ?? 0)) {
    return { kind: 'gap', id: gap.id, confidence, rule: 'the question is nearest to ones that the record leaves open' };
  }
  const nearest = Math.max(0, ...candidates.map(({ reading }) => reading?.coverage ?? 0));
  const offTopic = nearest < THRESHOLDS.offTopic;
  return {
    kind: 'nothing',
    confidence,
    offTopic,
    rule: offTopic ? 'hardly a word of the question is on record' : 'no statement covers enough of the question',
  };
}
