import type { types } from '@slack/bolt';
import { LIMITS } from './limits.ts';
import { cut, escaped } from './text.ts';

/** The few blocks that we use, each within Slack's limits whatever is put in. */

export type Block = types.KnownBlock;

/** Plain text: Slack reads no markup, mention or link in it. */
export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text.trim() || '—', most), emoji: false };
}

export function section(text: string): types.SectionBlock {
  return { type: 'section', text: plain(text, LIMITS.sectionText), expand: true };
}

/** A title of our own words, in bold. */
export function title(text: string): types.SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: `*${cut(escaped(text), LIMITS.sectionText - 2)}*` },
  };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) };
}

export function context(...texts: readonly string[]): types.ContextBlock {
  return {
    type: 'context',
    elements: texts.slice(0, LIMITS.contextElements).map((text) => plain(text, LIMITS.contextText)),
  };
}

export function actions(buttons: readonly types.Button[]): types.ActionsBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons.slice(0, LIMITS.actionElements) }];
}

/** @param label what a screen reader says, where the text alone does not tell. */
export function button(text: string, id: string, { value, label }: { value: string; label?: string }): types.Button {
  return {
    type: 'button',
    text: { ...plain(text, LIMITS.buttonText), emoji: true },
    action_id: id,
    value,
    ...(label === undefined ? {} : { accessibility_label: cut(label, LIMITS.accessibilityLabel) }),
  };
}

export const divider: types.DividerBlock = { type: 'divider' };

/** Characters of a block or of blocks, as they count towards the size of a message or view. */
export function charactersIn(blocks: object): number {
  return JSON.stringify(blocks).length;
}
