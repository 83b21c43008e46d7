import type { LoopbackDiscord } from './discord.ts';
import type { Json } from './rest.ts';
import { snowflake } from './snowflake.ts';

/** What people do in this Discord: each makes the event as Discord would send it. */
export interface Place {
  readonly guild?: string | undefined;
  readonly channel: string;
  readonly user: Json;
  readonly locale?: string;
  /** Permission bits of the person in the channel. */
  readonly permissions?: string;
}

export function person(name = 'mina'): Json {
  return { id: snowflake(), username: name, discriminator: '0', global_name: name, avatar: null };
}

export function inGuild(user: Json = person()): Place {
  return { guild: snowflake(), channel: snowflake(), user };
}

export function inDirectMessage(user: Json = person()): Place {
  return { channel: snowflake(), user };
}

/** Writes a message; returns it as dispatched. */
export function writes(discord: LoopbackDiscord, place: Place, content: string, extra: Json = {}): Json {
  const message = messageIn(discord, place, content, extra);
  discord.rest.messages.set(String(message.id), message);
  discord.gateway.dispatch('MESSAGE_CREATE', message);
  return message;
}

export function mentions(discord: LoopbackDiscord, place: Place, text: string, extra: Json = {}): Json {
  return writes(discord, place, `<@${discord.botId}> ${text}`, { mentions: [bot(discord)], ...extra });
}

/** A reply to `target`, with or without the ping that replies carry. */
export function replies(
  discord: LoopbackDiscord,
  place: Place,
  target: Json,
  text: string,
  { ping = true } = {},
): Json {
  const reference = {
    message_id: target.id,
    channel_id: place.channel,
    ...(place.guild ? { guild_id: place.guild } : {}),
  };
  return writes(discord, place, text, {
    type: 19,
    message_reference: reference,
    referenced_message: target,
    mentions: ping ? [bot(discord)] : [],
  });
}

export function messageIn(
  _discord: LoopbackDiscord,
  { guild, channel, user }: Place,
  content: string,
  extra: Json = {},
): Json {
  return {
    id: snowflake(),
    channel_id: channel,
    ...(guild === undefined
      ? { channel_type: 1 }
      : { guild_id: guild, channel_type: 0, member: { roles: [], joined_at: null } }),
    author: user,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    components: [],
    ...extra,
  };
}

export function bot({ botId }: LoopbackDiscord): Json {
  return { id: botId, username: 'On Record', discriminator: '0', bot: true, avatar: null };
}

export function asks(discord: LoopbackDiscord, place: Place, question: string, options: Json[] = []): Json {
  const data = {
    id: snowflake(),
    name: 'ask',
    type: 1,
    options: [{ name: 'question', type: 3, value: question }, ...options],
  };
  return interacts(discord, place, 2, data);
}

export function uses(discord: LoopbackDiscord, place: Place, command: string): Json {
  return interacts(discord, place, 2, { id: snowflake(), name: command, type: 1 });
}

export function types(discord: LoopbackDiscord, place: Place, typed: string): Json {
  const data = {
    id: snowflake(),
    name: 'ask',
    type: 1,
    options: [{ name: 'question', type: 3, value: typed, focused: true }],
  };
  return interacts(discord, place, 4, data);
}

export function asksAbout(discord: LoopbackDiscord, place: Place, target: Json): Json {
  const id = String(target.id);
  return interacts(discord, place, 2, {
    id: snowflake(),
    name: 'Ask On Record about this',
    type: 3,
    target_id: id,
    resolved: { messages: { [id]: target } },
  });
}

export function presses(discord: LoopbackDiscord, place: Place, message: Json, customId: string): Json {
  return interacts(discord, place, 3, { custom_id: customId, component_type: 2 }, { message });
}

export function submits(discord: LoopbackDiscord, place: Place, customId: string, input: string, message?: Json): Json {
  const components = [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'reason', value: input } }];
  return interacts(discord, place, 5, { custom_id: customId, components }, message === undefined ? {} : { message });
}

function interacts(
  discord: LoopbackDiscord,
  { guild, channel, user, locale = 'en-GB', permissions = '0' }: Place,
  type: number,
  data: Json,
  extra: Json = {},
): Json {
  const where =
    guild === undefined
      ? { user, context: 1, channel: { id: channel, type: 1 } }
      : {
          guild_id: guild,
          member: { user, permissions, roles: [], joined_at: null },
          context: 0,
          guild: { id: guild, locale: 'en-US', features: [] },
        };
  const interaction = {
    id: snowflake(),
    application_id: discord.applicationId,
    type,
    token: `aW50ZXJhY3Rpb246${snowflake()}${'x'.repeat(60)}`,
    version: 1,
    channel_id: channel,
    ...where,
    locale,
    app_permissions: '277025508416',
    entitlements: [],
    authorizing_integration_owners: {},
    attachment_size_limit: 10_485_760,
    data,
    ...extra,
  };
  discord.rest.expect({ ...interaction, user });
  discord.gateway.dispatch('INTERACTION_CREATE', interaction);
  return interaction;
}
