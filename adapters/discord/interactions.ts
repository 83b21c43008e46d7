import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import { wordingFor } from '../../src/index.ts';
import { faultOf } from '../service/logger.ts';
import { platformWording } from '../wording/languages.ts';
import { pressButton, submitForm } from './buttons.ts';
import { answerCommand } from './command-answer.ts';
import { COMMANDS } from './commands.ts';
import type { Desk } from './desk.ts';
import { aboutPanel, recordPanel } from './panels.ts';
import { localeLanguage, readCommand, readTarget, readText } from './read.ts';
import { renderNote } from './render.ts';

/** Answers whatever a person does with the bot other than writing a message. Each interaction is answered once. */
export async function answerInteraction(desk: Desk, interaction: APIInteraction): Promise<void> {
  const { deduplication, log } = desk.commons;
  if (!deduplication.claim({ platform: 'discord', channel: 'interaction', message: interaction.id })) return;
  try {
    await handle(desk, interaction);
  } catch (error) {
    log.error({ platform: 'discord', fault: faultOf(error) }, 'an interaction could not be handled');
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
    const { apology } = wordingFor(localeLanguage('locale' in interaction ? interaction.locale : undefined));
    await desk.courier.answer(interaction, [renderNote(apology)]);
  }
}

async function handle(desk: Desk, interaction: APIInteraction): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return runCommand(desk, interaction);
    case InteractionType.ApplicationCommandAutocomplete:
      return complete(desk, interaction);
    case InteractionType.MessageComponent:
      return pressButton(desk, interaction);
    case InteractionType.ModalSubmit:
      return submitForm(desk, interaction);
    default:
      return;
  }
}

async function complete({ completion, courier }: Desk, interaction: APIInteraction): Promise<void> {
  const typed = readCommand(interaction)?.question ?? '';
  const choices = completion.complete(typed, localeLanguage('locale' in interaction ? interaction.locale : undefined));
  await courier.respond(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

async function runCommand(desk: Desk, interaction: APIApplicationCommandInteraction): Promise<void> {
  const { commons, courier } = desk;
  const language = localeLanguage(interaction.locale);
  const wording = platformWording(language);
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const target = data.resolved.messages[data.target_id];
    return answerCommand(desk, interaction, {
      question: target === undefined ? '' : readTarget(target),
      isPrivate: true,
    });
  }
  switch (data.name) {
    case COMMANDS.ask: {
      const command = readCommand(interaction);
      return answerCommand(desk, interaction, {
        question: readText(command?.question ?? ''),
        isPrivate: command?.isPrivate ?? false,
      });
    }
    case COMMANDS.sources:
      return void (await courier.answer(interaction, recordPanel(commons.record.corpus, { wording, language })));
    case COMMANDS.about:
      return void (await courier.answer(interaction, aboutPanel({ wording, kept: keptBy(desk) })));
    default:
      return void (await courier.answer(interaction, [renderNote(wording.discord.oldCommand)]));
  }
}

function keptBy({ commons: { feedback, settings } }: Desk): { days: number; questions: boolean } | null {
  return feedback === null ? null : { days: settings.retentionDays, questions: settings.keepQuestions };
}
