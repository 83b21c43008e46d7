import { foldWhiteSpace } from './wording.ts';

/** A stretch of a text that begins and ends where a sentence could. */
export interface Piece {
  /** With its white space folded. */
  readonly text: string;
  /** In code units of the whole text. */
  readonly start: number;
  readonly end: number;
  /** What stands between it and the piece before, folded: a space, or nothing after a Japanese full stop. */
  readonly gap: string;
}

/** The paragraphs of a text, parted by blank lines, in pieces: parted by line ends and ends of sentences. */
export function paragraphsOf(text: string): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  let start = text.length - text.trimStart().length;
  let gap = '';
  const add = (end: number) => {
    if (end > start) paragraphs.at(-1)?.push({ text: foldWhiteSpace(text.slice(start, end)), start, end, gap });
  };
  for (const { 0: space, index } of text.matchAll(SPACE_OR_CJK_STOP)) {
    const lineEnds = space.match(LINE_END)?.length ?? 0;
    if (lineEnds === 0 && space !== '' && !mayEnd(text.slice(Math.max(start, index - LOOK_BACK), index))) continue;
    add(index);
    if (lineEnds > 1) paragraphs.push([]);
    start = index + space.length;
    gap = space === '' ? '' : ' ';
  }
  add(text.length);
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** The words of a paragraph, each a piece of its own. */
export function wordsOf(pieces: readonly Piece[], text: string): Piece[] {
  return pieces.flatMap((piece) =>
    [...text.slice(piece.start, piece.end).matchAll(/\S+/gu)].map(({ 0: word, index }, position) => {
      const start = piece.start + index;
      return { text: word, start, end: start + word.length, gap: position === 0 ? piece.gap : ' ' };
    }),
  );
}

/** Whether a sentence may begin after this: after the end of another, or after a mark such as `[3.2]`. */
function mayEnd(before: string): boolean {
  return SENTENCE_END.test(before) || MARK.test(before);
}

const SPACE_OR_CJK_STOP = /\s+|(?<=[。！？][」』）]{0,3})(?=[^\s」』）])/gu;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;
const SENTENCE_END = /[.!?\u2026。！？]["'\u201d\u2019\u00bb)\]」』）]*$/u;
/** A locator that a numbered copy puts before the sentence. */
const MARK = /^(?:\[[^\]]{1,12}\]|headline:)$/u;
/** Code units: more than a sentence's closing marks, and more than a mark before a sentence. */
const LOOK_BACK = 16;
