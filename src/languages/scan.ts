import { numberTerm, stem } from '../retrieval/english.ts';
import type { LexiconTable } from '../retrieval/lexicon.ts';
import type { Analyser, AnalyserOptions, Term } from '../retrieval/terms.ts';
import { normalise } from '../retrieval/text.ts';

/** What a language without reliable spaces brings to the reading of its texts. */
export interface Script {
  /** Words of grammar as they are typed -> their term ("누가" -> "누구"). */
  readonly grammar: Readonly<Record<string, string>>;
  /** The shortest run of the lexicon that is looked for inside a word. */
  readonly shortestInside: number;
  /** Takes apart what no list knows: the rest of a word, or of a run of words. */
  rest(text: string): readonly { readonly text: string; readonly root: string; readonly isGrammar: boolean }[];
}

/** A letter or digit of a text, and whether a word begins with it. */
interface Sign {
  readonly char: string;
  readonly begins: boolean;
}

export const WORD_SIGN = /[\p{L}\p{N}\p{M}ー々]/u;
const LATIN = /[\p{Script=Latin}']/u;
const DIGIT = /\p{N}/u;

/**
 * Reads a text from left to right and takes the longest run that the lexicon or the grammar knows, across spaces; what
 * is left over is taken apart by the language's own rule.
 */
export function createScanner(script: Script, { lexicon, known = () => true }: AnalyserOptions): Analyser {
  const longestGrammar = Math.max(...Object.keys(script.grammar).map((word) => word.length));
  return {
    analyse(text) {
      const normal = normalise(text);
      const signs = signsOf(normal);
      const terms: Term[] = [];
      let rest = '';
      const flush = (): void => {
        for (const each of rest === '' ? [] : script.rest(rest)) {
          const kind = each.isGrammar ? 'grammar' : known(each.root) ? 'content' : 'unknown';
          terms.push(term(each.root, each.text, kind));
        }
        rest = '';
      };
      for (let at = 0; at < signs.length; ) {
        const sign = signs[at] as Sign;
        if (sign.begins) flush();
        const run =
          lexiconRun(signs, at, rest === '' ? 1 : script.shortestInside) ?? grammarRun(signs, at, rest === '');
        if (run !== null) {
          flush();
          terms.push(...run.terms);
          at += run.length;
        } else if (DIGIT.test(sign.char) || LATIN.test(sign.char)) {
          flush();
          const word = plainRun(signs, at);
          const number = numberTerm(word);
          const root = stem(word);
          terms.push(
            number === null ? term(root, word, known(root) ? 'content' : 'unknown') : term(number, word, 'number'),
          );
          at += word.length;
        } else {
          rest += sign.char;
          at += 1;
        }
      }
      flush();
      return { terms, apart: terms, plain: normal.replace(/\s+/gu, ' ').trim() };
    },
  };

  function lexiconRun(signs: readonly Sign[], at: number, shortest: number): Run | null {
    const first = signs[at]?.char ?? '';
    const most = Object.hasOwn(lexicon.longest, first) ? (lexicon.longest[first] as number) : 0;
    for (let length = Math.min(most, signs.length - at); length >= shortest; length -= 1) {
      const surface = textOf(signs, at, length);
      if (!Object.hasOwn(lexicon.runs, surface) || splitsWord(signs, at, length)) continue;
      return { length, terms: meant(lexicon, surface) };
    }
    return null;
  }

  function grammarRun(signs: readonly Sign[], at: number, isFresh: boolean): Run | null {
    if (!isFresh) return null;
    for (let length = Math.min(longestGrammar, signs.length - at); length > 0; length -= 1) {
      const surface = textOf(signs, at, length);
      if (!Object.hasOwn(script.grammar, surface)) continue;
      return { length, terms: [term(script.grammar[surface] as string, surface, 'grammar')] };
    }
    return null;
  }
}

interface Run {
  readonly length: number;
  readonly terms: readonly Term[];
}

function meant(lexicon: LexiconTable, surface: string): Term[] {
  const keys = lexicon.runs[surface] ?? '';
  return keys === '' ? [] : keys.split(' ').map((key) => term(key, surface, 'content'));
}

function term(key: string, surface: string, kind: Term['class']): Term {
  return { key, surface, class: kind, possessive: false, stems: [surface] };
}

function signsOf(normal: string): Sign[] {
  const signs: Sign[] = [];
  let begins = true;
  for (const char of normal) {
    if (!WORD_SIGN.test(char)) begins = true;
    else {
      signs.push({ char, begins });
      begins = false;
    }
  }
  return signs;
}

function textOf(signs: readonly Sign[], at: number, length: number): string {
  let text = '';
  for (let place = at; place < at + length; place += 1) text += signs[place]?.char ?? '';
  return text;
}

/** A word in Latin letters or a number is never read in part: "lee" is not in "sleep". */
function splitsWord(signs: readonly Sign[], at: number, length: number): boolean {
  const joins = (before: Sign | undefined, after: Sign | undefined): boolean =>
    before !== undefined &&
    after !== undefined &&
    !after.begins &&
    [LATIN, DIGIT].some((kind) => kind.test(before.char) && kind.test(after.char));
  return joins(signs[at - 1], signs[at]) || joins(signs[at + length - 1], signs[at + length]);
}

/** The run of digits, or of Latin letters, from `at`. */
function plainRun(signs: readonly Sign[], at: number): string {
  const kind = DIGIT.test(signs[at]?.char ?? '') ? DIGIT : LATIN;
  let end = at + 1;
  while (end < signs.length && !signs[end]?.begins && kind.test(signs[end]?.char ?? '')) end += 1;
  return textOf(signs, at, end - at);
}

/** The parts of a question: sentences of their own, and clauses behind one of `between`, if each of them asks. */
export function partsBy(asks: RegExp, between: RegExp): (question: string) => string[] {
  return (question) => {
    const parts = question
      .split(between)
      .map((part) => part.trim())
      .filter((part) => /\p{L}/u.test(part));
    return parts.length > 1 && parts.every((part) => asks.test(part)) ? parts.slice(0, 3) : [question];
  };
}

/** The kinds of a question by the first pattern that it fits, and `yes-no` where `yesNo` fits and nothing else asks. */
export function kindsBy<K>(patterns: readonly (readonly [RegExp, K])[], yesNo: RegExp, yes: K): (plain: string) => K[] {
  return (plain) => {
    const found = patterns.find(([pattern]) => pattern.test(plain))?.[1];
    if (found !== undefined) return [found];
    return yesNo.test(plain) ? [yes] : [];
  };
}
