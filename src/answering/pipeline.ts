import type { Gap, Kind, Statement } from '../corpus/record.ts';
import { type Feature, isIndexed } from '../retrieval/features.ts';
import type { Analysis } from '../retrieval/terms.ts';
import { words } from '../retrieval/text.ts';
import { decide, type Ranked, rank, type Verdict } from './abstention.ts';
import type { AbstentionReason, Answer, Citation, Explanation } from './answer.ts';
import { type Context, contextOf, turnOf } from './followup.ts';
import { LONGEST_QUESTION } from './limits.ts';
import { partsOf } from './parts.ts';
import type { Readables, Reader } from './reader.ts';
import { scriptOf } from './script.ts';
import type { Turn } from './turn.ts';
import { type Tools, type Understanding, understand } from './understanding.ts';

/** The record as the pipeline needs it. */
export interface Shelf {
  readonly statements: readonly Statement[];
  readonly gaps: readonly Gap[];
  readonly reader: Reader;
  readonly tools: Tools;
  /** Terms of the persons whom "he" or "she" can mean. */
  readonly persons: readonly Feature[];
  readonly readables: Readables;
  cite(statement: Statement, score: number): Citation;
}

/** An answer, and what to remember of it; null where the message was no question to the record. */
export interface Response {
  readonly answer: Answer;
  readonly turn: Turn | null;
}

/** How many statements are shown when there is none to answer with. */
const RELATED = 3;
/** How many of the ranking are kept for "why this answer". */
const CANDIDATES = 10;

/** The way of a question through the core: bounds, parts, understanding, retrieval, reading, decision, answer. */
export function answerQuestion(shelf: Shelf, question: string, turns: readonly Turn[]): Response {
  const refused = refuse(question);
  if (refused !== null) return { answer: abstain(shelf, refused), turn: null };
  const whole = consider(shelf, question, turns);
  const listed = listOf(shelf, whole);
  if (listed !== null) return conclude(shelf, [whole], listed);
  const parts = partsOf(question);
  if (parts.length < 2) return conclude(shelf, [whole], null);
  let memory = turns;
  const considered = parts.map((part) => {
    const one = consider(shelf, part, memory);
    memory = [...memory, one.turn];
    return one;
  });
  const places = new Set(considered.flatMap(({ verdict }) => (verdict.kind === 'statement' ? [shelf.statements[verdict.id]?.locators[0]] : [])));
  const answered = considered.filter(({ verdict }) => verdict.kind === 'statement').length;
  // Parts are trusted where each is answered, from different places; else the question is taken as one.
  return answered === parts.length && places.size > 1 ? conclude(shelf, considered, null) : conclude(shelf, [whole], null);
}

/** One question or part, with what was decided. */
interface Considered {
  readonly understanding: Understanding;
  readonly ranked: readonly Ranked[];
  readonly verdict: Verdict;
  readonly turn: Turn;
}

function refuse(question: string): AbstentionReason | null {
  // Code points are counted only where UTF-16 units leave a doubt.
  if (question.length > LONGEST_QUESTION && [...question.slice(0, 2 * LONGEST_QUESTION + 1)].length > LONGEST_QUESTION) return 'too-long';
  if (words(question).length === 0) return 'empty';
  return scriptOf(question) === 'latin' ? null : 'unsupported-language';
}

function consider(shelf: Shelf, question: string, turns: readonly Turn[]): Considered {
  const analysis = shelf.tools.analyser.analyse(question);
  const context = contextOf(analysis.terms, turns);
  if (context === null) return look(shelf, analysis, null, new Set());
  const kept = new Set(shelf.statements.flatMap(({ id }, at) => (turns.at(-1)?.statements.includes(id) ? [at] : [])));
  return look(shelf, analysis, context, kept);
}

function look(shelf: Shelf, analysis: Analysis, context: Context | null, kept: ReadonlySet<number>): Considered {
  const understanding = understand(analysis, context, shelf.tools);
  const ranked = rank(shelf.reader.read(understanding.weighted), kept);
  const statements = shelf.statements.length;
  const best = ranked[0];
  let heaviest = 0;
  for (const [feature, weight] of understanding.weighted) {
    if (isIndexed(feature) && !(best !== undefined && knows(shelf, best.id, feature))) heaviest = Math.max(heaviest, weight);
  }
  const verdict = decide(ranked, { asked: understanding.asked, statements, heaviestMissing: heaviest / shelf.tools.weights.rarest });
  const about = verdict.kind === 'statement' ? [shelf.statements[verdict.id]] : nearestOf(shelf, verdict, ranked);
  const { text } = shelf.readables.of(verdict.kind === 'statement' ? verdict.id : -1);
  const told = shelf.persons.filter((person) => text.has(shelf.readables.numberOf(person) ?? -1));
  const asksWho = understanding.asked.includes('person');
  const ids = about.flatMap((statement) => (statement === undefined ? [] : [statement.id]));
  return { understanding, ranked, verdict, turn: turnOf(analysis.terms, context, { statements: ids, persons: told, asksWho }, shelf.persons) };
}

