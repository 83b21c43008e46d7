import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Block } from './blocks.ts';
import { columnsOf } from './columns.ts';

export interface PainterOptions {
  readonly colour: boolean;
  /** Columns of the terminal at this moment; undefined where it does not tell. */
  width(): number | undefined;
}

/** Lines longer than this, in columns, are hard to read, however wide the terminal. */
const WIDEST = 100;
/** Below this many columns wrapping would leave a letter a line. */
const NARROWEST = 8;
const USUAL = 80;

/** Makes blocks text for a terminal: coloured, wrapped to the width, lists indented. */
export function createPainter({ colour, width }: PainterOptions): (blocks: readonly Block[]) => string {
  const { bold, cyan, dim, yellow } = pc.createColors(colour);
  const markers = (text: string): string => text.replace(/\[\d+\]/g, (marker) => cyan(marker));
  const styles: Readonly<Record<Block['kind'], (text: string) => string>> = {
    heading: bold,
    text: markers,
    notice: yellow,
    item: (text) => text,
    quiet: dim,
    verbatim: (text) => text,
    blank: (text) => text,
  };
  return (blocks) => {
    const columns = Math.max(NARROWEST, Math.min(WIDEST, width() || USUAL));
    const lines = blocks.map(({ kind, text, hang = 0 }) => {
      const safe = printable(text);
      // What is to be copied is left to the terminal to fold, so that it is copied whole.
      return kind === 'verbatim' ? safe : fold(safe, hang, columns).map(styles[kind]).join('\n');
    });
    return lines.join('\n');
  };
}

function fold(text: string, hang: number, columns: number): string[] {
  const width = columnsOf(text.slice(0, hang));
  const indent = Math.min(width, Math.floor(columns / 3));
  const folded = wrapAnsi(text.slice(hang), columns - indent, { hard: true }).split('\n');
  // A label that is wider than the indent takes a line of its own.
  if (width > indent) return [text.slice(0, hang).trimEnd(), ...folded.map((line) => ' '.repeat(indent) + line)];
  return folded.map((line, at) => (at === 0 ? text.slice(0, hang) : ' '.repeat(indent)) + line);
}

/** Without control characters: no text drives the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '');
}
