import type { GatewayMessageCreateDispatchData } from 'discord.js';
import { languageOf, wordingFor } from '../../src/index.ts';
import { ask, type Desk, show } from './desk.ts';
import { readMessage } from './read.ts';
import { renderNote } from './render.ts';

/** Answers a message that is addressed to the bot, once, as a reply to it. */
export async function answerMessage(desk: Desk, message: GatewayMessageCreateDispatchData, me: string): Promise<void> {
  const addressed = readMessage(message, me);
  if (addressed === null) return;
  const { deduplication, rateLimit } = desk.commons;
  const { id, channel, person, question } = addressed;
  const key = { platform: 'discord', channel, message: id };
  if (!deduplication.claim(key)) return;
  const allowed = await rateLimit.take(`discord:${person}`, channel);
  if (allowed === 'told') return deduplication.settle(key);
  if (allowed === 'over') {
    const { slowDown } = wordingFor(languageOf(question, {}) ?? 'en');
    await desk.courier.reply({ id, channel }, [renderNote(slowDown, { isPrivate: false })]);
    return deduplication.settle(key);
  }
  const conversation = desk.conversations.of(addressed);
  const reply = await ask(desk, { text: question, conversation, person, channel });
  const sent = await desk.courier.reply({ id, channel }, show(desk, reply, { asker: person, channel }));
  if (sent === null) return deduplication.release(key);
  deduplication.settle(key);
  for (const answer of sent) desk.conversations.remember(answer, conversation);
}
