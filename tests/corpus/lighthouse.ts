import { createHash } from 'node:crypto';
import { compileCorpus } from '../../src/corpus/compile.ts';
import { CorpusError } from '../../src/corpus/findings.ts';
import type { Corpus } from '../../src/corpus/record.ts';

/** A made-up article: its first paragraph has no full stop and stands whole in the second, as agencies print it. */
export const SENTENCES = {
  headline: 'Harbour Town Lights Its Lamp Again After The Storm',
  '1.1':
    'Harbour Town has lit the lamp of its old lighthouse again, which the storm of March had put out, the port office said on Monday',
  '2.1':
    'PORT ELLEN (Coast News - 4th May, 2031) Harbour Town has lit the lamp of its old lighthouse again, which the storm of March had put out, the port office said on Monday.',
  '3.1': 'Mayor Ada Finch climbed the 212 steps with a box of matches, as she had promised to do in April.',
  '3.2': '"It is a remarkably stubborn old tower," she said.',
  '3.3': 'Was it worth the money?',
  '4.1': 'The storm had torn off part of the roof.',
} as const;

export const ARTICLE = `${SENTENCES.headline}

${SENTENCES['1.1']}

${SENTENCES['2.1']}

${SENTENCES['3.1']} ${SENTENCES['3.2']} ${SENTENCES['3.3']}

${SENTENCES['4.1']}
`;

export const SOURCE = `source:
  id: lighthouse
  title: ${SENTENCES.headline}
  publisher: Coast News
  published: 2031-05-04
  language: en
  sentences:
${Object.entries(SENTENCES)
  .map(([locator, sentence]) => `    ${locator}: ${createHash('sha256').update(sentence).digest('hex')}\n`)
  .join('')}  speakers:
    finch: {en: Ada Finch}
  topics:
    lamp: {en: The lamp}
`;

export const STATEMENTS = `statements:
  - id: lamp-lit
    locators: [1.1, 2.1]
    speaker: finch
    topic: lamp
    kinds: [event]
    text: {en: The lamp burns.}
    examples: {en: [Is the lamp lit?]}
`;

export const GAPS = `gaps:
  - id: lamp-cost
    topic: lamp
    text: {en: what the lamp cost}
    nearest: [lamp-lit]
    examples: {en: [How much was the lamp?]}
`;

export const LEXICON = `lexicon:
  concepts:
    - id: lamp
      type: thing
      aliases: {en: [lamp, light]}
    - id: tower
      type: thing
      aliases:
        en:
          - lighthouse
          - U.K. tower
  phrases:
    - {alias: beacon, means: [lamp, tower]}
  titles:
    - {office: lamp, of: [tower], is: lamp}
  fillers: {en: [do you know]}
`;

/** A sound corpus in one file. */
export const SOUND = SOURCE + STATEMENTS + GAPS + LEXICON;

/** The corpus of these files, named as given. */
export function compile(files: Readonly<Record<string, string | Uint8Array>>): Corpus {
  return compileCorpus(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  );
}

/** The lines of the lint; none where the corpus is sound. */
export function lint(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  try {
    compile(files);
    return [];
  } catch (error) {
    if (error instanceof CorpusError) return error.message.split('\n');
    throw error;
  }
}

/** `text` with one passage changed; the passage must be there. */
export function changed(text: string, passage: string, into: string): string {
  if (!text.includes(passage)) throw new Error(`no ${JSON.stringify(passage)} in the text`);
  return text.replace(passage, () => into);
}

/** The number of the line on which a passage begins, from 1. */
export function lineOf(text: string, passage: string): number {
  return text.slice(0, text.indexOf(passage)).split('\n').length;
}
