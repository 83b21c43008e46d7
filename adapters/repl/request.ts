import { type InputLine, LONGEST_LINE } from './lines.ts';

/** One question of a batch. */
export interface Request {
  readonly id: string | number | null;
  readonly question: string;
  /** Earlier questions of the conversation, oldest first. */
  readonly history: readonly string[];
  /** Names of the only sources to answer from; null for all. */
  readonly documents: readonly string[] | null;
}

/** A line that is no request: what is wrong with it, and its id where it has one. */
export interface Malformed {
  readonly id: string | number | null;
  readonly problem: string;
}

/** Reads one line of the batch form: `{"id", "question", "history"?, "documents"?}`. Members of other names are ignored. */
export function readRequest({ text, damage }: Pick<InputLine, 'text' | 'damage'>): Request | Malformed {
  if (damage !== null) return { id: null, problem: DAMAGE[damage] };
  const value = parse(text);
  if (value === undefined) return { id: null, problem: 'the line is not JSON' };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, problem: 'the line is not a JSON object' };
  const { id = null, question, history = null, documents = null } = value as Readonly<Record<string, unknown>>;
  if (!isId(id)) return { id: null, problem: '"id" is neither a string nor a number' };
  if (question === undefined) return { id, problem: '"question" is missing' };
  if (typeof question !== 'string') return { id, problem: '"question" is not a string' };
  if (history !== null && !isStrings(history)) return { id, problem: '"history" is not a list of strings' };
  if (documents !== null && !isStrings(documents)) return { id, problem: '"documents" is not a list of strings' };
  return { id, question, history: history ?? [], documents };
}

const DAMAGE: Readonly<Record<'cut' | 'not-utf8', string>> = {
  cut: `the line is longer than ${LONGEST_LINE} bytes`,
  'not-utf8': 'the line is not UTF-8',
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isId(value: unknown): value is Request['id'] {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
