import { placeIn } from '../retrieval/feature-table.ts';
import { type Feature, isIndexed } from '../retrieval/features.ts';
import type { Hit, Retriever } from '../retrieval/retriever.ts';

/** What a question is compared by, each feature with its weight. */
export type Weighted = ReadonlyMap<Feature, number>;

/** What the reader sees in one retrieved statement or gap; every measure lies between 0 and 1. */
export interface Reading {
  /** Its place in the list of retrievables. */
  readonly id: number;
  /** Retrieval score over the best one of this question. */
  readonly retrieval: number;
  /** Weighted share of the question's terms that stand anywhere in the retrievable. */
  readonly coverage: number;
  /** Weighted share of the question's terms that the retrievable's own text has. */
  readonly textCoverage: number;
  /** Weight of the heaviest term of the question that the retrievable lacks, over the heaviest there can be. */
  readonly missing: number;
  /** Share of the actors in the question whom the retrievable's own text does not name. */
  readonly actorsMissing: number;
  /** Share of the question's numbers that the retrievable lacks. */
  readonly numbersMissing: number;
}

/** The record as the reader needs it: features by number. */
export interface Readables {
  /** Features of a retrievable's own text, in their order. */
  text(id: number): Uint32Array;
  /** Features of its text and examples, ascending. */
  known(id: number): Uint32Array;
  /** Number of a feature; -1 for one that stands nowhere in the record. */
  numberOf(feature: Feature): number;
  /** Terms of those who can act. */
  readonly actors: ReadonlySet<Feature>;
  /** The weight of a word that stands nowhere in the record. */
  readonly heaviest: number;
}

export interface Reader {
  /** @param likely retrievables to read even where the index ranks them low. */
  read(question: Weighted, likely: readonly number[]): Reading[];
}

/** How many hits are read. */
const READ = 10;

export function createReader(retriever: Retriever, readables: Readables): Reader {
  return {
    read(question, likely) {
      const indexed = new Map([...question].filter(([feature]) => isIndexed(feature)));
      const terms = [...indexed].map(([feature, weight]) => ({
        number: readables.numberOf(feature),
        weight,
        isActor: readables.actors.has(feature),
        isNumber: feature.startsWith('#'),
      }));
      const hits = retriever.search(telling(indexed));
      const best = hits[0]?.score ?? 1;
      const read = hits.filter(({ id }, rank) => rank < READ || likely.includes(id));
      const unfound = likely.filter((id) => !read.some((hit) => hit.id === id)).map((id) => ({ id, score: 0 }));
      return [...read, ...unfound].map((hit) => reading(terms, hit, best, readables));
    },
  };
}

/** The index is asked with so many terms at the most, and with none that stands nearly everywhere, unless there is no other. */
const SEARCHED = 5;
/** Weight of a term that stands in about a third of all retrievables. */
const TELLING = 1.2;

function telling(terms: Weighted): Weighted {
  const heaviest = [...terms].sort(([, a], [, b]) => b - a).slice(0, SEARCHED);
  return new Map(heaviest.filter(([, weight], at) => at === 0 || weight >= TELLING));
}

interface AskedTerm {
  readonly number: number;
  readonly weight: number;
  readonly isActor: boolean;
  readonly isNumber: boolean;
}

function reading(terms: readonly AskedTerm[], { id, score }: Hit, best: number, readables: Readables): Reading {
  const text = readables.text(id);
  const known = readables.known(id);
  let [all, covered, inText, missing] = [0, 0, 0, 0];
  let [actors, actorsMissing, numbers, numbersMissing] = [0, 0, 0, 0];
  for (const { number, weight, isActor, isNumber } of terms) {
    const isKnown = number >= 0 && placeIn(known, number) >= 0;
    const isTold = isKnown && text.includes(number);
    all += weight;
    if (isKnown) covered += weight;
    else missing = Math.max(missing, weight);
    if (isTold) inText += weight;
    if (isActor) {
      actors += 1;
      if (!isTold) actorsMissing += 1;
    }
    if (isNumber) {
      numbers += 1;
      if (!isKnown) numbersMissing += 1;
    }
  }
  return {
    id,
    retrieval: score / best,
    coverage: share(covered, all),
    textCoverage: share(inText, all),
    missing: missing / readables.heaviest,
    actorsMissing: share(actorsMissing, actors),
    numbersMissing: share(numbersMissing, numbers),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
