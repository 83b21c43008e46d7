import { createHash } from 'node:crypto';
import type { AbstentionReason, Corpus, Reply, Statement } from '../../src/index.ts';

/**
 * What a button remembers of an answer, so that Sources, Why and Share need no memory of the process: written as
 * `1a` + 8 characters of the corpus hash + 6 for each statement. 13 statements fit into 88 characters.
 */
export interface AnswerReference {
  readonly kind: 'answered' | 'abstained';
  /** Why it was not answered; null where it was. */
  readonly reason: AbstentionReason | null;
  /** The statements that were cited or shown and still are on record, in the order shown. */
  readonly statements: readonly Statement[];
  /** False when the record has changed since. */
  readonly isCurrent: boolean;
}

/** Statements a reference holds; Discord's ids have 100 characters. */
export const MOST_STATEMENTS = 13;
/** Of the form of the reference; a new form is a new version, and the old one stays readable. */
const VERSION = '1';
const ANSWERED = 'a';
/** Each reason's letter, for ever: buttons live for years. */
const REASONS: Readonly<Record<AbstentionReason, string>> = {
  'not-on-record': 'n',
  'false-premise': 'f',
  'off-topic': 'o',
  opinion: 'j',
  empty: 'e',
  'too-long': 'l',
  'unsupported-language': 'u',
};
const HASH_LENGTH = 8;
const DIGEST_LENGTH = 6;

type Book = Pick<Corpus, 'hash' | 'statements'>;

/** The reference of a reply; null for small talk, apologies and what is no question. */
export function writeAnswerId(
  reply: Pick<Reply, 'answer' | 'references'>,
  corpus: Pick<Corpus, 'hash'>,
): string | null {
  const { answer, references } = reply;
  if (answer === null) return null;
  if (answer.kind === 'abstained' && ['empty', 'too-long'].includes(answer.reason)) return null;
  const letter = answer.kind === 'answered' ? ANSWERED : REASONS[answer.reason];
  const shown = references.slice(0, MOST_STATEMENTS).map(({ statementId }) => digestOf(statementId));
  return `${VERSION}${letter}${corpus.hash.slice(0, HASH_LENGTH)}${shown.join('')}`;
}

/** Reads a reference that came back from a platform; null for anything that `writeAnswerId` has not written. */
export function readAnswerId(id: string, { hash, statements }: Book): AnswerReference | null {
  const [, letter, of, digests] = FORM.exec(id) ?? [];
  if (letter === undefined || of === undefined || digests === undefined) return null;
  const reason = (Object.keys(REASONS) as AbstentionReason[]).find((each) => REASONS[each] === letter) ?? null;
  if (reason === null && letter !== ANSWERED) return null;
  const byDigest = new Map(statements.map((statement) => [digestOf(statement.id), statement]));
  const found = (digests.match(/.{6}/g) ?? []).flatMap((digest) => byDigest.get(digest) ?? []);
  return {
    kind: reason === null ? 'answered' : 'abstained',
    reason,
    statements: found,
    isCurrent: hash.startsWith(of),
  };
}

const FORM = new RegExp(
  `^${VERSION}([a-z])([0-9a-f]{${HASH_LENGTH}})((?:[\\w-]{${DIGEST_LENGTH}}){0,${MOST_STATEMENTS}})$`,
);

function digestOf(statementId: string): string {
  return createHash('sha256').update(statementId).digest('base64url').slice(0, DIGEST_LENGTH);
}
