import type { Finding } from '../corpus/findings.ts';
import { at, checkShape } from '../corpus/shape.ts';
import { type ParsedFile, parseFile } from '../corpus/yaml.ts';
import type { Article, Span } from './article.ts';
import type { Line } from './lines.ts';

/** What an article says of itself; what it does not say is null. */
export type Particulars = {
  readonly [Field in (typeof FIELDS)[number]]: Article[Field] | null;
};

/** The YAML between two lines `---` at the beginning of a file. */
export interface FrontMatter {
  readonly particulars: Particulars;
  /** Where the title stands word for word; null where it does not, because it is folded or has escaped characters. */
  readonly title: Span | null;
  readonly findings: readonly Finding[];
  /** How many lines it takes up. */
  readonly length: number;
}

export function readFrontMatter(path: string, text: string, lines: readonly Line[]): FrontMatter {
  const said = (line: Line | undefined) => (line === undefined ? '' : text.slice(line.start, line.end));
  const begin = lines.findIndex((line) => said(line).trim() !== '');
  if (begin === -1 || !/^---\s*$/u.test(said(lines[begin]))) return { ...NONE, length: 0 };
  const length = lines.findIndex((line, index) => index > begin && /^(?:---|\.\.\.)\s*$/u.test(said(line))) + 1;
  if (length === 0) {
    const finding = { file: path, line: begin + 1, field: 'front matter', message: UNCLOSED };
    return { ...NONE, length: lines.length, findings: [finding] };
  }
  // The lines above keep their place, so that the parser counts as an editor does.
  const yaml = lines.slice(0, length - 1).map((line, index) => (index > begin ? said(line) : ''));
  const parsed = parseFile({ path, bytes: new TextEncoder().encode(yaml.join('\n')) });
  const { particulars, findings } = checkParticulars(parsed, begin + 1);
  const titleLine = lines[parsed.lineOf(['title']) - 1];
  return { particulars, title: spanOf(titleIn(parsed.value), text, titleLine), findings, length };
}

/** Checks the fields by the rules of a corpus file's `source`; `line` is that of the map as a whole. */
export function checkParticulars(parsed: ParsedFile, line: number): Pick<FrontMatter, 'findings' | 'particulars'> {
  const { value } = parsed;
  if (!parsed.readable || value === null || value === '') return { ...NONE, findings: parsed.findings };
  if (typeof value !== 'object' || Array.isArray(value)) {
    const finding = { file: parsed.path, line, field: 'front matter', message: NO_FIELDS };
    return { ...NONE, findings: [...parsed.findings, finding] };
  }
  const given = Object.entries(value);
  const known = given.filter(([field]) => isField(field));
  const strange = given.filter(([field]) => !isField(field)).map(([field]) => at(parsed, [field], STRANGE));
  const { content, findings } = checkShape({
    ...parsed,
    value: { source: { ...NEEDED, ...Object.fromEntries(known) } },
    lineOf: (path) => parsed.lineOf(path.slice(1)),
  });
  const fields = known.map(([field]) => [field, content?.source?.[field as keyof Particulars] ?? null]);
  return {
    particulars: { ...NONE.particulars, ...Object.fromEntries(fields) },
    findings: [
      ...parsed.findings,
      ...strange,
      ...findings.map((finding) => ({ ...finding, field: finding.field.replace(/^source\./u, '') })),
    ],
  };
}

function spanOf(title: string | null, text: string, line: Line | undefined): Span | null {
  if (title === null || line === undefined) return null;
  const key = text.slice(line.start, line.end).indexOf(':') + 1;
  const start = text.indexOf(title, line.start + key);
  return start === -1 || start + title.length > line.end ? null : { start, end: start + title.length };
}

/** The title as the parser has it: its white space is not folded. */
function titleIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('title' in value)) return null;
  return typeof value.title === 'string' && value.title.trim() !== '' ? value.title.trim() : null;
}

function isField(name: string): boolean {
  return (FIELDS as readonly string[]).includes(name);
}

const FIELDS = ['title', 'publisher', 'published', 'language', 'url'] as const;
const NONE = {
  particulars: { title: null, publisher: null, published: null, language: null, url: null },
  title: null,
  findings: [],
};
/** What a corpus file's source needs and an article's front matter does not. */
const NEEDED = { id: 'article', title: 'none', language: 'en', sentences: {}, speakers: {}, topics: {} };

const UNCLOSED = 'begins with a line `---` and has no end; put a line `---` below it, or take the first one out';
const NO_FIELDS = `has no fields; write lines such as "title: Harbour Town Lights Its Lamp", or take it out`;
const STRANGE = `is no field of an article; it may have ${FIELDS.join(', ')}`;
