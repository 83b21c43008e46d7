import {
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Reply } from '../../src/index.ts';
import { type AnswerReference, readAnswerId } from '../service/answer-id.ts';
import { platformWording } from '../wording/languages.ts';
import { answerCommand } from './command-answer.ts';
import { type Action, readAction } from './custom-id.ts';
import { type Desk, removable } from './desk.ts';
import { askedIn, pagesOf } from './pages.ts';
import { reasonForm, sourcesPanel, whyPanel } from './panels.ts';
import { channelOf, localeLanguage, readInput, readPerson, readText } from './read.ts';
import { renderNote, renderShared } from './render.ts';

type Press = APIMessageComponentInteraction;

/** Answers a press of a button, also of one from before a restart: its id says all that is needed, and is checked. */
export async function pressButton(desk: Desk, press: Press): Promise<void> {
  const { commons, courier, completion } = desk;
  const wording = platformWording(localeLanguage(press.locale));
  const action = readAction(press.data.custom_id);
  const tell = (text: string) => courier.answer(press, [renderNote(text)]);
  if (action === null) return void (await tell(wording.oldButton));
  if (action.kind === 'remove') return remove(desk, press, action);
  if (action.kind === 'ask') {
    if (!completion.offers(action.question)) return void (await tell(wording.oldButton));
    return answerCommand(desk, press, { question: action.question, isPrivate: isPrivate(press), isCounted: false });
  }
  const reference = readAnswerId(action.answer, commons.record.corpus);
  if (reference === null) return void (await tell(wording.oldButton));
  const panel = { wording, language: localeLanguage(press.locale) };
  switch (action.kind) {
    case 'sources':
      return void (await courier.answer(press, sourcesPanel(reference, commons.record.corpus, panel)));
    case 'why':
      return void (await courier.answer(press, whyPanel({ reference, again: await askAgain(desk, press) }, panel)));
    case 'good':
      await judge(desk, press, { reference, verdict: 'good' });
      return void (await tell(wording.feedback.thanks));
    case 'bad':
      return void (await courier.respond(press, {
        type: InteractionResponseType.Modal,
        data: reasonForm(action.answer, wording),
      }));
    case 'share':
      return share(desk, press, action);
    case 'reason':
      return void (await tell(wording.oldButton));
  }
}

/** Keeps the reason for a 👎. */
export async function submitForm(desk: Desk, form: APIModalSubmitInteraction): Promise<void> {
  const { commons, courier } = desk;
  const wording = platformWording(localeLanguage(form.locale));
  const action = readAction(form.data.custom_id);
  const reference = action?.kind === 'reason' ? readAnswerId(action.answer, commons.record.corpus) : null;
  if (reference === null) return void (await courier.answer(form, [renderNote(wording.oldButton)]));
  await judge(desk, form, { reference, verdict: 'bad', reason: readInput(form.data.components) });
  await courier.answer(form, [renderNote(wording.feedback.thanks)]);
}

/** One verdict a person and answer; a second press changes nothing. */
async function judge(
  { commons: { deduplication, feedback } }: Desk,
  from: Press | APIModalSubmitInteraction,
  {
    reference,
    verdict,
    reason = null,
  }: { reference: AnswerReference; verdict: 'good' | 'bad'; reason?: string | null },
): Promise<void> {
  const message = from.message?.id ?? from.id;
  if (!deduplication.claim({ platform: 'discord', channel: `${verdict} ${readPerson(from).id}`, message })) return;
  const content = from.message?.content ?? '';
  await feedback?.judge({ on: reference, verdict, reason, question: askedIn(content) });
}

/** The asker or a moderator; the custom id proves who asked. */
async function remove(
  { courier, seal }: Desk,
  press: Press,
  { asker, proof, others }: Extract<Action, { kind: 'remove' }>,
): Promise<void> {
  const wording = platformWording(localeLanguage(press.locale));
  const { id, isModerator } = readPerson(press);
  const channel = channelOf(press);
  const isProved = seal.verify(proof, { asker, channel, others });
  const isAsker = id === asker && isProved;
  if (!isAsker && !isModerator) return void (await courier.answer(press, [renderNote(wording.remove.notYours)]));
  const isHeard = await courier.respond(press, { type: InteractionResponseType.DeferredMessageUpdate });
  if (isHeard) await courier.remove(press, { channel, others: isProved ? others : [] });
}

/** Shows a private answer to all, once: all of it or nothing. */
async function share(desk: Desk, press: Press, { answer, pages }: Extract<Action, { kind: 'share' }>): Promise<void> {
  const { commons, courier } = desk;
  const { deduplication, feedback } = commons;
  const wording = platformWording(localeLanguage(press.locale));
  const { message } = press;
  const channel = channelOf(press);
  const key = { platform: 'discord', channel: `share ${channel}`, message: message.id };
  const isOwn = message.content !== '' && message.author.id === press.application_id;
  const contents = !isOwn ? null : pages === 1 ? [message.content] : await allOf(desk, press, answer);
  if (contents === null) return void (await courier.answer(press, [renderNote(wording.share.gone)]));
  if (!deduplication.claim(key)) return void (await courier.answer(press, [renderNote(wording.share.done)]));
  const options = { wording, answerId: answer, takesFeedback: feedback !== null };
  const shared = removable(desk, { asker: readPerson(press).id, channel }, (removeId) =>
    renderShared(contents, { ...options, removeId }),
  );
  if (!(await courier.answer(press, shared))) deduplication.release(key);
}

/** All texts of an answer that one message cannot hold; after a restart they are made again where the question tells. */
async function allOf(desk: Desk, press: Press, answer: string): Promise<readonly string[] | null> {
  const { shareable } = desk;
  const last = press.message.content;
  const held = shareable.get(`${readPerson(press).id} ${answer}`);
  if (held?.at(-1) === last) return held;
  const reply = await askAgain(desk, press);
  const made = reply === null ? [] : pagesOf(reply, askedIn(last));
  return made.at(-1) === last ? made : null;
}

/** Asks the question of an answer again, alone, where the platform still gives it. */
async function askAgain({ commons: { bot }, courier }: Desk, press: Press): Promise<Reply | null> {
  const { id, message } = press;
  const replied = message.message_reference?.message_id;
  const quoted = askedIn(message.content);
  const question =
    quoted ??
    message.referenced_message?.content ??
    (replied === undefined ? undefined : (await courier.fetchMessage(channelOf(press), replied))?.content);
  if (question === undefined || readText(question) === '') return null;
  const conversation = `discord:why:${id}`;
  const reply = await bot.respond({ text: readText(question), conversation, person: 'discord:why' });
  bot.forget(conversation);
  return reply;
}

function isPrivate({ message }: Press): boolean {
  return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
