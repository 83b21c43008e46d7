import type { Locator } from './record.ts';

/** A locator taken apart; the headline is paragraph 0 without a sentence. */
export interface Place {
  readonly paragraph: number;
  readonly sentence: number | null;
}

/** Reads `3.2` or `headline`; null for anything else. */
export function parseLocator(locator: Locator): Place | null {
  if (locator === HEADLINE) return { paragraph: 0, sentence: null };
  const [, paragraph, sentence] = PARAGRAPH_AND_SENTENCE.exec(locator) ?? [];
  return paragraph === undefined ? null : { paragraph: Number(paragraph), sentence: Number(sentence) };
}

/** Negative where `a` comes before `b` in reading order. Takes valid locators; others count as the headline. */
export function compareLocators(a: Locator, b: Locator): number {
  const [first, second] = [parseLocator(a), parseLocator(b)];
  const paragraphs = (first?.paragraph ?? 0) - (second?.paragraph ?? 0);
  return paragraphs === 0 ? (first?.sentence ?? 0) - (second?.sentence ?? 0) : paragraphs;
}

/** The locator of a source's title. */
export const HEADLINE: Locator = 'headline';

const PARAGRAPH_AND_SENTENCE = /^([1-9]\d{0,5})\.([1-9]\d{0,5})$/;
