import type { Language, OpenRecord, Reply } from '../../src/index.ts';
import { toContract } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { REPL_COMMANDS, type ReplCommand } from '../wording/repl.ts';
import { type Block, heading, item, quiet, row, text } from './blocks.ts';
import { aligned } from './columns.ts';
import { listSources, listTopics } from './contents.ts';
import { LANGUAGE_CHOICES, type LanguageSetting, readLanguage } from './language.ts';
import { explainReply } from './why.ts';

/** What a command has to work with. */
export interface Context {
  readonly record: OpenRecord;
  /** The last reply; null before the first question and after `:reset`. */
  readonly last: Reply | null;
  /** What was typed after the command. */
  readonly argument: string | null;
  /** In which to answer, at this moment. */
  language(): Language;
  readonly setting: LanguageSetting;
  speak(setting: LanguageSetting): void;
  /** Forgets the conversation. */
  forget(): void;
}

/** What can be typed besides questions; `:quit` is the session's. */
export const COMMANDS: Readonly<Record<ReplCommand, (context: Context) => readonly Block[]>> = {
  help,
  topics: ({ record, language }) => listTopics(record.corpus, language()),
  sources: ({ record, language }) => listSources(record.corpus, language()),
  why: (context) => (context.last === null ? nothingYet(context) : explainReply(context.last, context.language())),
  json: (context) =>
    context.last === null
      ? nothingYet(context)
      : [{ kind: 'verbatim', text: JSON.stringify(toContract(null, context.last)) }],
  lang: changeLanguage,
  reset: ({ forget, language }) => {
    // Afterwards there is no last reply any more to tell the language.
    const { forgotten } = platformWording(language()).repl;
    forget();
    return [quiet(forgotten)];
  },
  quit: () => [],
};

export function isCommandName(name: string): name is ReplCommand {
  return Object.hasOwn(COMMANDS, name);
}

function help({ record, language }: Context): Block[] {
  const { repl } = platformWording(language());
  const labels = aligned(REPL_COMMANDS.map((name) => `:${name} `));
  const examples = questionsIn(record, language()).slice(0, 1);
  return [
    text(repl.intro),
    ...examples.map((question) => item(question)),
    heading(repl.commandsTitle),
    ...REPL_COMMANDS.map((name, at) => row(labels[at] ?? '', repl.commands[name])),
    quiet(repl.keys),
  ];
}

/** Questions that the record answers, in a language or, where it has none in that, in English. */
export function questionsIn(record: OpenRecord, language: Language): readonly string[] {
  const questions = record.questions(language);
  return questions.length > 0 ? questions : record.questions('en');
}

function nothingYet({ language }: Context): Block[] {
  return [quiet(platformWording(language()).repl.nothingYet)];
}

/** Sets the language, or tells it where none is named. */
function changeLanguage({ argument, setting, speak, language }: Context): Block[] {
  const wanted = argument === null ? setting : readLanguage(argument);
  if (wanted !== null) speak(wanted);
  const { repl } = platformWording(language());
  if (wanted === null) return [quiet(repl.noLanguage(argument ?? '', LANGUAGE_CHOICES.join(', ')))];
  if (wanted === 'auto') return [quiet(repl.automatic)];
  return [quiet(repl.language(new Intl.DisplayNames([wanted], { type: 'language' }).of(wanted) ?? wanted))];
}
