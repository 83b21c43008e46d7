import { SetupError } from '../errors.ts';

/** One thing to mend in a corpus file. */
export interface Finding {
  /** The file's path as it was handed in; `*.yaml` for what concerns the folder as a whole. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Where in the file, such as `statements[pact-ended].text.en`; items without an id are counted from 1. */
  readonly field: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The corpus files need mending: the message has one line for each finding. */
export class CorpusError extends SetupError {
  override readonly name = 'CorpusError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(findingLine).join('\n'));
    this.findings = findings;
  }
}

/** `file:line: field: message`, on one line whatever the file holds. */
export function findingLine({ file, line, field, message }: Finding): string {
  return `${file}:${line}: ${field}: ${message}`.replace(UNPRINTABLE, ' ');
}

/** Line ends and control characters, which could break the line or drive the terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
