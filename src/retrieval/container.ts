import type { Corpus, Language, Localised } from '../corpus/record.ts';
import type { Associations } from './associations.ts';
import type { LanguageModel, Snapshot } from './snapshot.ts';

/*
 * A snapshot as one file. What a question needs is read as it lies in memory; what it may not need (the example
 * questions, other languages) is not looked at.
 *
 *   bytes 0-3   length of the head
 *   head        JSON: where each block lies (name -> [from, length], from the end of the head)
 *   blocks      JSON or numbers, each padded to a multiple of 4
 */

const ALIGNED = 4;

type Examples = Localised<readonly string[]>;
type Numbers = Uint32Array | Int32Array | Uint16Array | Int8Array | Float32Array;

export function pack(snapshot: Snapshot): Buffer {
  const { corpus, languages } = snapshot;
  const bare = { ...corpus, statements: corpus.statements.map(without), gaps: corpus.gaps.map(without) };
  const blocks = new Map<string, Buffer>([
    ['corpus', json({ ...bare, languages })],
    ['examples', json([...corpus.statements, ...corpus.gaps].map(({ examples }) => examples))],
  ]);
  for (const language of languages) {
    const { lexicon, vocabulary, index, table, frequencies, texts, known, associations } = snapshot.model(language);
    const { rows, linear, ideas, output, ...scalars } = associations;
    const lists = [...texts, ...known];
    const add = (name: string, bytes: Buffer): unknown => blocks.set(`${language}.${name}`, bytes);
    add('plain', json({ lexicon, associations: scalars, lengths: lists.map(({ length }) => length) }));
    add('vocabulary', json(vocabulary));
    add('index', json(index));
    add('lists', Buffer.concat(lists.map(bytesOf)));
    const numbers = { hashes: table.hashes, frequencies, rows, linear, ideas, output };
    for (const [name, each] of Object.entries(numbers)) add(name, bytesOf(each));
  }
  const places: Record<string, [number, number]> = {};
  let from = 0;
  for (const [name, { length }] of blocks) {
    places[name] = [from, length];
    from += length + paddingOf(length);
  }
  const head = json(places);
  const size = Buffer.alloc(ALIGNED);
  size.writeUInt32LE(head.length + paddingOf(head.length));
  return Buffer.concat([
    size,
    ...[head, ...blocks.values()].flatMap((each) => [each, Buffer.alloc(paddingOf(each.length), ' ')]),
  ]);
}

/** Bytes of a packed snapshot: `length` of them from `from` on, in a buffer of their own. */
export type ReadBytes = (from: number, length: number) => Buffer;

/** Reads only what is asked for, when it is asked for. Throws where the bytes are no snapshot. */
export function unpack(read: ReadBytes): Snapshot {
  const start = ALIGNED + read(0, ALIGNED).readUInt32LE(0);
  const places = JSON.parse(read(ALIGNED, start - ALIGNED).toString('utf8')) as Record<string, [number, number]>;
  const block = (name: string): Buffer => {
    const place = places[name];
    if (place === undefined) throw new Error(`no block ${name}`);
    return read(start + place[0], place[1]);
  };
  const parsed = (name: string) => JSON.parse(block(name).toString('utf8'));
  const numbers = <T extends Numbers>(name: string, Kind: NumbersConstructor<T>): T => {
    const { buffer, byteOffset, byteLength } = block(name);
    return new Kind(buffer as ArrayBuffer, byteOffset, byteLength / Kind.BYTES_PER_ELEMENT);
  };
  const { languages, ...corpus } = parsed('corpus') as Omit<Corpus, 'lexicon'> & { languages: Language[] };
  let examples: readonly Examples[] | undefined;
  const whole = (list: readonly object[], offset: number) =>
    list.map((each, at) =>
      Object.defineProperty(each, 'examples', {
        get: () => {
          examples ??= parsed('examples') as readonly Examples[];
          return examples[offset + at] ?? { en: [] };
        },
        enumerable: true,
      }),
    );
  const model = (language: Language): LanguageModel => {
    const { lexicon, associations, lengths } = parsed(`${language}.plain`);
    const named = <T extends Numbers>(name: string, Kind: NumbersConstructor<T>): T =>
      numbers(`${language}.${name}`, Kind);
    const all = named('lists', Uint32Array);
    let from = 0;
    const lists = (lengths as number[]).map((length) => {
      from += length;
      return all.subarray(from - length, from);
    });
    const fitted: Associations = {
      ...associations,
      rows: named('rows', Int32Array),
      linear: named('linear', Int8Array),
      ideas: named('ideas', Int8Array),
      output: named('output', Float32Array),
    };
    return {
      lexicon,
      get vocabulary() {
        return parsed(`${language}.vocabulary`);
      },
      get index() {
        return parsed(`${language}.index`);
      },
      table: { hashes: named('hashes', Uint32Array) },
      frequencies: named('frequencies', Uint16Array),
      texts: lists.slice(0, lists.length / 2),
      known: lists.slice(lists.length / 2),
      associations: fitted,
    };
  };
  return {
    corpus: {
      ...corpus,
      statements: whole(corpus.statements, 0),
      gaps: whole(corpus.gaps, corpus.statements.length),
    } as Snapshot['corpus'],
    languages,
    model,
  };
}

interface NumbersConstructor<T extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, offset: number, length: number): T;
}

function without<T extends { readonly examples: Examples }>({ examples: _, ...rest }: T): Omit<T, 'examples'> {
  return rest;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function paddingOf(length: number): number {
  return (ALIGNED - (length % ALIGNED)) % ALIGNED;
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
