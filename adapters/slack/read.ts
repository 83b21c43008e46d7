import { INVISIBLE } from './text.ts';

/** A message from Slack, as far as it matters here; as `message` and `app_mention` events and shortcuts carry it. */
export interface Incoming {
  readonly type?: string;
  readonly subtype?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly app_id?: string | undefined;
  readonly bot_profile?: unknown;
  readonly hidden?: boolean | undefined;
  readonly edited?: unknown;
  readonly channel?: string | undefined;
  readonly channel_type?: string | undefined;
  readonly ts?: string | undefined;
  readonly thread_ts?: string | null | undefined;
}

/** A message that may be meant for the bot. */
export interface Heard {
  /** How it came: addressed to the bot by mention or in a direct message, or said in a thread without a mention. */
  readonly way: 'mention' | 'direct' | 'thread';
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread that it was said in. */
  readonly thread: string | null;
}

/** Reads a message event; null for what no person said to the bot: bots, itself, edits, joins, talk among others. */
export function readMessage(event: Incoming, botUserId: string | undefined): Heard | null {
  const { user, channel, ts } = event;
  const text = event.text ?? '';
  const thread = event.thread_ts ?? null;
  if (!user || !channel || !ts || user === botUserId || user === SLACKBOT) return null;
  // An app may also speak in the name of a person: then only its own id is there.
  if (event.bot_id || event.bot_profile || event.app_id || event.hidden || event.edited) return null;
  if (event.subtype && !SAID_BY_PEOPLE.has(event.subtype)) return null;
  const mentions = mentioned(text);
  const isDirect = event.channel_type === 'im' || channel.startsWith('D');
  const isMention = event.type === 'app_mention' || (botUserId !== undefined && mentions.includes(botUserId));
  const way = isDirect ? 'direct' : isMention ? 'mention' : 'thread';
  // In a thread, without a mention of the bot, what mentions somebody is meant for that person.
  if (way === 'thread' && (thread === null || thread === ts || mentions.length > 0)) return null;
  return { way, text: readText(text, botUserId), user, channel, ts, thread };
}

const SLACKBOT = 'USLACKBOT';
/** Subtypes that a person's own message can have. */
const SAID_BY_PEOPLE: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** What the person typed: Slack's markup taken off, its escapes undone, mentions of the bot left out. */
export function readText(text: string, botUserId?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => spoken(inside, botUserId))
    .replace(EMOJI_CODE, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .toWellFormed()
    .trim();
}

/** Whether there is a word in it: punctuation, emoji and invisible characters are nothing to ask. */
export function isNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replace(INVISIBLE, ''));
}

const EMOJI_CODE = /:(?=[a-z0-9_+'-]*[a-z+-])[a-z0-9_+'-]{1,60}:(?::skin-tone-[2-6]:)?/g;

function mentioned(text: string): string[] {
  return [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, user]) => user ?? '');
}

/** `@U1|ann` -> `ann`, `#C1|general` -> `#general`, `!here` -> nothing, `https://x|label` -> `label`. */
function spoken(inside: string, botUserId: string | undefined): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (target.startsWith('@')) return target.slice(1) === botUserId ? ' ' : ` ${label} `;
  if (target.startsWith('#')) return label === '' ? ' ' : `#${label}`;
  if (target.startsWith('!')) return ` ${label} `;
  return label === '' ? target.replace(/^mailto:/, '') : label;
}
