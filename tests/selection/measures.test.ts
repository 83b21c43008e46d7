import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimise } from '../../bench/minimise.ts';
import { f1, measure } from '../../bench/selection-measures.ts';

const ranked = (scores: number[], right: boolean[]) => ({ scores, right, strength: 1 });

describe('a ranking is measured', () => {
  it('by the places of what is right', () => {
    const figures = measure(ranked([3, 2, 1], [false, true, true]), 2);
    expect(figures.averagePrecision).toBeCloseTo((1 / 2 + 2 / 3) / 2);
    expect(figures.reciprocalRank).toBeCloseTo(1 / 2);
    expect([figures.rightAt1, figures.rightIn5]).toEqual([0, 1]);
  });

  it('whatever the order of the list', () => {
    expect(measure(ranked([1, 3], [true, false]), 1).reciprocalRank).toBeCloseTo(1 / 2);
  });

  it('by the mean over all orders of equal scores', () => {
    const figures = measure(ranked([1, 1], [true, false]), 1);
    expect([figures.averagePrecision, figures.reciprocalRank, figures.rightAt1]).toEqual([0.75, 0.75, 0.5]);
    expect(measure(ranked(Array(10).fill(0), [true, ...Array(9).fill(false)]), 1).rightIn5).toBeCloseTo(0.5);
  });

  it('with answers that were not found counted as missed', () => {
    expect(measure(ranked([1], [true]), 2).averagePrecision).toBeCloseTo(0.5);
  });

  it('between 0 and 1', () => {
    const entry = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (list) => {
        const right = list.map(([, each]) => each);
        const answers = Math.max(1, right.filter(Boolean).length);
        for (const figure of Object.values(
          measure(
            ranked(
              list.map(([score]) => score),
              right,
            ),
            answers,
          ),
        )) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('F1', () => {
  it('weighs wrong answers and missed ones alike', () => {
    const row = { weight: 1, answerable: true, answered: true, right: 1 };
    expect(f1([row])).toBe(1);
    expect(f1([row, { ...row, answered: false }])).toBeCloseTo(2 / 3);
    expect(f1([row, { ...row, answerable: false, right: 0 }])).toBeCloseTo(2 / 3);
    expect(f1([row, { ...row, answerable: false, answered: false, right: 0 }])).toBe(1);
  });
});

describe('fitting', () => {
  it('finds where a bowl is deepest', () => {
    const goal = [3, -2, 0.5];
    const found = minimise((point, slope) => {
      let value = 0;
      goal.forEach((each, at) => {
        const off = (point[at] as number) - each;
        value += (at + 1) * off ** 2;
        slope[at] = 2 * (at + 1) * off;
      });
      return value;
    }, goal.length);
    found.forEach((each, at) => void expect(each).toBeCloseTo(goal[at] as number, 4));
  });
});