/** "List everything that Abe said": every statement of a speaker who is named, one for each place. */
function listOf(shelf: Shelf, { understanding, verdict }: Considered): readonly number[] | null {
  if (!understanding.asked.includes('list' satisfies Kind) || verdict.kind === 'gap') return null;
  const speaker = understanding.terms.find(({ key }) => shelf.statements.some((each) => key === `@${each.speaker}`))?.key.slice(1);
  if (speaker === undefined) return null;
  const places = new Set<string>();
  return shelf.statements.flatMap((statement, at) => {
    const place = statement.locators[0] ?? '';
    if (statement.speaker !== speaker || places.has(place)) return [];
    places.add(place);
    return [at];
  });
}

function nearestOf(shelf: Shelf, verdict: Verdict, ranked: readonly Ranked[]): Statement[] {
  if (verdict.kind === 'nothing' && verdict.offTopic) return [];
  const gap = verdict.kind === 'gap' ? shelf.gaps[verdict.id - shelf.statements.length] : undefined;
  const ids = gap?.nearest ?? [];
  const named = ids.flatMap((id) => shelf.statements.filter((statement) => statement.id === id));
  const near = named.length > 0 ? named : ranked.flatMap(({ id }) => shelf.statements[id] ?? []);
  return near.slice(0, named.length > 0 ? RELATED : 1);
}

function conclude(shelf: Shelf, parts: readonly Considered[], listed: readonly number[] | null): Response {
  const first = parts[0] as Considered;
  const { verdict, understanding, ranked } = first;
  const candidates = ranked
    .filter(({ id }) => id < shelf.statements.length)
    .slice(0, CANDIDATES)
    .map(({ id, score }) => shelf.cite(shelf.statements[id] as Statement, Math.min(1, score / 2.1)));
  const ids = listed ?? parts.flatMap((part) => (part.verdict.kind === 'statement' ? [part.verdict.id] : []));
  const turn = (parts.at(-1) as Considered).turn;
  if (ids.length > 0 && (listed !== null || verdict.kind === 'statement')) {
    const places = new Set<string>();
    const citations = ids.flatMap((id) => {
      const citation = shelf.cite(shelf.statements[id] as Statement, verdict.confidence);
      if (places.has(citation.locator)) return [];
      places.add(citation.locator);
      return [citation];
    });
    const rest = candidates.filter(({ statement }) => !citations.some((each) => each.statement.id === statement.id));
    const best = ids[0] as number;
    return {
      answer: {
        kind: 'answered',
        language: 'en',
        score: verdict.confidence,
        citations,
        gap: null,
        candidates: [...citations, ...rest].slice(0, Math.max(CANDIDATES, citations.length)),
        explain: explain(shelf, understanding, best, listed === null ? verdict.rule : 'everything that the named speaker said is asked for'),
      },
      turn,
    };
  }
  const gap = verdict.kind === 'gap' ? (shelf.gaps[verdict.id - shelf.statements.length] ?? null) : null;
  const offTopic = verdict.kind === 'nothing' && verdict.offTopic;
  const near = ranked[0];
  return {
    answer: {
      kind: 'abstained',
      language: 'en',
      reason: gap?.reason ?? (offTopic ? 'off-topic' : 'not-on-record'),
      score: verdict.kind === 'statement' ? 1 - verdict.confidence : Math.max(0, 0.5 - verdict.confidence / 2),
      gap,
      related: nearestOf(shelf, verdict, ranked).map((statement) => shelf.cite(statement, 0)),
      candidates,
      explain: explain(shelf, understanding, near?.id ?? -1, verdict.rule),
    },
    turn: offTopic ? null : turn,
  };
}

function knows(shelf: Shelf, id: number, feature: Feature): boolean {
  return shelf.readables.of(id).known.has(shelf.readables.numberOf(feature) ?? -1);
}

function explain(shelf: Shelf, { terms }: Understanding, id: number, rule: string): Explanation {
  const content = terms.filter((term) => term.class !== 'grammar');
  const surfaces = (covered: boolean) => [...new Set(content.filter(({ key }) => knows(shelf, id, key) === covered).map(({ surface }) => surface))];
  return { covered: surfaces(true), missing: surfaces(false), rule };
}

function abstain(shelf: Shelf, reason: AbstentionReason): Answer {
  const rules: Readonly<Partial<Record<AbstentionReason, string>>> = {
    empty: 'the message holds no word',
    'too-long': 'the message is longer than a question may be',
    'unsupported-language': 'the message is in a script that the record is not written in',
  };
  const explain = { covered: [], missing: [], rule: rules[reason] ?? reason };
  void shelf;
  return { kind: 'abstained', language: 'en', reason, score: 0, gap: null, related: [], candidates: [], explain };
}
