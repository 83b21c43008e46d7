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
  let page: Piece[] = [];
  let written = 0;
  let characters = BUTTON_CHARACTERS;
  const turn = (): void => {
    pages.push({ blocks: page.map(({ block }) => block), text: page.map(({ text }) => text).join('\n') });
    page = [];
    written = 0;
    characters = BUTTON_CHARACTERS;
  };
  for (const piece of all) {
    const size = charactersIn(piece.block) + 1;
    const isFull =
      page.length + BUTTON_BLOCKS >= LIMITS.messageBlocks ||
      written + piece.text.length > LIMITS.text ||
      characters + size > LIMITS.messageCharacters;
    if (isFull && page.length > 0) turn();
    page.push(piece);
    // Both count what parts a piece from the next.
    written += piece.text.length + 1;
    characters += size;
  }
  if (page.length > 0) turn();
  return pages;
}
