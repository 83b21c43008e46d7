import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CorpusError, type Finding } from '../corpus/findings.ts';
import { type CorpusFile, inOrder } from '../corpus/hash.ts';
import { SetupError } from '../errors.ts';
import type { Article } from './article.ts';
import { paced } from './paced.ts';
import { readArticle } from './read-article.ts';

/** The files of a folder that are articles, in the order of their paths, and those that cannot be read. */
export interface ArticleFiles {
  readonly files: readonly CorpusFile[];
  readonly findings: readonly Finding[];
}

/**
 * Every article of a folder and of the folders in it, in the order of their ids.
 *
 * @throws CorpusError with every finding of every file.
 */
export async function readArticles(folder: string): Promise<readonly Article[]> {
  const { articles, findings } = await checkArticles(folder, findArticles(folder));
  if (findings.length > 0) throw new CorpusError(findings);
  return articles;
}

/**
 * The articles that the files hold, and all that is wrong with the others.
 *
 * @param folder names them in findings only.
 * @param onRead told of each file that was read.
 */
export async function checkArticles(
  folder: string,
  { files, findings: found }: ArticleFiles,
  onRead: () => void = () => {},
): Promise<{ readonly articles: readonly Article[]; readonly findings: readonly Finding[] }> {
  const articles: Article[] = [];
  const findings = [...found];
  for await (const file of paced(inOrder(files))) {
    const read = readArticle(file, join(folder, file.path));
    if (read.article !== null) articles.push(read.article);
    findings.push(...read.findings);
    onRead();
  }
  return { articles, findings: findings.toSorted(byFile) };
}

/**
 * Finds the `.md` and `.txt` files of a folder and of the folders in it; one named README is an article like any other.
 * Names that begin with a full stop are left alone. A link is followed where it leads to a file in the folder that is
 * not found under a name of its own, as Kubernetes mounts files; links to folders, and out of the folder, are not.
 */
export function findArticles(folder: string): ArticleFiles {
  const entries = walk(folder);
  const root = realpathSync(folder);
  const found = entries.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const taken = new Set(found.map((path) => realpathSync(path)));
  for (const { kind, path: link } of entries) {
    if (kind !== 'link') continue;
    const target = fileInside(root, link);
    if (target === null || taken.has(target)) continue;
    taken.add(target);
    found.push(link);
  }
  const files: CorpusFile[] = [];
  const findings: Finding[] = [];
  for (const path of found) {
    try {
      const { size } = statSync(path);
      if (size > LARGEST_FILE) throw new Error('it is larger than 256 MB');
      files.push({ path: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) });
    } catch (error) {
      const message = `cannot be read (${reasonOf(error)}); let it be read, or take it out`;
      findings.push({ file: path, line: 1, field: 'file', message });
    }
  }
  return { files: inOrder(files), findings: findings.toSorted(byFile) };
}

interface Entry {
  readonly path: string;
  readonly kind: 'file' | 'link';
}

/** Files and links with an article's ending, in `folder` and below. */
function walk(folder: string): Entry[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).toSorted();
  } catch (cause) {
    throw new SetupError(`${folder}: the folder cannot be read (${reasonOf(cause)}); name a folder with articles`, {
      cause,
    });
  }
  return names.flatMap((name): Entry[] => {
    if (name.startsWith('.')) return [];
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) return walk(path);
    if (!ARTICLE.test(name)) return [];
    if (stat?.isSymbolicLink()) return [{ path, kind: 'link' }];
    return stat?.isFile() ? [{ path, kind: 'file' }] : [];
  });
}

/** The file that a link leads to, if it lies in the folder `root`. */
function fileInside(root: string, link: string): string | null {
  try {
    const target = realpathSync(link);
    return target.startsWith(root + sep) && statSync(target).isFile() ? target : null;
  } catch {
    // It leads nowhere.
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function byFile(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

const ARTICLE = /\.(?:md|txt)$/iu;
/** In bytes: half of what a text can hold in memory here. */
const LARGEST_FILE = 256_000_000;
