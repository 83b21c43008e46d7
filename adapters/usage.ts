import { SetupError } from '../src/index.ts';

export type Command = 'start' | 'repl' | 'ask' | 'corpus' | 'doctor' | 'feedback';

/** The command line cannot be understood. Exit status 2. */
export class UsageError extends SetupError {
  override readonly name = 'UsageError';

  constructor(command: Command, problem: string) {
    super(`${problem}\n\n${USAGE[command]}`);
  }
}

export function isCommand(name: string): name is Command {
  return Object.hasOwn(USAGE, name);
}

const CORPUS_OPTION =
  '  --corpus DIR     answer from the corpus files and articles in DIR (CORPUS_DIR) instead of the shipped record';
const LANGUAGE_OPTION =
  '  --lang LANGUAGE  en, ko, ja or auto: yours, where a question does not tell (auto: as the terminal is set)';
const HELP_OPTION = '  --help           show this';

/** What `--help` prints, by command. */
export const USAGE: Readonly<Record<Command, string>> = {
  start: `Usage: npm start [-- OPTIONS]
Starts every platform whose settings are in the environment or in .env (see .env.example). With none of them it opens
a terminal, or, where lines are piped in, answers them and ends.

${CORPUS_OPTION}
${HELP_OPTION}
  --version        show the version

Other commands: npm run repl, npm run -s ask, npm run corpus,
npm run doctor, npm run -s feedback; each has a --help of its own.`,
  repl: `Usage: npm run repl [-- OPTIONS]
Opens a terminal to ask the record in; :help there lists what it understands.

${CORPUS_OPTION}
${LANGUAGE_OPTION}
${HELP_OPTION}`,
  ask: `Usage: npm run -s ask -- [OPTIONS] "QUESTION"
       npm run -s ask -- [OPTIONS] < QUESTIONS
Answers one question, or, without one, each line of standard input.

  --json           print each answer as one JSON object a line; lines of standard input are JSON objects, too:
                   {"id": "...", "question": "...", "history": ["..."], "documents": ["..."]}
  --candidates N   with --json: list the best N statements of the ranking, too
${CORPUS_OPTION}
${LANGUAGE_OPTION}
${HELP_OPTION}

Exit status: 0 answered, 1 not on record, 2 the command line or the set-up needs mending. For standard input it is 0
unless the run itself failed.`,
  corpus: `Usage: npm run corpus -- check
       npm run corpus -- build
       npm run corpus -- verify --source FILE
       npm run corpus -- import FILE... [OPTIONS]
       npm run corpus -- diff OLD NEW --questions FILE [--json]
Checks the corpus files and plain articles; indexes articles ahead of the next start or SIGHUP; proves locators and quotations against a copy of the article; makes a
corpus file, yet without statements, of each article and prints what it understood; or tells which questions are
answered, cited or abstained from otherwise in the corpus folder NEW than in OLD.

  --corpus DIR     with import: the folder that the files go to, instead of the shipped one
  --title, --publisher, --published YYYY-MM-DD, --language, --url
                   with import: what the article does not say of itself, or says wrongly
  --force          with import: write over a file of that name
  --questions FILE with diff: a question a line, or a JSON object a line: {"question": "...", "context": ["..."]}
  --json           with diff: print each change as one JSON object a line

CORPUS_DIR names the folder where none is given. Exit status: 0 all is well, 1 verify: not all is proven, diff: an
answer changes, 2 something needs mending.`,
  doctor: `Usage: npm run doctor [-- OPTIONS]
Looks at the settings, the corpus, and what the platforms say to their tokens: a line each, fine or what to do.

  --json           print the findings as one JSON object
${CORPUS_OPTION}
${HELP_OPTION}

Exit status: 0 all is well, 2 something needs mending.`,
  feedback: `Usage: npm run -s feedback [-- OPTIONS]
Sums up what people said with 👍 and 👎, and what could not be answered. Reads DATA_DIR.

${CORPUS_OPTION}
${HELP_OPTION}`,
};
