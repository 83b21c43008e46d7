import type { Gap, Kind, Language, Statement } from '../corpus/record.ts';
import type { Judge } from '../retrieval/associations.ts';
import { type Feature, isIndexed } from '../retrieval/features.ts';
import type { Analysis } from '../retrieval/terms.ts';
import { decide, type Verdict } from './abstention.ts';
import type { Citation } from './answer.ts';
import { type Candidate, type Circumstances, weigh } from './decision.ts';
import { askedAs, madeWhole } from './ellipsis.ts';
import { type Context, contextOf, resolved, turnOf } from './followup.ts';
import type { Readables, Reader } from './reader.ts';
import type { Turn } from './turn.ts';
import { type Tools, type Understanding, understand } from './understanding.ts';

/** The record as the pipeline needs it. A retrievable's id is its place among the statements, then the gaps. */
export interface Shelf {
  /** The language that is asked and answered in. */
  readonly language: Language;
  readonly statements: readonly Statement[];
  readonly gaps: readonly Gap[];
  readonly reader: Reader;
  readonly readables: Readables;
  readonly judge: Judge;
  readonly tools: Tools;
  /** Terms of the persons whom "he" or "she" can mean. */
  readonly persons: readonly Feature[];
  /** Whether a concept is a person, a country, an office, an organisation or a place; undefined for any other term. */
  typeOf(term: Feature): string | undefined;
  cite(statement: Statement, score: number): Citation;
}

/** One question, or one part of a question, with what was decided. */
export interface Considered {
  readonly understanding: Understanding;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Log-probability of each retrievable by its words alone. */
  readonly associations: Float64Array;
  readonly verdict: Verdict;
  readonly turn: Turn;
}

/** How many retrievables are read for their words' sake alone. */
const LIKELY = 8;

/** How many statements are shown when there is none to answer with. */
const RELATED = 3;

/** A question as it is understood in the light of the turns before it. */
export interface Heard {
  readonly analysis: Analysis;
  readonly understanding: Understanding;
  readonly context: Context | null;
  /** Ids of the statements told a turn ago, where the question leans on that turn. */
  readonly spoken: readonly string[];
  /** Log-probability of each retrievable by the words of the question alone; worked out when first asked for. */
  associations(): Float64Array;
}

/** Understands one question in the light of the turns before it. */
export function hear(shelf: Shelf, question: string, turns: readonly Turn[]): Heard {
  const { tools, persons } = shelf;
  const typed = tools.analyser.analyse(question);
  const whole = madeWhole(typed, turns.at(-1), shelf);
  const analysis = whole ?? resolved(typed, turns, tools.rules.pointers, persons);
  const context = whole === null ? contextOf(analysis.terms, turns, tools.rules.pointers, persons) : null;
  const leans = whole === null && (context !== null || analysis !== typed);
  const spoken = leans ? (turns.at(-1)?.statements ?? []) : [];
  const understanding = understand(analysis, context, tools);
  let associations: Float64Array | undefined;
  return {
    analysis,
    understanding,
    context,
    spoken,
    associations() {
      associations ??= shelf.judge(understanding.features);
      return associations;
    },
  };
}

/** Below this probability by its words alone no question has been found to be on record. */
const HOPELESS = 0.02;

/** Is it out of the question, by its words alone, that a statement answers? Much quicker to tell than the verdict. */
export function isHopeless({ statements }: Shelf, { associations }: Heard): boolean {
  return (
    associations()
      .subarray(0, statements.length)
      .reduce((sum, each) => sum + Math.exp(each), 0) < HOPELESS
  );
}

/** Retrieves for a question that was understood, reads, decides. */
export function consider(shelf: Shelf, heard: Heard): Considered {
  const { analysis, understanding, context } = heard;
  const circumstances = circumstancesOf(shelf, heard);
  // What was told a turn ago and cannot give what is now asked for ("and why?") is not told again.
  const told = (id: number): boolean =>
    circumstances.spokenOf(id) && cannotGive(shelf.statements[id], understanding.asked);
  const likely = likeliest(circumstances.associations, LIKELY);
  const readings = shelf.reader.read(understanding.weighted, likely).filter(({ id }) => !told(id));
  const candidates = weigh(readings, circumstances);
  const verdict = decide(candidates, {
    statements: shelf.statements,
    yesNo: understanding.asked.includes('yes-no'),
    settles: (id) => settledBy(shelf, id, candidates),
  });
  return {
    understanding,
    candidates,
    associations: circumstances.associations,
    verdict,
    turn: remember(shelf, analysis, context, { understanding, candidates, verdict }),
  };
}

