import { clashes, unique } from './clashes.ts';
import type { Finding } from './findings.ts';
import { about, itemsAt, mentionAt, mentionsAt, mentionsByLanguage, type Outline } from './outline.ts';
import { plainForm } from './wording.ts';
import type { ParsedFile, Path } from './yaml.ts';

/** What is wrong in the lexicon: ids, aliases and titles that clash, phrases and titles that mean what is no concept. */
export function lintLexicon({ files, complete }: Outline): Finding[] {
  const concepts = placesOf(files, 'concepts').map(({ file, path }) => ({
    id: mentionAt(file, [...path, 'id']),
    aliases: mentionsByLanguage(file, [...path, 'aliases']),
  }));
  const phrases = placesOf(files, 'phrases').map(({ file, path }) => ({
    alias: mentionAt(file, [...path, 'alias']),
    means: mentionsAt(file, [...path, 'means']),
  }));
  const titles = placesOf(files, 'titles').map(({ file, path }) => ({
    office: mentionAt(file, [...path, 'office']),
    of: mentionsAt(file, [...path, 'of']),
    is: mentionAt(file, [...path, 'is']),
  }));
  const known = new Set(concepts.flatMap(({ id }) => id?.text ?? []));
  const aliases = concepts.flatMap(({ id, aliases }) =>
    aliases.map((mention) => ({ mention, owner: id?.text ?? null })),
  );
  const meant = [
    ...phrases.flatMap(({ means }) => means),
    ...titles.flatMap(({ office, of, is }) => [office, ...of, is]),
  ];
  const unknown = meant.flatMap((mention) => (mention === null || known.has(mention.text) ? [] : [mention]));
  return [
    ...clashes(
      unique(concepts.map(({ id }) => id)),
      (id) => id,
      (_, where) => `is taken (${where}); give each concept an id of its own`,
    ),
    ...clashes(
      aliases,
      plainForm,
      ({ owner }, where) =>
        `is an alias of ${String(owner)} too (${where}); keep it in one concept, or make it a phrase that means both`,
    ),
    ...clashes(
      unique(phrases.map(({ alias }) => alias)),
      plainForm,
      (_, where) => `is a phrase already (${where}); keep one of them`,
    ),
    ...[...new Set(titles.map(({ office }) => office?.text))].flatMap((office) =>
      clashes(
        unique(titles.filter((title) => title.office?.text === office).flatMap(({ of }) => of)),
        (id) => id,
        (_, where) => `has this office already (${where}); keep it in one of the two titles`,
      ),
    ),
    ...(complete ? unknown : []).map((mention) =>
      about(mention, `${JSON.stringify(mention.text)} is no concept; write the id of one, or add it under concepts`),
    ),
  ];
}

function placesOf(files: readonly ParsedFile[], list: string): { file: ParsedFile; path: Path }[] {
  return files.flatMap((file) => {
    const path = ['lexicon', list];
    return itemsAt(file, path).map((_, index) => ({ file, path: [...path, index] }));
  });
}
