import type { Finding } from './findings.ts';
import type { Corpus, Language, Localised } from './record.ts';
import type { FileContent, Translation } from './schema.ts';
import { at } from './shape.ts';
import { plainForm } from './wording.ts';
import type { ParsedFile, Path } from './yaml.ts';

/** The corpus with what one translation adds: texts, example questions, names and words of its language. */
export function withTranslation(corpus: Corpus, translation: Translation): Corpus {
  const { language } = translation;
  const entry = <T extends { id: string; text: Localised; examples: Localised<readonly string[]> }>(
    entries: readonly T[],
    translated: Translation['statements'],
  ): T[] =>
    entries.map((each) => {
      const found = translated[each.id];
      if (found === undefined) return each;
      return {
        ...each,
        text: { ...each.text, [language]: found.text },
        examples: { ...each.examples, [language]: found.examples },
      };
    });
  const headings = (all: Readonly<Record<string, Localised>>, translated: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(all).map(([id, texts]) => {
        const found = translated[id];
        return [id, found === undefined ? texts : { ...texts, [language]: found }];
      }),
    );
  const { lexicon } = corpus;
  return {
    ...corpus,
    sources: corpus.sources.map((source) => ({
      ...source,
      speakers: headings(source.speakers, translation.speakers),
      topics: headings(source.topics, translation.topics),
    })),
    statements: entry(corpus.statements, translation.statements),
    gaps: entry(corpus.gaps, translation.gaps),
    lexicon: {
      ...lexicon,
      concepts: lexicon.concepts.map((concept) => ({
        ...concept,
        aliases: added(concept.aliases, language, translation.concepts[concept.id] ?? []),
      })),
      phrases: [...lexicon.phrases, ...translation.phrases.map((phrase) => ({ ...phrase, language }))],
      fillers: added(lexicon.fillers, language, translation.fillers),
    },
  };
}

function added(texts: Localised<readonly string[]>, language: Language, more: readonly string[]) {
  return { ...texts, [language]: [...(texts[language] ?? []), ...more] };
}

interface Checked {
  readonly file: ParsedFile;
  readonly content: FileContent | null;
}

/** A translation says the same as the English: the same entries, none missing, the same numbers and names. */
export function lintTranslations(files: readonly Checked[]): Finding[] {
  const contents = files.flatMap(({ content }) => content ?? []);
  const english = {
    statements: textsById(contents.flatMap(({ statements }) => statements)),
    gaps: textsById(contents.flatMap(({ gaps }) => gaps)),
    topics: headingsById(contents.map(({ source }) => source?.topics)),
    speakers: headingsById(contents.map(({ source }) => source?.speakers)),
  };
  const concepts = contents.flatMap(({ lexicon }) => lexicon?.concepts ?? []);
  const names = concepts
    .filter(({ type }) => type === 'person')
    .map(({ id, aliases }) => ({ id, aliases: aliases.en }));
  return files.flatMap(({ file, content }) => {
    const translation = content?.translation;
    if (translation === undefined) return [];
    const finding = (path: Path, message: string): Finding => at(file, ['translation', ...path], message);
    const sections = ['speakers', 'topics', 'statements', 'gaps'] as const;
    // A file that translates the lexicon alone translates none of these.
    const isRecord = sections.some((section) => Object.keys(translation[section]).length > 0);
    const ids = sections.flatMap((section) => [
      ...Object.keys(translation[section])
        .filter((id) => !english[section].has(id))
        .map((id) => finding([section, id], `is no id of the ${section} in English; mend or remove it`)),
      ...[...english[section].keys()]
        .filter((id) => isRecord && !Object.hasOwn(translation[section], id))
        .map((id) => finding([section], `lacks \`${id}\`; write it in this language too`)),
    ]);
    const strangers = [...Object.keys(translation.concepts).map((id) => [['concepts', id], id] as const)]
      .filter(([, id]) => !concepts.some((concept) => concept.id === id))
      .map(([path]) => finding(path, 'is no concept of the lexicon; mend or remove it'));
    const named = namesOf(contents, translation.language, names);
    const texts = (['statements', 'gaps'] as const).flatMap((section) =>
      Object.entries(translation[section]).flatMap(([id, { text }]) => {
        const original = english[section].get(id);
        if (original === undefined) return [];
        return differences(original, text, named).map((message) => finding([section, id, 'text'], message));
      }),
    );
    return [...ids, ...strangers, ...texts, ...repeated(translation, finding)];
  });
}

