import { type AnswerKind, askedFor } from './asked.ts';
import { askedForInCjk, counterIn, isCjk } from './cjk-kinds.ts';
import { readPassage, type Token } from './passage.ts';
import { rarity, type TermStatistics } from './statistics.ts';

/** A content term of a question. */
export interface Sought extends Token {
  /** What it tells: 1 for a term that stands in no passage, towards 0 for one that stands in all. */
  readonly weight: number;
  /** Does it stand behind `how` or 몇, so that whatever gives that measure meets it? */
  readonly isMeasure: boolean;
}

/** A question, read once for all its candidates. */
export interface ReadQuestion {
  readonly kind: AnswerKind;
  /** What a number must stand before to answer, in Korean and Japanese: 권 of "몇 권"; null where any number will do. */
  readonly counter: string | null;
  /** Content terms in the order of the question, each once. */
  readonly sought: readonly Sought[];
  /** Weight of all that is sought; 1 if nothing is. */
  readonly total: number;
  /** Words of grammar but those that ask. */
  readonly grammar: readonly string[];
  /** The term that names what is asked for: `university` of "which university"; null if none does. */
  readonly focus: string | null;
  /** Sought numbers, and terms with a capital: likely names. Capitals tell nothing in a question without small letters. */
  readonly names: readonly Sought[];
  /** Terms of all words. */
  readonly terms: ReadonlySet<string>;
}

const ASKING = new Set('what which who whom whose when where why how is are was were do does did'.split(' '));
/** Behind `how` these ask, and an answer has no use for them: "how long" is told in months. */
const MEASURES: ReadonlySet<string> = new Set(['long', 'often', 'soon', 'far']);
const FOCUS =
  /\b(?:what|which|how many|how much)(?: (?:other|two|three|major|main|types? of|kinds? of|sort of|(?:is|was|are|were) the))* (\p{L}+)/u;
/** The capital of the first word tells nothing. */
const CAPITALISED = /(?<!^\s*)(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}\p{N}'’.-]*/gu;

export function readQuestion(text: string, statistics: TermStatistics): ReadQuestion {
  const { tokens, terms } = readPassage(text);
  const sought = new Map<string, Sought>();
  for (const [at, token] of tokens.entries()) {
    if (!token.content || sought.has(token.term)) continue;
    const asking = tokens[at - 1]?.form;
    // "몇 권인가요": the counter is met by a number of it.
    const isMeasure = asking === '몇' || (asking === 'how' && MEASURES.has(token.form));
    sought.set(token.term, { ...token, weight: rarity(token.term, statistics), isMeasure });
  }
  const normal = tokens.map(({ form }) => form).join(' ');
  const kind = isCjk(text) ? askedForInCjk(text) : askedFor(normal);
  const counter = kind === 'number' ? counterIn(text) : null;
  const list = [...sought.values()];
  // 何歳 is one word, and one that asks; what is counted is sought all the same.
  if (counter !== null && !list.some(({ isMeasure }) => isMeasure))
    list.push({ form: counter, term: counter, content: true, weight: 1, isMeasure: true });
  const focus = FOCUS.exec(normal)?.[1];
  const named = namesOf(text);
  return {
    kind,
    counter,
    sought: list,
    total: list.reduce((sum, { weight }) => sum + weight, 0) || 1,
    grammar: [...new Set(tokens.filter(({ content, form }) => !content && !ASKING.has(form)).map(({ form }) => form))],
    focus: tokens.find(({ content, form }) => content && form === focus)?.term ?? null,
    names: list.filter(({ term }) => named.has(term) || term.startsWith('#')),
    terms,
  };
}

function namesOf(text: string): Set<string> {
  if (!/\p{Ll}/u.test(text)) return new Set();
  return new Set((text.match(CAPITALISED) ?? []).flatMap((word) => [...readPassage(word).contentTerms]));
}
