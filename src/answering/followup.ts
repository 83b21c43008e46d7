import { type Feature, isIndexed } from '../retrieval/features.ts';
import type { Pointers } from '../retrieval/rules.ts';
import type { Analysis, Term } from '../retrieval/terms.ts';
import type { Turn } from './turn.ts';

/** How much a term taken over from an earlier turn weighs, against one that the asker typed. */
const TAKEN_OVER = 0.8;
/** The same, where the question has content of its own and lacks only a name. */
const TAKEN_OVER_BESIDE = 0.2;
/** A question with no more content words than this, and few words in all, leans on what was said before. */
const FEW_TERMS = 1;
const FEW_WORDS = 5;

/** Terms that a question takes over from the conversation, each with its weight. */
export type Context = ReadonlyMap<Feature, number>;

/**
 * The question with the person whom "he" or "her" means in its place, and without the words that only tie it to the turn
 * before ("and", "so"). The same question where nothing was said before.
 */
export function resolved(
  analysis: Analysis,
  turns: readonly Turn[],
  pointers: Pointers,
  persons: readonly Feature[],
): Analysis {
  const last = turns.at(-1);
  if (last === undefined || !leansOn(analysis.terms, pointers, persons)) return analysis;
  const person = last.persons[0];
  const opened = analysis.terms.findIndex(({ key }) => !pointers.opening.has(key));
  const terms = analysis.terms.slice(Math.max(0, opened)).flatMap((term, at, all): Term[] => {
    const pronoun = [term.key, ...term.stems].find((each) => pointers.personal.has(each));
    if (person === undefined || pronoun === undefined || hasAntecedent(all, at, pointers, persons)) return [term];
    const { surface } = term;
    const meant = { key: person, surface, class: 'content', possessive: OWNERS.has(pronoun), stems: [] } as const;
    // A phrase that holds a pronoun ("in his view") keeps its own meaning.
    return term.class === 'grammar' ? [meant] : [meant, term];
  });
  return { ...analysis, terms };
}

const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'hers']);

/** What the question leans on; null where it stands alone or nothing was said before. @param persons who can be named. */
export function contextOf(
  terms: readonly Term[],
  turns: readonly Turn[],
  pointers: Pointers,
  persons: readonly Feature[],
): Context | null {
  const last = turns.at(-1);
  if (last === undefined) return null;
  if (!leansOn(terms, pointers, persons)) return lacksSubject(terms, pointers, persons) ? subjectOf(last) : null;
  const content = contentOf(terms);
  const isNamed = content.some(({ key }) => persons.includes(key));
  const context = new Map<Feature, number>();
  const share = content.length > FEW_TERMS ? TAKEN_OVER_BESIDE : TAKEN_OVER;
  for (const term of last.terms) if (!isNamed || !persons.includes(term)) context.set(term, share);
  const person = last.persons[0];
  if (person !== undefined && content.length === 0 && !context.has(person)) context.set(person, TAKEN_OVER);
  for (const { key } of terms) context.delete(key);
  return context.size === 0 ? null : context;
}

/** Does the question lack what it is about? */
function leansOn(terms: readonly Term[], pointers: Pointers, persons: readonly Feature[]): boolean {
  const content = contentOf(terms);
  if (content.length === 0) return true;
  if (content.length <= FEW_TERMS && (terms.length <= FEW_WORDS || pointers.opening.has(terms[0]?.key ?? '')))
    return true;
  if (pointers.opening.has(terms[0]?.key ?? '') && content.length <= FEW_TERMS + 1) return true;
  return terms.some(
    ({ key, stems }, at) =>
      [key, ...stems].some((each) => pointers.pointing.has(each)) && !hasAntecedent(terms, at, pointers, persons),
  );
}

/** Is it said of nobody, in a language that leaves out whom it was said of before? */
function lacksSubject(terms: readonly Term[], { subject }: Pointers, persons: readonly Feature[]): boolean {
  if (subject === undefined || contentOf(terms).length > FEW_TERMS + 1 || terms.length > FEW_WORDS) return false;
  return !terms.some(({ key }) => subject.has(key) || persons.includes(key));
}

function subjectOf({ persons: [person] }: Turn): Context | null {
  return person === undefined ? null : new Map([[person, TAKEN_OVER]]);
}

function contentOf(terms: readonly Term[]): Term[] {
  return terms.filter((term) => term.class === 'content' || term.class === 'number');
}

/** Is there something before the pronoun that it can mean, or (for "this", "that", "other") a noun right behind it? */
function hasAntecedent(terms: readonly Term[], at: number, pointers: Pointers, persons: readonly Feature[]): boolean {
  const pronoun = terms[at]?.key ?? '';
  const isPersonal = [pronoun, ...(terms[at]?.stems ?? [])].some((each) => pointers.personal.has(each));
  const canBe = ({ key }: Term): boolean => (isPersonal ? persons.includes(key) : key.startsWith('@'));
  if (terms.slice(0, at).some(canBe)) return true;
  if (!pointers.before.has(pronoun)) return false;
  return terms[at + 1] !== undefined && terms[at + 1]?.class !== 'grammar';
}

/** What to remember of this question for the next. @param answer its statements, and the persons that the first one names. */
export function turnOf(
  terms: readonly Term[],
  context: Context | null,
  answer: { readonly statements: readonly string[]; readonly persons: readonly Feature[]; readonly asksWho: boolean },
  persons: readonly Feature[],
): Omit<Turn, 'language' | 'asked'> {
  const own = terms.filter((term) => term.class !== 'grammar').map(({ key }) => key);
  const named = own.filter((key) => persons.includes(key));
  const meant = [...(context?.keys() ?? [])].filter((key) => persons.includes(key));
  const told = answer.persons.filter((key) => !named.includes(key) && !meant.includes(key));
  const order = answer.asksWho ? [...told, ...named, ...meant] : [...named, ...meant, ...told];
  return {
    terms: [...new Set([...own, ...(context?.keys() ?? [])])].filter(isIndexed).slice(0, 12),
    persons: [...new Set(order)],
    statements: answer.statements,
  };
}
