import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPasteFilter } from '../../adapters/repl/paste.ts';
import { paste } from './screen.ts';

/** What comes out when `text` comes in, in pieces of `size` bytes. */
async function filtered(text: string, size: number): Promise<string> {
  const input = new PassThrough();
  const output = buffer(createPasteFilter(input));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) input.write(bytes.subarray(at, at + size));
  input.end();
  return (await output).toString();
}

const noEscape = (text: string): boolean => !text.includes('\u001b');

describe('what is typed', () => {
  it('passes unchanged, however it arrives', async () => {
    const keys = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u001b[200~') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        expect(await filtered(text, size)).toBe(text);
      }),
    );
  });
});

describe('what is pasted', () => {
  it('is one line without control characters, and loses no word', async () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => noEscape(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const shown = await filtered(paste(text), size);
        // biome-ignore lint/complexity/useRegexLiterals: written with escapes, so that no control character stands here
        const expected = text.replace(new RegExp('[\\x00-\\x20\\x7f]+', 'g'), ' ');
        expect(shown).toBe(paste(expected));
      }),
    );
  });

  it('drives no terminal by escape sequences in it', async () => {
    expect(await filtered(paste('red \u001b[31malert\u001b[20 \u001b\u001b'), 1)).toBe(paste('red [31malert [20 '));
  });
});
