import { randomUUID } from 'node:crypto';
import type { Answer } from '../../src/index.ts';
import { type AnswerReference, readAnswerId, writeAnswerId } from '../service/answer-id.ts';
import { faultOf } from '../service/logger.ts';
import { platformWording } from '../wording/languages.ts';
import { type Action, type Carried, writeValue } from './buttons.ts';
import { type Click, open, show, tell } from './click.ts';
import { patiently } from './client.ts';
import { answer, conversationOf, type Desk, joinThread, personOf, post } from './desk.ts';
import { LIMITS } from './limits.ts';
import { noted, paginate } from './pages.ts';
import { renderAnswer, renderReason, renderSources, renderWhy, sourcePieces } from './panels.ts';
import { type Rendered, renderReply } from './render.ts';
import { oneLine, tame } from './text.ts';

/** Does what a button is for. Needs no memory of the process: all is in the button. */
export async function press(desk: Desk, click: Click): Promise<void> {
  const { action, carried } = click;
  if (action === null || carried === null) return tell(desk, click, platformWording(click.language).oldButton);
  await PRESSED[action](desk, click, carried);
}

type Press = (desk: Desk, click: Click, carried: Carried) => Promise<void>;

const PRESSED: Readonly<Record<Action, Press>> = {
  sources: withAnswer((desk, click, { reference, language }) =>
    open(desk, click, renderSources(reference, desk.record.corpus, language)),
  ),

  why: withAnswer((desk, click, { reference, question, language }) =>
    open(desk, click, renderWhy({ reference, ...explained(desk, { reference, question, language }) }, language)),
  ),

  good: withAnswer(async (desk, click, { reference, question, language }) => {
    await desk.feedback?.judge({ on: reference, verdict: 'good', question });
    await tell(desk, click, platformWording(language).feedback.thanks);
  }),

  bad: withAnswer((desk, click, carried) =>
    open(desk, click, renderReason(writeValue(carried, LIMITS.privateMetadata), carried.language)),
  ),

  async share(desk, click, carried) {
    const { respond, at } = click;
    const words = platformWording(carried.language);
    const messages = await shared(desk, click, carried);
    if (messages === null || respond === null) return tell(desk, click, words.oldButton);
    const thread = at?.thread ? { thread_ts: at.thread } : {};
    try {
      for (const message of messages)
        await patiently(
          () => respond({ response_type: 'in_channel', replace_original: false, ...thread, ...message }),
          desk.waits,
        );
    } catch (error) {
      desk.log.warn({ platform: 'slack', fault: faultOf(error) }, 'an answer could not be shared');
      return tell(desk, click, words.share.gone);
    }
    await patiently(() => respond({ delete_original: true }), desk.waits);
  },

  async remove(desk, click, { asker, language }) {
    const { at, respond, user, client } = click;
    const words = platformWording(language).remove;
    if (asker !== user) return tell(desk, click, words.notYours);
    if (at === null || at.isPrivate) {
      if (respond !== null) await patiently(() => respond({ delete_original: true }), desk.waits);
      return;
    }
    try {
      await patiently(() => client.chat.delete({ channel: at.channel, ts: at.ts }), desk.waits);
    } catch (error) {
      desk.log.warn({ platform: 'slack', fault: faultOf(error) }, 'an answer could not be removed');
      await tell(desk, click, words.failed);
    }
  },

  async ask(desk, click, { question, language }) {
    const { at, respond, user, userName, team, client } = click;
    if (question === null) return tell(desk, click, platformWording(language).oldButton);
    const isDirect = at?.channel.startsWith('D') === true;
    const place = at === null ? null : { channel: at.channel, thread: at.thread ?? (isDirect ? null : at.ts) };
    const isPrivate = at?.isPrivate === true;
    // What only one person sees is a conversation of that person alone.
    const talk = place === null || isPrivate ? `${at?.channel ?? 'home'}:${user}` : conversationOf(team, place);
    const asked = { text: question, conversation: talk, person: personOf(team, user) };
    const heading = platformWording(language).share.asked(oneLine(userName), question);
    const { reply, messages } = await answer(desk, asked, { asker: user, isPrivate, heading });
    if (place === null) await open(desk, click, renderAnswer(reply, question));
    else if (isPrivate && respond !== null) await show(desk, respond, messages);
    else {
      joinThread(desk, place);
      await post(desk, client, { place, messages });
    }
  },
};

/** Reads the answer that a button is about; where there is none any more, says so. */
function withAnswer(
  act: (desk: Desk, click: Click, carried: Carried & { reference: AnswerReference }) => Promise<void>,
): Press {
  return async (desk, click, carried) => {
    const reference = readAnswerId(carried.answer ?? '', desk.record.corpus);
    if (reference === null) await tell(desk, click, platformWording(carried.language).oldButton);
    else await act(desk, click, { ...carried, reference });
  };
}

/** Asks the record once more: where the answer is the same, its words explain it. */
function explained(
  { record }: Desk,
  { reference, question, language }: Pick<Carried, 'question' | 'language'> & { reference: AnswerReference },
) {
  if (question === null) return { words: null, isFollowUp: false };
  const again = record.answer(question, [], { locale: language }).answer;
  return isSame(again, reference)
    ? { words: again.explain, isFollowUp: false }
    : { words: null, isFollowUp: reference.isCurrent };
}

function isSame(again: Answer, { kind, reason, statements }: AnswerReference): boolean {
  if (again.kind !== kind || (again.kind === 'abstained' && again.reason !== reason)) return false;
  const cited = again.kind === 'answered' ? again.citations : again.related;
  return (
    statements.every(({ id }, at) => cited[at]?.statement.id === id) && (statements.length > 0 || cited.length === 0)
  );
}

/** A private answer as all may see it: asked again or, where it was a follow-up, put together from its statements. */
async function shared(
  desk: Desk,
  { user, userName }: Click,
  { answer: id, question, language }: Carried,
): Promise<Rendered[] | null> {
  const { bot, record, feedback, settings } = desk;
  const heading = question === null ? null : platformWording(language).share.asked(oneLine(userName), question);
  const conversation = `share:${randomUUID()}`;
  const reply =
    question === null ? null : await bot.respond({ text: question, conversation, person: user, locale: language });
  bot.forget(conversation);
  if (reply !== null && (id === null || writeAnswerId(reply, record.corpus) === id)) {
    const options = { answerId: id, question: question ?? '', asker: user, heading };
    return renderReply(reply, { ...options, hasFeedback: feedback !== null, keepsQuestions: settings.keepQuestions });
  }
  const reference = readAnswerId(id ?? '', record.corpus);
  if (reference === null || reference.statements.length === 0) return null;
  const pages = paginate([
    ...(heading === null ? [] : noted(tame(heading))),
    ...sourcePieces(reference, record.corpus, language),
  ]);
  return pages.map(({ blocks, text }) => ({ blocks: [...blocks], text, unfurl_links: false, unfurl_media: false }));
}
