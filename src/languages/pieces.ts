import type { Feature } from '../retrieval/features.ts';
import { WORD_SIGN } from './scan.ts';

/** Every run of two and of three letters of a text without its spaces: they outlast endings and slips. */
export function shortPieces(plain: string): Feature[] {
  const letters = [...plain].filter((char) => WORD_SIGN.test(char));
  const pieces = new Set<Feature>();
  for (let at = 0; at < letters.length - 1; at += 1) {
    pieces.add(`%${letters[at]}${letters[at + 1]}`);
    if (at + 2 < letters.length) pieces.add(`%${letters[at]}${letters[at + 1]}${letters[at + 2]}`);
  }
  return [...pieces];
}

/** Every run of four signs of a text whose words are parted by one space, the spaces too: forms of a word share them, and so do words that often follow one another. */
export function longPieces(plain: string): Feature[] {
  const line = ` ${plain} `;
  const pieces = new Set<Feature>();
  for (let at = 0; at + 4 <= line.length; at += 1) pieces.add(`%${line.slice(at, at + 4)}`);
  return [...pieces];
}
