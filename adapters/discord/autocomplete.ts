import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { type Corpus, type Language, localised, offeredQuestion } from '../../src/index.ts';
import { LIMITS } from './limits.ts';
import { flat } from './text.ts';

/** Completes questions to those that the record answers. */
export interface Completion {
  /** At most 25: those that begin as typed, those with all the words, then the rest, those with the most words first. */
  complete(typed: string, language: Language): APIApplicationCommandOptionChoice<string>[];
  /** Whether a question is one that is offered. */
  offers(question: string): boolean;
}

/** @param record whose corpus may be exchanged while the bot runs. */
export function createCompletion(record: { readonly corpus: Pick<Corpus, 'statements'> }): Completion {
  const lists = new Map<Language, readonly Known[]>();
  let { statements } = record.corpus;
  const listOf = (language: Language): readonly Known[] => {
    if (statements !== record.corpus.statements) {
      statements = record.corpus.statements;
      lists.clear();
    }
    const list = lists.get(language) ?? known(statements, language);
    lists.set(language, list);
    return list;
  };
  return {
    complete(typed, language) {
      const wanted = normal(typed);
      const words = wanted === '' ? [] : wanted.split(' ');
      const ranks: Known[][] = Array.from({ length: words.length + 2 }, () => []);
      for (const each of listOf(language)) ranks[rankOf(each, wanted, words)]?.push(each);
      const best = ranks.toReversed().flat().slice(0, LIMITS.choices);
      return best.map(({ question }) => ({ name: question, value: question }));
    },
    offers: (question) =>
      record.corpus.statements.some(({ examples }) => Object.values(examples).some((each) => each?.includes(question))),
  };
}

interface Known {
  readonly question: string;
  readonly plain: string;
}

/** How many of the words a question has; one more for all of them in this order at its beginning. */
function rankOf({ plain }: Known, wanted: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  if (plain.startsWith(wanted)) return words.length + 1;
  return words.filter((word) => ` ${plain}`.includes(` ${word}`) || (!isSpaced(word) && plain.includes(word))).length;
}

/** Japanese has no blanks between words. */
function isSpaced(word: string): boolean {
  return /^[\x20-\x7e]+$/.test(word);
}

/** The question that stands for each statement comes before the others that it answers; of those, whole sentences. */
function known(statements: Corpus['statements'], language: Language): Known[] {
  const offered = statements.flatMap((statement) => offeredQuestion(statement, language) ?? []);
  const others = statements.flatMap(({ examples }) => localised(examples, language));
  const whole = others.filter((question) => SENTENCE.test(question));
  return [...new Set([...offered, ...whole, ...others])]
    .filter((question) => question !== '' && question.length <= LIMITS.choice)
    .map((question) => ({ question, plain: normal(question) }));
}

/** Of the ways in which people put a question, the one that reads well in a list. */
const SENTENCE = /^[^\p{Ll}].*[?？。]$/u;

function normal(text: string): string {
  return flat(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
