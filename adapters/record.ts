import { homedir } from 'node:os';
import { join } from 'node:path';
import { CorpusError, type OpenOptions, type OpenRecord, openRecord, SetupError } from '../src/index.ts';
import { readEnvironment } from './environment.ts';
import type { Io } from './io.ts';

/** What tells where the corpus lies. Without an environment the shipped one is meant. */
type Place = Pick<Io, 'root'> & Partial<Pick<Io, 'environment' | 'errors'>>;

/**
 * Opens the record in `folder`, else in `CORPUS_DIR`, else the shipped one, compiled ahead by the build.
 *
 * @throws SetupError where that is no corpus; it names `CORPUS_DIR` where the folder is from there.
 */
export async function openFrom(folder: string | undefined, place: Place): Promise<OpenRecord> {
  const set = folder === undefined ? await folderSet(place) : undefined;
  try {
    return await openRecord({
      directory: folder ?? set ?? shippedIn(place),
      cache: [join(place.root, 'dist', 'record')],
      everyday: join(place.root, 'dist', 'english.txt'),
      keeping: await keepingIn(place),
    });
  } catch (error) {
    // The findings of a corpus name their files themselves.
    if (set === undefined || !(error instanceof SetupError) || error instanceof CorpusError) throw error;
    throw new SetupError(`CORPUS_DIR: ${error.message}`, { cause: error });
  }
}

/** The corpus folder that is meant where the command line names none. */
export async function corpusFolder(place: Place): Promise<string> {
  return (await folderSet(place)) ?? shippedIn(place);
}

/** `CORPUS_DIR`; an empty value counts as unset. */
async function folderSet({ environment }: Place): Promise<string | undefined> {
  if (environment === undefined) return undefined;
  const { CORPUS_DIR } = await readEnvironment(environment);
  return CORPUS_DIR?.trim() || undefined;
}

function shippedIn({ root }: Pick<Place, 'root'>): string {
  return join(root, 'corpus');
}

/** `CACHE_DIR`, else the person's own cache folder (XDG Base Directory Specification). */
async function keepingIn({ environment, errors }: Place): Promise<NonNullable<OpenOptions['keeping']>> {
  const { CACHE_DIR, XDG_CACHE_HOME } = environment === undefined ? {} : await readEnvironment(environment);
  const folder = CACHE_DIR?.trim() || join(XDG_CACHE_HOME?.trim() || join(homedir(), '.cache'), 'on-record');
  return {
    folder,
    onFailure: (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      errors?.write(
        `on-record: ${folder}: the index cannot be kept there (${reason}) and is made at every start; let it be written to, or set CACHE_DIR\n`,
      );
    },
    ...(errors && { onProgress: async () => (await import('./progress.ts')).showProgress(errors) }),
  };
}
