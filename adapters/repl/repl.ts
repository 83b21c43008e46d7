import { createBot, type OpenRecord } from '../../src/index.ts';
import { readArguments } from '../arguments.ts';
import type { Io } from '../io.ts';
import { openFrom } from '../record.ts';
import { type LanguageSetting, languageOption, terminalLanguage } from './language.ts';
import { readLines } from './lines.ts';
import { createSession, type Session } from './session.ts';
import { createSink } from './sink.ts';
import { chooseView, PLAIN } from './view.ts';

/** Opens the terminal. Lines that are piped in are answered like typed ones, without prompt and colour. */
export async function repl(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments('repl', { args, options: { corpus: { type: 'string' }, lang: { type: 'string' } } });
  const setting = languageOption('repl', values.lang);
  await converse(await openFrom(values.corpus, io), io, setting);
  return 0;
}

/** Talks with a person until they leave. @returns the number of lines that were piped in; null at a terminal. */
export async function converse(record: OpenRecord, io: Io, setting: LanguageSetting = 'auto'): Promise<number | null> {
  const session = openSession(record, io, setting);
  if (io.input.isTTY !== true || io.output.isTTY !== true) return answerPiped(session, io);
  const { runTerminal } = await import('./terminal.ts');
  await runTerminal({ session, record, io, view: await chooseView(io) });
  return null;
}

/** Answers lines as one conversation. Resolves to the number of those that were not empty. */
async function answerPiped(session: Session, io: Io): Promise<number> {
  const output = createSink(io.output);
  let heard = 0;
  for await (const { text } of readLines(io.input)) {
    if (text.trim() === '') continue;
    heard += 1;
    const said = await session.hear(text);
    if (said.kind === 'leave') break;
    const shown = said.kind === 'reply' ? PLAIN.reply(said.reply) : PLAIN.list(said.blocks);
    if (!(await output.write(heard === 1 ? `${shown}\n` : `\n${shown}\n`))) break;
  }
  return heard;
}

function openSession(record: OpenRecord, { errors, environment }: Io, setting: LanguageSetting): Session {
  const onError = (error: unknown): void => void errors.write(`on-record: ${String(error)}\n`);
  return createSession({ record, bot: createBot({ record, onError }), setting, own: terminalLanguage(environment) });
}
