/** The script that most letters of a text are written in. */
export type Script = 'latin' | 'other';

const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

/** `latin` also where there is no letter at all: numbers are understood in any language. */
export function scriptOf(text: string): Script {
  const latin = text.match(LATIN)?.length ?? 0;
  const letters = text.match(LETTER)?.length ?? 0;
  return 2 * latin >= letters ? 'latin' : 'other';
}
