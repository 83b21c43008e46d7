import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Reply } from '../../src/index.ts';
import type { PlatformWording } from '../wording/wording.ts';
import { type Action, writeAction } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { pagesOf } from './pages.ts';
import { cut, pieces, visible } from './text.ts';

/** A message as Discord's REST interface takes it. It pings nobody and shows no link previews. */
export interface Body {
  readonly content: string;
  readonly components?: Row[];
  readonly flags: MessageFlags;
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
}

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

export interface RenderOptions {
  readonly wording: PlatformWording;
  /** The question, where the reply is the only place that shows it. */
  readonly asked?: string | null;
  readonly isPrivate?: boolean;
  /** Reference of the answer for its buttons; null for a reply that rests on nothing. */
  readonly answerId?: string | null;
  /** Where nothing is kept there is nothing to judge with. */
  readonly takesFeedback?: boolean;
  /** The custom id with which its asker removes a public reply; null for none. */
  readonly removeId?: string | null;
}

/** A reply as messages, in the order to send them; the buttons stand under the last. Valid however long the reply is. */
export function renderReply(reply: Reply, options: RenderOptions): [Body, ...Body[]] {
  const { asked = null, isPrivate = false } = options;
  const [first = '…', ...rest] = pagesOf(reply, asked);
  const last = rest.length;
  const rows = [offers(reply), buttons(options, last + 1)].filter((row) => row.components.length > 0);
  const bodyOf = (content: string, at: number) => bodyWith(content, { isPrivate, rows: at === last ? rows : [] });
  return [bodyOf(first, 0), ...rest.map((content, at) => bodyOf(content, at + 1))];
}

/** The texts of a private answer for all to see, with its buttons under the last. */
export function renderShared(
  contents: readonly string[],
  options: Omit<RenderOptions, 'asked' | 'isPrivate'>,
): [Body, ...Body[]] {
  const rows = [buttons(options, contents.length)].filter((row) => row.components.length > 0);
  const [first = '…', ...rest] = contents;
  const bodyOf = (content: string, at: number) => bodyWith(content, { rows: at === rest.length ? rows : [] });
  return [bodyOf(first, 0), ...rest.map((content, at) => bodyOf(content, at + 1))];
}

/** A text of our own, for one person unless told otherwise; what one message cannot hold is left out. */
export function renderNote(text: string, { isPrivate = true }: { isPrivate?: boolean } = {}): Body {
  return bodyWith(pieces(text, LIMITS.content)[0] ?? '…', { isPrivate });
}

export function bodyWith(
  content: string,
  { isPrivate = false, rows = [] }: { isPrivate?: boolean; rows?: Row[] } = {},
): Body {
  const flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : 0);
  return {
    content,
    ...(rows.length === 0 ? {} : { components: rows }),
    flags,
    allowed_mentions: { parse: [], replied_user: false },
  };
}

export function button(
  label: string,
  action: Action | string | null,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
) {
  const id = action === null || typeof action === 'string' ? action : writeAction(action);
  const shown = cut(visible(label).trim(), LIMITS.label);
  const made: APIButtonComponentWithCustomId = { type: ComponentType.Button, style, label: shown, custom_id: id ?? '' };
  return id === null || shown === '' ? [] : [made];
}

export function row(components: APIButtonComponentWithCustomId[]): Row {
  return { type: ComponentType.ActionRow, components: components.slice(0, LIMITS.buttonsInRow) };
}

function buttons(
  { wording, answerId = null, isPrivate = false, takesFeedback = false, removeId = null }: RenderOptions,
  pages: number,
): Row {
  const { buttons: names } = wording;
  const of = (kind: 'sources' | 'why' | 'good' | 'bad') =>
    answerId === null ? [] : button(names[kind], { kind, answer: answerId });
  const share = answerId === null ? [] : button(names.share, { kind: 'share', answer: answerId, pages });
  return row([
    ...of('sources'),
    ...of('why'),
    ...(isPrivate ? share : []),
    ...(takesFeedback ? [...of('good'), ...of('bad')] : []),
    ...(isPrivate ? [] : button(names.remove, removeId)),
  ]);
}

function offers({ suggestions }: Reply): Row {
  const unique = [...new Set(suggestions)];
  return row(unique.flatMap((question) => button(question, { kind: 'ask', question }, ButtonStyle.Primary)));
}
