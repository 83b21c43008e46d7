import type { VerifyReport } from '../../src/index.ts';
import { LONGEST_UNQUOTED_RUN } from '../../src/index.ts';

/** The report as plain lines: a line for each locator and quoted phrase, the order, the overlaps, the verdict. */
export function verifyReportText(report: VerifyReport, file: string): string {
  return [
    `Source ${report.source.id}: ${report.source.title}`,
    `Copy   ${file}`,
    '',
    'Sentences',
    ...report.sentences.map(({ locator, line }) => {
      return `  ${locator.padEnd(LOCATOR_WIDTH)} ${line === null ? 'MISSING: no sentence of the file has its hash' : `found, line ${line}`}`;
    }),
    '',
    'Order',
    ...orNone(
      report.misplaced.map(({ locator, after }) => `  ${locator} stands BEFORE ${after}, which it should follow`),
      'as the locators say',
    ),
    '',
    'Quoted phrases',
    ...orNone(
      report.quotes.map(({ statement, phrase, locator }) => {
        return `  ${statement}: "${phrase}" ${locator === null ? 'is NOT in any sentence that it cites' : `is in ${locator}`}`;
      }),
      'none',
    ),
    '',
    `More than ${LONGEST_UNQUOTED_RUN} words of the article in a row, without quotation marks`,
    ...orNone(
      report.overlaps.map(({ id, words, phrase }) => `  ${id}: ${words} words: ${phrase}`),
      'none',
    ),
    '',
    verdict(report),
  ]
    .map((line) => line.replace(CONTROL, ' '))
    .join('\n');
}

function orNone(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [`  ${none}`] : lines;
}

function verdict({ sentences, misplaced, quotes, overlaps, proven }: VerifyReport): string {
  const rewording = overlaps.length === 0 ? '' : ` To reword or quote: ${overlaps.length}.`;
  if (proven)
    return `PROVEN: every sentence is found, in order, and every quoted phrase stands in a sentence it is cited for.${rewording}`;
  const missing = sentences.filter(({ line }) => line === null).length;
  const unproven = quotes.filter(({ locator }) => locator === null).length;
  return `NOT PROVEN: sentences missing: ${missing}; out of order: ${misplaced.length}; quoted phrases not found: ${unproven}.${rewording}`;
}

const LOCATOR_WIDTH = 9;
/** A phrase must not drive the terminal. */
const CONTROL = /\p{Cc}/gu;
