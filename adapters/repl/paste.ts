import { Transform } from 'node:stream';
import type { Input } from '../io.ts';

/** Tells the terminal to mark what is pasted, and to stop doing so. */
export const PASTE = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;

const START = Buffer.from('\u001b[200~');
const END = Buffer.from('\u001b[201~');
const SPACE = 0x20;
const DELETE = 0x7f;

/** What is typed, with every paste on one line. */
export interface Keyboard extends Transform {
  readonly isTTY: boolean;
  setRawMode(on: boolean): void;
  /** Lets go of the input. */
  release(): void;
}

/**
 * Passes on what is typed and makes one line of what is pasted: between the terminal's paste marks every line end, tab
 * and other control character becomes a space, and several are one. The marks stay; readline passes over them.
 */
export function createPasteFilter(input: Input): Keyboard {
  let pasting = false;
  let matched = 0;
  let last = 0;
  const filter = new Transform({
    transform(chunk: Buffer | string, _, done) {
      const out: number[] = [];
      for (const byte of typeof chunk === 'string' ? Buffer.from(chunk) : chunk) step(byte, out);
      done(null, Buffer.from(out));
    },
  });

  function step(byte: number, out: number[]): void {
    const mark = pasting ? END : START;
    if (byte === mark[matched]) {
      matched += 1;
      // Outside a paste every key is passed on at once; inside, the escape character may be part of what was pasted.
      if (!pasting) out.push(byte);
      if (matched < mark.length) return;
      if (pasting) out.push(...END);
      pasting = !pasting;
      matched = 0;
      last = 0;
      return;
    }
    const held = END.subarray(0, pasting ? matched : 0);
    matched = 0;
    for (const each of held) fold(each, out);
    // The byte that broke a match may begin the next one.
    if (byte === mark[0]) step(byte, out);
    else if (pasting) fold(byte, out);
    else out.push(byte);
  }

  /** A line end and the indent of the next line are one space. */
  function fold(byte: number, out: number[]): void {
    const folded = byte < SPACE || byte === DELETE ? SPACE : byte;
    if (folded !== SPACE || last !== SPACE) out.push(folded);
    last = folded;
  }

  input.pipe(filter);
  return Object.assign(filter, {
    isTTY: input.isTTY === true,
    setRawMode: (on: boolean) => void input.setRawMode?.(on),
    release: () => {
      input.unpipe(filter);
      input.pause();
    },
  });
}
