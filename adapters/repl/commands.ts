import type { OpenRecord, Reply } from '../../src/index.ts';
import { toContract } from '../../src/index.ts';
import { type Block, heading, item, quiet, row, text } from './blocks.ts';
import { listSources, listTopics } from './contents.ts';
import { explainReply } from './why.ts';

export type CommandName = 'help' | 'topics' | 'sources' | 'why' | 'json' | 'reset' | 'quit';

/** What a command has to work with. */
export interface Context {
  readonly record: OpenRecord;
  /** The last reply; null before the first question and after `:reset`. */
  readonly last: Reply | null;
  /** Forgets the conversation. */
  forget(): void;
}

interface Command {
  readonly help: string;
  run(context: Context): readonly Block[];
}

const NOTHING_YET = [quiet('Ask something first.')];

/** What can be typed besides questions, in the order in which `:help` lists it. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  help: { help: 'this list', run: help },
  topics: { help: 'everything it can answer, by topic', run: ({ record }) => listTopics(record.corpus) },
  sources: { help: 'what the record was made from', run: ({ record }) => listSources(record.corpus) },
  why: {
    help: 'why the last answer is what it is',
    run: ({ last }) => (last === null ? NOTHING_YET : explainReply(last)),
  },
  json: {
    help: 'the last answer as JSON',
    run: ({ last }) =>
      last === null ? NOTHING_YET : [{ kind: 'verbatim', text: JSON.stringify(toContract(null, last)) }],
  },
  reset: {
    help: 'forget the conversation',
    run: ({ forget }) => {
      forget();
      return [quiet('The conversation is forgotten.')];
    },
  },
  quit: { help: 'leave (also Ctrl-D, or Ctrl-C twice)', run: () => [] },
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function help({ record }: Context): Block[] {
  const widest = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, command]) => row(`:${name.padEnd(widest)}  `, command.help));
  const examples = record.questions().slice(0, 1);
  return [
    text('Ask a question in plain words; follow-ups such as "and why?" are understood.'),
    ...examples.map((question) => item(question)),
    heading('Commands'),
    ...rows,
    quiet('Tab completes commands and questions; the arrow keys bring back earlier ones.'),
  ];
}
