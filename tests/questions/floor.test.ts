import { expect, it } from 'vitest';
import { readQuestions } from '../../bench/questions.ts';
import { figures, mark } from '../../bench/score.ts';
import { ask, shippedRecord } from '../record.ts';

/** What the own set of questions reached when this was written, less a little. Written before the pipeline, and kept out of the corpus. */
const FLOOR = { right: 0.88, abstained: 0.95, trust: 0.93 };

it('the figures on the own question set do not fall', { timeout: 60_000 }, async () => {
  const record = await shippedRecord();
  const questions = readQuestions('tests/questions/own-en.jsonl');
  const marked = [];
  for (const question of questions) {
    const { line } = await ask(record, ...(question.context ?? []), question.question);
    marked.push({ question, ...mark(question, line) });
  }
  const { answerable, right, unanswerable, abstained, trust } = figures(marked);
  expect(questions.length).toBeGreaterThanOrEqual(150);
  expect(right / answerable).toBeGreaterThanOrEqual(FLOOR.right);
  expect(abstained / unanswerable).toBeGreaterThanOrEqual(FLOOR.abstained);
  expect(trust).toBeGreaterThanOrEqual(FLOOR.trust);
});
