import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/corpus/record.ts';
import { lint } from './lighthouse.ts';

describe('docs/CORPUS.md', () => {
  test('shows files that pass the check', async () => {
    const examples = [...(await guide()).matchAll(/```yaml\n(.*?)```/gs)].map(([, example]) => example);
    expect(examples).toHaveLength(4);
    expect(lint({ 'a.yaml': examples.join('').replace(/[0-9a-f]{4}…/g, 'a'.repeat(64)) })).toEqual([]);
  });

  test('names every kind', async () => {
    const list = /^Kinds: (.*?)\.\n\n/ms.exec(await guide())?.[1] ?? '';
    expect([...list.matchAll(/`([^`]+)`/g)].map(([, kind]) => kind)).toEqual([...KINDS]);
  });
});

function guide(): Promise<string> {
  return readFile(new URL('../../docs/CORPUS.md', import.meta.url), 'utf8');
}
