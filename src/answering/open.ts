import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, hashFiles } from '../corpus/hash.ts';
import type { Corpus, Language } from '../corpus/record.ts';
import { SetupError } from '../errors.ts';
import { type Hints, languageOf } from '../languages/choose.ts';
import { LANGUAGE_RULES } from '../languages/languages.ts';
import { pack, type ReadBytes, unpack } from '../retrieval/container.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import { abstain } from './conclude.ts';
import type { Shelf } from './consider.ts';
import { answerQuestion, type Response } from './pipeline.ts';
import { shelvesOf } from './shelf.ts';
import type { Turn } from './turn.ts';

/** Ending of a compiled corpus. */
const PACKED = '.record';

/** A corpus, opened: it can be asked. */
export interface OpenRecord {
  readonly corpus: Omit<Corpus, 'lexicon'>;
  /** @param turns of the conversation so far, oldest first. */
  /** @param hints tell the language where the question's script does not: the conversation's is taken from `turns`. */
  answer(question: string, turns?: readonly Turn[], hints?: Pick<Hints, 'locale'>): Response;
  /** Questions that the record answers, as people type them; for completion. */
  questions(language?: Language): readonly string[];
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
  const { snapshot, shelfOf } = await openWhole(options);
  const { corpus } = snapshot;
  return {
    corpus,
    answer(question, turns = [], { locale } = {}) {
      const language = languageOf(question, { locale, conversation: turns.at(-1)?.language });
      const shelf = language === null ? null : shelfOf(language);
      if (shelf === null) return { answer: abstain('unsupported-language', locale ?? 'en'), turn: null };
      return answerQuestion(shelf, question, turns);
    },
    questions: (language = 'en') => corpus.statements.flatMap(({ examples }) => examples[language] ?? []),
  };
}

/** Opens a corpus for measuring: the parts that the pipeline works with in one language. */
export async function openShelf(options: OpenOptions, language: Language = 'en'): Promise<Shelf> {
  const shelf = (await openWhole(options)).shelfOf(language);
  if (shelf === null) throw new SetupError(`${options.directory}: no example questions in ${language}`);
  return shelf;
}

async function openWhole({
  directory,
  cache = [],
  everyday,
}: OpenOptions): Promise<{ snapshot: Snapshot; shelfOf: (language: Language) => Shelf | null }> {
  const files = readCorpusFiles(directory);
  const hash = hashFiles(files);
  const found = cache.map((folder) => join(folder, `${hash}${PACKED}`)).find((path) => existsSync(path));
  const snapshot = found === undefined ? await compile(directory, files, hash) : unpack(readerOf(found));
  return { snapshot, shelfOf: shelvesOf(snapshot, LANGUAGE_RULES, everyday) };
}

/** The file stays open, so that what is read later is of the same file even if another has taken its name. */
function readerOf(path: string): ReadBytes {
  const file = openSync(path, 'r');
  return (from, length) => {
    const bytes = Buffer.allocUnsafeSlow(length);
    const read = readSync(file, bytes, 0, length, from);
    if (read < length) throw new SetupError(`${path}: the compiled corpus is cut off; run \`npm run build\``);
    return bytes;
  };
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
  return takeSnapshot({ ...compileCorpus(named), hash }, LANGUAGE_RULES);
}
