import {
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  InteractionType,
  type Locale,
  MessageType,
} from 'discord.js';
import { type Language, languageFor } from '../../src/index.ts';
import { visible } from './text.ts';

/** A message that is addressed to the bot. */
export interface Addressed {
  /** Without mentions; may be empty. */
  readonly question: string;
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  readonly isDirect: boolean;
  /** The bot's message that it replies to; null where it replies to none. */
  readonly repliesTo: { readonly id: string; readonly message: APIMessage | null } | null;
}

type Incoming = APIMessage & { readonly guild_id?: string };

/**
 * Reads a message of the gateway.
 *
 * @returns null for what is not a person's, not addressed to the bot, or not ordinary: bots, webhooks, itself, joins,
 * pins, forwarded messages, `@everyone`, replies to others.
 */
export function readMessage(message: Incoming, me: string): Addressed | null {
  const { author, webhook_id: webhook, type, content, guild_id: guild } = message;
  if (author.bot === true || author.system === true || webhook !== undefined || author.id === me) return null;
  if (type !== MessageType.Default && type !== MessageType.Reply) return null;
  const isDirect = guild === undefined;
  const isNamed =
    message.mentions.some(({ id }) => id === me) || content.includes(`<@${me}>`) || content.includes(`<@!${me}>`);
  const repliesTo = type === MessageType.Reply ? ownTarget(message, me) : null;
  if (!isDirect && !isNamed && (repliesTo === null || repliesTo.message === null)) return null;
  return {
    question: readText(content),
    id: message.id,
    channel: message.channel_id,
    person: author.id,
    isDirect,
    repliesTo,
  };
}

/** The message replied to, where it is the bot's or Discord does not tell whose. */
function ownTarget(
  { message_reference: reference, referenced_message: target }: Incoming,
  me: string,
): Addressed['repliesTo'] {
  if (target) return target.author.id === me ? { id: target.id, message: target } : null;
  return reference?.message_id === undefined ? null : { id: reference.message_id, message: null };
}

/** What a person wrote, without what Discord makes links, pings or pictures of. */
export function readText(content: string): string {
  let text = visible(content);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(TOKENS, ' ');
  }
  return text.replace(/[^\S\n]+/g, ' ').trim();
}

/** The text of a message that someone asks about; of a forwarded one, what was forwarded. */
export function readTarget(message: APIMessage): string {
  const forwarded = message.message_snapshots?.[0]?.message.content ?? '';
  return readText(message.content === '' ? forwarded : message.content);
}

export interface Command {
  readonly name: string;
  readonly question: string;
  readonly isPrivate: boolean;
}

/** The options of a slash command, or of one that is being typed. */
export function readCommand(interaction: APIInteraction): Command | null {
  if (
    interaction.type !== InteractionType.ApplicationCommand &&
    interaction.type !== InteractionType.ApplicationCommandAutocomplete
  )
    return null;
  const { name } = interaction.data;
  const options = 'options' in interaction.data ? (interaction.data.options ?? []) : [];
  const question = options.find((option) => option.name === 'question');
  const only = options.find((option) => option.name === 'private');
  return {
    name,
    question: question?.type === ApplicationCommandOptionType.String ? question.value : '',
    isPrivate: only?.type === ApplicationCommandOptionType.Boolean && only.value,
  };
}

/** Who acts, and whether as a moderator: one who may delete others' messages there. */
export function readPerson({ member, user }: APIInteraction): { id: string; isModerator: boolean } {
  const permissions = member === undefined ? 0n : BigInt(member.permissions || '0');
  return {
    id: (member?.user ?? user)?.id ?? '',
    isModerator: (permissions & (MANAGE_MESSAGES | ADMINISTRATOR)) !== 0n,
  };
}

/** Discord names the channel in one of two places, or nowhere. */
export function channelOf(interaction: APIInteraction): string {
  const named = 'channel_id' in interaction ? interaction.channel_id : undefined;
  return interaction.channel?.id ?? named ?? '';
}

/** The language to speak to a person in, by the locale that Discord names: English where it is none of ours. */
export function localeLanguage(locale: Locale | string | undefined): Language {
  return languageFor(locale) ?? 'en';
}

/** The reason in a submitted form. */
export function readInput(components: readonly unknown[]): string {
  for (const row of components) {
    if (typeof row !== 'object' || row === null) continue;
    const {
      component,
      components: inside,
      value,
    } = row as { component?: unknown; components?: unknown[]; value?: unknown };
    if (typeof value === 'string') return value;
    const found = readInput([...(component === undefined ? [] : [component]), ...(inside ?? [])]);
    if (found !== '') return found;
  }
  return '';
}

const MANAGE_MESSAGES = 1n << 13n;
const ADMINISTRATOR = 1n << 3n;

/** People, roles, channels, commands, custom emoji, time stamps, server guides. */
const TOKENS = /<(?:@[!&]?\d+|#\d+|\/[^<>:\n]{1,100}:\d+|a?:\w{1,64}:\d+|t:-?\d+(?::[a-zA-Z])?|id:\w+(?::\d+)?)>/g;
