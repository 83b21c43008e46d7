import type { Span } from './article.ts';
import type { Line } from './lines.ts';
import { beginsList, type ReadLine, readLine, readPlainLine } from './markup.ts';

/** Lines whose sentences may run on from one to the next. */
export interface Block {
  readonly kind: 'heading' | 'text';
  /** Of a heading: 1 for `#`. */
  readonly level: number;
  /** Counted from 1. The items of a list without blank lines are blocks of one paragraph. */
  readonly paragraph: number;
  /** What each of the lines says; at least one, none empty. */
  readonly lines: readonly Span[];
}

/** The blocks of a text. Paragraphs are parted by blank lines, rules and fences; a heading is one of its own. */
export function blocksOf(text: string, lines: readonly Line[]): Block[] {
  const blocks: (Block & { lines: Span[] })[] = [];
  let paragraph = 0;
  let above: ReadLine['kind'] = 'blank';
  for (const { kind, level, start, end } of inContext(text, lines)) {
    const goesOn = above !== 'blank' && above !== 'heading' && kind !== 'heading';
    if (kind !== 'blank' && !goesOn) paragraph += 1;
    if (kind === 'plain' && goesOn && above !== 'row') blocks.at(-1)?.lines.push({ start, end });
    else if (kind !== 'blank') {
      blocks.push({ kind: kind === 'heading' ? kind : 'text', level, paragraph, lines: [{ start, end }] });
    }
    above = kind;
  }
  return blocks;
}

/** Each line as those above it let it be read: as `blank`, `heading`, `item`, `row` or `plain`. */
function inContext(text: string, lines: readonly Line[]): ReadLine[] {
  const read: ReadLine[] = [];
  let fenced = false;
  let inList = false;
  for (const line of lines) {
    let now = readLine(text, line);
    const above = read.at(-1);
    if (now.kind === 'fence') fenced = !fenced;
    else if (fenced) now = readPlainLine(text, line);
    if (now.kind === 'item' && above?.kind === 'plain' && !inList && !beginsList(text, line)) {
      now = readPlainLine(text, line);
    }
    if (now.kind === 'underline' && above?.kind === 'plain' && PARTS.has(read.at(-2)?.kind ?? 'blank')) {
      read[read.length - 1] = { ...above, kind: 'heading', level: now.level };
    }
    if (now.end === now.start) now = { ...now, kind: 'blank' };
    inList = now.kind === 'item' || (inList && now.kind === 'plain');
    read.push(now);
  }
  return read;
}

const PARTS: ReadonlySet<ReadLine['kind']> = new Set(['blank', 'heading']);
