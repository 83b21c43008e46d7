import type { Article } from '../articles/article.ts';
import { buildRetriever, type Retriever } from '../retrieval/retriever.ts';
import { indexTerms } from '../selection/passage.ts';

/** The sentences of articles, indexed by their number in reading order. */
export interface ArticleIndex {
  readonly retriever: Retriever;
  /** Number of sentences that each term stands in. */
  readonly frequencies: ReadonlyMap<string, number>;
}

export function indexArticles(articles: readonly Article[]): ArticleIndex {
  const frequencies = new Map<string, number>();
  const entries = articles.flatMap(({ passages, title }) => {
    const titled = indexTerms(title).map(inTitle);
    return passages
      .filter(({ kind }) => kind === 'sentence')
      .map(({ text }) => {
        const terms = indexTerms(text);
        for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
        return [...terms, ...titled].join(' ');
      });
  });
  return { retriever: buildRetriever(entries.map((terms, id) => ({ id, terms }))), frequencies };
}

/** A term as a word of the title; no term of a text begins like this. */
export const inTitle = (term: string): string => `^${term}`;
