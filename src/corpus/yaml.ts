import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, Parser } from 'yaml';
import type { Finding } from './findings.ts';
import type { CorpusFile } from './hash.ts';

/** The way to a value in a file: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

/** A corpus file taken apart: plain maps, lists and texts, and the line of each. */
export interface ParsedFile {
  readonly path: string;
  /** What the file holds; null for an empty file and for one that cannot be read. */
  readonly value: unknown;
  /** Whether `value` is all that the file holds, so that what is not found in it is missing. */
  readonly readable: boolean;
  readonly findings: readonly Finding[];
  /** The line of a value, counted from 1; where it is missing, the line of what should hold it. */
  lineOf(path: Path): number;
}

/** Reads YAML with every scalar as text. Never throws: what is wrong stands in `findings`. */
export function parseFile({ path, bytes }: CorpusFile): ParsedFile {
  const unreadable = (line: number, field: string, message: string): ParsedFile => ({
    path,
    value: null,
    readable: false,
    findings: [{ file: path, line, field, message }],
    lineOf: () => line,
  });
  const text = decode(bytes);
  if (text === null) return unreadable(lineOfBadByte(bytes), 'encoding', 'is not UTF-8; save the file as UTF-8 text');
  try {
    return parseText(path, text);
  } catch (error) {
    return unreadable(1, 'yaml', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parseText(path: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (depth(tokens) > MAX_DEPTH) throw new Error(`maps and lists are nested more than ${MAX_DEPTH} deep`);
  const composer = new Composer({ schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  const [document, second] = documents;
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const findings = documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ code, message, pos }) => {
      const field = code === 'DUPLICATE_KEY' ? keyAt(text, pos[0]) : 'yaml';
      return { file: path, line: lineAt(pos[0]), field, message: advice(code, message) };
    }),
  );
  if (second !== undefined) {
    findings.push({ file: path, line: lineAt(second.range[0]), field: 'yaml', message: SECOND_DOCUMENT });
  }
  const readable = documents.every(({ errors }) => errors.every(({ code }) => code === 'DUPLICATE_KEY'));
  return {
    path,
    value: readable ? (document?.toJS() ?? null) : null,
    readable,
    findings,
    lineOf: (wanted) => (document === undefined ? 1 : lineAt(offsetOf(document, wanted))),
  };
}

/** Where the value at `path` begins: at its key in a map, at itself in a list. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) break;
      offset = (pair.key as ParsedNode).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step in node.items) {
      node = node.items[step];
      offset = (node as ParsedNode | null)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** No character of UTF-8 but the line feed holds its byte, so each line can be tried by itself. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, stop)) === null) return line;
    start = stop;
  }
  return 1;
}

/** How deep the tokens nest; walked without recursion, because the composer recurses and can take the process down. */
function depth(tokens: readonly unknown[]): number {
  let deepest = 0;
  const open: [unknown, number][] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, level] = next;
    if (typeof token !== 'object' || token === null) continue;
    deepest = Math.max(deepest, level);
    const { value, items } = token as { value?: unknown; items?: readonly { key?: unknown; value?: unknown }[] };
    open.push([value, level + 1]);
    for (const item of items ?? []) open.push([item.key, level + 1], [item.value, level + 1]);
  }
  return deepest;
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]{1,80})/.exec(text.slice(offset, offset + 100))?.[1]?.trim() ?? 'yaml';
}

function advice(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'stands twice in the same map; keep one of the two';
  if (code === 'TAB_AS_INDENT') return 'the line is indented with a tab; indent with spaces';
  return `is not valid YAML (${message}); line up the indentation, and put a text that holds ": " or " #" or begins with a mark in quotes`;
}

const SECOND_DOCUMENT = 'a line `---` begins a second document; take it out, or make it a file of its own';

/** The deepest corpus file has seven levels. */
const MAX_DEPTH = 50;

const LINE_FEED = 0x0a;
