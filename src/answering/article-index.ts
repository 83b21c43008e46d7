import type { Article } from '../articles/article.ts';
import { paced } from '../articles/paced.ts';
import { emptyRetriever, type Retriever } from '../retrieval/retriever.ts';
import { indexTerms } from '../selection/passage.ts';

/** The sentences of articles, indexed by their number in reading order. */
export interface ArticleIndex {
  readonly retriever: Retriever;
  /** All terms, by their number. */
  readonly vocabulary: readonly string[];
  /** Numbers of the terms of every sentence, one sentence behind the other, each term once in a sentence. */
  readonly terms: Uint32Array;
  /** Where in `terms` each sentence begins; one more than there are sentences. */
  readonly starts: Uint32Array;
}

/** @param onIndexed told of each article that was indexed. */
export async function indexArticles(
  articles: readonly Article[],
  onIndexed: () => void = () => {},
): Promise<ArticleIndex> {
  const retriever = emptyRetriever();
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const starts: number[] = [0];
  for await (const { passages, title } of paced(articles)) {
    const titled = indexTerms(title).map(inTitle);
    for (const { kind, text } of passages) {
      if (kind !== 'sentence') continue;
      const terms = indexTerms(text);
      for (const term of new Set(terms)) {
        const number = numbers.get(term) ?? numbers.size;
        numbers.set(term, number);
        held.push(number);
      }
      retriever.add({ id: starts.length - 1, terms: [...terms, ...titled].join(' ') });
      starts.push(held.length);
    }
    onIndexed();
  }
  return {
    retriever,
    vocabulary: [...numbers.keys()],
    terms: Uint32Array.from(held),
    starts: Uint32Array.from(starts),
  };
}

/** A term as a word of the title; no term of a text begins like this. */
export const inTitle = (term: string): string => `^${term}`;

/** What an index tells of its terms. */
export interface TermsOfSentences {
  /** Number of sentences that a term stands in. */
  frequency(term: string): number;
  /** Does any of the sentences from one number to before another have a term? */
  hold(term: string, from: number, to: number): boolean;
}

export function termsOf({ vocabulary, terms, starts }: ArticleIndex): TermsOfSentences {
  const numbers = new Map(vocabulary.map((term, number) => [term, number]));
  const frequencies = new Uint32Array(vocabulary.length);
  for (const number of terms) frequencies[number] = (frequencies[number] as number) + 1;
  return {
    frequency: (term) => frequencies[numbers.get(term) ?? -1] ?? 0,
    hold(term, from, to) {
      const number = numbers.get(term);
      if (number === undefined) return false;
      const end = starts[to] ?? 0;
      for (let at = starts[from] ?? 0; at < end; at += 1) if (terms[at] === number) return true;
      return false;
    },
  };
}
