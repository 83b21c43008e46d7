import type { AnswerKind } from './asked.ts';
import { given } from './given.ts';
import { type Passage, readPassage } from './passage.ts';
import type { ReadQuestion } from './question.ts';

/** Kinds whose answer is a name, so that a word of grammar alone is none. */
const NAMED: ReadonlySet<AnswerKind> = new Set(['person', 'place', 'name']);
/** More marks than this do not make an answer likelier, they only take longer to read. */
const MOST_MARKS = 30;
/** A mark is near a term of the question within about this many letters. */
const NEAR = 30;

/** What in the passage could be the answer, and does not stand in the question. */
export function answerMarks({ kind, counter, terms }: ReadQuestion, { text }: Passage): string[] {
  const counts = (mark: string): boolean =>
    counter === null || text.includes(`${mark.trim()}${counter}`) || text.includes(`${mark.trim()} ${counter}`);
  return given(kind, text)
    .slice(0, MOST_MARKS)
    .filter(counts)
    .filter((mark) =>
      readPassage(mark).tokens.some(({ content, term }) => (content ? !terms.has(term) : !NAMED.has(kind))),
    );
}

/** How near the nearest mark stands to a sought term: 1 beside it, towards 0 far off, 0 without either. */
export function nearness(marks: readonly string[], { sought }: ReadQuestion, { text, tokens }: Passage): number {
  if (marks.length === 0) return 0;
  const wanted = new Set(sought.map(({ term }) => term));
  const places = marks.map((mark) => text.indexOf(mark)).filter((place) => place !== -1);
  let least = Number.POSITIVE_INFINITY;
  tokens.forEach(({ term }, at) => {
    if (!wanted.has(term)) return;
    // Where the word stands among the words tells well enough where among the letters.
    const about = (at / tokens.length) * text.length;
    for (const place of places) least = Math.min(least, Math.abs(place - about));
  });
  return Math.exp(-least / NEAR);
}
