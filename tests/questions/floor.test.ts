import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../bench/questions.ts';
import { figures, mark } from '../../bench/score.ts';
import { ask, shippedRecord } from '../record.ts';

/** What each own set of questions reached when this was written, less a little. Written from the article alone, and kept out of the corpus. */
const FLOORS = [
  { file: 'own-en.jsonl', least: 150, right: 0.95, abstained: 0.97, trust: 0.97 },
  { file: 'own-ko.jsonl', least: 120, right: 0.9, abstained: 0.95, trust: 0.92 },
  { file: 'own-ja.jsonl', least: 120, right: 0.93, abstained: 0.95, trust: 0.92 },
];

describe('the figures on the own question sets do not fall', () => {
  it.each(FLOORS)('$file', { timeout: 60_000 }, async ({ file, least, ...floor }) => {
    const record = await shippedRecord();
    const questions = readQuestions(`tests/questions/${file}`);
    const marked = [];
    for (const question of questions) {
      const { line } = await ask(record, ...(question.context ?? []), question.question);
      marked.push({ question, ...mark(question, line) });
    }
    const { answerable, right, unanswerable, abstained, trust } = figures(marked);
    expect(questions.length).toBeGreaterThanOrEqual(least);
    expect(right / answerable).toBeGreaterThanOrEqual(floor.right);
    expect(abstained / unanswerable).toBeGreaterThanOrEqual(floor.abstained);
    expect(trust).toBeGreaterThanOrEqual(floor.trust);
  });
});
