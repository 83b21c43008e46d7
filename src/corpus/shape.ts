import type { z } from 'zod';
import type { Finding } from './findings.ts';
import { type FileContent, fileContent } from './schema.ts';
import type { ParsedFile, Path } from './yaml.ts';

/** What a file holds, or null with what is wrong with its shape: keys, types, texts. */
export interface CheckedFile {
  readonly content: FileContent | null;
  readonly findings: readonly Finding[];
}

/** Checks one file against the schema; says what is there, what should be, and where. */
export function checkShape(file: ParsedFile): CheckedFile {
  const result = fileContent.safeParse(file.value ?? {}, { error: message });
  if (result.success) return { content: result.data, findings: [] };
  const findings = result.error.issues
    .flatMap((issue) => placed(issue))
    .map((found) => at(file, found.path, found.message));
  return { content: null, findings };
}

/** A finding at a value of a file. */
export function at(file: ParsedFile, path: Path, message: string): Finding {
  return { file: file.path, line: file.lineOf(path), field: fieldName(file.value, path), message };
}

/** `statements[pact-ended].locators[2]`: list items go by their id, else by their number from 1. */
function fieldName(value: unknown, path: Path): string {
  let name = '';
  let inside = value;
  for (const step of path) {
    inside = typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined;
    if (typeof step === 'string') name += name === '' ? step : `.${step}`;
    else name += `[${idOf(inside) ?? step + 1}]`;
  }
  return name === '' ? 'file' : name;
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return null;
  const id: unknown = Reflect.get(value, 'id');
  return typeof id === 'string' && id !== '' ? id : null;
}

function placed(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: issue.message }));
  // A bad key of a map: the reason is inside.
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  return [{ path, message: issue.message }];
}

function message(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return 'is no key that belongs here; see docs/CORPUS.md for those that do';
  if (issue.code === 'invalid_value')
    return `is ${shown(issue.input)}; should be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type') return undefined;
  const wanted = NAMES[issue.expected] ?? issue.expected;
  if (issue.input === undefined) return `is missing; add it (${wanted})`;
  if (wanted === 'text' && typeof issue.input === 'object') {
    return `is ${shown(issue.input)}, should be text; a text that holds ": " or begins with [ or { goes in quotes`;
  }
  return `is ${shown(issue.input)}, should be ${wanted}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value === '' ? 'empty' : `the text ${JSON.stringify(value.slice(0, 60))}`;
  return value === undefined ? 'missing' : 'a map';
}

const NAMES: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'a map', record: 'a map' };
