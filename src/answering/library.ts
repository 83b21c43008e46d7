import type { Article } from '../articles/article.ts';
import type { Source, Statement } from '../corpus/record.ts';
import { likelihood } from '../selection/decision.ts';
import { indexTerms } from '../selection/passage.ts';
import { createSelector, type Judged } from '../selection/selector.ts';
import type { Surroundings } from '../selection/surroundings.ts';
import type { Citation } from './answer.ts';
import { type ArticleIndex, inTitle, termsOf } from './article-index.ts';
import { contentWords, knownOf } from './asked-words.ts';
import { type Sayings, saidIn, sayingsIn } from './sayings.ts';
import { numberSentences, type Sentence } from './sentences.ts';

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

/** @param index of these articles. */
export function createLibrary(articles: readonly Article[], index: ArticleIndex): Library {
  const sentences = numberSentences(articles);
  const terms = termsOf(index);
  const statistics = { documentFrequency: terms.frequency, count: sentences.statements.length };
  const selector = createSelector(statistics);
  const knows = (word: string): boolean => indexTerms(word).some((term) => terms.frequency(term) > 0);

  /** The best so many sentences that share words with a text, their own or their article's title's. */
  function search(text: string, most: number, isOpen: (source: string) => boolean): Sentence[] {
    const asked = new Set(indexTerms(text));
    const own = [...asked].map((term) => [term, 1] as const);
    const titles = [...asked].map((term) => [inTitle(term), TITLE_WEIGHT] as const);
    const found: Sentence[] = [];
    for (const { id } of index.retriever.search(new Map([...own, ...titles]))) {
      if (found.length === most) break;
      const sentence = sentences.at(id);
      if (sentence !== undefined && isOpen(sentence.source.id)) found.push(sentence);
    }
    return found;
  }

  function around(id: number): Surroundings {
    const [first, end] = sentences.paragraphOf(id);
    const [from, to] = [Math.max(first, id - AROUND), Math.min(end, id + 1 + AROUND)];
    return {
      place: id - from,
      follows: (term) => id > from && terms.hold(term, id - 1, id),
      hold: (term) => terms.hold(term, from, id) || terms.hold(term, id + 1, to),
    };
  }

  return {
    sources: sentences.sources,
    statements: sentences.statements,
    knows,
    find(question, isOpen) {
      const candidates = search(question, FIRST, isOpen);
      const asked = contentWords(question, statistics);
      const { judged, sought } = selector.rank(
        question,
        candidates.map((sentence) => ({ ...sentence, around: around(sentence.id) })),
      );
      const [best] = judged;
      if (best === undefined) return { ...NOTHING, missing: asked, knows };
      const sentenceAt = ({ at }: Judged) => candidates[at] as Sentence;
      const others = sayingAsMuch(judged, (each) => sentenceAt(each).source.id);
      // What says the same elsewhere is no rival: it speaks for the answer, not against it.
      const rivals = judged.filter((each) => !others.includes(each));
      const probability = likelihood(rivals, sought);
      const cite = (each: Judged): Citation =>
        citationOf(sentenceAt(each), probability * Math.exp(each.score - best.score));
      const answering = [best, ...others].map((each) => spoken(cite(each), saidIn(sentenceAt(each).id, sentences)));
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
        paragraphOf: sentences.paragraphOf,
        at(id) {
          const sentence = sentences.at(id);
          return sentence !== undefined && isOpen(sentence.source.id) ? sentence : undefined;
        },
        statistics,
        search: (text, most) => search(text, most, isOpen).map(({ id }) => id),
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
