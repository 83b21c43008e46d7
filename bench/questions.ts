import { readFileSync } from 'node:fs';

/** A question with what a right answer to it is; the form of the files in `tests/questions/`. */
export interface Question {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  /** Any one of these locators must be cited first; or all of one list, where several are asked for; `[]`: abstain. */
  readonly gold: readonly string[] | { readonly all: readonly string[]; readonly alt?: readonly (readonly string[])[] };
  /** Regular expressions, case-insensitive, that the text of the answer must match. */
  readonly must_include?: readonly string[];
  /** Earlier questions of the conversation, oldest first. */
  readonly context?: readonly string[];
  readonly split?: string;
}

export function readQuestions(file: string): Question[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      try {
        return JSON.parse(line) as Question;
      } catch (cause) {
        throw new Error(`${file}:${at + 1}: not a JSON object; one question a line`, { cause });
      }
    });
}

/** Must this question be abstained from (or be met with small talk)? */
export function isUnanswerable({ gold }: Question): boolean {
  return Array.isArray(gold) && gold.length === 0;
}
