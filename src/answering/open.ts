import type { Corpus, Language } from '../corpus/record.ts';
import { SetupError } from '../errors.ts';
import { type Hints, languageOf } from '../languages/choose.ts';
import { LANGUAGE_RULES } from '../languages/languages.ts';
import { abstain } from './conclude.ts';
import type { Shelf } from './consider.ts';
import { type CorpusFolder, type Keeping, type ReadArticles, readFolder } from './corpus-folder.ts';
import { answerQuestion, type Response, refuse } from './pipeline.ts';
import { restrict } from './restrict.ts';
import { shelvesOf, type WordsBeside } from './shelf.ts';
import type { Turn } from './turn.ts';

/** A corpus, opened: it can be asked. */
export interface OpenRecord {
  readonly corpus: Omit<Corpus, 'lexicon'>;
  /** @param turns of the conversation so far, oldest first. */
  /** @param hints tell the language where the question's script does not: the conversation's is taken from `turns`. */
  answer(question: string, turns?: readonly Turn[], hints?: AnswerHints): Response;
  /** Questions that the record answers, as people type them; for completion. */
  questions(language?: Language): readonly string[];
}

export interface AnswerHints extends Pick<Hints, 'locale'> {
  /** Ids of the only sources to answer from; all where it is left out. */
  readonly documents?: readonly string[] | undefined;
}

export interface OpenOptions {
  /** Folder of the corpus files. */
  readonly directory: string;
  /** Folders in which a compiled corpus may lie, named by its hash. */
  readonly cache?: readonly string[];
  /** Where large folders of articles are kept indexed; in memory only where it is left out. */
  readonly keeping?: Keeping;
  /** File of everyday English words, the most frequent first, parted by spaces. */
  readonly everyday?: string | undefined;
}

/**
 * Opens a corpus: the compiled one with the same hash if there is one, else compiled anew; and the plain articles beside
 * it, if there are any. Throws a `CorpusError` naming all faults.
 */
export async function openRecord(options: OpenOptions): Promise<OpenRecord> {
  const { snapshot, articles } = await readFolder(options.directory, options.cache ?? [], options.keeping);
  const shelved = articles === null ? null : await openArticles(articles, snapshot?.corpus);
  const shelfOf = shelves(snapshot, { everyday: options.everyday, isWritten: shelved?.knows });
  const corpus = shelved?.corpus ?? (snapshot as NonNullable<typeof snapshot>).corpus;
  const curated = snapshot?.corpus.statements ?? [];
  return {
    corpus,
    answer(question, turns = [], { locale, documents } = {}) {
      const language = languageOf(question, { locale, conversation: turns.at(-1)?.language });
      const shelf = language === null ? null : shelfOf(language);
      if (language === null || (shelf === null && shelved === null))
        return { answer: abstain('unsupported-language', locale ?? 'en'), turn: null };
      const isOpen = (source: string): boolean => documents === undefined || documents.includes(source);
      const told = shelf === null ? null : answerQuestion(shelf, question, turns);
      const response = told === null || documents === undefined ? told : restrict(told, isOpen);
      if (shelved === null) return response as Response;
      const refused = refuse(question);
      if (refused !== null) return { answer: abstain(refused, language), turn: null };
      return shelved.answer(response, { question, turns, language, isOpen });
    },
    questions: (language = 'en') => curated.flatMap(({ examples }) => examples[language] ?? []),
  };
}

/** Opens a corpus for measuring: the parts that the pipeline works with in one language. */
export async function openShelf(
  { directory, cache = [], everyday }: OpenOptions,
  language: Language = 'en',
): Promise<Shelf> {
  const { snapshot } = await readFolder(directory, cache);
  const shelf = shelves(snapshot, { everyday })(language);
  if (shelf === null) throw new SetupError(`${directory}: no example questions in ${language}`);
  return shelf;
}

function shelves(snapshot: CorpusFolder['snapshot'], beside: WordsBeside): (language: Language) => Shelf | null {
  return snapshot === null ? () => null : shelvesOf(snapshot, LANGUAGE_RULES, beside);
}

type Curated = NonNullable<CorpusFolder['snapshot']>['corpus'] | undefined;

/** Makes articles askable beside the curated record. */
async function openArticles({ articles, index, hash }: ReadArticles, curated: Curated) {
  const [{ createLibrary }, { answerBeside }] = await Promise.all([import('./library.ts'), import('./beside.ts')]);
  const library = createLibrary(articles, index);
  const corpus = {
    hash,
    sources: [...(curated?.sources ?? []), ...library.sources],
    statements: [...(curated?.statements ?? []), ...library.statements],
    gaps: curated?.gaps ?? [],
  };
  return { answer: answerBeside(library), knows: library.knows, corpus };
}
