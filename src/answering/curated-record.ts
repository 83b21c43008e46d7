import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, hashFiles } from '../corpus/hash.ts';
import { SetupError } from '../errors.ts';
import { LANGUAGE_RULES } from '../languages/languages.ts';
import { pack, type ReadBytes, unpack } from '../retrieval/container.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';

/**
 * The record that corpus files hold, read from its compiled file where there is one, or else compiled.
 *
 * @param cache folders in which the compiled file may lie, named by the hash of the corpus files.
 * @throws CorpusError with every finding of every corpus file.
 */
export async function curatedRecord(
  directory: string,
  files: readonly CorpusFile[],
  cache: readonly string[],
): Promise<Snapshot> {
  const hash = hashFiles(files);
  const found = cache.map((folder) => join(folder, `${hash}${PACKED}`)).find((path) => existsSync(path));
  return found === undefined ? await compile(directory, files, hash) : unpack(readerOf(found));
}

/** Compiles a corpus into `folder`, where `openRecord` finds it by its hash. Returns the path of the file. */
export async function buildSnapshot(directory: string, folder: string): Promise<string> {
  const files = readCorpusFiles(directory);
  const hash = hashFiles(files);
  const path = join(folder, `${hash}${PACKED}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, pack(await compile(directory, files, hash)));
  return path;
}

/** The corpus files of a folder, in no order; none is no error. */
export function readCorpusFiles(directory: string): CorpusFile[] {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => /\.ya?ml$/.test(name));
  } catch (cause) {
    throw new SetupError(`${directory}: the corpus folder cannot be read; name a folder with corpus files`, { cause });
  }
  return names.map((name) => ({ path: name, bytes: readFileSync(join(directory, name)) }));
}

async function compile(directory: string, files: readonly CorpusFile[], hash: string): Promise<Snapshot> {
  // Loaded only when needed: reading YAML and checking it costs more than all of a question.
  const [{ compileCorpus }, { takeSnapshot }] = await Promise.all([
    import('../corpus/compile.ts'),
    import('../retrieval/snapshot.ts'),
  ]);
  const named = files.map(({ path, bytes }) => ({ path: join(directory, path), bytes }));
  return takeSnapshot({ ...compileCorpus(named), hash }, LANGUAGE_RULES);
}

/** The file stays open, so that what is read later is of the same file even if another has taken its name. */
function readerOf(path: string): ReadBytes {
  const file = openSync(path, 'r');
  return (from, length) => {
    const bytes = Buffer.allocUnsafeSlow(length);
    const read = readSync(file, bytes, 0, length, from);
    if (read < length) throw new SetupError(`${path}: the compiled corpus is cut off; run \`npm run build\``);
    return bytes;
  };
}

/** Ending of a compiled corpus. */
const PACKED = '.record';
