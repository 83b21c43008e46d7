import { describe, expect, it } from 'vitest';
import { askedFor } from '../../src/selection/asked.ts';
import { given } from '../../src/selection/given.ts';

describe('a question asks for', () => {
  it.each([
    ['who wrote the book', 'person'],
    ['which scientist found it', 'person'],
    ['when did it start', 'time'],
    ['in what year did it start', 'time'],
    ['how many legs does it have', 'number'],
    ['how much does it weigh', 'amount'],
    ['how tall is the tower', 'amount'],
    ['how many years did it last', 'duration'],
    ['where is it', 'place'],
    ['what city is it in', 'place'],
    ['why did it fail', 'cause'],
    ['how is it made', 'manner'],
    ['what is a quark', 'definition'],
    ['what does it mean', 'definition'],
    ['which newspaper reported it', 'name'],
    ['what did they eat', 'thing'],
    ['', 'thing'],
  ] as const)('%s: %s', (question, kind) => {
    expect(askedFor(question)).toBe(kind);
  });
});

describe('a sentence gives', () => {
  it.each([
    ['time', 'It began on 3 May 1921.', ['1921', 'May']],
    ['time', 'It cost $1,921.', []],
    ['time', 'This was in the 18th century.', ['18th century']],
    ['number', 'Seven of the 1,200 came.', ['Seven', '1,200']],
    ['amount', 'It grew by 4 % to 30 miles.', ['4 %', '30 miles']],
    ['duration', 'It lasted for three weeks.', ['three weeks']],
    ['place', 'She lived in the city of Oslo in May.', ['in the city of Oslo', 'city']],
    ['person', 'The first was Ada Holm.', ['Ada Holm', 'Ada', 'Holm']],
    ['cause', 'It fell because of rust.', ['because']],
    ['thing', 'It fell in 1921.', []],
  ] as const)('%s: %s', (kind, sentence, marks) => {
    expect(given(kind, sentence)).toEqual(marks);
  });

  it('the same across a line break as across a space', () => {
    expect(given('duration', 'for three\r\n weeks')).toEqual(['three weeks']);
  });
});
