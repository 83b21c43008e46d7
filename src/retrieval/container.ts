import type { Localised } from '../corpus/record.ts';
import type { Entry, Snapshot } from './snapshot.ts';

/*
 * A snapshot as one file: what is read at every start as JSON, what is read by number as it lies in memory, and the
 * example questions, which are needed last, behind them.
 *
 *   bytes 0-3, 4-7, 8-11   length of the JSON, of the numbers (4 bytes each), of the association weights
 *   then                   JSON, padding to 4, numbers, weights, example questions as JSON
 */

const HEAD = 12;

type Examples = Localised<readonly string[]>;

export function pack({ corpus, entries, associations, ...rest }: Snapshot): Buffer {
  const { bytes, ...fitted } = associations;
  const bare = { ...corpus, statements: corpus.statements.map(without), gaps: corpus.gaps.map(without) };
  const json = padded(
    Buffer.from(JSON.stringify({ ...rest, corpus: bare, associations: fitted, lengths: entries.map(lengthsOf) })),
  );
  const numbers = Buffer.concat(entries.flatMap(({ text, examples, ends }) => [text, examples, ends].map(bytesOf)));
  const head = Buffer.alloc(HEAD);
  [json.length, numbers.length, bytes.length].forEach((length, at) => void head.writeUInt32LE(length, 4 * at));
  const examples = Buffer.from(JSON.stringify([...corpus.statements, ...corpus.gaps].map((each) => each.examples)));
  return Buffer.concat([head, json, numbers, bytesOf(bytes), examples]);
}

/** Throws where the bytes are no snapshot. */
export function unpack(packed: Buffer): Snapshot {
  const [json = 0, numbers = 0, weights = 0] = [0, 4, 8].map((at) => packed.readUInt32LE(at));
  const { lengths, corpus, associations, ...rest } = JSON.parse(packed.toString('utf8', HEAD, HEAD + json));
  // Copied once, so that the numbers lie on a boundary of four bytes whatever the buffer's offset.
  const all = new Uint32Array(
    packed.buffer.slice(packed.byteOffset + HEAD + json, packed.byteOffset + HEAD + json + numbers),
  );
  let from = 0;
  const take = (length: number): Uint32Array => {
    from += length;
    return all.subarray(from - length, from);
  };
  const entries: Entry[] = (lengths as [number, number, number][]).map(([text, examples, ends]) => ({
    text: take(text),
    examples: take(examples),
    ends: take(ends),
  }));
  const start = HEAD + json + numbers;
  const bytes = new Int8Array(packed.buffer, packed.byteOffset + start, weights);
  let parsed: readonly Examples[] | undefined;
  const examplesAt = (at: number): Examples => {
    parsed ??= JSON.parse(packed.toString('utf8', start + weights)) as readonly Examples[];
    return parsed[at] ?? { en: [] };
  };
  const whole = (list: readonly object[], offset: number) =>
    list.map((each, at) =>
      Object.defineProperty(each, 'examples', { get: () => examplesAt(offset + at), enumerable: true }),
    );
  const statements = whole(corpus.statements, 0);
  const gaps = whole(corpus.gaps, statements.length);
  return {
    ...rest,
    corpus: { ...corpus, statements, gaps },
    entries,
    associations: { ...associations, bytes },
  } as Snapshot;
}

function without<T extends { readonly examples: Examples }>({ examples: _, ...rest }: T): Omit<T, 'examples'> {
  return rest;
}

function lengthsOf({ text, examples, ends }: Entry): [number, number, number] {
  return [text.length, examples.length, ends.length];
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Int8Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function padded(json: Buffer): Buffer {
  return Buffer.concat([json, Buffer.alloc((4 - ((HEAD + json.length) % 4)) % 4, ' ')]);
}
