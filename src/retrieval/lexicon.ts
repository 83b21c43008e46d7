import type { Language, Lexicon, Localised } from '../corpus/record.ts';
import { stem } from './english.ts';
import type { LanguageRules } from './rules.ts';
import { words } from './text.ts';

/** What a run of words means: concepts, or nothing at all (a filler). */
export interface Meaning {
  /** Concept terms such as `@moon`; empty for a filler. */
  readonly terms: readonly string[];
  /** How many words the run has. */
  readonly length: number;
}

/**
 * The lexicon, ready to be looked up: runs of units -> space-separated concept terms. Units are stemmed words; in a
 * language that is not parted by spaces as a rule, characters. JSON-safe.
 */
export interface LexiconTable {
  /** Units of a run (words joined by a space) -> concept terms joined by a space; `''` marks a filler. */
  readonly runs: Readonly<Record<string, string>>;
  /** The longest run that begins with a unit, in units. */
  readonly longest: Readonly<Record<string, number>>;
  /** Concept term of an office, a space, concept term of whose it is -> concept term of the one meant. */
  readonly titles: Readonly<Record<string, string>>;
  /** Type of each concept that is an actor or a place, by its term. */
  readonly types: Readonly<Record<string, string>>;
}

const ACTOR_TYPES: ReadonlySet<string> = new Set(['person', 'country', 'office', 'organisation']);
const NAMED_TYPES: ReadonlySet<string> = new Set([...ACTOR_TYPES, 'place']);

/** The concept's term in index and query. */
export function conceptTerm(id: string): string {
  return `@${id}`;
}

/** Turns the curated lexicon into a lookup table. Phrases win over concepts, concepts over fillers. */
export function compileLexicon(
  lexicon: Lexicon,
  { language, grammar, isSpaced }: Pick<LanguageRules, 'language' | 'grammar' | 'isSpaced'>,
): LexiconTable {
  const runs: Record<string, string> = Object.create(null);
  const longest: Record<string, number> = Object.create(null);
  const add = (alias: string, terms: string) => {
    const parts = words(alias).map((word) => word.normal);
    // A single word of grammar carries too many meanings to stand for a concept.
    if (parts.length === 0 || (parts.length === 1 && terms !== '' && grammar.has(parts[0] ?? ''))) return;
    const units = isSpaced ? parts.map(stem) : [...parts.join('')];
    const first = units[0] as string;
    runs[units.join(isSpaced ? ' ' : '')] = terms;
    longest[first] = Math.max(longest[first] ?? 1, units.length);
  };
  for (const filler of inLanguage(lexicon.fillers, language)) add(filler, '');
  for (const concept of lexicon.concepts) {
    const term = conceptTerm(concept.id);
    for (const alias of inLanguage(concept.aliases, language)) add(alias, term);
  }
  for (const phrase of phrasesIn(lexicon, language)) add(phrase.alias, phrase.means.map(conceptTerm).join(' '));
  const named = lexicon.concepts.filter(({ type }) => NAMED_TYPES.has(type));
  const types = Object.fromEntries(named.map(({ id, type }) => [conceptTerm(id), type]));
  const titles: Record<string, string> = Object.create(null);
  for (const title of lexicon.titles) {
    for (const whose of title.of) titles[`${conceptTerm(title.office)} ${conceptTerm(whose)}`] = conceptTerm(title.is);
  }
  return { runs, longest, titles, types };
}

/** Concept terms of those who can act: persons, countries, offices, organisations. */
export function actorsIn({ types }: LexiconTable): ReadonlySet<string> {
  return new Set(Object.keys(types).filter((term) => ACTOR_TYPES.has(types[term] ?? '')));
}

/** Concept terms of persons, whom "he" or "she" can mean. */
export function personsIn({ types }: LexiconTable): string[] {
  return Object.keys(types).filter((term) => types[term] === 'person');
}

/** The longest run of `stems` from `start` that the lexicon knows; null where it knows none. */
export function lookUp(table: LexiconTable, stems: readonly string[], start: number): Meaning | null {
  const first = stems[start] ?? '';
  if (!Object.hasOwn(table.longest, first)) return null;
  for (let length = Math.min(table.longest[first] ?? 1, stems.length - start); length > 0; length -= 1) {
    const key = length === 1 ? first : stems.slice(start, start + length).join(' ');
    const terms = Object.hasOwn(table.runs, key) ? table.runs[key] : undefined;
    if (terms !== undefined) return { terms: terms === '' ? [] : terms.split(' '), length };
  }
  return null;
}

/** Words of the aliases in a language, for the speller. */
export function aliasWords({ concepts, phrases }: Lexicon, language: Language, grammar: ReadonlySet<string>): string[] {
  const aliases = [
    ...concepts.flatMap((concept) => inLanguage(concept.aliases, language)),
    ...phrasesIn({ phrases }, language).map(({ alias }) => alias),
  ];
  return aliases.flatMap((alias) => words(alias).map(({ normal }) => normal)).filter((each) => !grammar.has(each));
}

/** What a language has of its own, and English beside it: names in Latin letters are typed in every language. */
function inLanguage(texts: Localised<readonly string[]>, language: Language): string[] {
  return [...new Set([...texts.en, ...(texts[language] ?? [])])];
}

function phrasesIn({ phrases }: Pick<Lexicon, 'phrases'>, wanted: Language): Lexicon['phrases'] {
  return phrases.filter(({ language = 'en' }) => language === 'en' || language === wanted);
}
