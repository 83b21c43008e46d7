import type { Finding } from './findings.ts';
import {
  about,
  type Entry,
  fieldsAt,
  type Mention,
  mentionAt,
  mentionsAt,
  type Outline,
  type SourceOutline,
} from './outline.ts';

/**
 * What names something that is not there: sources, locators, speakers, topics, nearest statements. Where a file could
 * not be read, what other files name may be in it.
 */
export function lintReferences(outline: Outline): Finding[] {
  const { files, entries, complete } = outline;
  return [
    ...entries.flatMap((entry) => lintSourceNames(entry, outline)),
    ...(complete ? files.flatMap((file) => lintOf(outline, mentionAt(file, ['of']))) : []),
    ...(complete ? lintNamed(outline) : []),
  ];
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

function lintSourceNames({ kind, file, path, source: id }: Entry, { sources }: Outline): Finding[] {
  const source =
    sources.find((one) => one.file === file) ?? sources.find((one) => one.id !== null && one.id.text === id);
  if (source === undefined) return [];
  const topics = unknown(source, 'topics', [mentionAt(file, [...path, 'topic'])], 'is no topic of the source');
  if (kind === 'gap') return topics;
  return [
    ...topics,
    ...unknown(source, 'speakers', [mentionAt(file, [...path, 'speaker'])], 'is no speaker of the source'),
    ...unknown(source, 'sentences', mentionsAt(file, [...path, 'locators']), 'is no locator of the source'),
  ];
}

/** Where the source lacks the whole map, the schema says so once. */
function unknown(
  source: SourceOutline,
  map: string,
  mentions: readonly (Mention | null)[],
  message: string,
): Finding[] {
  // A map's own `__proto__` is no name: it is lost where maps are copied.
  const known = Object.keys(fieldsAt(source.fields, map)).filter((name) => name !== '__proto__');
  if (!Object.hasOwn(source.fields, map)) return [];
  return mentions.flatMap((mention) => {
    if (mention === null || known.includes(mention.text)) return [];
    return [about(mention, `${JSON.stringify(mention.text)} ${message}${choice(known)}`)];
  });
}

/** The statements that gaps name as nearest, and those that a list of statements tells. */
function lintNamed({ entries }: Outline): Finding[] {
  const ids = (kind: Entry['kind']) =>
    new Set(entries.flatMap((entry) => (entry.kind === kind && entry.id !== null ? [entry.id.text] : [])));
  const [statements, gaps] = [ids('statement'), ids('gap')];
  const lists = new Set(
    entries.flatMap(({ id, fields }) => (id !== null && Object.hasOwn(fields, 'tells') ? id.text : [])),
  );
  return entries.flatMap(({ kind, file, path }) =>
    mentionsAt(file, [...path, kind === 'gap' ? 'nearest' : 'tells']).flatMap((mention) => {
      if (statements.has(mention.text) && !(kind === 'statement' && lists.has(mention.text))) return [];
      const what = gaps.has(mention.text)
        ? 'is a gap, not a statement'
        : lists.has(mention.text)
          ? 'is itself a list of statements'
          : 'is no statement';
      return about(
        mention,
        `${JSON.stringify(mention.text)} ${what}; write the id of a statement that ${kind === 'gap' ? 'is near' : 'it tells'}`,
      );
    }),
  );
}

/** The names to choose from, where they fit on a line. */
function choice(known: readonly string[]): string {
  const names = known.join(', ');
  return names === '' ? '' : `; it has ${names.length > 200 ? `${names.slice(0, 200)} ...` : names}`;
}
