import { blocksOf } from './blocks.ts';
import { readFrontMatter } from './front-matter.ts';
import { linesOf } from './lines.ts';

/**
 * A text with spaces in the place of what is none of its sentences: the marks of headings and lists, front matter but for
 * the title. Every other character, and every line, stays where it is.
 */
export function withoutMarkup(text: string): string {
  const lines = linesOf(text);
  const front = readFrontMatter('', text, lines);
  const body = blocksOf(text, lines.slice(front.findings.length > 0 ? 0 : front.length));
  let plain = '';
  for (const { start, end } of [
    ...(front.title === null ? [] : [front.title]),
    ...body.flatMap((block) => block.lines),
  ])
    plain += blank(text.slice(plain.length, start)) + text.slice(start, end);
  return plain + blank(text.slice(plain.length));
}

function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, ' ');
}
