import type { Finding } from '../corpus/findings.ts';
import type { CorpusFile } from '../corpus/hash.ts';

/** A file's text with its byte order mark, if it has one, or why it has none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly finding: Finding };

/** Reads bytes as strict UTF-8: nothing is replaced, so that every character can be quoted as it stands in the file. */
export function decodeText({ path, bytes }: CorpusFile): Decoded {
  const unreadable = (position: number, message: string): Decoded => ({
    kind: 'unreadable',
    finding: { file: path, line: lineOfByte(bytes, position), field: 'encoding', message },
  });
  const nul = bytes.indexOf(0);
  if (nul !== -1) return unreadable(nul, 'holds a NUL byte, as no text does; save the file as UTF-8 text');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const bad = firstBadByte(bytes);
    const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return unreadable(bad, `is not UTF-8 (byte 0x${byte}); save the file as UTF-8 text`);
  }
}

/** The byte at which a decoder gives up; the last one of a file that ends within a character. */
function firstBadByte(bytes: Uint8Array): number {
  let [sound, broken] = [0, bytes.length];
  while (sound < broken) {
    const middle = (sound + broken + 1) >> 1;
    if (mayGoOn(bytes.subarray(0, middle))) sound = middle;
    else broken = middle - 1;
  }
  return Math.min(sound, bytes.length - 1);
}

/** Whether these are whole characters, or the beginning of one is all that is left over. */
function mayGoOn(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOfByte(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at += 1) {
    if (bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) line += 1;
  }
  return line;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
