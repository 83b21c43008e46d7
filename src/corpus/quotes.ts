/** A stretch of a text between two double quotation marks, straight or curly, or between one and an end. */
export interface Stretch {
  readonly text: string;
  /** `unclosed` where a quotation mark has no partner. */
  readonly kind: 'plain' | 'quoted' | 'unclosed';
}

/** A text cut at its double quotation marks, plain and quoted by turns. */
export function cutAtQuotes(text: string): Stretch[] {
  return text.split(DOUBLE_QUOTE).map((part, index, { length }) => {
    if (index % 2 === 0) return { text: part, kind: 'plain' };
    return { text: part, kind: index === length - 1 ? 'unclosed' : 'quoted' };
  });
}

const DOUBLE_QUOTE = /["\u201c\u201d\u201e\u201f]/u;
