import { clashes, unique } from './clashes.ts';
import type { Finding } from './findings.ts';
import { lintLexicon } from './lint-lexicon.ts';
import { lintReferences } from './lint-references.ts';
import { compareLocators, parseLocator } from './locator.ts';
import { fieldsAt, mentionsByLanguage, type Outline, outlineOf } from './outline.ts';
import { at } from './shape.ts';
import { plainForm } from './wording.ts';
import type { ParsedFile } from './yaml.ts';

/** What is wrong from one entry or file to another; the shape of each is checked in shape.ts. */
export function lintCorpus(files: readonly ParsedFile[]): Finding[] {
  const outline = outlineOf(files);
  return [
    ...lintSources(outline),
    ...lintOrder(outline),
    ...lintIds(outline),
    ...lintReferences(outline),
    ...lintExamples(outline),
    ...lintLexicon(outline),
  ];
}

/** There is a source, and each statement and gap has one. */
function lintSources({ files, sources, entries, complete }: Outline): Finding[] {
  const findings = files.flatMap((file) => {
    const entry = entries.find((candidate) => candidate.file === file);
    if (entry === undefined || entry.source !== null || sources.some((source) => source.file === file)) return [];
    return [at(file, entry.path.slice(0, 1), 'belongs to no source; add a line `of: ` with the id of its source')];
  });
  if (sources.length > 0 || !complete) return findings;
  const message = 'no file tells about a source; describe the article under the key `source`';
  const [file] = files;
  return [file === undefined ? { file: '*.yaml', line: 1, field: 'source', message } : at(file, ['source'], message)];
}

/** The locators of a source stand in reading order, which `verify` holds against the article. */
function lintOrder({ sources }: Outline): Finding[] {
  return sources.flatMap(({ file, fields }) => {
    const locators = Object.keys(fieldsAt(fields, 'sentences')).filter((locator) => parseLocator(locator) !== null);
    return locators
      .filter((locator, index) => compareLocators(locators[index - 1] ?? locator, locator) > 0)
      .map((locator) =>
        at(file, ['source', 'sentences', locator], 'is out of place; list the locators in reading order'),
      );
  });
}

function lintIds({ sources, entries }: Outline): Finding[] {
  const same = (text: string) => text;
  const taken = (what: string) => (_: unknown, where: string) =>
    `is taken (${where}); give each ${what} an id of its own`;
  return [
    ...clashes(unique(sources.map(({ id }) => id)), same, taken('source')),
    ...clashes(unique(entries.map(({ id }) => id)), same, taken('statement and gap')),
  ];
}

/** One question cannot be the example of two entries: the bot could not tell which of them is meant. */
function lintExamples({ entries }: Outline): Finding[] {
  const examples = entries.flatMap(({ id, file, path }) =>
    id === null ? [] : mentionsByLanguage(file, [...path, 'examples']).map((mention) => ({ mention, owner: id.text })),
  );
  return clashes(
    examples,
    plainForm,
    ({ owner }, where) => `is an example of ${String(owner)} too (${where}); keep it under one of them`,
  );
}
