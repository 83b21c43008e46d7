/** What a selection set is asked, in all the settings that it can be asked in. */
import { EVIDENCE } from '../src/selection/evidence.ts';
import { readQuestion } from '../src/selection/question.ts';
import { createSelector, type Ranking } from '../src/selection/selector.ts';
import type { Asked, Page, SelectionSet } from './selection-data.ts';
import { type Corpus, candidateOf, createCorpus, type Found, firstStage, type Sentence } from './selection-engines.ts';

export const SETTINGS = {
  /** The sentences of the page that comes with the question. */
  page: { trains: 1, decides: 0.7 },
  /** The same, in lower case and with nothing known of context. */
  'page, bare': { trains: 0.5, decides: 0.3 },
  /** The page without the sentences that answer. */
  'page, answers removed': { trains: 0, decides: 1.2 },
  /** All pages or paragraphs of the set in one corpus. */
  corpus: { trains: 1, decides: 0.9 },
  'corpus, bare': { trains: 0.4, decides: 0 },
  /** The set answers no such question, though it has its topic. */
  'corpus, no answer': { trains: 0, decides: 0.4 },
  /** The corpus without the article that the question is about. */
  'corpus, topic absent': { trains: 0, decides: 0.7 },
} as const;
export type SettingName = keyof typeof SETTINGS;

/** The candidates of one question, as one engine ranks them. */
export interface Ranked {
  readonly scores: readonly number[];
  readonly right: readonly boolean[];
  /** How sure the engine is of the best one. */
  readonly strength: number;
}

/** One question in one setting. */
export interface Trial {
  readonly set: string;
  readonly setting: SettingName;
  readonly fold: number;
  /** How many sentences answer, whether among the candidates or not. */
  readonly answers: number;
  readonly terms: number;
  readonly right: readonly boolean[];
  /** A row of `EVIDENCE` for each candidate. */
  readonly rows: Float64Array;
  readonly shipped: Ranked;
  readonly minisearch: Ranked;
  readonly bm25: Ranked;
}

export const FOLDS = 5;

export function trialsOf(set: SelectionSet): Trial[] {
  const whole = createCorpus(set.pages);
  const folds = foldsOf(set);
  const trials: Trial[] = [];
  set.questions.forEach((asked, number) => {
    const fold = folds.get(asked.group) ?? 0;
    const add = (setting: SettingName, from: readonly Sentence[], corpus = whole): void => {
      trials.push(trialOf({ set: set.name, setting, fold, asked, from, corpus }));
    };
    if (asked.page !== null) {
      const { page } = asked;
      const sentences = sentencesOf(page);
      add('page', sentences);
      add('page, bare', sentences);
      const rest = page.sentences.filter(({ id }) => !asked.gold.has(id));
      if (asked.gold.size > 0 && rest.length > 0)
        add('page, answers removed', sentencesOf({ title: page.title, sentences: rest }));
    }
    const pool = firstStage(whole, asked.text);
    add(asked.gold.size > 0 ? 'corpus' : 'corpus, no answer', pool);
    if (asked.page === null && asked.gold.size > 0 && number % 2 === 0) add('corpus, bare', pool);
  });
  return [...trials, ...absent(set, folds)];
}

function absent(set: SelectionSet, folds: ReadonlyMap<string, number>): Trial[] {
  const titled = set.pages.every(({ title }) => title !== '');
  if (!titled) return [];
  const partOf = (group: string): string => (set.questions[0]?.page === null ? group : String(folds.get(group)));
  return [...new Set(set.questions.map(({ group }) => partOf(group)))].flatMap((part) => {
    const corpus = createCorpus(set.pages.filter(({ title }) => partOf(title) !== part));
    return set.questions
      .filter(({ group, gold }) => gold.size > 0 && partOf(group) === part)
      .map((asked) =>
        trialOf({
          set: set.name,
          setting: 'corpus, topic absent',
          fold: folds.get(asked.group) ?? 0,
          asked,
          from: firstStage(corpus, asked.text),
          corpus,
        }),
      );
  });
}

interface Posed {
  readonly set: string;
  readonly setting: SettingName;
  readonly fold: number;
  readonly asked: Asked;
  readonly from: readonly Sentence[];
  readonly corpus: Corpus;
}

function trialOf({ set, setting, fold, asked, from, corpus }: Posed): Trial {
  const bare = setting.endsWith('bare');
  const text = bare ? asked.text.toLowerCase() : asked.text;
  const unanswered = setting === 'page, answers removed' || setting === 'corpus, topic absent';
  const isRight = ({ id, page, at }: Sentence): boolean =>
    !unanswered && (asked.gold.has(id) || (asked.page !== null && isSame(asked, page, at)));
  const candidates = from.map((each) => (bare ? { text: candidateOf(each).text } : candidateOf(each)));
  const ranking = createSelector(corpus.statistics).rank(text, candidates);
  const right = from.map(isRight);
  const onPage = setting.startsWith('page');
  const ranked = (found: readonly Found[]): Ranked =>
    onPage ? rankedOnPage(found, from, right) : rankedInCorpus(found, isRight);
  return {
    set,
    setting,
    fold,
    answers: unanswered ? 0 : onPage ? right.filter(Boolean).length : asked.gold.size,
    terms: readQuestion(text, corpus.statistics).sought.length,
    right,
    rows: rowsOf(ranking),
    shipped: shippedOf(ranking, right),
    minisearch: ranked(corpus.minisearch(asked.text)),
    bm25: ranked(corpus.bm25(asked.text)),
  };
}

/** The same sentence in another extract of the same article is as right. */
function isSame({ gold, page: own }: Asked, page: Page, at: number): boolean {
  if (own === null || page.title === '' || page.title !== own.title) return false;
  const text = page.sentences[at]?.text;
  return own.sentences.some((sentence) => gold.has(sentence.id) && sentence.text === text);
}

function rowsOf({ judged }: Ranking): Float64Array {
  const rows = new Float64Array(judged.length * EVIDENCE.length);
  for (const { at, evidence } of judged)
    EVIDENCE.forEach((name, column) => {
      rows[at * EVIDENCE.length + column] = evidence[name];
    });
  return rows;
}

function shippedOf({ judged, probability }: Ranking, right: readonly boolean[]): Ranked {
  return {
    scores: judged.map(({ score }) => score),
    right: judged.map(({ at }) => right[at] ?? false),
    strength: probability,
  };
}

function rankedOnPage(found: readonly Found[], from: readonly Sentence[], right: readonly boolean[]): Ranked {
  const byPlace = new Map<string, number>(found.map(({ sentence, score }) => [`${sentence.id}`, score]));
  const scores = from.map(({ id }) => byPlace.get(id) ?? 0);
  return { scores, right, strength: Math.max(0, ...scores) };
}

function rankedInCorpus(found: readonly Found[], isRight: (sentence: Sentence) => boolean): Ranked {
  const best = found.slice(0, 50);
  return {
    scores: best.map(({ score }) => score),
    right: best.map(({ sentence }) => isRight(sentence)),
    strength: best[0]?.score ?? 0,
  };
}

function sentencesOf(page: Page): Sentence[] {
  return page.sentences.map(({ id }, at) => ({ id, page, at }));
}

/** Articles go to folds in turn, in the order of a hash where there are many. */
function foldsOf({ questions }: SelectionSet): Map<string, number> {
  const groups = [...new Set(questions.map(({ group }) => group))];
  return new Map(groups.map((group, at) => [group, groups.length < 50 ? at % FOLDS : hash(group) % FOLDS]));
}

function hash(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
