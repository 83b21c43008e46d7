import type { Finding } from './findings.ts';
import { at } from './shape.ts';
import type { ParsedFile, Path } from './yaml.ts';

/** A text of the files, and where it stands. */
export interface Mention {
  readonly text: string;
  readonly file: ParsedFile;
  readonly path: Path;
}

/** A statement or gap as far as it can be read. */
export interface Entry {
  readonly kind: 'statement' | 'gap';
  readonly file: ParsedFile;
  readonly path: Path;
  readonly id: Mention | null;
  /** Id of its source, from the `source` or the `of` of its file. */
  readonly source: string | null;
  readonly fields: Fields;
}

/** A source as far as it can be read. */
export interface SourceOutline {
  readonly file: ParsedFile;
  readonly id: Mention | null;
  readonly fields: Fields;
}

/** A map of a file. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What the files hold, read with an open mind, so that the lint finds what is wrong across files even where single
 * entries are broken.
 */
export interface Outline {
  readonly files: readonly ParsedFile[];
  readonly sources: readonly SourceOutline[];
  readonly entries: readonly Entry[];
  /** False where a file could not be read: then nothing may be called missing. */
  readonly complete: boolean;
}

export function outlineOf(files: readonly ParsedFile[]): Outline {
  return {
    files,
    sources: files.flatMap(sourceOf),
    entries: files.flatMap((file) => [...entriesOf(file, 'statement'), ...entriesOf(file, 'gap')]),
    complete: files.every((file) => file.readable),
  };
}

/** The map at `key` of a map; empty where there is none. */
export function fieldsAt(fields: unknown, key: string): Fields {
  const value = valueAt(fields, key);
  return isFields(value) ? value : {};
}

/** The text at `path`; null where there is none. */
export function mentionAt(file: ParsedFile, path: Path): Mention | null {
  let value: unknown = file.value;
  for (const step of path) value = valueAt(value, step);
  return typeof value === 'string' && value !== '' ? { text: value, file, path } : null;
}

/** The texts of the list at `path`; those of another type are left to the schema. */
export function mentionsAt(file: ParsedFile, path: Path): Mention[] {
  return itemsAt(file, path).flatMap((_, index) => mentionAt(file, [...path, index]) ?? []);
}

/** The texts of a map of lists by language. */
export function mentionsByLanguage(file: ParsedFile, path: Path): Mention[] {
  let value: unknown = file.value;
  for (const step of path) value = valueAt(value, step);
  return isFields(value) ? Object.keys(value).flatMap((language) => mentionsAt(file, [...path, language])) : [];
}

/** The items of the list at `path`; empty where there is no list. */
export function itemsAt(file: ParsedFile, path: Path): readonly unknown[] {
  let value: unknown = file.value;
  for (const step of path) value = valueAt(value, step);
  return Array.isArray(value) ? value : [];
}

/** A finding at a mention. */
export function about({ file, path }: Mention, message: string): Finding {
  return at(file, path, message);
}

/** Where a mention stands, for another finding to point at. */
export function whereabouts({ file, path }: Mention): string {
  return `${file.path}:${file.lineOf(path)}`;
}

function sourceOf(file: ParsedFile): SourceOutline[] {
  const fields = valueAt(file.value, 'source');
  return isFields(fields) ? [{ file, id: mentionAt(file, ['source', 'id']), fields }] : [];
}

function entriesOf(file: ParsedFile, kind: Entry['kind']): Entry[] {
  const list = `${kind}s`;
  const source = mentionAt(file, ['source', 'id']) ?? mentionAt(file, ['of']);
  return itemsAt(file, [list]).flatMap((fields, index): Entry[] => {
    const path = [list, index];
    if (!isFields(fields)) return [];
    return [{ kind, file, path, id: mentionAt(file, [...path, 'id']), source: source?.text ?? null, fields }];
  });
}

function valueAt(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
