import { alike } from '../selection/coverage.ts';
import { readPassage } from '../selection/passage.ts';
import { readQuestion } from '../selection/question.ts';
import { sayingAsked } from '../selection/saying-asked.ts';
import { isNamed, isPronoun, shortName, speakersIn } from '../selection/speech.ts';
import type { TermStatistics } from '../selection/statistics.ts';
import type { Citation } from './answer.ts';
import type { Sentences } from './sentences.ts';

/** Sentences in their places. */
type Places = Pick<Sentences, 'at' | 'paragraphOf'>;

/** Sentences that can be looked for. */
export interface SearchableSentences extends Places {
  /** Numbers of the best so many that share words with a text, best first. */
  search(text: string, most: number): readonly number[];
  readonly statistics: TermStatistics;
}

/** What somebody says about something. */
export interface Sayings {
  /** Best first; empty where they say nothing about it. */
  readonly citations: readonly Citation[];
  /** What else they say. */
  readonly near: readonly Citation[];
}

/** So many sentences of the first search are read for who speaks. */
const READ = 200;
/** A pronoun means the one who spoke at most so many sentences before. */
const BACK = 3;
/** Weighted share of the topic's words that a sentence must hold. */
const ON_TOPIC = 0.5;
/** At most so many sentences in all, and of one source. */
const MOST = 8;
const MOST_OF_A_SOURCE = 3;

/**
 * "What did X say about Y": the sentences in which X speaks and Y is spoken of. Null for any other question, and where X
 * never speaks in the corpus: such a question is answered as others are.
 */
export function sayingsIn(question: string, sentences: SearchableSentences): Sayings | null {
  const asked = sayingAsked(question);
  if (asked === null) return null;
  const { speaker, topic } = asked;
  const spoken = idsOf([speaker, topic], sentences).flatMap((id) => {
    const saidBy = speakerOf(id, speaker, sentences);
    if (saidBy === null) return [];
    const text = sentences.at(id)?.text ?? '';
    return [{ id, saidBy, coverage: topic === null ? 1 : coverageOf(text, topic, sentences.statistics) }];
  });
  if (spoken.length === 0) return null;
  const ranked = spoken.toSorted((a, b) => b.coverage - a.coverage || a.id - b.id);
  const onTopic = ranked.filter(({ coverage }) => coverage >= ON_TOPIC);
  // Where nobody names the topic: what is said right behind a sentence that does, or in an article that is about it.
  const isAround = ({ id }: Spoken): boolean => topic !== null && isAbout(id, topic, sentences);
  const meant = onTopic.length > 0 ? onTopic : ranked.filter(isAround);
  const cited = (list: readonly Spoken[]): Citation[] => list.flatMap((each) => citationOf(each, sentences));
  return {
    citations: someOfEach(cited(meant)),
    near: cited(ranked.filter((each) => !meant.includes(each))).slice(0, 1),
  };
}

/** Who speaks in a sentence, as it or one before it names them; null where nobody does. */
export function saidIn(id: number, sentences: Places): string | null {
  const speaker = speakerOf(id, null, sentences);
  return speaker === null ? null : shortName(speaker);
}

interface Spoken {
  readonly id: number;
  readonly saidBy: string;
  readonly coverage: number;
}

/** Sentences that may be meant, in reading order: those found, and those behind them that may begin with "she said". */
function idsOf(texts: readonly (string | null)[], { search }: SearchableSentences): number[] {
  const found = texts.flatMap((text) => (text === null ? [] : search(text, READ)));
  return [...new Set(found.flatMap((id) => [id, id + 1, id + 2]))].sort((a, b) => a - b);
}

function speakerOf(id: number, wanted: string | null, sentences: Places): string | null {
  const said = sentences.at(id);
  if (said === undefined) return null;
  const named = speakersIn(said.text).flatMap((speaker) =>
    isPronoun(speaker) ? (antecedentOf(id, sentences) ?? []) : speaker,
  );
  return (wanted === null ? named[0] : named.find((speaker) => isNamed(wanted, speaker))) ?? null;
}

/** The one who is named as speaking in the nearest sentence before, of the same paragraph or right before. */
function antecedentOf(id: number, { at, paragraphOf }: Places): string | null {
  const own = at(id);
  const [first] = paragraphOf(id);
  for (let before = id - 1; before >= Math.max(id - BACK, Math.min(first, id - 1)); before -= 1) {
    const said = at(before);
    if (said === undefined || said.source.id !== own?.source.id) return null;
    const named = speakersIn(said.text).filter((speaker) => !isPronoun(speaker));
    if (named.length > 0) return named.at(-1) ?? null;
  }
  return null;
}

function coverageOf(text: string, topic: string, statistics: TermStatistics): number {
  const passage = readPassage(text);
  const { sought } = readQuestion(topic, statistics);
  const weight = (some: typeof sought): number => some.reduce((sum, each) => sum + each.weight, 0);
  const held = sought.filter((each) => passage.terms.has(each.term) || alike(each, passage));
  return sought.length === 0 ? 1 : weight(held) / weight(sought);
}

/** Is all of the topic in the sentence before, of the same paragraph, or in the title? */
function isAbout(id: number, topic: string, { at, paragraphOf, statistics }: SearchableSentences): boolean {
  const [before, own] = [at(id - 1), at(id)];
  if (own === undefined) return false;
  const goesOn = before !== undefined && paragraphOf(id)[0] < id;
  const around = [own.source.title, ...(goesOn ? [before.text] : [])];
  return around.some((text) => coverageOf(text, topic, statistics) === 1);
}

function citationOf({ id, saidBy, coverage }: Spoken, { at }: Places): Citation[] {
  const said = at(id);
  if (said === undefined) return [];
  const { statement, source } = said;
  const [locator = ''] = statement.locators;
  const name = shortName(saidBy);
  const score = Math.max(coverage, ON_TOPIC);
  return [{ statement, source, locator, also: [], score, ...(name === null ? {} : { saidBy: name }) }];
}

function someOfEach(citations: readonly Citation[]): Citation[] {
  const counts = new Map<string, number>();
  return citations
    .filter(({ source }) => {
      const count = (counts.get(source.id) ?? 0) + 1;
      counts.set(source.id, count);
      return count <= MOST_OF_A_SOURCE;
    })
    .slice(0, MOST);
}
