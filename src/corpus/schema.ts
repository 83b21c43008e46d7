import { z } from 'zod';
import { parseLocator } from './locator.ts';
import { KINDS, LANGUAGES } from './record.ts';
import { foldWhiteSpace, plainForm } from './wording.ts';

/*
 * The corpus files are read so that every value is text, a list or a map: a person need not know that YAML takes an
 * unquoted `3.10` for a number. What refers to other entries (locators, speakers, topics, ids) is checked in lint.ts.
 */

const text = z
  .string()
  .overwrite(foldWhiteSpace)
  .min(1, 'is empty; write a text or take the line out')
  .refine((value) => value.isWellFormed(), 'holds half a character (a lone surrogate); type it again');

const words = text.refine((value) => value === '' || plainForm(value) !== '', 'has no letter or digit; write words');

const id = text.regex(
  /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
  'is no id; use letters, digits and hyphens, not digits alone, such as `talk-length`',
);

const someOf = <T extends z.ZodType>(item: T, what: string) =>
  z.array(item).min(1, `is empty; give at least one ${what}`);

const localisedText = z.strictObject({ en: words, ko: words.exactOptional(), ja: words.exactOptional() });

const localisedList = z
  .strictObject({
    en: z.array(words).default([]),
    ko: z.array(words).exactOptional(),
    ja: z.array(words).exactOptional(),
  })
  .default({ en: [] });

const aliases = z.strictObject({
  en: someOf(words, 'alias'),
  ko: z.array(words).exactOptional(),
  ja: z.array(words).exactOptional(),
});

const locator = z
  .string()
  .refine(
    (value) => parseLocator(value) !== null,
    'is no locator; write `headline` or paragraph.sentence such as `3.2`',
  );

const sentenceHash = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256; it has 64 of the characters 0-9 and a-f');

const source = z.strictObject({
  id,
  title: words,
  publisher: text.nullable().default(null),
  dateline: text.nullable().default(null),
  published: z.iso.date('is no date; write it as 2019-10-24').nullable().default(null),
  language: z.enum(LANGUAGES),
  url: z
    .url({ protocol: /^https?$/, error: 'is no web address; write it from https:// on, or take the line out' })
    .nullable()
    .default(null),
  sentences: z.record(locator, sentenceHash),
  speakers: z.record(id, localisedText),
  topics: z.record(id, localisedText),
});

const statement = z.strictObject({
  id,
  locators: someOf(text, 'locator such as "3.2"'),
  speaker: text,
  side: text.nullable().default(null),
  topic: text,
  kinds: someOf(z.enum(KINDS), 'kind'),
  tells: someOf(text, 'statement id').exactOptional(),
  text: localisedText,
  examples: localisedList,
});

const gap = z.strictObject({
  id,
  topic: text,
  reason: z.enum(['not-on-record', 'false-premise', 'opinion', 'off-topic']).default('not-on-record'),
  settles: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  text: localisedText,
  nearest: someOf(text, 'statement id'),
  examples: localisedList,
});

const lexicon = z.strictObject({
  concepts: z.array(z.strictObject({ id, type: text, aliases })).default([]),
  phrases: z.array(z.strictObject({ alias: words, means: someOf(text, 'concept id') })).default([]),
  titles: z.array(z.strictObject({ office: text, of: someOf(text, 'concept id'), is: text })).default([]),
  fillers: localisedList,
});

const translated = z.strictObject({ text: words, examples: z.array(words).default([]) });

/** The record and the lexicon in a further language, by the ids of what they say in English. */
const translation = z.strictObject({
  language: z.enum(LANGUAGES).exclude(['en']),
  speakers: z.record(id, words).default({}),
  topics: z.record(id, words).default({}),
  statements: z.record(id, translated).default({}),
  gaps: z.record(id, translated).default({}),
  concepts: z.record(id, z.array(words)).default({}),
  phrases: z.array(z.strictObject({ alias: words, means: someOf(text, 'concept id') })).default([]),
  fillers: z.array(words).default([]),
});

/** What a corpus file may hold; every key is optional. */
export const fileContent = z.strictObject({
  source: source.exactOptional(),
  of: text.exactOptional(),
  statements: z.array(statement).default([]),
  gaps: z.array(gap).default([]),
  lexicon: lexicon.exactOptional(),
  translation: translation.exactOptional(),
});

/** A corpus file that holds what it should, defaults filled in. */
export type FileContent = z.infer<typeof fileContent>;

export type Translation = z.infer<typeof translation>;
