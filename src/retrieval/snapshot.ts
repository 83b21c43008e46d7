import type { Corpus, Gap, Kind, Statement } from '../corpus/record.ts';
import { type Associations, fitAssociations, type Labelled } from './associations.ts';
import { FUNCTION_WORDS } from './english.ts';
import { expected } from './expected.ts';
import { type Feature, featuresOf, isIndexed, isRead } from './features.ts';
import { compileLexicon, type LexiconTable } from './lexicon.ts';
import { buildRetriever, type Indexed, type IndexSnapshot } from './retriever.ts';
import { createAnalyser } from './terms.ts';
import { words } from './text.ts';

/** A corpus, analysed and indexed: everything a question needs. */
export interface Snapshot {
  readonly corpus: Omit<Corpus, 'lexicon'>;
  readonly lexicon: LexiconTable;
  /** Every feature of the record; a feature is known by its place in this list. */
  readonly features: readonly Feature[];
  /** Number of retrievables that each feature stands in. */
  readonly frequencies: readonly number[];
  /** The statements in the corpus's order, then the gaps. */
  readonly entries: readonly Entry[];
  /** Words of the record, for the speller, the most frequent first, parted by spaces. */
  readonly vocabulary: string;
  readonly index: IndexSnapshot;
  readonly associations: Associations;
}

/** The features of a retrievable, by number: of its text, and of its example questions one behind the other. */
export interface Entry {
  readonly text: Uint32Array;
  readonly examples: Uint32Array;
  /** Where each example ends in `examples`. */
  readonly ends: Uint32Array;
}

/** Analyses and indexes a checked corpus. */
export function takeSnapshot({ lexicon: curated, ...corpus }: Corpus): Snapshot {
  const lexicon = compileLexicon(curated);
  const analyser = createAnalyser({ lexicon });
  const actors = new Set(lexicon.actors);
  const vocabulary = new Map([...FUNCTION_WORDS, ...aliasWords(curated)].map((word) => [word, ESTABLISHED]));
  const features = (text: string, asks: (plain: string) => readonly Kind[]): Feature[] => {
    const { terms, plain } = analyser.analyse(text);
    for (const word of plain.split(' ')) if (word.length > 2) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    return featuresOf(terms, asks(plain), actors);
  };
  const numbers = new Map<Feature, number>();
  const frequencies: number[] = [];
  const numberOf = (feature: Feature): number => {
    const number = numbers.get(feature) ?? numbers.size;
    numbers.set(feature, number);
    return number;
  };
  const documents: Indexed[] = [];
  const labelled: Labelled[] = [];
  const entries = [...corpus.statements, ...corpus.gaps].map((retrievable: Statement | Gap, id): Entry => {
    const text = Object.values(retrievable.text).flatMap((each) => features(each, () => []));
    const examples = Object.values(retrievable.examples)
      .flat()
      .map((each) => features(each, expected));
    for (const feature of new Set([...text, ...examples.flat().filter(isRead)])) {
      const number = numberOf(feature);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
    for (const each of examples) labelled.push({ features: each, id });
    documents.push({
      id,
      text: text.filter(isIndexed).join(' '),
      examples: examples.flat().filter(isIndexed).join(' '),
    });
    const read = examples.map((each) => each.filter(isRead).map(numberOf));
    let end = 0;
    const ends = read.map((each) => {
      end += each.length;
      return end;
    });
    return {
      text: Uint32Array.from(text.map(numberOf)),
      examples: Uint32Array.from(read.flat()),
      ends: Uint32Array.from(ends),
    };
  });
  const index = buildRetriever(documents).toJSON();
  const associations = fitAssociations(labelled, entries.length);
  return {
    corpus,
    lexicon,
    features: [...numbers.keys()],
    frequencies,
    entries,
    vocabulary: byFrequency(vocabulary).join(' '),
    index,
    associations,
  };
}

/** A word seen less often in the examples may itself be a slip; words of the lexicon count from the start. */
const ESTABLISHED = 3;

function byFrequency(vocabulary: ReadonlyMap<string, number>): string[] {
  return [...vocabulary]
    .filter(([, times]) => times >= ESTABLISHED)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}

function aliasWords({ concepts, phrases }: Corpus['lexicon']): string[] {
  const aliases = [
    ...concepts.flatMap(({ aliases }) => Object.values(aliases).flat()),
    ...phrases.map(({ alias }) => alias),
  ];
  return aliases
    .flatMap((alias) => words(alias).map(({ normal }) => normal))
    .filter((each) => !FUNCTION_WORDS.has(each));
}
