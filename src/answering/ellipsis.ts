import type { Analysis, Term } from '../retrieval/terms.ts';
import type { Shelf } from './consider.ts';
import type { Turn } from './turn.ts';

/** A longer message, in words, says for itself what it asks. */
const LONGEST = 8;
/** Of a longer question, in characters, nobody asks the same of something else; it is not kept. */
const LONGEST_KEPT = 200;
/** What is asked about now has so many terms at the most. */
const MOST_TERMS = 3;

/**
 * "And Japan?", "what about Abe?", "no, the South Korean one", "and about the promises?": the question before, asked of
 * something else. Null for any other question.
 */
export function madeWhole(typed: Analysis, last: Turn | undefined, shelf: Shelf): Analysis | null {
  const { elliptic } = shelf.tools.rules.pointers;
  if (last === undefined || last.asked === '' || elliptic === undefined) return null;
  const own = typed.apart.filter(({ key, surface }) => !elliptic.has(key) && !elliptic.has(surface.toLowerCase()));
  const words = typed.plain.split(' ').length;
  const isElliptic = words > own.reduce((sum, { stems }) => sum + stems.length, 0) && words <= LONGEST;
  if (!isElliptic || own.length === 0 || own.length > MOST_TERMS || own.some((term) => !isThing(term))) return null;
  const before = shelf.tools.analyser.analyse(last.asked).apart;
  const whole = byPreposition(typed.apart, own, before) ?? byType(own, before, shelf);
  return whole === null ? null : shelf.tools.analyser.analyse(textOf(whole));
}

/** The words of a question as it was understood: an ellipsis of it reads on from there. */
export function askedAs({ apart }: Analysis): string {
  const text = textOf(apart);
  return text.length > LONGEST_KEPT ? '' : text;
}

function isThing({ class: kind }: Term): boolean {
  return kind === 'content' || kind === 'number';
}

/** Each person, country, office in the place of the last one of its type; where there is none, beside what was asked. */
function byType(own: readonly Term[], before: readonly Term[], { typeOf }: Shelf): Term[] | null {
  const whole = [...before];
  for (const term of own) {
    const type = typeOf(term.key);
    if (type === undefined) return null;
    const at = before.findLastIndex(({ key }) => typeOf(key) === type);
    if (at < 0) whole.push(term);
    else whole[at] = { ...term, possessive: before[at]?.possessive ?? false };
  }
  return whole;
}

/** "And about the promises?": in the place of what stood behind the same preposition. */
function byPreposition(typed: readonly Term[], own: readonly Term[], before: readonly Term[]): Term[] | null {
  const joint = typed.slice(0, typed.indexOf(own[0] as Term)).findLast(({ key }) => !ARTICLES.has(key));
  const opener = typed[typed.indexOf(joint as Term) - 1];
  // "What about Japan?" is about anything.
  if (joint === undefined || !PREPOSITIONS.has(joint.key) || OPENERS.has(opener?.key ?? '')) return null;
  const at = before.findLastIndex(({ key }) => key === joint.key);
  return at < 0 ? null : [...before.slice(0, at + 1), ...own];
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);
const PREPOSITIONS: ReadonlySet<string> = new Set(['about', 'of', 'for', 'in', 'on', 'with', 'from', 'to', 'at']);
const OPENERS: ReadonlySet<string> = new Set(['what', 'how']);

function textOf(terms: readonly Term[]): string {
  // The terms of one phrase have its words in common.
  const apart = terms.filter(({ surface }, at) => surface !== terms[at - 1]?.surface);
  return apart
    .map(({ surface, possessive }) => (possessive ? `${withoutOwner(surface)}'s` : withoutOwner(surface)))
    .join(' ');
}

function withoutOwner(surface: string): string {
  return surface.replace(/['’]s?$/u, '');
}
