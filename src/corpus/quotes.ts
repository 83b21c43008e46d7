/** A text cut at its double quotation marks, straight or curly. */
export interface Quotation {
  readonly text: string;
  readonly quoted: boolean;
}

/** Every phrase in double quotes. One without a closing mark runs to the end, and so will not be found anywhere. */
export function quotedPhrases(text: string): string[] {
  return quotations(text).flatMap((part) => (part.quoted ? [part.text] : []));
}

/** The parts of a text in order, quoted and unquoted by turns. */
export function quotations(text: string): Quotation[] {
  return text.split(DOUBLE_QUOTES).map((part, index) => ({ text: part, quoted: index % 2 === 1 }));
}

const DOUBLE_QUOTES = /["\u201c\u201d\u201e\u201f]/u;