interface Name {
  readonly id: string;
  readonly english: readonly string[];
  readonly translated: readonly string[];
}

function namesOf(
  contents: readonly FileContent[],
  language: Translation['language'],
  names: readonly { readonly id: string; readonly aliases: readonly string[] }[],
): Name[] {
  return names.map(({ id, aliases }) => ({
    id,
    english: aliases.map((alias) => ` ${plainForm(alias)} `),
    translated: contents.flatMap(({ translation }) =>
      translation?.language === language ? (translation.concepts[id] ?? []).map(compact) : [],
    ),
  }));
}

function differences(original: string, text: string, names: readonly Name[]): string[] {
  const told: string[] = [];
  const found = numbersOf(text);
  const lost = numbersOf(original).filter((number) => !found.includes(number));
  const strange = found.filter((number) => !numbersOf(inFigures(original)).includes(number));
  if (lost.length > 0) told.push(`lacks ${lost.join(', ')}, which the English text has`);
  if (strange.length > 0) told.push(`has ${strange.join(', ')}, which the English text has not`);
  const [plain, run] = [` ${plainForm(original)} `, compact(text)];
  for (const { id, english, translated } of names) {
    // Only a name is held against the text, not a description such as "the two prime ministers": names have capitals.
    const isNamed = english.some((alias) => plain.includes(alias) && isCapital(original, alias.trim()));
    if (isNamed && translated.length > 0 && !translated.some((alias) => run.includes(alias)))
      told.push(`does not name \`${id}\`, whom the English text names`);
  }
  return told;
}

function repeated({ statements, gaps }: Translation, finding: (path: Path, message: string) => Finding): Finding[] {
  const owners = new Map<string, string>();
  return (
    [
      ['statements', statements],
      ['gaps', gaps],
    ] as const
  ).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([id, { examples }]) =>
      examples.flatMap((example, place) => {
        const form = compact(example);
        const owner = owners.get(form);
        owners.set(form, owner ?? id);
        if (owner === undefined) return [];
        return [
          finding(
            [section, id, 'examples', place],
            `${JSON.stringify(example)} is an example of ${owner} too; keep it under one of them`,
          ),
        ];
      }),
    ),
  );
}

function numbersOf(text: string): string[] {
  return text.normalize('NFKC').match(/\d+/g) ?? [];
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** English months and counts, in figures: other languages write them so. */
function inFigures(text: string): string {
  return text.replace(/[a-z]+/gi, (word) => {
    const [month, count] = [MONTHS, COUNTS].map((list) => list.indexOf(word.toLowerCase())) as [number, number];
    return month >= 0 ? String(month + 1) : count >= 0 ? String(count) : word;
  });
}

function isCapital(text: string, alias: string): boolean {
  const place = text.toLowerCase().indexOf(alias.split(' ')[0] ?? alias);
  return place >= 0 && /\p{Lu}/u.test(text[place] ?? '');
}

function compact(text: string): string {
  return plainForm(text).replaceAll(' ', '');
}

function textsById(entries: readonly { readonly id: string; readonly text: Localised }[]): Map<string, string> {
  return new Map(entries.map(({ id, text }) => [id, text.en]));
}

function headingsById(all: readonly (Readonly<Record<string, Localised>> | undefined)[]): Map<string, string> {
  return new Map(all.flatMap((each) => Object.entries(each ?? {}).map(([id, texts]) => [id, texts.en])));
}
