import { FUNCTION_WORDS, numberTerm, stem } from '../retrieval/english.ts';
import { cjkForm } from './cjk-forms.ts';
import { formsOf } from './forms.ts';

/** A word of a question or a passage, in the forms in which it may match. */
export interface Token {
  /** As written, in lower case and without accents. */
  readonly form: string;
  /** What the index knows it by: its stem, or `#20` for a number. */
  readonly term: string;
  /** Does it say what the text is about, rather than hold its grammar together? */
  readonly content: boolean;
}

/** A text, read once. */
export interface Passage {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Terms of all words, content and grammar. */
  readonly terms: ReadonlySet<string>;
  readonly contentTerms: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

/** Reads a text; the same words of two texts become the same terms. */
export function readPassage(text: string): Passage {
  const tokens = formsOf(text).map(tokenOf);
  const [terms, contentTerms, forms] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { form, term, content } of tokens) {
    terms.add(term);
    forms.add(form);
    if (content) contentTerms.add(term);
  }
  return { text, tokens, terms, contentTerms, forms };
}

/** The terms of a text that an index should hold, in order and repeated as in the text: content words only. */
export function indexTerms(text: string): string[] {
  return formsOf(text)
    .map(tokenOf)
    .filter(({ content }) => content)
    .map(({ term }) => term);
}

/**
 * Reads texts, remembering up to `most` of them: a sentence is asked for by one question and again by the next. When
 * full, it starts afresh.
 */
export function createReader(most = 5_000): (text: string) => Passage {
  const held = new Map<string, Passage>();
  return (text) => {
    let passage = held.get(text);
    if (passage === undefined) {
      if (held.size >= most) held.clear();
      passage = readPassage(text);
      held.set(text, passage);
    }
    return passage;
  };
}

const known = new Map<string, Token>();
const MOST_KNOWN = 50_000;

function tokenOf(form: string): Token {
  let token = known.get(form);
  if (token === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    const cjk = cjkForm(form);
    token = { form, ...(cjk ?? { term: numberTerm(form) ?? stem(form), content: !FUNCTION_WORDS.has(form) }) };
    known.set(form, token);
  }
  return token;
}
