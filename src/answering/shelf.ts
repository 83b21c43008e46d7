import { existsSync, readFileSync } from 'node:fs';
import type { Language, Statement } from '../corpus/record.ts';
import { createJudge } from '../retrieval/associations.ts';
import { numberIn } from '../retrieval/feature-table.ts';
import { actorsIn, personsIn } from '../retrieval/lexicon.ts';
import { loadRetriever } from '../retrieval/retriever.ts';
import type { LanguageRules } from '../retrieval/rules.ts';
import type { LanguageModel, Snapshot } from '../retrieval/snapshot.ts';
import { createSpeller } from '../retrieval/spelling.ts';
import type { Citation } from './answer.ts';
import type { Shelf } from './consider.ts';
import { createReader, type Readables } from './reader.ts';
import { createWeights } from './weights.ts';

/** So many of the most frequent words of English are never taken for a slip; beyond, many are names and slips themselves. */
const EVERYDAY_WORDS = 12_000;

/** A word of fewer statements and gaps than this may itself be a slip. */
const SETTLED = 2;

/** What is known of words beside the record. */
export interface WordsBeside {
  /** File of everyday English words, the most frequent first, parted by spaces. */
  readonly everyday?: string | undefined;
  /** Does a word stand in the articles beside the record? Then it is no slip for one of the record. */
  readonly isWritten?: ((word: string) => boolean) | undefined;
}

/** Makes the record askable in one language. */
function shelve(snapshot: Snapshot, rules: LanguageRules, { everyday, isWritten = () => false }: WordsBeside): Shelf {
  const { corpus } = snapshot;
  const model = snapshot.model(rules.language);
  const { lexicon, table, frequencies, known } = model;
  const ranks = lazy(() => {
    const list = everyday !== undefined && existsSync(everyday) ? readFileSync(everyday, 'utf8').split(' ') : [];
    return new Map(list.map((word, at) => [word, at]));
  });
  const speller = lazy(() => createSpeller(model.vocabulary.split(' ')));
  const frequency = (feature: string): number => frequencies[numberIn(table, feature)] ?? 0;
  const weights = createWeights(frequency, known.length, (word) => ranks().get(word));
  const analyser = rules.analyser({
    lexicon,
    known: (stem) => numberIn(table, stem) >= 0,
    settled: (stem) => frequency(stem) >= SETTLED,
    everyday: (normal) => (ranks().get(normal) ?? EVERYDAY_WORDS) < EVERYDAY_WORDS || isWritten(normal),
    speller: { correct: (normal) => speller().correct(normal) },
  });
  const readables = readablesOf(model, weights.rarest);
  return {
    language: rules.language,
    statements: corpus.statements,
    gaps: corpus.gaps,
    reader: createReader(loadRetriever(model.index), readables),
    readables,
    judge: createJudge(table, model.associations),
    tools: { rules, analyser, actors: readables.actors, weights },
    persons: personsIn(lexicon),
    typeOf: (term) => lexicon.types[term],
    cite: citing(snapshot),
  };
}

function readablesOf({ lexicon, table, texts, known }: LanguageModel, heaviest: number): Readables {
  const none = new Uint32Array();
  return {
    actors: actorsIn(lexicon),
    heaviest,
    numberOf: (feature) => numberIn(table, feature),
    text: (id) => texts[id] ?? none,
    known: (id) => known[id] ?? none,
  };
}

function citing({ corpus }: Snapshot): (statement: Statement, score: number) => Citation {
  const sources = new Map(corpus.sources.map((source) => [source.id, source]));
  return (statement, score) => {
    const source = sources.get(statement.source);
    const [locator, ...also] = statement.locators;
    if (source === undefined || locator === undefined)
      throw new Error(`statement ${statement.id} has no source or place`);
    return { statement, source, locator, also, score };
  };
}

/** One shelf for each language that the record speaks, made when it is first asked for; null for any other. */
export function shelvesOf(
  snapshot: Snapshot,
  languages: readonly LanguageRules[],
  beside: WordsBeside,
): (language: Language) => Shelf | null {
  const made = new Map<Language, Shelf>();
  return (language) => {
    const rules = languages.find((each) => each.language === language);
    if (rules === undefined || !snapshot.languages.includes(language)) return null;
    const shelf = made.get(language) ?? shelve(snapshot, rules, beside);
    made.set(language, shelf);
    return shelf;
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
