import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { compileCorpus } from '../corpus/compile.ts';
import { CorpusError } from '../corpus/findings.ts';
import { plainForm } from '../corpus/wording.ts';
import { parseFile } from '../corpus/yaml.ts';
import { SetupError } from '../errors.ts';
import type { Article } from './article.ts';
import { curatedFile } from './curated-file.ts';
import { checkParticulars, type Particulars } from './front-matter.ts';
import { readArticle } from './read-article.ts';
import { understood } from './understood.ts';

/** What the command line says of an article; it goes before what the file says of itself. */
export interface ImportOptions {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  /** ISO date. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  /** The corpus folder that the file goes to; made where there is none. */
  readonly directory: string;
  /** Write over a file of that name. */
  readonly force?: boolean;
}

export interface ImportedArticle {
  /** The corpus file that was written. */
  readonly path: string;
  /** What was understood of the article, for people. */
  readonly lines: readonly string[];
}

/**
 * Makes a curated corpus file from a plain article, named after it.
 *
 * @throws CorpusError where the article is faulty, SetupError where an option is or the file exists.
 */
export function importArticle(file: string, { directory, force = false, ...given }: ImportOptions): ImportedArticle {
  const article = described(readFile(file), given);
  if (plainForm(article.title) === '') throw new SetupError(`${file}: its title has no letter or digit; give --title`);
  const name = nameOf(file);
  const path = join(directory, `${name}.yaml`);
  if (existsSync(path) && !force) throw new SetupError(`${path}: exists; ${TO_OVERWRITE}`);
  const content = curatedFile(article, freeId(name, sourceIdsIn(directory, path)));
  // What a person is going to work on must be sound.
  compileCorpus([{ path, bytes: new TextEncoder().encode(content) }]);
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path, content, { flag: force ? 'w' : 'wx' });
  } catch (cause) {
    throw new SetupError(`${path}: cannot be written (${reasonOf(cause)}); name a folder that can`, { cause });
  }
  return { path, lines: understood(article, path) };
}

function readFile(file: string): Article {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new SetupError(`${file}: cannot be read (${reasonOf(cause)}); name a .md or .txt file`, { cause });
  }
  const { article, findings } = readArticle({ path: basename(file), bytes }, file);
  if (article === null) throw new CorpusError(findings);
  return article;
}

type Given = Omit<ImportOptions, 'directory' | 'force'>;

function described(article: Article, given: Given): Article {
  const value = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined));
  const options = { path: '', value, readable: true, findings: [], lineOf: () => 1 };
  const { particulars, findings } = checkParticulars(options, 1);
  if (findings.length > 0) {
    throw new SetupError(findings.map(({ field, message }) => `--${field} ${message}`).join('\n'));
  }
  const said = Object.entries(particulars).filter(([, text]) => text !== null) as [keyof Particulars, string][];
  const titled = { ...article, ...Object.fromEntries(said) };
  // A title that the article does not have word for word is not the headline that stands in it.
  const isHeadline = particulars.title === null || particulars.title === article.title;
  return isHeadline ? titled : { ...titled, passages: article.passages.filter(({ kind }) => kind !== 'headline') };
}

/** A file's name as an id: letters, digits, hyphens. */
function nameOf(file: string): string {
  const name = parse(file)
    .name.normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|[._-]+$/gu, '');
  if (name === '') return 'article';
  return /^\d+$/u.test(name) ? `article-${name}` : name;
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
  return id;
}

/** Ids of the sources of the corpus files of a folder, but for the one that is written over. */
function sourceIdsIn(directory: string, except: string): ReadonlySet<string> {
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => /\.ya?ml$/u.test(name)) : [];
  const ids = names
    .map((name) => join(directory, name))
    .filter((path) => path !== except)
    .map((path) => parseFile({ path, bytes: readFileSync(path) }).value as { source?: { id?: unknown } } | null)
    .map((value) => value?.source?.id);
  return new Set(ids.filter((id) => typeof id === 'string'));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const TO_OVERWRITE = 'take it away, or say --force to write over it: statements in it are lost then';
