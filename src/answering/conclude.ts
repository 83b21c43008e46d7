import type { Language, Statement } from '../corpus/record.ts';
import { placeIn } from '../retrieval/feature-table.ts';
import { THRESHOLDS } from './abstention.ts';
import type { AbstentionReason, Answer, Citation, Explanation } from './answer.ts';
import { type Considered, gapOf, nearestOf, type Shelf, toldBy } from './consider.ts';
import type { Response } from './pipeline.ts';

/** How many of the ranking are kept for "why this answer". */
const CANDIDATES = 10;

/** Makes one answer of what was considered. @param listed ids of statements asked for as a list; null where none is. */
export function conclude(shelf: Shelf, parts: readonly Considered[], listed: readonly number[] | null): Response {
  const first = parts[0] as Considered;
  const { verdict } = first;
  const turn = (parts.at(-1) as Considered).turn;
  const { language } = shelf;
  const ids = listed ?? parts.flatMap((part) => (part.verdict.kind === 'statement' ? [part.verdict.id] : []));
  if (ids.length > 0) {
    const told = ids.flatMap((id) => toldBy(shelf, shelf.statements[id] as Statement));
    // A list is answered by rule: it is at least as sure as an answer has to be.
    const score = listed === null ? verdict.confidence : Math.max(verdict.confidence, THRESHOLDS.answer);
    const citations = [...new Set(told)].map((statement) => shelf.cite(statement, score));
    const rest = rankingOf(shelf, first).filter(
      ({ statement }) => !citations.some((each) => each.statement.id === statement.id),
    );
    const candidates = [...citations, ...rest].slice(0, Math.max(CANDIDATES, citations.length));
    const rule = listed === null ? verdict.rule : 'everything that the named speaker said is asked for';
    const explain = explainBy(shelf, first, ids[0] as number, rule);
    return {
      answer: { kind: 'answered', language, score, citations, gap: null, candidates, explain },
      turn,
    };
  }
  const gap = gapOf(shelf, verdict);
  const offTopic = verdict.kind === 'nothing' && verdict.offTopic;
  const near = first.candidates.find(({ id }) => id !== null)?.id ?? null;
  const answer: Answer = {
    kind: 'abstained',
    language,
    reason: gap?.reason ?? (offTopic ? 'off-topic' : 'not-on-record'),
    score: verdict.confidence,
    gap,
    related: nearestOf(shelf, first).map((statement) => shelf.cite(statement, probabilityOf(shelf, first, statement))),
    candidates: rankingOf(shelf, first),
    explain: explainBy(shelf, first, near, verdict.rule),
  };
  return { answer, turn: offTopic || gap?.reason === 'off-topic' ? null : turn };
}

const REFUSALS: Readonly<Partial<Record<AbstentionReason, string>>> = {
  empty: 'the message holds no word',
  'too-long': 'the message is longer than a question may be',
  'unsupported-language': 'the message is in a script that the record is not written in',
};

/** An abstention from what is no question to the record at all. */
export function abstain(reason: AbstentionReason, language: Language): Answer {
  const explain = { covered: [], missing: [], rule: REFUSALS[reason] ?? reason };
  return { kind: 'abstained', language, reason, score: 0, gap: null, related: [], candidates: [], explain };
}

/** The statements, likeliest first: those that were read, then the rest by their words alone. */
function rankingOf(shelf: Shelf, { candidates, associations }: Considered): Citation[] {
  const read = candidates.flatMap(({ id, probability }) =>
    id !== null && id < shelf.statements.length ? [{ id, probability }] : [],
  );
  const rest = [...shelf.statements.keys()]
    .filter((id) => !read.some((each) => each.id === id))
    .sort((a, b) => (associations[b] ?? 0) - (associations[a] ?? 0))
    .map((id) => ({ id, probability: 0 }));
  const ranked = [...read, ...rest].map(
    ({ id, probability }) => [shelf.statements[id] as Statement, probability] as const,
  );
  // A list is shown by what it tells, which stands in the ranking itself.
  return ranked
    .filter(([{ tells }]) => tells === undefined)
    .slice(0, CANDIDATES)
    .map(([statement, probability]) => shelf.cite(statement, probability));
}

function probabilityOf(shelf: Shelf, { candidates }: Considered, statement: Statement): number {
  return candidates.find(({ id }) => id !== null && shelf.statements[id] === statement)?.probability ?? 0;
}

function explainBy(shelf: Shelf, { understanding }: Considered, id: number | null, rule: string): Explanation {
  const known = id === null ? new Uint32Array() : shelf.readables.known(id);
  const content = understanding.terms.filter((term) => term.class !== 'grammar');
  const surfaces = (covered: boolean): string[] => [
    ...new Set(
      content
        .filter(({ key }) => placeIn(known, shelf.readables.numberOf(key)) >= 0 === covered)
        .map(({ surface }) => surface),
    ),
  ];
  return { covered: surfaces(true), missing: surfaces(false), rule };
}
