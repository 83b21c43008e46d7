import { REPL_COMMANDS } from '../wording/repl.ts';

/** What readline asks for: what may stand in place of the second part. */
export type Completer = (line: string) => [completions: string[], typed: string];

/** More choices than this are not listed: the words that come next are offered instead. */
const MOST = 24;

/** Completes commands, and questions that the record answers: from their beginning, else from words in them. */
export function createCompleter(questions: readonly string[]): Completer {
  const known = [...new Set(questions)];
  const commands: string[] = REPL_COMMANDS.map((name) => `:${name}`);
  return (line) => {
    const typed = line.trimStart();
    if (typed === '' || typed.startsWith(':')) return [commands.filter((each) => each.startsWith(typed)), typed];
    const sought = typed.toLowerCase();
    const beginning = known.filter((each) => each.toLowerCase().startsWith(sought));
    // What was typed stays as it was typed: the person's capitals are no mistake to be mended.
    if (beginning.length > 0)
      return [
        choices(
          beginning.map((each) => typed + each.slice(typed.length)),
          typed.length,
        ),
        typed,
      ];
    const words = sought.split(/\s+/).filter((word) => word !== '');
    return [known.filter((each) => words.every((word) => each.toLowerCase().includes(word))).slice(0, MOST), typed];
  };
}

function choices(matches: readonly string[], typed: number): string[] {
  const distinct = [...new Set(matches)];
  if (distinct.length <= MOST) return distinct;
  const shortened = distinct.map((each) => each.slice(0, typed) + (/^\S*\s*\S*/.exec(each.slice(typed))?.[0] ?? ''));
  return [...new Set(shortened)].slice(0, MOST);
}
