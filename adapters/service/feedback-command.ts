import { type OpenRecord, SetupError } from '../../src/index.ts';
import { feedbackDirectory } from './commons.ts';
import { readFeedback, statementTexts } from './feedback.ts';
import { summarise } from './feedback-summary.ts';

/** `npm run feedback`: what people thought of the answers, as a page of text. @throws SetupError without `DATA_DIR`. */
export async function feedbackSummary(
  dataDirectory: string | null,
  { corpus }: Pick<OpenRecord, 'corpus'>,
): Promise<string> {
  if (dataDirectory === null)
    throw new SetupError('no feedback is kept: set DATA_DIR to a folder, and ask people to press 👍 or 👎');
  return summarise(await readFeedback(feedbackDirectory(dataDirectory)), statementTexts(corpus));
}
