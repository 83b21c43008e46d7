import { FUNCTION_WORDS, stem } from '../retrieval/english.ts';
import { expected } from '../retrieval/expected.ts';
import type { LanguageRules } from '../retrieval/rules.ts';
import { createAnalyser } from '../retrieval/terms.ts';
import { partsOf } from './english-parts.ts';
import { longPieces } from './pieces.ts';

const PERSONAL = ['he', 'him', 'his', 'himself', 'she', 'her', 'hers'];
const ANYTHING = ['they', 'them', 'their', 'theirs', 'it', 'its', 'there', 'then'];
/** Beside these an ellipsis holds nothing but the thing that is asked about now. */
const ELLIPTIC = `and but so or then also what how about of for in on with from to at the a an one ones other his her their
  its there no not nor i me we mean meant say said ok okay sorry question same now again please as well too between two`;
const BEFORE_A_NOUN = ['this', 'that', 'those', 'these', 'one', 'same', 'both', 'either', 'neither', 'other', 'else'];

export const ENGLISH_RULES: LanguageRules = {
  language: 'en',
  isSpaced: true,
  analyser: createAnalyser,
  expected,
  grammar: FUNCTION_WORDS,
  pointers: {
    personal: new Set(PERSONAL),
    pointing: new Set([...PERSONAL, ...ANYTHING, ...BEFORE_A_NOUN]),
    before: new Set(BEFORE_A_NOUN),
    opening: new Set(['and', 'but', 'or', 'so', 'also', 'then']),
    more: new Set([stem('else')]),
    elliptic: new Set(ELLIPTIC.split(/\s+/u)),
  },
  pieces: longPieces,
  partsOf,
};
