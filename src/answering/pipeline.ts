import { hasWord } from '../retrieval/text.ts';
import type { AbstentionReason, Answer } from './answer.ts';
import { abstain, conclude } from './conclude.ts';
import { type Considered, consider, type Heard, hear, type Shelf } from './consider.ts';
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
    const one = consider(shelf, hear(shelf, part, before === undefined ? turns : [...turns, before.turn]));
    if (one.verdict.kind !== 'statement') return null;
    considered.push(one);
  }
  const told = new Set(considered.map(({ verdict }) => (verdict.kind === 'statement' ? verdict.id : null)));
  return told.size > 1 ? considered : null;
}

/** "List", the speaker, the saying. */
const LIST_TERMS = 3;

/** "List everything that Abe said": the statements of a speaker who is named, one for each place; null for any other question. */
function listOf(shelf: Shelf, { understanding }: Heard): number[] | null {
  const speaker = understanding.terms
    .find(({ key }) => shelf.persons.includes(key) && shelf.statements.some((each) => key === `@${each.speaker}`))
    ?.key.slice(1);
  if (!understanding.asked.includes('list') || speaker === undefined) return null;
  // Anything named beside the speaker and the saying narrows the list: then the question is one of its own.
  const content = understanding.terms.filter((term) => term.class !== 'grammar');
  if (content.length > LIST_TERMS) return null;
  const places = new Set<string>();
  return shelf.statements.flatMap((statement, at) => {
    const place = statement.locators[0] ?? '';
    if (statement.speaker !== speaker || places.has(place)) return [];
    places.add(place);
    return [at];
  });
}
