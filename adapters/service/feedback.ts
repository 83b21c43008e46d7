import { appendFile, mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type AbstentionReason, type Corpus, localised, type Reply } from '../../src/index.ts';
import type { AnswerReference } from './answer-id.ts';

/** What a person thought of an answer. Holds no person and no place. */
export interface Verdict {
  readonly kind: 'verdict';
  readonly time: string;
  /** Corpus hash and statement ids. */
  readonly answer: string;
  readonly locators: readonly string[];
  readonly abstained: AbstentionReason | null;
  readonly verdict: 'good' | 'bad';
  readonly reason: string | null;
  /** Only with `KEEP_QUESTIONS=on`. */
  readonly question?: string;
}

/** A question that the record did not answer. */
export interface Silence {
  readonly kind: 'abstention';
  readonly time: string;
  readonly reason: AbstentionReason;
  readonly gap: string | null;
  /** Words that the record does not know; without `KEEP_QUESTIONS=on` only everyday ones, `…` for any other. */
  readonly missing: readonly string[];
  /** Only with `KEEP_QUESTIONS=on`. */
  readonly question?: string;
}

export type Entry = Verdict | Silence;

/** Keeps feedback as JSON lines, one file a day, and removes what is too old. Never throws: feedback costs no answer. */
export interface Feedback {
  judge(given: {
    on: AnswerReference;
    verdict: 'good' | 'bad';
    reason?: string | null;
    question?: string | null;
  }): Promise<void>;
  /** Notes an abstention; does nothing for any other reply. */
  note(reply: Reply, question: string): Promise<void>;
  /** Removes the files that are too old. Also done before each write. */
  sweep(): Promise<void>;
}

export interface FeedbackOptions {
  readonly directory: string;
  readonly corpus: Pick<Corpus, 'hash' | 'statements'>;
  readonly retentionDays?: number;
  readonly keepQuestions?: boolean;
  /** Whether a word is so common that it tells nothing about a person. */
  readonly isEveryday?: (word: string) => boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly onError?: (error: unknown) => void;
}

/** Days that feedback is kept. */
export const RETENTION_DAYS = 30;
const DAY = 24 * 60 * 60_000;
/** The longest reason that is kept, in characters. */
const LONGEST_REASON = 1000;

export function createFeedback(options: FeedbackOptions): Feedback {
  const { directory, corpus, retentionDays = RETENTION_DAYS, keepQuestions = false } = options;
  const { isEveryday = () => false, now = Date.now, onError = () => {} } = options;
  let swept = '';
  const sweep = async (): Promise<void> => {
    swept = dayOf(now());
    const oldest = dayOf(now() - retentionDays * DAY);
    const names = await readdir(directory).catch(() => []);
    await Promise.all(
      names.filter((name) => DAY_FILE.test(name) && name < oldest).map((name) => unlink(join(directory, name))),
    );
  };
  const append = async (entry: Entry): Promise<void> => {
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      if (swept !== dayOf(now())) await sweep();
      await appendFile(join(directory, `${dayOf(now())}.jsonl`), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch (error) {
      onError(error);
    }
  };
  const kept = (question: string | null | undefined) => (keepQuestions && question ? { question } : {});
  return {
    judge({ on, verdict, reason = null, question }) {
      const answer = [corpus.hash.slice(0, 12), ...on.statements.map(({ id }) => id)].join(':');
      const locators = on.statements.map(({ locators }) => locators[0] ?? '');
      const said = reason?.trim().slice(0, LONGEST_REASON).toWellFormed() || null;
      const time = new Date(now()).toISOString();
      return append({
        kind: 'verdict',
        time,
        answer,
        locators,
        abstained: on.reason,
        verdict,
        reason: said,
        ...kept(question),
      });
    },
    async note({ answer }, question) {
      if (answer?.kind !== 'abstained') return;
      const { reason, gap, explain } = answer;
      const missing = explain.missing.map((word) => (keepQuestions || isEveryday(word.toLowerCase()) ? word : '…'));
      const time = new Date(now()).toISOString();
      await append({ kind: 'abstention', time, reason, gap: gap?.id ?? null, missing, ...kept(question) });
    },
    sweep: () => sweep().catch(onError),
  };
}

/** Reads everything that is kept, oldest first; lines that are broken off are left out. */
export async function readFeedback(directory: string): Promise<Entry[]> {
  const names = (await readdir(directory).catch(() => [])).filter((name) => DAY_FILE.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n')).flatMap(parse);
}

/** Texts of the statements by id, for a summary that people can read. */
export function statementTexts({ statements }: Pick<Corpus, 'statements'>): ReadonlyMap<string, string> {
  return new Map(statements.map(({ id, text }) => [id, localised(text, 'en')]));
}

const DAY_FILE = /^\d{4}-\d\d-\d\d\.jsonl$/;

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function parse(line: string): Entry[] {
  try {
    const entry = JSON.parse(line) as Entry | null;
    return entry?.kind === 'verdict' || entry?.kind === 'abstention' ? [entry] : [];
  } catch {
    return [];
  }
}
