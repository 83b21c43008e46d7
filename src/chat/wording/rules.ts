/** The rules that decide an answer, as the core names them. Each language has its words for every one. */
export const RULES = [
  'the question is nearest to ones that the record answers',
  'the record tells it otherwise, and so settles yes or no',
  'the question is nearest to ones that the record leaves open',
  'hardly a word of the question is on record',
  'no statement covers enough of the question',
  'everything that the named speaker said is asked for',
  'the message holds no word',
  'the message is longer than a question may be',
  'the message is in a script that the record is not written in',
  'a sentence of an article is likely enough to answer',
  'no sentence of an article is likely enough to answer',
  'sentences in which the one who is named speaks',
] as const;

export type Rule = (typeof RULES)[number];

/** A rule in the words of a language; one that is not known is told as the core names it. */
export function ruleIn(words: Readonly<Record<Rule, string>>, rule: string): string {
  return Object.hasOwn(words, rule) ? words[rule as Rule] : rule;
}
