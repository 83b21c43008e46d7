import { foldWhiteSpace } from '../corpus/wording.ts';
import type { Span } from './article.ts';
import { type Line, trimmed } from './lines.ts';

/** What a line of Markdown is by itself; its span is what it says, without the marks. */
export interface ReadLine extends Span {
  readonly kind: LineKind;
  /** Of a heading and an underline: 1 for `#` and `=`, up to 6. */
  readonly level: number;
}

/** An `underline` makes a heading of a single line above it. `fence` and `rule` say nothing. */
export type LineKind = 'blank' | 'fence' | 'heading' | 'item' | 'plain' | 'row' | 'rule' | 'underline';

/**
 * Reads the marks at the beginning of a line, and at the end of a heading. Those within (`**`, links, footnotes) are
 * text: a quote shows what the file shows.
 */
export function readLine(text: string, line: Line): ReadLine {
  const plain = readPlainLine(text, line);
  if (plain.kind === 'blank') return plain;
  const said = text.slice(plain.start, plain.end);
  const nothing = { start: plain.start, end: plain.start, level: 0 };
  if (FENCE.test(said)) return { ...nothing, kind: 'fence' };
  if (UNDERLINE.test(said)) return { ...nothing, kind: 'underline', level: said.startsWith('=') ? 1 : 2 };
  if (RULE.test(said) || TABLE_RULE.test(said)) return { ...nothing, kind: 'rule' };
  if (said.startsWith('|')) return { ...plain, kind: 'row' };
  const without = (marks: number, ending = 0) => trimmed(text, { start: plain.start + marks, end: plain.end - ending });
  const [, marks] = HEADING.exec(said) ?? [];
  if (marks !== undefined) {
    const ending = said.length > marks.length ? (HEADING_END.exec(said)?.[0].length ?? 0) : 0;
    return { ...without(marks.length, ending), kind: 'heading', level: marks.length };
  }
  const item = ITEM.exec(said);
  return item === null ? plain : { ...without(item[0].length), kind: 'item', level: 0 };
}

/** Reads a line of which no mark but that of a block quotation means anything. */
export function readPlainLine(text: string, line: Line): ReadLine {
  const marks = QUOTATION.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const said = trimmed(text, { start: line.start + marks, end: line.end });
  return { ...said, kind: said.end > said.start ? 'plain' : 'blank', level: 0 };
}

/** A passage as it reads: without the marks of a block quotation at the beginning of its lines, white space folded. */
export function asRead(text: string): string {
  return foldWhiteSpace(text.replace(QUOTED_LINE, ' '));
}

/** Whether an item may stand right below a line of text: else a wrapped line that begins with `7.` would be one. */
export function beginsList(text: string, line: Line): boolean {
  const { start, end } = readPlainLine(text, line);
  return !/^\d/.test(text.slice(start, end)) || /^1[.)]/.test(text.slice(start, end));
}

const QUOTED_LINE = /[\n\r\u2028\u2029]\s{0,3}(?:>\s?)+/gu;
const QUOTATION = /^\s{0,3}(?:>\s?)+/u;
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/u;
const UNDERLINE = /^(?:={2,}|-{2,})$/u;
const RULE = /^([-*_])(?:\s*\1){2,}$/u;
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|\s*(?::?-+:?)?$/u;
const HEADING = /^(#{1,6})(?=\s|$)/u;
const HEADING_END = /\s#+$/u;
/** Of numbers up to three digits: a line may well begin with a year. */
const ITEM = /^(?:[-*+\u2022]|\d{1,3}[.)])(?:\s+|$)/u;
