import type { Article, Passage } from '../articles/article.ts';
import { asRead } from '../articles/markup.ts';
import type { Source, Statement } from '../corpus/record.ts';
import { indexTerms } from '../selection/passage.ts';
import { createSelector, type Judged, type SelectionCandidate } from '../selection/selector.ts';
import type { Citation } from './answer.ts';
import { type ArticleIndex, indexArticles, inTitle } from './article-index.ts';
import { contentWords, knownOf } from './asked-words.ts';
import { type Sayings, saidIn, sayingsIn } from './sayings.ts';

/** Plain articles, as the record sees them: each is a source, each of its sentences a statement in the source's words. */
export interface Library {
  readonly sources: readonly Source[];
  readonly statements: readonly Statement[];
  /** Does a word stand in the articles, in any form? */
  knows(word: string): boolean;
  /** Looks for the sentence that answers. @param isOpen tells of a source's id whether it may be answered from. */
  find(question: string, isOpen: (source: string) => boolean): Found;
  /** What somebody says about something, where that is asked for; null for any other question. */
  sayings(question: string, isOpen: (source: string) => boolean): Sayings | null;
}

export interface Found {
  /** Probability that the first of `answering` answers. */
  readonly probability: number;
  /** The best sentence, and those of other sources that say as much; best first. Empty where nothing was found. */
  readonly answering: readonly Citation[];
  /** The ranking, best first: `answering` in front. */
  readonly ranking: readonly Citation[];
  /** Words of the question that the best sentence or the title of its article has, and those that neither has. */
  readonly covered: readonly string[];
  readonly missing: readonly string[];
  /** Does a word stand anywhere in the articles? */
  readonly knows: (word: string) => boolean;
}

/** So many of the first search are ranked. */
const FIRST = 50;
/** What a word of the title weighs in the first search, against one of the sentence itself. */
const TITLE_WEIGHT = 0.25;
/** A sentence of another source may say as much as the best if its score is at most this much less. */
const SAYS_AS_MUCH = 2.5;
/** So many sources answer together at most. */
const MOST_SOURCES = 4;

/** So many sentences before one, and after it, are what stands around it. */
const AROUND = 20;

/** A sentence in its place. */
interface Sentence extends SelectionCandidate {
  /** Its number, in reading order. */
  readonly id: number;
  readonly statement: Statement;
  readonly source: Source;
}

/** @param index of these articles, where they were indexed before. */
export function createLibrary(articles: readonly Article[], index: ArticleIndex = indexArticles(articles)): Library {
  const { retriever, frequencies } = index;
  const sentences: readonly Sentence[] = articles.flatMap(sentencesOf).map((sentence, id) => ({ ...sentence, id }));
  const documentFrequency = (term: string): number => frequencies.get(term) ?? 0;
  const statistics = { documentFrequency, count: sentences.length };
  const selector = createSelector(statistics);
  const knows = (word: string): boolean => indexTerms(word).some((term) => frequencies.has(term));
  const at = (id: number): Sentence | undefined => sentences[id];

  function search(question: string, isOpen: (source: string) => boolean): Sentence[] {
    const asked = new Set(indexTerms(question));
    const own = [...asked].map((term) => [term, 1] as const);
    const titles = [...asked].map((term) => [inTitle(term), TITLE_WEIGHT] as const);
    return retriever
      .search(new Map([...own, ...titles]))
      .flatMap(({ id }) => sentences[id] ?? [])
      .filter(({ source }) => isOpen(source.id));
  }

  return {
    sources: articles.map(sourceOf),
    statements: sentences.map(({ statement }) => statement),
    knows,
    find(question, isOpen) {
      const candidates = search(question, isOpen).slice(0, FIRST);
      const asked = contentWords(question, statistics);
      const { judged } = selector.rank(question, candidates);
      const [best] = judged;
      if (best === undefined) return { ...NOTHING, missing: asked, knows };
      const sentenceAt = ({ at }: Judged) => candidates[at] as Sentence;
      const others = sayingAsMuch(judged, (each) => sentenceAt(each).source.id);
      // What says the same elsewhere is no rival: it speaks for the answer, not against it.
      const rivals = candidates.filter((_, at) => !others.some((other) => other.at === at));
      const { probability } = selector.rank(question, rivals);
      const cite = (each: Judged): Citation =>
        citationOf(sentenceAt(each), probability * Math.exp(each.score - best.score));
      const answering = [best, ...others].map((each) => spoken(cite(each), saidIn(sentenceAt(each).id, { at })));
      const known = knownOf(sentenceAt(best));
      return {
        probability,
        answering,
        ranking: [...answering, ...judged.filter((each) => each !== best && !others.includes(each)).map(cite)],
        covered: asked.filter(known),
        missing: asked.filter((word) => !known(word)),
        knows,
      };
    },
    sayings: (question, isOpen) =>
      sayingsIn(question, {
        at: (id) => (isOpen(at(id)?.source.id ?? '') ? at(id) : undefined),
        statistics,
        search: (text) => search(text, isOpen).map(({ id }) => id),
      }),
  };
}

