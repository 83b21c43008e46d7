import { hasWord } from '../retrieval/text.ts';
import { placeOf } from './abstention.ts';
import type { AbstentionReason, Answer } from './answer.ts';
import { abstain, conclude } from './conclude.ts';
import { type Considered, consider, type Heard, hear, isHopeless, type Shelf } from './consider.ts';
import { LONGEST_QUESTION } from './limits.ts';
import type { Turn } from './turn.ts';

/** An answer, and what to remember of it; null where the message was no question to the record. */
export interface Response {
  readonly answer: Answer;
  readonly turn: Turn | null;
}

/** The way of a question through the core: bounds, parts, understanding, retrieval, reading, decision, answer. */
export function answerQuestion(shelf: Shelf, question: string, turns: readonly Turn[]): Response {
  const refused = refuse(question);
  if (refused !== null) return { answer: abstain(refused, shelf.language), turn: null };
  const heard = hear(shelf, question, turns);
  const listed = listOf(shelf, heard);
  const parts = listed === null ? shelf.tools.rules.partsOf(question) : [];
  const answered = parts.length > 1 ? considerParts(shelf, parts, turns) : null;
  return conclude(shelf, answered ?? [consider(shelf, heard)], listed);
}

/** Why a message is not taken as a question at all; null where it is. */
export function refuse(question: string): AbstentionReason | null {
  // Code points are counted only where UTF-16 units leave a doubt.
  if (question.length > LONGEST_QUESTION && [...question.slice(0, 2 * LONGEST_QUESTION + 1)].length > LONGEST_QUESTION)
    return 'too-long';
  return hasWord(question) ? null : 'empty';
}

/** The parts of a question, if each of them is answered, by more than one statement; else null: it is taken as one. */
function considerParts(shelf: Shelf, parts: readonly string[], turns: readonly Turn[]): Considered[] | null {
  const considered: Considered[] = [];
  for (const part of parts) {
    const before = considered.at(-1);
    const heard = hear(shelf, part, before === undefined ? turns : [...turns, before.turn]);
    if (isHopeless(shelf, heard)) return null;
    const one = consider(shelf, heard);
    if (one.verdict.kind !== 'statement') return null;
    considered.push(one);
  }
  const told = new Set(considered.map(({ verdict }) => (verdict.kind === 'statement' ? verdict.id : null)));
  return told.size > 1 ? considered : null;
}

/** "List", the speaker, the saying. */
const LIST_TERMS = 3;

/**
 * "List everything that Abe said": the statements of a speaker who is named, one for each place. "What else did he say?":
 * those of other places than the ones just told. Null for any other question.
 */
function listOf(shelf: Shelf, { understanding: { terms, asked }, spoken }: Heard): number[] | null {
  const speaker = terms
    .find(({ key }) => shelf.persons.includes(key) && shelf.statements.some((each) => key === `@${each.speaker}`))
    ?.key.slice(1);
  const before = shelf.statements.filter((each) => each.speaker === speaker && spoken.includes(each.id));
  const asksMore =
    before.length > 0 && terms.some(({ stems }) => stems.some((stem) => shelf.tools.rules.pointers.more?.has(stem)));
  if (speaker === undefined || !(asked.includes('list') || asksMore)) return null;
  // Anything named beside the speaker and the saying narrows the list: then the question is one of its own.
  const content = terms.filter((term) => term.class !== 'grammar');
  if (content.length > LIST_TERMS) return null;
  const places = new Set(asksMore ? before.map(placeOf) : []);
  const listed = shelf.statements.flatMap((statement, at) => {
    const place = placeOf(statement);
    if (statement.speaker !== speaker || statement.tells !== undefined || places.has(place)) return [];
    places.add(place);
    return [at];
  });
  return listed.length > 0 ? listed : null;
}
