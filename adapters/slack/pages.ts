import { type Block, charactersIn, context, section, title } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { escaped, pieces } from './text.ts';

/** A piece of a message: its block, and what it says in the fallback text. */
export interface Piece {
  readonly block: Block;
  readonly text: string;
}

export interface Page {
  readonly blocks: readonly Block[];
  /** For notifications and screen readers: all that the blocks say. */
  readonly text: string;
}

/** Text in one piece; leaves room in the fallback text, where `&` becomes five characters. */
const PIECE = 1500;
/** Blocks and characters that buttons may add to the last page. */
const BUTTON_BLOCKS = 4;
const BUTTON_CHARACTERS = 6000;

/** Pieces of a text that stands in the foreground. */
export function said(text: string): Piece[] {
  return pieces(text, PIECE).map((part) => ({ block: section(part), text: escaped(part) }));
}

/** Pieces of a text that stands in small print. */
export function noted(text: string): Piece[] {
  return pieces(text, PIECE).map((part) => ({ block: context(part), text: escaped(part) }));
}

export function titled(text: string): Piece[] {
  return [{ block: title(text), text: escaped(text) }];
}

/** Puts pieces on as few pages as Slack's limits allow, in order; nothing is lost. Mostly that is one. */
export function paginate(all: readonly Piece[]): Page[] {
  const pages: Page[] = [];
  let blocks: Block[] = [];
  let texts: string[] = [];
  const turn = (): void => {
    pages.push({ blocks, text: texts.join('\n') });
    blocks = [];
    texts = [];
  };
  for (const { block, text } of all) {
    const isFull =
      blocks.length + BUTTON_BLOCKS >= LIMITS.messageBlocks ||
      texts.join('\n').length + text.length + 1 > LIMITS.text ||
      charactersIn([...blocks, block]) + BUTTON_CHARACTERS > LIMITS.messageCharacters;
    if (isFull && blocks.length > 0) turn();
    blocks.push(block);
    texts.push(text);
  }
  if (blocks.length > 0) turn();
  return pages;
}
