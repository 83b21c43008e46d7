import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, hashFiles } from '../corpus/hash.ts';
import type { Corpus, Statement } from '../corpus/record.ts';
import { SetupError } from '../errors.ts';
import { createJudge } from '../retrieval/associations.ts';
import { pack, unpack } from '../retrieval/container.ts';
import { loadRetriever } from '../retrieval/retriever.ts';
import type { Entry, Snapshot } from '../retrieval/snapshot.ts';
import { createSpeller } from '../retrieval/spelling.ts';
import { createAnalyser } from '../retrieval/terms.ts';
import type { Citation } from './answer.ts';
import type { Shelf } from './consider.ts';
import { answerQuestion, type Response } from './pipeline.ts';
import { createReader, type Readable, type Readables } from './reader.ts';
import type { Turn } from './turn.ts';
import { createWeights, type Weights } from './weights.ts';

/** Ending of a compiled corpus. */
const PACKED = '.record';

/** So many of the most frequent words of English are never taken for a slip; beyond, many are names and slips themselves. */
const EVERYDAY_WORDS = 12_000;

/** A word of fewer statements and gaps than this may itself be a slip. */
const SETTLED = 2;

/** A corpus, opened: it can be asked. */
export interface OpenRecord {
  readonly corpus: Omit<Corpus, 'lexicon'>;
  /** @param turns of the conversation so far, oldest first. */
  answer(question: string, turns?: readonly Turn[]): Response;
  /** Questions that the record answers, as people type them; for completion. */
  questions(): readonly string[];
}

export interface OpenOptions {
  /** Folder of the corpus files. */
  readonly directory: string;
  /** Folders in which a compiled corpus may lie, named by its hash. */
  readonly cache?: readonly string[];
  /** File of everyday English words, the most frequent first, parted by spaces. */
  readonly everyday?: string | undefined;
}

/** Opens a corpus: the compiled one with the same hash if there is one, else compiled anew. Throws a `CorpusError` naming all faults. */
export async function openRecord(options: OpenOptions): Promise<OpenRecord> {
  const { corpus, shelf } = await openWhole(options);
  return {
    corpus,
    answer: (question, turns = []) => answerQuestion(shelf, question, turns),
    questions: () => corpus.statements.flatMap(({ examples }) => examples.en),
  };
}

/** Opens a corpus for measuring: the parts that the pipeline works with. */
export async function openShelf(options: OpenOptions): Promise<Shelf> {
  return (await openWhole(options)).shelf;
}

async function openWhole({
  directory,
  cache = [],
  everyday,
}: OpenOptions): Promise<{ corpus: OpenRecord['corpus']; shelf: Shelf }> {
  const files = readCorpusFiles(directory);
  const hash = hashFiles(files);
  const found = cache.map((folder) => join(folder, `${hash}${PACKED}`)).find((path) => existsSync(path));
  const snapshot = found === undefined ? await compile(directory, files, hash) : unpack(readFileSync(found));
  return { corpus: snapshot.corpus, shelf: shelve(snapshot, everyday) };
}

/** Compiles a corpus into `folder`, where `openRecord` finds it by its hash. Returns the path of the file. */
export async function buildSnapshot(directory: string, folder: string): Promise<string> {
  const files = readCorpusFiles(directory);
  const hash = hashFiles(files);
  const path = join(folder, `${hash}${PACKED}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, pack(await compile(directory, files, hash)));
  return path;
}

function readCorpusFiles(directory: string): CorpusFile[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => /\.ya?ml$/.test(name));
  } catch (cause) {
    throw new SetupError(`${directory}: the corpus folder cannot be read; name a folder with corpus files`, { cause });
  }
  if (names.length === 0) throw new SetupError(`${directory}: no corpus file (*.yaml) in this folder`);
  return names.map((name) => ({ path: name, bytes: readFileSync(join(directory, name)) }));
}

async function compile(directory: string, files: readonly CorpusFile[], hash: string): Promise<Snapshot> {
  // Loaded only when needed: reading YAML and checking it costs more than all of a question.
  const [{ compileCorpus }, { takeSnapshot }] = await Promise.all([
    import('../corpus/compile.ts'),
    import('../retrieval/snapshot.ts'),
  ]);
  const named = files.map(({ path, bytes }) => ({ path: join(directory, path), bytes }));
  return takeSnapshot({ ...compileCorpus(named), hash });
}

function shelve(snapshot: Snapshot, everyday: string | undefined): Shelf {
  const { corpus, lexicon, features, frequencies, entries } = snapshot;
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  const ranks = lazy(() => {
    const list = everyday !== undefined && existsSync(everyday) ? readFileSync(everyday, 'utf8').split(' ') : [];
    return new Map(list.map((word, at) => [word, at]));
  });
  const speller = lazy(() => createSpeller(snapshot.vocabulary.split(' ')));
  const frequency = (feature: string): number => frequencies[numbers.get(feature) ?? -1] ?? 0;
  const weights = createWeights(frequency, entries.length, (word) => ranks().get(word));
  const analyser = createAnalyser({
    lexicon,
    known: (stem) => numbers.has(stem),
    settled: (stem) => frequency(stem) >= SETTLED,
    everyday: (normal) => (ranks().get(normal) ?? EVERYDAY_WORDS) < EVERYDAY_WORDS,
    speller: { correct: (normal) => speller().correct(normal) },
  });
  const readables = readablesOf(snapshot, numbers, weights);
  const sources = new Map(corpus.sources.map((source) => [source.id, source]));
  const cite = (statement: Statement, score: number): Citation => {
    const source = sources.get(statement.source);
    const [locator, ...also] = statement.locators;
    if (source === undefined || locator === undefined)
      throw new Error(`statement ${statement.id} has no source or place`);
    return { statement, source, locator, also, score };
  };
  return {
    statements: corpus.statements,
    gaps: corpus.gaps,
    reader: createReader(loadRetriever(snapshot.index), readables),
    readables,
    judge: createJudge(snapshot.associations),
    tools: { analyser, actors: readables.actors, weights },
    persons: lexicon.persons,
    cite,
  };
}

const NO_ENTRY: Entry = { text: new Uint32Array(), examples: new Uint32Array(), ends: new Uint32Array() };

function readablesOf(
  { entries, features, lexicon }: Snapshot,
  numbers: ReadonlyMap<string, number>,
  scale: Weights,
): Readables {
  const weights = Float64Array.from(features, scale.of);
  const made: Readable[] = [];
  return {
    weights,
    actors: new Set(lexicon.actors),
    heaviest: scale.rarest,
    numberOf: (feature) => numbers.get(feature),
    of(id) {
      made[id] ??= readableOf(entries[id] ?? NO_ENTRY, weights);
      return made[id] as Readable;
    },
  };
}

function readableOf({ text, examples, ends }: Entry, weights: Float64Array): Readable {
  let from = 0;
  const lengths = Float64Array.from(ends, (end) => {
    let square = 0;
    for (; from < end; from += 1) square += (weights[examples[from] as number] as number) ** 2;
    return Math.sqrt(square);
  });
  return { text: new Set(text), known: new Set([...text, ...examples]), examples, ends, lengths };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
