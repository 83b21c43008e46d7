import { type Language, languageOf, offeredQuestion, type Reply } from '../../src/index.ts';
import { writeAnswerId } from '../service/answer-id.ts';
import type { Commons } from '../service/commons.ts';
import type { InFlight } from '../service/drain.ts';
import { faultOf } from '../service/logger.ts';
import { platformWording } from '../wording/languages.ts';
import { type Client, type Extras, patiently, type Waits } from './client.ts';
import { refusalOf } from './faults.ts';
import { examples } from './home.ts';
import type { Languages } from './languages.ts';
import { type Rendered, type RenderOptions, renderReply, renderUsage } from './render.ts';
import type { Threads } from './threads.ts';

/** What all ways of asking share: a question in, messages out. */
export interface Desk extends Commons {
  readonly inFlight: InFlight;
  readonly extras: Extras;
  readonly threads: Threads;
  readonly languages: Languages;
  readonly waits: Waits;
  /** Told that Slack has refused the token. */
  readonly onRefusal: (error: unknown) => void;
}

export interface Asked {
  readonly text: string;
  readonly conversation: string;
  readonly person: string;
}

/** Where something is posted. */
export interface Place {
  readonly channel: string;
  readonly thread: string | null;
}

export function conversationOf(team: string, { channel, thread }: Place): string {
  return ['slack', team, channel, thread ?? ''].join(':');
}

export function personOf(team: string, user: string): string {
  return `slack:${team}:${user}`;
}

/** Remembers the thread before the bot speaks in it: who reads the answer may ask on at once. */
export function joinThread({ threads }: Desk, { channel, thread }: Place): void {
  if (thread !== null) threads.join(channel, thread);
}

/** The bot's reply to a question, as messages. */
export async function answer(
  { bot, record, feedback, settings, languages }: Desk,
  asked: Asked,
  options: Pick<RenderOptions, 'asker' | 'isPrivate' | 'heading'>,
): Promise<{ reply: Reply; messages: Rendered[] }> {
  const reply = await bot.respond({ ...asked, locale: languages.of(asked.person) });
  languages.heard(asked.person, reply.language);
  const messages = renderReply(reply, {
    ...options,
    question: asked.text,
    answerId: writeAnswerId(reply, record.corpus),
    hasFeedback: feedback !== null,
    keepsQuestions: settings.keepQuestions,
  });
  return { reply, messages };
}

/** In which language to say something to a person that is no answer: theirs, as far as it is known, or that of `text`. */
export function languageTo({ languages }: Pick<Desk, 'languages'>, person: string, text = ''): Language {
  return languageOf(text, { locale: languages.of(person) }) ?? 'en';
}

/** How to ask, with three questions; for those who said nothing. */
export function usage({ record }: Pick<Desk, 'record'>, language: Language = 'en'): Rendered {
  const words = platformWording(language);
  const questions = examples(record.corpus, language);
  const fallback = record.corpus.statements
    .slice(0, 3)
    .flatMap((statement) => offeredQuestion(statement, language) ?? []);
  return renderUsage(words.usage('/ask'), {
    title: words.examplesTitle,
    questions: questions.length > 0 ? questions : fallback,
    language,
  });
}

/** Posts messages in their order. Resolves when all of them are there. @throws what Slack answered last. */
export async function post(
  { waits, log }: Desk,
  client: Client,
  { place, messages }: { place: Place; messages: readonly Rendered[] },
): Promise<void> {
  const to = { channel: place.channel, ...(place.thread === null ? {} : { thread_ts: place.thread }) };
  for (const message of messages) {
    try {
      // The client would take blocks apart twice, to log and to send them; as JSON they go as they are.
      const written = { ...message, blocks: JSON.stringify(message.blocks) as unknown as Rendered['blocks'] };
      await patiently(() => client.chat.postMessage({ ...to, ...written }), waits);
    } catch (error) {
      if (!REFUSED_BLOCKS.has(refusalOf(error) ?? '')) throw error;
      // An answer without its buttons is better than none.
      log.error({ platform: 'slack', fault: faultOf(error) }, 'Slack refuses the blocks of a message; sent as text');
      const { blocks: _, ...text } = message;
      await patiently(() => client.chat.postMessage({ ...to, ...text }), waits);
    }
  }
}

const REFUSED_BLOCKS: ReadonlySet<string> = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Runs work that must be delivered before the program ends; what it throws is logged and goes no further. */
export async function work({ inFlight, log, onRefusal }: Desk, name: string, job: () => Promise<void>): Promise<void> {
  try {
    await inFlight.run(job);
  } catch (error) {
    log.error({ platform: 'slack', work: name, fault: faultOf(error) }, 'could not be delivered');
    onRefusal(error);
  }
}
