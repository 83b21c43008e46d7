import type { Corpus, Gap, Kind, Language, Statement } from '../corpus/record.ts';
import { LANGUAGES } from '../corpus/record.ts';
import type { Associations } from './associations.ts';
import { type FeatureTable, numberIn, tableOf } from './feature-table.ts';
import { type Feature, featuresOf, isIndexed, isRead } from './features.ts';
import { fitAssociations, type Labelled, leastExamples } from './fit-associations.ts';
import { actorsIn, aliasWords, compileLexicon, type LexiconTable } from './lexicon.ts';
import { buildRetriever, type IndexSnapshot } from './retriever.ts';
import type { LanguageRules } from './rules.ts';

/** A corpus, analysed and indexed: everything a question needs. */
export interface Snapshot {
  readonly corpus: Omit<Corpus, 'lexicon'>;
  /** The languages that questions can be asked in, English first. */
  readonly languages: readonly Language[];
  model(language: Language): LanguageModel;
}

/** The record as questions in one language see it. A retrievable is known by its place: the statements, then the gaps. */
export interface LanguageModel {
  readonly lexicon: LexiconTable;
  /** Words of the record, for the speller, the most frequent first, parted by spaces. */
  readonly vocabulary: string;
  readonly index: IndexSnapshot;
  readonly table: FeatureTable;
  /** Number of retrievables that each feature stands in, by feature number. */
  readonly frequencies: Uint16Array;
  /** Features of each retrievable's text, in their order, by number. */
  readonly texts: readonly Uint32Array[];
  /** Features of each retrievable's text and examples, by number, ascending. */
  readonly known: readonly Uint32Array[];
  readonly associations: Associations;
}

/** Analyses and indexes a checked corpus, in every language of `rules` that it has examples in. */
export function takeSnapshot({ lexicon, ...corpus }: Corpus, rules: readonly LanguageRules[]): Snapshot {
  const spoken = rules.filter(
    ({ language }) =>
      language === LANGUAGES[0] || corpus.statements.some(({ examples }) => (examples[language]?.length ?? 0) > 0),
  );
  const models = new Map(spoken.map((each) => [each.language, modelOf({ ...corpus, lexicon }, each)]));
  return {
    corpus,
    languages: [...models.keys()],
    model(language) {
      const model = models.get(language);
      if (model === undefined) throw new Error(`no model of ${language}`);
      return model;
    },
  };
}

/** A word seen less often in the examples may itself be a slip; words of the lexicon count from the start. */
const ESTABLISHED = 3;

function modelOf(corpus: Corpus, rules: LanguageRules): LanguageModel {
  const { language } = rules;
  const lexicon = compileLexicon(corpus.lexicon, rules);
  const analyser = rules.analyser({ lexicon });
  const actors = actorsIn(lexicon);
  const vocabulary = new Map(
    [...rules.grammar, ...aliasWords(corpus.lexicon, language, rules.grammar)].map((word) => [word, ESTABLISHED]),
  );
  const features = (text: string, asks: (plain: string) => readonly Kind[]): Feature[] => {
    const { terms, plain } = analyser.analyse(text);
    for (const word of plain.split(' ')) if (word.length > 2) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    return [...featuresOf(terms, asks(plain), actors, rules.grammar), ...rules.pieces(plain)];
  };
  const read = [...corpus.statements, ...corpus.gaps].map((retrievable: Statement | Gap) => ({
    text: features(retrievable.text[language] ?? '', () => []),
    examples: (retrievable.examples[language] ?? []).map((each) => features(each, rules.expected)),
  }));
  const examples = read.reduce((sum, each) => sum + each.examples.length, 0);
  const table = tableOf(worthKeeping(read, leastExamples(examples)));
  const numberOf = (feature: Feature): number => numberIn(table, feature);
  const frequencies = new Uint16Array(table.hashes.length);
  const known = read.map(({ text, examples }) => {
    const numbers = new Set([...text, ...examples.flat()].filter(isRead).map(numberOf));
    numbers.delete(-1);
    for (const number of numbers) frequencies[number] = (frequencies[number] as number) + 1;
    return Uint32Array.from(numbers).sort();
  });
  // Where there are few examples, what a statement or gap says itself is one more.
  const labelled: Labelled[] = read.flatMap(({ text, examples: asked }, id) =>
    (asked.length < FEW_EXAMPLES ? [text, ...asked] : asked)
      .filter((each) => each.length > 0)
      .map((each) => ({ features: each, id })),
  );
  return {
    lexicon,
    vocabulary: byFrequency(vocabulary).join(' '),
    index: buildRetriever(read.map((each, id) => ({ id, terms: indexedOf(each).join(' ') }))).toJSON(),
    table,
    frequencies,
    texts: read.map(({ text }) => Uint32Array.from(text.map(numberOf).filter((number) => number >= 0))),
    known,
    associations: fitAssociations(labelled, table, read.length),
  };
}

interface Read {
  readonly text: readonly Feature[];
  readonly examples: readonly (readonly Feature[])[];
}

/** Every feature that is read, and of the others those that stand often enough to be weighed. */
function worthKeeping(read: readonly Read[], least: number): Feature[] {
  const times = new Map<Feature, number>();
  for (const { text, examples } of read)
    for (const feature of [...text, ...examples.flat()]) times.set(feature, (times.get(feature) ?? 0) + 1);
  return [...times].filter(([feature, stands]) => isRead(feature) || stands >= least).map(([feature]) => feature);
}

/** Of fewer examples than this no term is a one-off. */
const FEW_EXAMPLES = 15;

/** Terms of a retrievable for the index: of its text, and of its examples those that are no one-off. */
function indexedOf({ text, examples }: Read): Feature[] {
  const times = new Map<Feature, number>();
  for (const feature of examples.flat().filter(isIndexed)) times.set(feature, (times.get(feature) ?? 0) + 1);
  const least = examples.length < FEW_EXAMPLES ? 1 : ESTABLISHED;
  const telling = [...times].filter(([, stands]) => stands >= least).map(([feature]) => feature);
  return [...text.filter(isIndexed), ...telling];
}

function byFrequency(vocabulary: ReadonlyMap<string, number>): string[] {
  return [...vocabulary]
    .filter(([, times]) => times >= ESTABLISHED)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word);
}