const NOTHING = { probability: 0, answering: [], ranking: [], covered: [], missing: [] };

/** The best of each other source, where it comes near the very best, meets as much and gives what is asked for. */
function sayingAsMuch(judged: readonly Judged[], sourceOfOne: (one: Judged) => string): Judged[] {
  const [best] = judged as [Judged];
  const seen = new Set([sourceOfOne(best)]);
  return judged
    .filter((each) => {
      const source = sourceOfOne(each);
      if (seen.has(source)) return false;
      seen.add(source);
      const { unmet, gives } = each.evidence;
      const isNear = best.score - each.score <= SAYS_AS_MUCH;
      return isNear && unmet <= best.evidence.unmet && gives >= best.evidence.gives;
    })
    .slice(0, MOST_SOURCES - 1);
}

function citationOf({ statement, source }: Sentence, score: number): Citation {
  return { statement, source, locator: statement.locators[0] as string, also: [], score: Math.min(1, score) };
}

function spoken(citation: Citation, saidBy: string | null): Citation {
  return saidBy === null ? citation : { ...citation, saidBy };
}

/** The sentences of an article, each with those around it in its paragraph; its headings say nothing by themselves. */
function sentencesOf(article: Article): Omit<Sentence, 'id'>[] {
  const source = sourceOf(article);
  const paragraphs = new Map<string | undefined, Passage[]>();
  for (const passage of article.passages) {
    if (passage.kind !== 'sentence') continue;
    const [number] = passage.locator.split('.');
    const paragraph = paragraphs.get(number) ?? [];
    paragraphs.set(number, paragraph);
    paragraph.push(passage);
  }
  return [...paragraphs.values()].flatMap((paragraph) => {
    const texts = paragraph.map(({ text }) => text);
    return paragraph.map((passage, at) => ({
      text: passage.text,
      before: texts.slice(Math.max(0, at - AROUND), at),
      after: texts.slice(at + 1, at + 1 + AROUND),
      title: article.title,
      statement: statementOf(article, passage),
      source,
    }));
  });
}

function sourceOf(article: Article): Source {
  const { id, title, publisher, published, language, url } = article;
  return {
    id,
    title,
    publisher,
    dateline: null,
    published,
    language,
    url,
    sentences: {},
    speakers: { [speakerOf(article)]: publisher === null ? THE_ARTICLE : { en: publisher } },
    topics: {},
  };
}

function statementOf(article: Article, { locator, text }: Passage): Statement {
  return {
    id: `${article.id}#${locator}`,
    source: article.id,
    locators: [locator],
    speaker: speakerOf(article),
    side: null,
    topic: 'article',
    kinds: [],
    text: { en: `“${asRead(text).replace(UNPRINTABLE, ' ')}”` },
    examples: { en: [] },
    quote: text,
  };
}

function speakerOf({ publisher }: Article): string {
  return publisher ?? 'article';
}

/** Who says what an article without publisher says. */
const THE_ARTICLE = { en: 'the article', ko: '이 기사', ja: 'この記事' } as const;

/** Control characters, which could drive a terminal. */
const UNPRINTABLE = /\p{Cc}+/gu;
