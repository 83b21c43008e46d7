import { basename } from 'node:path';
import type { Writable } from 'node:stream';
import {
  type ContractLine,
  createBot,
  type Language,
  type OpenRecord,
  type Reply,
  type Source,
  toContract,
} from '../../src/index.ts';
import type { InputLine } from './lines.ts';
import { type Malformed, type Request, readRequest } from './request.ts';

export interface DeskOptions {
  readonly record: OpenRecord;
  /** How many of the ranking each answer lists; undefined for none. */
  readonly candidates: number | undefined;
  /** The language of those who ask, where a question does not tell it. */
  readonly locale?: Language | undefined;
  /** Told of failures inside. */
  readonly errors: Writable;
}

/** An answer under the id of its request. */
export type AnswerLine = Omit<ContractLine, 'id'> & { readonly id: Request['id'] };

/** Answers questions that do not know of each other, one at a time and in order. */
export interface Desk {
  answer(request: Request): Promise<{ reply: Reply; line: AnswerLine }>;
  /** Lines of JSON in, lines of JSON out. */
  answerLines(lines: AsyncIterable<InputLine>): AsyncGenerator<string>;
  /** Questions in, texts out, parted by an empty line. Empty lines are passed over. */
  answerPlain(lines: AsyncIterable<InputLine>): AsyncGenerator<string>;
}

export function createDesk({ record, candidates, errors, locale }: DeskOptions): Desk {
  const onError = (error: unknown): void => void errors.write(`on-record: ${String(error)}\n`);
  const bot = createBot({ record, onError });

  async function answer({ id, question, history, documents: names }: Request) {
    const documents = names?.length
      ? record.corpus.sources.filter(isNamedIn(names)).map((source) => source.id)
      : undefined;
    const said = (text: string) => bot.respond({ text, conversation: CONVERSATION, person: PERSON, locale, documents });
    for (const text of history) await said(text);
    const reply = await said(question);
    bot.forget(CONVERSATION);
    return { reply, line: { ...toContract(null, reply, candidates), id } };
  }

  async function answerRequest(request: Request | Malformed): Promise<AnswerLine | Malformed> {
    if ('problem' in request) return request;
    const problem = problemWith(request.documents ?? [], record.corpus.sources);
    return problem === null ? (await answer(request)).line : { id: request.id, problem };
  }

  return {
    answer,
    async *answerLines(lines) {
      for await (const line of lines) {
        if (line.text.trim() === '') continue;
        const answered = await answerRequest(readRequest(line));
        yield `${JSON.stringify('problem' in answered ? failed(answered, line.number) : answered)}\n`;
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

/** What stands in the place of an answer, so that every line in has its line out. */
function failed({ id, problem }: Malformed, line: number) {
  return { id, line, status: 'failed', error: problem } as const;
}

/** What is wrong with the names of the sources to answer from; null where each names one. */
function problemWith(documents: readonly string[], sources: readonly Source[]): string | null {
  const unknown = documents.filter((name) => !sources.some(isNamedIn([name])));
  return unknown.length === 0 ? null : `"documents" names no source of this record: ${unknown.join(', ')}`;
}

/** A source is named by its id or the name of its file; an article's id is the path of its file. */
function isNamedIn(names: readonly string[]): (source: Source) => boolean {
  return ({ id }) => [id, `${id}.yaml`, `${id}.yml`, basename(id)].some((name) => names.includes(name));
}

const CONVERSATION = 'line';
const PERSON = 'terminal';
