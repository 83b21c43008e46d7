/** Reads sets of questions with the sentences that answer them, in either of two formats. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Sentences that belong together, in order: a paragraph, or the page that comes with a question. */
export interface Page {
  /** Empty for sentences without context: their order then says nothing. */
  readonly title: string;
  readonly sentences: readonly { readonly id: string; readonly text: string }[];
}

export interface Asked {
  readonly text: string;
  /** The page that comes with the question; null where the whole set is to be searched. */
  readonly page: Page | null;
  /** What is kept apart in cross-validation: questions about one article stay together. */
  readonly group: string;
  /** Ids of the sentences that answer; none for a question that the set does not answer. */
  readonly gold: ReadonlySet<string>;
}

export interface SelectionSet {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly questions: readonly Asked[];
}

interface WithCandidates {
  readonly id: string;
  readonly question: string;
  readonly title?: string;
  readonly candidates: readonly { readonly id: string; readonly text: string; readonly label: number }[];
}

interface WithArticles {
  readonly articles: readonly {
    readonly title: string;
    readonly paragraphs: readonly { readonly sentences: readonly { readonly id: string; readonly text: string }[] }[];
  }[];
  readonly questions: readonly {
    readonly question: string;
    readonly article: string;
    readonly gold: readonly string[];
  }[];
}

export function readSelectionSet(file: string): SelectionSet {
  const data = JSON.parse(readFileSync(file, 'utf8')) as readonly WithCandidates[] | WithArticles;
  const name = basename(file);
  return 'articles' in data ? fromArticles(name, data) : fromCandidates(name, data);
}

/** Pages that come with several questions are one page; its sentences are known by those of the first. */
function fromCandidates(name: string, list: readonly WithCandidates[]): SelectionSet {
  const pages = new Map<string, Page>();
  const questions = list.map(({ id, question, title = '', candidates }) => {
    const key = JSON.stringify([title, ...candidates.map(({ text }) => text)]);
    const page = pages.get(key) ?? { title, sentences: candidates.map(({ id, text }) => ({ id, text })) };
    pages.set(key, page);
    const right = page.sentences.filter((_, at) => candidates[at]?.label === 1);
    return { text: question, page, group: title || id, gold: new Set(right.map((sentence) => sentence.id)) };
  });
  return { name, pages: [...pages.values()], questions };
}

function fromArticles(name: string, { articles, questions }: WithArticles): SelectionSet {
  return {
    name,
    pages: articles.flatMap(({ title, paragraphs }) => paragraphs.map(({ sentences }) => ({ title, sentences }))),
    questions: questions.map(({ question, article, gold }) => ({
      text: question,
      page: null,
      group: article,
      gold: new Set(gold),
    })),
  };
}
