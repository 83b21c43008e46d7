import type { AbstentionReason, Citation } from '../answering/answer.ts';
import type { Language } from '../corpus/record.ts';
import type { Reply } from './adapter.ts';

/** A cited statement, as programs read it. The headline is `paragraph: 0, sentence: null`. */
export interface ContractCitation {
  readonly source: string;
  readonly paragraph: number;
  readonly sentence: number | null;
  readonly also: readonly string[];
  readonly speaker: string;
  readonly statement: string;
  /** The sentence word for word where the source itself is in the corpus; null for a statement of our own. */
  readonly quote: string | null;
  readonly score: number;
}

/** One answer, as programs read it: one JSON object a line. */
export interface ContractLine {
  readonly id: string | null;
  readonly status: 'answered' | 'abstained' | 'small-talk' | 'failed';
  readonly reason: AbstentionReason | null;
  readonly language: Language;
  readonly score: number;
  readonly text: string;
  readonly citations: readonly ContractCitation[];
  readonly related: readonly ContractCitation[];
  readonly gap: string | null;
  readonly explain: { readonly covered: readonly string[]; readonly missing: readonly string[]; readonly rule: string };
  readonly candidates?: readonly ContractCitation[];
  readonly error?: string;
}

/** @param candidates how many of the ranking to list, answered or not; left out when undefined. */
export function toContract(id: string | null, reply: Reply, candidates?: number): ContractLine {
  const { answer } = reply;
  const failed = reply.kind === 'apology' || reply.kind === 'slow-down';
  const listed =
    candidates === undefined ? {} : { candidates: (answer?.candidates ?? []).slice(0, candidates).map(citation) };
  return {
    id,
    status: failed ? 'failed' : (reply.kind as ContractLine['status']),
    reason: answer?.kind === 'abstained' ? answer.reason : null,
    language: reply.language,
    score: rounded(answer?.score ?? 0),
    text: reply.text,
    citations: answer?.kind === 'answered' ? answer.citations.map(citation) : [],
    related: answer?.kind === 'abstained' ? answer.related.map(citation) : [],
    gap: answer?.gap?.id ?? null,
    explain: answer?.explain ?? { covered: [], missing: [], rule: reply.kind },
    ...listed,
    ...(failed ? { error: reply.text } : {}),
  };
}

function citation({ statement, source, locator, also, score, saidBy }: Citation): ContractCitation {
  const [paragraph, sentence] = locator.split('.');
  const place =
    sentence === undefined
      ? { paragraph: 0, sentence: null }
      : { paragraph: Number(paragraph), sentence: Number(sentence) };
  const { speaker, id, quote = null } = statement;
  return { source: source.id, ...place, also, speaker: saidBy ?? speaker, statement: id, quote, score: rounded(score) };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
