import type { Bot, Language, OpenRecord, Reply } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { REPL_COMMANDS, type ReplCommand } from '../wording/repl.ts';
import { type Block, quiet } from './blocks.ts';
import { COMMANDS, isCommandName } from './commands.ts';
import type { LanguageSetting } from './language.ts';

/** What the session says to a line. */
export type Said =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'list'; readonly blocks: readonly Block[] }
  | { readonly kind: 'leave' };

/** One person's conversation in the terminal: questions, commands and what was answered last. */
export interface Session {
  /** Answers a question or runs a command. Never rejects: a failure is told and the session goes on. */
  hear(line: string): Promise<Said>;
  /** In which the terminal speaks at this moment: as set, else that of the last reply, else the terminal's own. */
  language(): Language;
}

export interface SessionOptions {
  readonly record: OpenRecord;
  readonly bot: Bot;
  readonly setting?: LanguageSetting;
  /** The language that the terminal is set to. */
  readonly own?: Language | undefined;
}

/** The terminal holds one conversation with one person. */
const CONVERSATION = 'terminal';

export function createSession({ record, bot, setting: first = 'auto', own }: SessionOptions): Session {
  let last: Reply | null = null;
  let setting = first;
  const forget = (): void => {
    bot.forget(CONVERSATION);
    last = null;
  };
  const speak = (wanted: LanguageSetting): void => {
    setting = wanted;
  };
  const language = (): Language => (setting === 'auto' ? (last?.language ?? own ?? 'en') : setting);
  const ask = async (text: string): Promise<Said> => {
    const locale = setting === 'auto' ? own : setting;
    last = await bot.respond({ text, conversation: CONVERSATION, person: CONVERSATION, locale });
    return { kind: 'reply', reply: last };
  };
  const obey = (name: ReplCommand, argument: string | null): Said => {
    if (name === 'quit') return { kind: 'leave' };
    return {
      kind: 'list',
      blocks: COMMANDS[name]({ record, last, argument, language, setting, speak, forget }),
    };
  };
  return {
    language,
    async hear(line) {
      const { repl } = platformWording(language());
      try {
        const typed = commandIn(line);
        if (typed === null) return await ask(line);
        const [name, another] = meant(typed.name);
        if (name === undefined || another !== undefined)
          return typed.argument === null ? note(repl.noCommand(typed.name)) : await ask(line);
        // Only `:lang` takes a word: anything else with one more is a question that begins with a colon.
        return typed.argument === null || name === 'lang' ? obey(name, typed.argument) : await ask(line);
      } catch (error) {
        return note(repl.failed(error instanceof Error ? error.message : String(error)));
      }
    },
  };
}

/** `:name` or `:name word`, also when typed with the colon of a Korean or Japanese keyboard; null for a question. */
function commandIn(line: string): { name: string; argument: string | null } | null {
  const [, name, argument = null] = /^\s*[:：]\s*(\p{L}+)(?:\s+([\p{L}-]+))?\s*$/u.exec(line) ?? [];
  return name === undefined ? null : { name: name.normalize('NFKC').toLowerCase(), argument };
}

/** The commands that may be meant by a name or its beginning. */
function meant(typed: string): ReplCommand[] {
  if (isCommandName(typed)) return [typed];
  return REPL_COMMANDS.filter((name) => name.startsWith(typed));
}

function note(text: string): Said {
  return { kind: 'list', blocks: [quiet(text)] };
}
