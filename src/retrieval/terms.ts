import { FUNCTION_WORDS, numberTerm, stem, writtenOut } from './english.ts';
import { type LexiconTable, lookUp } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import { type Word, words } from './text.ts';

/** A term of a question, an example or a statement. */
export interface Term {
  /** `@moon` for a concept, `#20` for a number, else the stem. */
  readonly key: string;
  /** The words it was read from, as typed. */
  readonly surface: string;
  /** `grammar` weighs little; `unknown` stands nowhere in the record. */
  readonly class: 'content' | 'number' | 'grammar' | 'unknown';
  /** Is it an owner, as in "Moon's letter"? */
  readonly possessive: boolean;
  /** Stems of the words it was read from; several for a phrase. */
  readonly stems: readonly string[];
}

/** A text, analysed. */
export interface Analysis {
  readonly terms: readonly Term[];
  /** The same with every office and its owner apart: "the president of South Korea" is one of `terms`, and two of these. */
  readonly apart: readonly Term[];
  /** Its words in normal form, slips mended, parted by one space. */
  readonly plain: string;
}

export interface Analyser {
  analyse(text: string): Analysis;
}

/** What an analyser knows. Without `known`, every word counts as known: that is how the record itself is read. */
export interface AnalyserOptions {
  readonly lexicon: LexiconTable;
  /** Is this stem a term of the record? */
  readonly known?: ((stem: string) => boolean) | undefined;
  /** Is this stem so well established in the record that it is no slip? */
  readonly settled?: ((stem: string) => boolean) | undefined;
  /** Is this an everyday word, though not one of the record? Such a word is never taken for a slip. */
  readonly everyday?: ((normal: string) => boolean) | undefined;
  readonly speller?: Speller | undefined;
}

/** The shortest word that is looked for within another, and the longest that is taken apart, in letters. */
const SHORTEST_PART = 3;
const LONGEST_JOINED = 20;

/** One way from text to terms, for index and question alike. */
export function createAnalyser({
  lexicon,
  known = () => true,
  settled = known,
  everyday = () => false,
  speller,
}: AnalyserOptions): Analyser {
  const isKnown = (normal: string): boolean => {
    if (FUNCTION_WORDS.has(normal) || numberTerm(normal) !== null) return true;
    const root = stem(normal);
    return settled(root) || lookUp(lexicon, [root], 0) !== null || everyday(normal);
  };
  const settle = (word: Word): string => {
    const normal = writtenOut(word.normal);
    if (speller === undefined || isKnown(normal)) return normal;
    return speller.correct(normal) ?? normal;
  };
  /** A word that is unknown, but made of two known ones: "howlong". */
  const part = (word: Word): Word[] => {
    const { normal, possessive } = word;
    if (
      speller === undefined ||
      normal.length < 2 * SHORTEST_PART ||
      normal.length > LONGEST_JOINED ||
      isKnown(normal) ||
      speller.correct(normal) !== null
    )
      return [word];
    for (let at = SHORTEST_PART; at <= normal.length - SHORTEST_PART; at += 1) {
      const [head, tail] = [normal.slice(0, at), normal.slice(at)];
      if (isKnown(head) && isKnown(tail))
        return [
          { text: head, normal: head, possessive: false },
          { text: tail, normal: tail, possessive },
        ];
    }
    return [word];
  };
  return {
    analyse(text) {
      const found = words(text).flatMap(part);
      const normals = found.map(settle);
      const stems = normals.map(stem);
      const terms: Term[] = [];
      let at = 0;
      while (at < found.length) {
        const meaning = lookUp(lexicon, stems, at);
        if (meaning !== null) {
          const run = found.slice(at, at + meaning.length);
          const surface = run.map((word) => word.text).join(' ');
          const possessive = run.at(-1)?.possessive ?? false;
          for (const key of meaning.terms)
            terms.push({ key, surface, class: 'content', possessive, stems: stems.slice(at, at + meaning.length) });
          at += meaning.length;
          continue;
        }
        terms.push(single(found[at] as Word, normals[at] as string, stems[at] as string));
        at += 1;
      }
      return { terms: joinTitles(terms, lexicon.titles), apart: terms, plain: normals.join(' ') };
    },
  };

  function single({ text: surface, possessive }: Word, normal: string, root: string): Term {
    if (FUNCTION_WORDS.has(normal)) return { key: normal, surface, class: 'grammar', possessive, stems: [root] };
    const number = numberTerm(normal);
    if (number !== null) return { key: number, surface, class: 'number', possessive, stems: [root] };
    return { key: root, surface, class: known(root) ? 'content' : 'unknown', possessive, stems: [root] };
  }
}

const OF: ReadonlySet<string> = new Set(['of', 'from', 'in']);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** "Seoul's premier", "the president of South Korea": office and owner become the one whom they mean. */
function joinTitles(terms: readonly Term[], titles: LexiconTable['titles']): Term[] {
  const joined: Term[] = [];
  let at = 0;
  while (at < terms.length) {
    const first = terms[at] as Term;
    let next = at + 1;
    if (terms[next]?.class === 'grammar' && OF.has(terms[next]?.key ?? '')) {
      next += 1;
      while (ARTICLES.has(terms[next]?.key ?? '')) next += 1;
    }
    const second = terms[next];
    const key =
      second &&
      (titles[`${first.key} ${second.key}`] ?? (next === at + 1 ? titles[`${second.key} ${first.key}`] : undefined));
    if (second !== undefined && key !== undefined) {
      const surface = terms
        .slice(at, next + 1)
        .map((term) => term.surface)
        .join(' ');
      const stems = terms.slice(at, next + 1).flatMap((term) => term.stems);
      joined.push({ key, surface, class: 'content', possessive: second.possessive, stems });
      at = next + 1;
    } else {
      joined.push(first);
      at += 1;
    }
  }
  return joined;
}
