import type { Writable } from 'node:stream';
import { type ContractLine, createBot, type OpenRecord, type Reply, toContract } from '../../src/index.ts';
import type { InputLine } from './lines.ts';
import { type Malformed, type Request, readRequest } from './request.ts';

export interface DeskOptions {
  readonly record: OpenRecord;
  /** How many of the ranking each answer lists; undefined for none. */
  readonly candidates: number | undefined;
  /** Told of failures inside. */
  readonly errors: Writable;
}

/** An answer line, or the line that stands in the place of one. */
export type AnswerLine = (Omit<ContractLine, 'id'> & { readonly id: Request['id'] }) | FailedLine;

interface FailedLine {
  readonly id: Request['id'];
  readonly line?: number;
  readonly status: 'failed';
  readonly error: string;
}

/** Answers questions that do not know of each other, one at a time and in order. */
export interface Desk {
  answer(request: Request): Promise<{ reply: Reply; line: AnswerLine }>;
  /** Lines of JSON in, lines of JSON out. */
  answerLines(lines: AsyncIterable<InputLine>): AsyncGenerator<string>;
  /** Questions in, texts out, parted by an empty line. Empty lines are passed over. */
  answerPlain(lines: AsyncIterable<InputLine>): AsyncGenerator<string>;
}

export function createDesk({ record, candidates, errors }: DeskOptions): Desk {
  const onError = (error: unknown): void => void errors.write(`on-record: ${String(error)}\n`);
  const bot = createBot({ record, onError });
  const known = new Set(record.corpus.sources.flatMap(({ id }) => [id, `${id}.yaml`]));

  async function answer({ id, question, history }: Request) {
    for (const text of history) await bot.respond({ text, conversation: CONVERSATION, person: PERSON });
    const reply = await bot.respond({ text: question, conversation: CONVERSATION, person: PERSON });
    bot.forget(CONVERSATION);
    return { reply, line: { ...toContract(null, reply, candidates), id } };
  }

  async function answerRequest(request: Request | Malformed, number: number): Promise<AnswerLine> {
    if ('problem' in request) return { id: request.id, line: number, status: 'failed', error: request.problem };
    const unknown = request.documents?.filter((name) => !known.has(name)) ?? [];
    if (unknown.length > 0)
      return { id: request.id, line: number, status: 'failed', error: `unknown in "documents": ${unknown.join(', ')}` };
    return (await answer(request)).line;
  }

  return {
    answer,
    async *answerLines(lines) {
      for await (const line of lines) {
        if (line.text.trim() === '') continue;
        yield `${JSON.stringify(await answerRequest(readRequest(line), line.number))}\n`;
      }
    },
    async *answerPlain(lines) {
      let first = true;
      for await (const { text: question } of lines) {
        if (question.trim() === '') continue;
        const { reply } = await answer({ id: null, question, history: [], documents: null });
        yield first ? `${reply.text}\n` : `\n${reply.text}\n`;
        first = false;
      }
    },
  };
}

const CONVERSATION = 'line';
const PERSON = 'terminal';