/** Places of the greatest values, greatest first. */
function likeliest(values: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (best.length === most && value <= (values[best[most - 1] as number] as number)) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] as number] as number) < value) place -= 1;
    best.splice(place, 0, at);
    if (best.length > most) best.pop();
  }
  return best;
}

function cannotGive(statement: Statement | undefined, asked: readonly Kind[]): boolean {
  const facts = asked.filter((kind) => kind !== 'judgement');
  return statement !== undefined && facts.length > 0 && !facts.some((kind) => statement.kinds.includes(kind));
}

function circumstancesOf(
  shelf: Shelf,
  { understanding: { weighted, asked, terms }, spoken, associations }: Heard,
): Circumstances {
  let unknown = 0;
  let all = 0;
  for (const [feature, weight] of weighted) {
    if (!isIndexed(feature)) continue;
    all += weight;
    if (shelf.readables.numberOf(feature) < 0) unknown += weight;
  }
  return {
    asked,
    associations: associations(),
    unknown: all === 0 ? 1 : unknown / all,
    terms: terms.filter((term) => term.class !== 'grammar').length,
    retrievable: (id) => (shelf.statements[id] ?? shelf.gaps[id - shelf.statements.length]) as Statement | Gap,
    spokenOf: (id) => spoken.includes(shelf.statements[id]?.id ?? ''),
  };
}

/** The gap that a verdict names; null for any other verdict. */
export function gapOf(shelf: Shelf, verdict: Verdict): Gap | null {
  return verdict.kind === 'gap' ? (shelf.gaps[verdict.id - shelf.statements.length] ?? null) : null;
}

/** The statements that are told in a statement's place: itself, or those that it lists. */
export function toldBy({ statements }: Pick<Shelf, 'statements'>, statement: Statement): Statement[] {
  const { tells } = statement;
  return tells === undefined ? [statement] : tells.flatMap((id) => statements.find((each) => each.id === id) ?? []);
}

/** The statements to show where there is none to answer with: those that the gap names, else the likeliest. */
export function nearestOf(
  shelf: Shelf,
  { verdict, candidates }: Pick<Considered, 'verdict' | 'candidates'>,
): Statement[] {
  if (verdict.kind === 'nothing' && verdict.offTopic) return [];
  const gap = gapOf(shelf, verdict);
  if (gap?.reason === 'off-topic') return [];
  const named = (gap?.nearest ?? []).flatMap((id) => shelf.statements.filter((statement) => statement.id === id));
  if (named.length > 0) return named.slice(0, RELATED);
  return candidates
    .flatMap(({ id }) => (id === null ? [] : (shelf.statements[id] ?? [])))
    .flatMap((statement) => toldBy(shelf, statement))
    .slice(0, 1);
}

/** The nearest statement of the gap that is likeliest; null for a gap that settles nothing, and for what is no gap. */
export function settledBy(shelf: Shelf, id: number, candidates: readonly Candidate[]): number | null {
  const gap = shelf.gaps[id - shelf.statements.length];
  if (gap === undefined || !gap.settles) return null;
  const near = gap.nearest.map((each) => shelf.statements.findIndex((statement) => statement.id === each));
  return candidates.find((each) => each.id !== null && near.includes(each.id))?.id ?? near[0] ?? null;
}

function remember(
  shelf: Shelf,
  analysis: Analysis,
  context: Context | null,
  considered: Omit<Considered, 'turn' | 'associations'>,
): Turn {
  const { verdict, understanding } = considered;
  const shown =
    verdict.kind === 'statement'
      ? toldBy(shelf, shelf.statements[verdict.id] as Statement)
      : nearestOf(shelf, considered);
  // Features of a text stand in its order: the person named last in the answer is the one that was news.
  const told = verdict.kind === 'statement' ? shelf.readables.text(verdict.id) : new Uint32Array();
  const placeOf = (person: Feature): number => told.indexOf(shelf.readables.numberOf(person));
  const persons = shelf.persons.filter((person) => placeOf(person) >= 0).sort((a, b) => placeOf(b) - placeOf(a));
  const asksWho = understanding.asked.includes('person');
  const answer = { statements: shown.map(({ id }) => id), persons, asksWho };
  return {
    language: shelf.language,
    asked: askedAs(analysis),
    ...turnOf(analysis.terms, context, answer, shelf.persons),
  };
}
