import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/retrieval/text.ts';
import { formsOf } from '../../src/selection/forms.ts';
import { createReader, indexTerms, readPassage } from '../../src/selection/passage.ts';

const inNormalForm = (text: string): string[] => words(text).map(({ normal }) => normal);

describe('a text is read', () => {
  it.each([
    'The U.S. sent 1,200 men on the 3rd.',
    "Moon's letter isn't here.",
    'At 10:30 a.m., 2x4s',
    'Café “Köln”',
    '@you',
  ])('with the words that any question has: %s', (text) => {
    expect(formsOf(text)).toEqual(inNormalForm(text));
  });

  it('with the words that any question has, whatever it holds', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(
        'a.b.',
        'U.S.A',
        '1,000.5',
        '21st',
        '3rds',
        "it's",
        ' ',
        '.',
        ',',
        '\n',
        '\t',
        '20th',
        'b2b',
        '_',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(formsOf(pieces.join(''))).toEqual(inNormalForm(pieces.join('')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('as terms that are the same for one word in two forms', () => {
    expect(indexTerms('The bridges of twenty towns')).toEqual(indexTerms('bridge, 20 town'));
  });

  it('the same by a reader that has forgotten', () => {
    const read = createReader(1);
    const first = read('one text');
    read('another');
    expect(read('one text')).toEqual(first);
    expect(first).toEqual(readPassage('one text'));
  });
});
