import { setTimeout as pause } from 'node:timers/promises';
import { type APIInteraction, InteractionResponseType, MessageFlags } from 'discord.js';
import { type Reply, wordingFor } from '../../src/index.ts';
import { conversationOf } from './conversation.ts';
import { ask, type Desk, show } from './desk.ts';
import { channelOf, localeLanguage, readPerson } from './read.ts';
import { renderNote } from './render.ts';

export interface Asked {
  readonly question: string;
  readonly isPrivate: boolean;
  /** Buttons do not count towards the limit. */
  readonly isCounted?: boolean;
}

/** Answers a question that came by a command or a button. */
export async function answerCommand(
  desk: Desk,
  interaction: APIInteraction,
  { question, isPrivate, isCounted = true }: Asked,
): Promise<void> {
  const { commons, courier, patience } = desk;
  const { id: person } = readPerson(interaction);
  const channel = channelOf(interaction);
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  if (isCounted && (await commons.rateLimit.take(`discord:${person}`, channel)) !== 'ok')
    return void (await courier.answer(interaction, [renderNote(wordingFor(localeLanguage(locale)).slowDown)]));
  const asking = ask(desk, { text: question, conversation: conversationOf(person, channel), person, channel, locale });
  const bodiesOf = (reply: Reply) =>
    show(desk, reply, { asker: person, channel, asked: question, isPrivate: isPrivate || isUsage(reply) });
  const reply = await Promise.race([asking, pause(patience, null, { ref: false })]);
  if (reply !== null) return void (await courier.answer(interaction, bodiesOf(reply)));
  const flags = isPrivate ? MessageFlags.Ephemeral : undefined;
  const data = flags === undefined ? {} : { flags };
  const isHeld = await courier.respond(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data,
  });
  if (isHeld) await courier.complete(interaction, bodiesOf(await asking));
}

/** How to ask concerns only the one who asked nothing. */
function isUsage({ answer }: Reply): boolean {
  return answer?.kind === 'abstained' && answer.reason === 'empty';
}
