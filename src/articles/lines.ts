import type { Span } from './article.ts';

/** A line of a text, without its end. */
export interface Line extends Span {
  /** Counted from 1. */
  readonly number: number;
}

/** The lines of a text, whatever system ended them; a byte order mark belongs to none. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const add = (end: number) => lines.push({ start, end, number: lines.length + 1 });
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
    add(index);
    start = index + lineEnd.length;
  }
  add(text.length);
  return lines;
}

/** `span` without the white space at its ends; empty where there is nothing to see in it. */
export function trimmed(text: string, span: Span): Span {
  const inside = text.slice(span.start, span.end);
  if (INVISIBLE.test(inside)) return { start: span.start, end: span.start };
  const start = span.start + inside.length - inside.trimStart().length;
  return { start, end: start + inside.trim().length };
}

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;
/** White space, and what shows as nothing: soft hyphens, zero-width spaces and joiners. */
const INVISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;
