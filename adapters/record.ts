import { join } from 'node:path';
import { type OpenRecord, openRecord } from '../src/index.ts';
import type { Io } from './io.ts';

/** Opens the record in `folder`, or the shipped one, compiled ahead by the build. */
export function openFrom(folder: string | undefined, { root }: Pick<Io, 'root'>): Promise<OpenRecord> {
  return openRecord({
    directory: folder ?? join(root, 'corpus'),
    cache: [join(root, 'dist', 'record')],
    everyday: join(root, 'dist', 'english.txt'),
  });
}
