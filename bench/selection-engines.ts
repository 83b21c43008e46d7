/** A corpus of pages under plain MiniSearch and under BM25: the first stage, and what it is compared with. */
import MiniSearch from 'minisearch';
import { indexTerms, readPassage } from '../src/selection/passage.ts';
import type { SelectionCandidate } from '../src/selection/selector.ts';
import type { TermStatistics } from '../src/selection/statistics.ts';
import { surroundingsIn } from '../src/selection/surroundings.ts';
import type { Page } from './selection-data.ts';

export interface Sentence {
  readonly id: string;
  readonly page: Page;
  readonly at: number;
}

export interface Found {
  readonly sentence: Sentence;
  readonly score: number;
}

export interface Corpus {
  readonly sentences: readonly Sentence[];
  readonly statistics: TermStatistics;
  /** All hits, best first. Scores are made comparable between questions of different length. */
  minisearch(question: string): Found[];
  bm25(question: string): Found[];
}

/** Sentences that the first stage hands on ... */
const BEST = 30;
/** ... together with all sentences of the pages or paragraphs that hold most of them. */
const BEST_PAGES = 3;
/** A page that is longer than this is no paragraph, and only the neighbours of a hit are handed on. */
const LONGEST_PAGE = 40;
const K1 = 1.2;
const B = 0.75;

export function createCorpus(pages: readonly Page[]): Corpus {
  const sentences = pages.flatMap((page) => page.sentences.map(({ id }, at) => ({ id, page, at })));
  const texts = sentences.map(({ page, at }) => page.sentences[at]?.text ?? '');
  const found = (id: number, score: number): Found => ({ sentence: sentences[id] as Sentence, score });
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => indexTerms(text),
    processTerm: (term) => term,
  });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const search = createBm25(texts.map(indexTerms));
  return {
    sentences,
    statistics: statisticsOf(texts),
    minisearch(question) {
      const terms = new Set(indexTerms(question)).size;
      return index.search(question).map(({ id, score }) => found(id as number, score / terms ** 2));
    },
    bm25: (question) => search([...new Set(indexTerms(question))]).map(([id, score]) => found(id, score)),
  };
}

/** The candidates of a question: the best hits, and what stands around the best of them. */
export function firstStage(corpus: Corpus, question: string): Sentence[] {
  const hits = corpus.minisearch(question).slice(0, BEST);
  const chosen = new Map(hits.map(({ sentence }) => [keyOf(sentence), sentence]));
  const sums = new Map<Page, number>();
  for (const { sentence, score } of hits) sums.set(sentence.page, (sums.get(sentence.page) ?? 0) + score);
  const best = [...sums].sort((a, b) => b[1] - a[1]).slice(0, BEST_PAGES);
  for (const [page] of best)
    if (page.sentences.length <= LONGEST_PAGE)
      page.sentences.forEach(({ id }, at) => {
        const sentence = { id, page, at };
        if (!chosen.has(keyOf(sentence))) chosen.set(keyOf(sentence), sentence);
      });
  return [...chosen.values()];
}

/** A sentence as the selector is given it. Without a title nothing is known of its surroundings. */
export function candidateOf({ page, at }: Sentence): SelectionCandidate {
  const text = page.sentences[at]?.text ?? '';
  if (page.title === '') return { text };
  let around = read.get(page);
  if (around === undefined) {
    around = surroundingsIn(page.sentences.map((sentence) => sentence.text));
    read.set(page, around);
  }
  return { text, around: around(at), title: page.title };
}

const read = new WeakMap<Page, ReturnType<typeof surroundingsIn>>();

const numbers = new WeakMap<Page, number>();
let pagesNumbered = 0;

function keyOf({ page, at }: Sentence): string {
  let number = numbers.get(page);
  if (number === undefined) {
    pagesNumbered += 1;
    number = pagesNumbered;
    numbers.set(page, number);
  }
  return `${number}/${at}`;
}

function statisticsOf(texts: readonly string[]): TermStatistics {
  const frequency = new Map<string, number>();
  for (const text of texts)
    for (const term of readPassage(text).contentTerms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return { documentFrequency: (term) => frequency.get(term) ?? 0, count: texts.length };
}

/** BM25 (Robertson and Zaragoza 2009), as a share of what a sentence with all terms of the question could reach. */
function createBm25(texts: readonly (readonly string[])[]): (terms: readonly string[]) => [number, number][] {
  const postings = new Map<string, Map<number, number>>();
  texts.forEach((terms, id) => {
    for (const term of terms) {
      const list = postings.get(term) ?? new Map<number, number>();
      list.set(id, (list.get(id) ?? 0) + 1);
      postings.set(term, list);
    }
  });
  const average = texts.reduce((sum, { length }) => sum + length, 0) / (texts.length || 1);
  return (terms) => {
    const scores = new Map<number, number>();
    let most = 0;
    for (const term of terms) {
      const list = postings.get(term) ?? new Map<number, number>();
      const idf = Math.log(1 + (texts.length - list.size + 0.5) / (list.size + 0.5));
      most += idf * (K1 + 1);
      for (const [id, count] of list) {
        const length = texts[id]?.length ?? 0;
        const score = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
        scores.set(id, (scores.get(id) ?? 0) + score);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id, score]) => [id, score / most]);
  };
}
