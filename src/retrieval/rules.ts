import type { Kind, Language } from '../corpus/record.ts';
import type { Feature } from './features.ts';
import type { Analyser, AnalyserOptions } from './terms.ts';

/** What the core knows of one language, whatever the corpus is about. A further language is one more of these. */
export interface LanguageRules {
  readonly language: Language;
  /** Are words parted by spaces, reliably? If not, the lexicon is looked up character by character. */
  readonly isSpaced: boolean;
  /** One way from text to terms, for index and question alike. */
  analyser(options: AnalyserOptions): Analyser;
  /** The kinds that a question in normal form asks for: at most one, and `yes-no`. Keywords ask for none. */
  expected(plain: string): Kind[];
  /** Words of grammar, which weigh little. */
  readonly grammar: ReadonlySet<string>;
  readonly pointers: Pointers;
  /** What a question is compared by beside its terms: pieces of words, where words have many forms. */
  pieces(plain: string): Feature[];
  /** The parts of a question, in order; the whole question alone where it has but one part. A few at most. */
  partsOf(question: string): string[];
}

/** Words by which a question leans on what was said before, by term. */
export interface Pointers {
  /** "He", "her": the person spoken of. */
  readonly personal: ReadonlySet<string>;
  /** These, and "it", "that", "there": whatever was spoken of. */
  readonly pointing: ReadonlySet<string>;
  /** "This", "other": pointing only where no noun follows. */
  readonly before: ReadonlySet<string>;
  /** "And", "but" at the beginning. */
  readonly opening: ReadonlySet<string>;
  /** Endings of a subject, where a subject that is known is left out: a short question with none is about the person spoken of. */
  readonly subject?: ReadonlySet<string>;
  /** Stems that ask for more of the same: "what else did he say?" */
  readonly more?: ReadonlySet<string>;
  /** Words of which one that asks the same of something else is made: "and for Japan?", "no, I mean the other one". */
  readonly elliptic?: ReadonlySet<string>;
}
