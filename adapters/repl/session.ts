import type { Bot, OpenRecord, Reply } from '../../src/index.ts';
import { type Block, quiet } from './blocks.ts';
import { COMMANDS, type CommandName, isCommandName } from './commands.ts';

/** What the session says to a line. */
export type Said =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'list'; readonly blocks: readonly Block[] }
  | { readonly kind: 'leave' };

/** One person's conversation in the terminal: questions, commands and what was answered last. */
export interface Session {
  /** Answers a question or runs a command. Never rejects: a failure is told and the session goes on. */
  hear(line: string): Promise<Said>;
}

export interface SessionOptions {
  readonly record: OpenRecord;
  readonly bot: Bot;
}

/** The terminal holds one conversation with one person. */
const CONVERSATION = 'terminal';

export function createSession({ record, bot }: SessionOptions): Session {
  let last: Reply | null = null;
  const forget = (): void => {
    bot.forget(CONVERSATION);
    last = null;
  };
  const obey = (name: CommandName): Said => {
    if (name === 'quit') return { kind: 'leave' };
    return { kind: 'list', blocks: COMMANDS[name].run({ record, last, forget }) };
  };
  return {
    async hear(line) {
      try {
        const typed = commandIn(line);
        if (typed === null) {
          last = await bot.respond({ text: line, conversation: CONVERSATION, person: CONVERSATION });
          return { kind: 'reply', reply: last };
        }
        const [name, another] = meant(typed);
        if (name !== undefined && another === undefined) return obey(name);
        return note(`There is no command :${typed}. Type :help to see them all.`);
      } catch (error) {
        return note(`That failed (${error instanceof Error ? error.message : String(error)}). Ask something else.`);
      }
    },
  };
}

/** The name in `:name`, also when typed with the colon of a Korean or Japanese keyboard; null for a question. */
function commandIn(line: string): string | null {
  return /^\s*[:：]\s*(\p{L}+)\s*$/u.exec(line)?.[1]?.toLowerCase() ?? null;
}

/** The commands that may be meant by a name or its beginning. */
function meant(typed: string): CommandName[] {
  if (isCommandName(typed)) return [typed];
  return (Object.keys(COMMANDS) as CommandName[]).filter((name) => name.startsWith(typed));
}

function note(text: string): Said {
  return { kind: 'list', blocks: [quiet(text)] };
}
