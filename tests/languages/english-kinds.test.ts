import { describe, expect, it } from 'vitest';
import { expected } from '../../src/retrieval/expected.ts';

describe('what kind of thing an English question asks for', () => {
  it.each([
    ['did they talk', ['yes-no']],
    ['it was the mayor who lit the lamp was not it', ['yes-no']],
    ['so the mayor lit the lamp correct', ['yes-no']],
    ['who lit the lamp correct', ['person']],
    ['who is right', ['person', 'judgement']],
    ['what if the storm had never come', ['thing', 'judgement']],
    ['was it fair to close the tower', ['yes-no', 'judgement']],
    ['when did the storm have its peak', ['time']],
    ['lamp storm', []],
  ])('%s -> %j', (normal, kinds) => {
    expect(expected(normal)).toEqual(kinds);
  });
});
