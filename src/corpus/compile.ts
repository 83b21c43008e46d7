import { CorpusError, type Finding } from './findings.ts';
import { type CorpusFile, hashFiles, inOrder } from './hash.ts';
import { lintCorpus } from './lint.ts';
import type { Corpus } from './record.ts';
import type { FileContent } from './schema.ts';
import { checkShape } from './shape.ts';
import { lintTranslations, withTranslation } from './translation.ts';
import { parseFile } from './yaml.ts';

/**
 * The corpus that the files hold; their order does not matter.
 *
 * @throws CorpusError with every finding of every file.
 */
export function compileCorpus(files: readonly CorpusFile[]): Corpus {
  const parsed = inOrder(files).map(parseFile);
  const checked = parsed.map(checkShape);
  const findings = [
    ...parsed.flatMap((file) => file.findings),
    ...checked.flatMap((file) => file.findings),
    ...lintCorpus(parsed),
  ];
  if (findings.length > 0) throw new CorpusError(inFileOrder(findings));
  const contents = checked.flatMap(({ content }) => content ?? []);
  const untranslated = lintTranslations(parsed.map((file, at) => ({ file, content: checked[at]?.content ?? null })));
  if (untranslated.length > 0) throw new CorpusError(inFileOrder(untranslated));
  return assemble(hashFiles(files), contents);
}

function assemble(hash: string, contents: readonly FileContent[]): Corpus {
  const translations = contents.flatMap(({ translation }) => translation ?? []);
  return translations.reduce(withTranslation, inEnglish(hash, contents));
}

function inEnglish(hash: string, contents: readonly FileContent[]): Corpus {
  const belongingTo = <T>(source: string, entries: readonly T[]) => entries.map((entry) => ({ ...entry, source }));
  const sourceOf = ({ source, of }: FileContent) => source?.id ?? of ?? '';
  const lexicons = contents.flatMap(({ lexicon }) => lexicon ?? []);
  return {
    hash,
    sources: contents.flatMap(({ source }) => source ?? []),
    statements: contents.flatMap((content) => belongingTo(sourceOf(content), content.statements)),
    gaps: contents.flatMap((content) => belongingTo(sourceOf(content), content.gaps)),
    lexicon: {
      concepts: lexicons.flatMap(({ concepts }) => concepts),
      phrases: lexicons.flatMap(({ phrases }) => phrases),
      titles: lexicons.flatMap(({ titles }) => titles),
      fillers: joined(lexicons.map(({ fillers }) => fillers)),
    },
  };
}

type Fillers = Corpus['lexicon']['fillers'];

function joined(all: readonly Fillers[]): Fillers {
  const of = (language: keyof Fillers) => all.flatMap((fillers) => fillers[language] ?? []);
  const [ko, ja] = [of('ko'), of('ja')];
  return { en: of('en'), ...(ko.length > 0 && { ko }), ...(ja.length > 0 && { ja }) };
}

/** By file and line, as a person mends them; the sort keeps the order within a line. */
function inFileOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
