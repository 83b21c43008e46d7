import { describe, expect, test } from 'vitest';
import { compareLocators, parseLocator } from '../../src/corpus/locator.ts';

describe('a locator', () => {
  test('is a paragraph and a sentence, or the headline', () => {
    expect(parseLocator('3.2')).toEqual({ paragraph: 3, sentence: 2 });
    expect(parseLocator('3.10')).toEqual({ paragraph: 3, sentence: 10 });
    expect(parseLocator('headline')).toEqual({ paragraph: 0, sentence: null });
  });

  test.each(['', '3', '0.1', '1.0', '3.2.1', '-1.1', ' 3.2', '3.2\n', '٣.٢', 'Headline', '1e3.1', '9999999.1'])(
    'is not %j',
    (locator) => {
      expect(parseLocator(locator)).toBeNull();
    },
  );

  test('comes in reading order, the headline first', () => {
    expect(['10.1', '2.10', 'headline', '2.9', '1.1'].toSorted(compareLocators)).toEqual([
      'headline',
      '1.1',
      '2.9',
      '2.10',
      '10.1',
    ]);
  });
});
