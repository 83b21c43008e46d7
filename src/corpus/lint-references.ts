import type { Finding } from './findings.ts';
import { about, type Entry, fieldsAt, type Mention, mentionAt, mentionsAt, type Outline, type SourceOutline } from './outline.ts';

/** What names something that is not there: sources, locators, speakers, topics, nearest statements. */
export function lintReferences(outline: Outline): Finding[] {
  if (!outline.complete) return [];
  return [...outline.files.flatMap((file) => lintOf(outline, mentionAt(file, ['of']))), ...lintEntries(outline)];
}

function lintOf({ sources }: Outline, of: Mention | null): Finding[] {
  if (of === null) return [];
  const ids = sources.flatMap(({ id }) => id?.text ?? []);
  const own = sources.find(({ file }) => file === of.file);
  if (own !== undefined && own.id?.text !== of.text) {
    return [about(of, `names ${JSON.stringify(of.text)}, but the file has a source of its own; take the line out`)];
  }
  return ids.includes(of.text) ? [] : [about(of, `${JSON.stringify(of.text)} is no source${choice(ids)}`)];
}

function lintEntries({ sources, entries }: Outline): Finding[] {
  const byId = new Map(sources.map((source) => [source.id?.text, source]));
  const kinds = new Map(entries.map(({ id, kind }) => [id?.text, kind]));
  const statements = new Set(entries.flatMap(({ id, kind }) => (id !== null && kind === 'statement' ? [id.text] : [])));
  return entries.flatMap((entry) => {
    const source = entry.source === null ? undefined : byId.get(entry.source);
    const inSource = source === undefined ? [] : lintSourceNames(entry, source);
    return entry.kind === 'statement' ? inSource : [...inSource, ...lintNearest(entry, statements, kinds)];
  });
}

function lintSourceNames({ kind, file, path }: Entry, source: SourceOutline): Finding[] {
  const topic = mentionAt(file, [...path, 'topic']);
  const findings = unknown(source, 'topics', topic === null ? [] : [topic], 'is no topic of the source');
  if (kind === 'gap') return findings;
  const speaker = mentionAt(file, [...path, 'speaker']);
  const locators = mentionsAt(file, [...path, 'locators']);
  return [
    ...findings,
    ...unknown(source, 'speakers', speaker === null ? [] : [speaker], 'is no speaker of the source'),
    ...unknown(source, 'sentences', locators, 'is no locator of the source'),
  ];
}

/** Where the source lacks the whole map, the schema says so once. */
function unknown(source: SourceOutline, map: string, mentions: readonly Mention[], message: string): Finding[] {
  const known = Object.keys(fieldsAt(source.fields, map));
  if (!Object.hasOwn(source.fields, map)) return [];
  return mentions
    .filter(({ text }) => !known.includes(text))
    .map((mention) => about(mention, `${JSON.stringify(mention.text)} ${message}${choice(known)}`));
}

function lintNearest({ file, path }: Entry, statements: ReadonlySet<string>, kinds: ReadonlyMap<unknown, string>): Finding[] {
  return mentionsAt(file, [...path, 'nearest'])
    .filter(({ text }) => !statements.has(text))
    .map((mention) => {
      const what = kinds.has(mention.text) ? 'is a gap, not a statement' : 'is no statement';
      return about(mention, `${JSON.stringify(mention.text)} ${what}; write the id of a statement that is near`);
    });
}

/** The names to choose from, where they fit on a line. */
function choice(known: readonly string[]): string {
  const names = known.join(', ');
  return names === '' ? '' : `; it has ${names.length > 200 ? `${names.slice(0, 200)} ...` : names}`;
}
