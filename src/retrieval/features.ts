import type { Term } from './terms.ts';

/**
 * What two questions are compared by: their terms, the part that each actor plays, what kind of thing they ask for,
 * and which content terms follow one another.
 *
 * A feature is a string whose first character tells its class: `@` concept, `#` number, `~` word of grammar,
 * `=` stem of a word that was read as a concept, `?` kind asked for, `&` kind asked for together with a concept, `^` part played by an actor, `>` pair of neighbours, `%` piece of a word; anything else is the stem of a content word.
 */
export type Feature = string;

export function featuresOf(
  terms: readonly Term[],
  asked: readonly string[],
  actors: ReadonlySet<string>,
  grammar: ReadonlySet<string>,
): Feature[] {
  const features = new Set<Feature>();
  let before: string | null = null;
  for (const term of terms) {
    if (term.class === 'grammar') {
      features.add(`~${term.key}`);
      continue;
    }
    features.add(term.key);
    if (term.key.startsWith('@'))
      for (const stem of term.stems) features.add(grammar.has(stem) ? `~${stem}` : `=${stem}`);
    if (before !== null && before !== term.key) features.add(`>${before}>${term.key}`);
    before = term.key;
  }
  for (const part of partsOf(terms, actors)) features.add(part);
  for (const kind of asked) features.add(`?${kind}`);
  for (const kind of asked.length > 0 ? asked : ['-']) {
    for (const { key } of terms) if (key.startsWith('@')) features.add(`&${kind}${key}`);
  }
  return [...features];
}

/** Is this feature looked up in the index? All others are left to the reader. */
export function isIndexed(feature: Feature): boolean {
  return !NOT_INDEXED.has(feature[0] ?? '');
}

/** Does this feature count in the likeness of two questions? Kinds joined with concepts, pairs and pieces serve the associations only. */
export function isRead(feature: Feature): boolean {
  return !ASSOCIATED_ONLY.has(feature[0] ?? '');
}

const ASSOCIATED_ONLY: ReadonlySet<string> = new Set(['&', '>', '%']);
const NOT_INDEXED: ReadonlySet<string> = new Set(['~', '?', '^', '>', '=', '&', '%']);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'this', 'that']);
/** Prepositions that tell an actor's part, each with the part that it tells. */
const PARTS: Readonly<Record<string, string>> = {
  by: 'by',
  from: 'by',
  to: 'to',
  for: 'to',
  toward: 'to',
  towards: 'to',
  with: 'with',
  through: 'through',
  via: 'through',
  on: 'on',
  against: 'on',
  of: 'of',
  about: 'of',
  between: 'with',
  in: 'in',
  at: 'in',
  over: 'on',
};

/**
 * The part of each actor, so that "Abe's letter to Moon" is not "Moon's letter to Abe": by preposition, as owner, as
 * subject (before any other content word) or as object.
 */
function partsOf(terms: readonly Term[], actors: ReadonlySet<string>): Feature[] {
  const parts: Feature[] = [];
  let acted = false;
  let preposition: string | undefined;
  for (const { key, class: kind, possessive } of terms) {
    if (kind === 'grammar') {
      if (Object.hasOwn(PARTS, key)) preposition = PARTS[key];
      else if (!ARTICLES.has(key)) preposition = undefined;
      if (key === 'and' || key === 'but' || key === 'because') acted = false;
      continue;
    }
    if (actors.has(key)) {
      const part = possessive ? 'owner' : (preposition ?? (acted ? 'object' : 'subject'));
      parts.push(`^${part}${key}`);
    } else acted = true;
    preposition = undefined;
  }
  return parts;
}
