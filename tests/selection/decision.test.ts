import { describe, expect, it } from 'vitest';
import { ANSWER_FROM, decide } from '../../src/selection/decision.ts';
import { createSelector } from '../../src/selection/selector.ts';
import { paragraph, statisticsOf } from './corpus.ts';

const CANDIDATES = paragraph('Lighthouse of Skarn', [
  'The lighthouse of Skarn was built in 1862 by the engineer Ada Holm.',
  'Its lamp burned whale oil until electricity came to the island.',
  'A keeper lived there with his family until 1970.',
]);
const selector = createSelector(statisticsOf(CANDIDATES.map(({ text }) => text)));
const probability = (question: string): number => selector.rank(question, CANDIDATES).probability;
const decided = (question: string): string => decide(selector.rank(question, CANDIDATES)).kind;

describe('it answers', () => {
  it.each([
    'When was the lighthouse of Skarn built?',
    'Who built the lighthouse of Skarn?',
    'what oil did its lamp burn',
  ])('%s', (question) => {
    expect(decided(question)).toBe('answered');
  });
});

describe('it abstains', () => {
  it.each([
    'What is the capital of Mongolia?',
    'Who won the chess championship in 1985?',
    'How many goals did Ronaldo score?',
    'When did the volcano of Krakatoa erupt?',
    'How much did the refurbishment by Peter Lund cost?',
  ])('%s', (question) => {
    expect(decided(question)).toBe('abstained');
  });

  it('where there is nothing to choose from', () => {
    expect(decide(selector.rank('Who built it?', []))).toEqual({ kind: 'abstained', probability: 0 });
  });

  it('from a question without any word that says what it is about', () => {
    expect(probability('who was it?')).toBe(0);
    expect(probability('')).toBe(0);
  });
});

describe('it is less sure', () => {
  it('of a question with a name that stands nowhere', () => {
    expect(probability('Who built the lighthouse of Tarn?')).toBeLessThan(
      probability('Who built the lighthouse of Skarn?'),
    );
  });

  it('of a question that asks for more than the sentences say', () => {
    expect(probability('When was the lighthouse of Skarn repainted by volunteers?')).toBeLessThan(
      probability('When was the lighthouse of Skarn built?'),
    );
  });
});

describe('who would rather hear nothing than something wrong', () => {
  it('asks for a higher probability', () => {
    const ranking = selector.rank('When was the lighthouse of Skarn built?', CANDIDATES);
    expect(decide(ranking, 1).kind).toBe('abstained');
    expect(decide(ranking, 0).kind).toBe('answered');
    expect(decide({ ...ranking, probability: ANSWER_FROM }).kind).toBe('answered');
  });
});
