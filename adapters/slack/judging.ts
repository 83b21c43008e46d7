import { readAnswerId } from '../service/answer-id.ts';
import type { Carried } from './buttons.ts';
import type { Desk } from './desk.ts';

/** Keeps that an answer was found bad, with the reason where one was given. */
export async function judgeBad(
  { feedback, record }: Desk,
  carried: Carried | null,
  reason: string | null,
): Promise<void> {
  const reference = readAnswerId(carried?.answer ?? '', record.corpus);
  if (reference === null) return;
  await feedback?.judge({ on: reference, verdict: 'bad', reason, question: carried?.question ?? null });
}
