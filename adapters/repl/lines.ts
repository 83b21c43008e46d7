import type { Readable } from 'node:stream';

/** A longer line is cut, in bytes: far beyond any question, and small enough to hold. */
export const LONGEST_LINE = 8 * 1024 * 1024;

export interface InputLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line end; bytes that are no UTF-8 stand as U+FFFD. */
  readonly text: string;
  /** Why the text is not what was sent; null where it is. */
  readonly damage: 'cut' | 'not-utf8' | null;
}

/** The lines of a stream, each as soon as its end has arrived; the last one needs no line end. */
export async function* readLines(input: Readable): AsyncGenerator<InputLine> {
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const hold = (bytes: Buffer): void => {
    if (size < LONGEST_LINE) held.push(bytes.subarray(0, LONGEST_LINE - size));
    size += bytes.length;
  };
  const take = (): InputLine => {
    number += 1;
    const line = decode(Buffer.concat(held), size > LONGEST_LINE, number);
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      hold(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < bytes.length) hold(bytes.subarray(start));
  }
  if (size > 0) yield take();
}

const NEWLINE = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function decode(bytes: Buffer, cut: boolean, number: number): InputLine {
  const { text, damage } = decodeText(bytes);
  const unmarked = number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { number, text: unmarked.endsWith('\r') ? unmarked.slice(0, -1) : unmarked, damage: cut ? 'cut' : damage };
}

function decodeText(bytes: Buffer): Pick<InputLine, 'text' | 'damage'> {
  try {
    return { text: strict.decode(bytes), damage: null };
  } catch {
    return { text: lenient.decode(bytes), damage: 'not-utf8' };
  }
}
