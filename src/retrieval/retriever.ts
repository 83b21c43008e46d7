/** The one place that knows MiniSearch. */
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';

/** What is indexed of a statement or gap: its terms, parted by spaces. */
export interface Indexed {
  /** Its place in the list of retrievables. */
  readonly id: number;
  readonly terms: string;
}

/** A retrieved statement or gap. */
export interface Hit {
  readonly id: number;
  /** BM25+ score; comparable within one query only. */
  readonly score: number;
}

/** An index, as plain JSON. */
export type IndexSnapshot = AsPlainObject;

export interface Retriever {
  /** Hits for weighted terms, best first. */
  search(weights: ReadonlyMap<string, number>): Hit[];
  toJSON(): IndexSnapshot;
}

const SPLIT = (text: string): string[] => (text === '' ? [] : text.split(' '));

const OPTIONS: Options<Indexed> = {
  fields: ['terms'],
  tokenize: SPLIT,
  processTerm: (term) => term,
};

export function buildRetriever(documents: readonly Indexed[]): Retriever {
  const retriever = emptyRetriever();
  for (const document of documents) retriever.add(document);
  return retriever;
}

/** One that is filled step by step. */
export function emptyRetriever(): Retriever & { add(document: Indexed): void } {
  const index = new MiniSearch<Indexed>(OPTIONS);
  return { ...over(index), add: (document) => index.add(document) };
}

export function loadRetriever(snapshot: IndexSnapshot): Retriever {
  return over(MiniSearch.loadJS<Indexed>(snapshot, OPTIONS));
}

function over(index: MiniSearch<Indexed>): Retriever {
  return {
    search(weights) {
      const terms = [...weights.keys()];
      if (terms.length === 0) return [];
      return index.search(terms.join(' '), { boostTerm: (term) => weights.get(term) ?? 1 });
    },
    toJSON: () => index.toJSON(),
  };
}
