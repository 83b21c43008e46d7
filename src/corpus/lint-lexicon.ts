import { clashes, unique } from './clashes.ts';
import type { Finding } from './findings.ts';
import { about, itemsAt, mentionAt, mentionsAt, mentionsByLanguage, type Outline } from './outline.ts';
import { plainForm } from './wording.ts';
import type { ParsedFile, Path } from './yaml.ts';

/** What is wrong in the lexicon: ids and aliases that clash, phrases that mean what is no concept. */
export function lintLexicon({ files, complete }: Outline): Finding[] {
  const concepts = placesOf(files, 'concepts').map(({ file, path }) => ({
    id: mentionAt(file, [...path, 'id']),
    aliases: mentionsByLanguage(file, [...path, 'aliases']),
  }));
  const phrases = placesOf(files, 'phrases').map(({ file, path }) => ({
    alias: mentionAt(file, [...path, 'alias']),
    means: mentionsAt(file, [...path, 'means']),
  }));
  const known = new Set(concepts.flatMap(({ id }) => id?.text ?? []));
  const aliases = concepts.flatMap(({ id, aliases }) => aliases.map((mention) => ({ mention, owner: id?.text ?? null })));
  const unknown = phrases.flatMap(({ means }) => means.filter(({ text }) => !known.has(text)));
  return [
    ...clashes(
      unique(concepts.map(({ id }) => id)),
      (id) => id,
      (_, where) => `is taken (${where}); give each concept an id of its own`,
    ),
    ...clashes(
      aliases,
      plainForm,
      ({ owner }, where) => `is an alias of ${String(owner)} too (${where}); keep it in one concept, or make it a phrase that means both`,
    ),
    ...clashes(
      unique(phrases.map(({ alias }) => alias)),
      plainForm,
      (_, where) => `is a phrase already (${where}); keep one of them`,
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
