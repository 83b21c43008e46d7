import type { Passage, Span } from './article.ts';
import type { Block } from './blocks.ts';
import { sentencesOf } from './sentences.ts';

/** A passage to be, by its place in code units. */
export type Place = Pick<Passage, 'kind' | 'locator'> & Span;

/** The passages of a text: `first` (the headline), then every sentence of its blocks; a heading is one passage. */
export function passagesOf(text: string, blocks: readonly Block[], first: readonly Place[] = []): Passage[] {
  const places = [...first];
  let paragraph = 0;
  let sentence = 0;
  for (const block of blocks) {
    if (block.paragraph !== paragraph) sentence = 0;
    paragraph = block.paragraph;
    for (const span of spansOf(text, block)) {
      sentence += 1;
      places.push({
        locator: `${paragraph}.${sentence}`,
        kind: block.kind === 'text' ? 'sentence' : 'heading',
        ...span,
      });
    }
  }
  return inBytes(text, places);
}

function spansOf(text: string, { kind, lines }: Block): readonly Span[] {
  if (kind === 'heading') return lines;
  // Line ends, and the marks of a block quotation, become as many spaces: places stay what they are.
  let running = '';
  let from = lines[0]?.start ?? 0;
  const first = from;
  for (const { start, end } of lines) {
    running += ' '.repeat(start - from) + text.slice(start, end);
    from = end;
  }
  return sentencesOf(running).map(({ start, end }) => ({ start: first + start, end: first + end }));
}

/** Places in bytes, counted on from one to the next: they are in the order of the text. */
function inBytes(text: string, places: readonly Place[]): Passage[] {
  let [units, bytes] = [0, 0];
  const byteAt = (place: number) => {
    bytes += Buffer.byteLength(text.slice(units, place));
    units = place;
    return bytes;
  };
  return places.map(({ locator, kind, start, end }) => {
    return { locator, kind, text: text.slice(start, end), start: byteAt(start), end: byteAt(end) };
  });
}
