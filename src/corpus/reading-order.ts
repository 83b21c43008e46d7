import type { FoundSentence } from './find-sentences.ts';
import type { Locator } from './record.ts';

/** A sentence that stands in the text before one that it should follow. */
export interface Misplaced {
  readonly locator: Locator;
  readonly after: Locator;
}

/**
 * The found sentences that break the order of the locators. A sentence that the text repeats, such as the headline,
 * may count at whichever place fits.
 */
export function inReadingOrder(locators: readonly Locator[], found: readonly FoundSentence[]): Misplaced[] {
  const misplaced: Misplaced[] = [];
  let last: FoundSentence | null = null;
  for (const locator of locators) {
    const places = found.filter((sentence) => sentence.locator === locator);
    if (places.length === 0) continue;
    const end: number = last?.end ?? 0;
    const next = places.find(({ start }) => start >= end);
    if (next === undefined && last !== null) misplaced.push({ locator, after: last.locator });
    else last = next ?? last;
  }
  return misplaced;
}
