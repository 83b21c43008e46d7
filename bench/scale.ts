/**
 * How the bot fares with 10^3, 10^4 and 10^5 sentences of plain articles, side by side in one run with bare MiniSearch
 * and FlexSearch on the same sentences, function words out of their index: `npm run bench:scale [-- SIZE...]`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { openRecord } from '../src/index.ts';
import { FUNCTION_WORDS } from '../src/retrieval/english.ts';
import { randomFrom } from '../src/retrieval/random.ts';

const { Document, Encoder } = FlexSearch;

const SIZES = [1_000, 10_000, 100_000];
const SENTENCES_OF_AN_ARTICLE = 50;
const WORDS_OF_A_SENTENCE = 18;
const VOCABULARY = 20_000;
const QUESTIONS = 200;

async function measured(size: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'on-record-'));
  try {
    const directory = join(root, 'corpus');
    const sentences = write(directory, size);
    const onFailure = (error: unknown): never => {
      throw error;
    };
    const open = () => openRecord({ directory, keeping: { folder: join(root, 'cache'), onFailure } });
    const asked = sentences.filter((_, at) => at % Math.floor(size / QUESTIONS) === 0).map(questionOf);
    const rivals: [string, Figures][] = [];
    for (const [name, make] of Object.entries(RIVALS)) {
      const { value, ...cost } = await timed(async () => make(sentences));
      rivals.push([name, { ...cost, ...latencies(asked, value) }]);
    }
    const first = await timed(open);
    first.value = null as never;
    const { value, ...cost } = await timed(open);
    const ours = { ...cost, ...latencies(asked, (question) => value.answer(question)), ms: first.ms };
    const row = (of: (figures: Figures) => number, unit: string): string => {
      const beside = rivals.map(([name, figures]) => {
        return `${name} ${of(figures).toPrecision(3)}, ratio ${(of(ours) / of(figures)).toFixed(2)}`;
      });
      return `${of(ours).toPrecision(3)} ${unit} (${beside.join('; ')})`;
    };
    return [
      `${size.toLocaleString('en')} sentences`,
      `  first start  ${row(({ ms }) => ms, 'ms')}; from what was kept ${cost.ms.toFixed(0)} ms`,
      `  memory       ${row(({ megabytes }) => megabytes, 'MB')}`,
      `  question p50 ${row(({ p50 }) => p50, 'ms')}`,
      `  question p99 ${row(({ p99 }) => p99, 'ms')}`,
    ].join('\n');
  } finally {
    rmSync(root, { recursive: true });
  }
}

interface Figures {
  /** To make it. */
  readonly ms: number;
  readonly megabytes: number;
  /** Of a question, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Writes articles of made-up words, frequent as in any language (Zipf's law), and returns their sentences. */
function write(directory: string, size: number): string[] {
  const random = randomFrom(1);
  const letters = 'bcdfghklmnprst';
  const word = (at: number): string => {
    let [text, rest] = ['', at + 1];
    while (rest > 0) {
      text += `${letters[rest % letters.length]}${'aeiou'[rest % 5]}`;
      rest = Math.floor(rest / letters.length);
    }
    return `${text}n`;
  };
  const drawn = (): string => word(Math.floor(VOCABULARY ** random()) - 1);
  const sentences = Array.from({ length: size }, () => {
    const words = Array.from({ length: WORDS_OF_A_SENTENCE }, (_, at) => (at % 3 === 0 ? 'the' : drawn())).join(' ');
    return `${words[0]?.toUpperCase()}${words.slice(1)}.`;
  });
  mkdirSync(directory, { recursive: true });
  for (let at = 0; at < size; at += SENTENCES_OF_AN_ARTICLE) {
    const body = sentences.slice(at, at + SENTENCES_OF_AN_ARTICLE).join(' ');
    writeFileSync(join(directory, `${at}.md`), `# Report ${at}\n\n${body}\n`);
  }
  return sentences;
}

function questionOf(sentence: string): string {
  const words = sentence.split(' ').filter((each) => each.toLowerCase() !== 'the');
  return `who saw the ${words[1]} ${words[4]} ${words[7]}?`;
}

/** Engines that hold the sentences and their own index of them, and give those that share words with a question. */
const RIVALS: Readonly<Record<string, (sentences: readonly string[]) => (question: string) => unknown>> = {
  MiniSearch(sentences) {
    const processTerm = (term: string): string | null =>
      FUNCTION_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase();
    const index = new MiniSearch({ fields: ['text'], storeFields: ['text'], processTerm });
    index.addAll(sentences.map((text, id) => ({ id, text: copied(text) })));
    return (question) => index.search(question);
  },
  FlexSearch(sentences) {
    const index = new Document({
      document: { id: 'id', index: ['text'], store: ['text'] },
      tokenize: 'strict',
      encoder: new Encoder({ normalize: true, filter: new Set(FUNCTION_WORDS) }),
    });
    sentences.forEach((text, id) => void index.add({ id, text: copied(text) }));
    // It gives the best fifty that share any word, as ours reads fifty.
    return (question) => index.search(question, { suggest: true, enrich: true, limit: 50 });
  },
};

/** Text of its own, as one has it who read it from a file. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}

async function timed<T>(make: () => Promise<T>): Promise<{ value: T; ms: number; megabytes: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const value = await make();
  const ms = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const used = after.heapUsed + after.external - before.heapUsed - before.external;
  return { value, ms, megabytes: used / 1e6 };
}

function latencies(asked: readonly string[], ask: (question: string) => unknown): { p50: number; p99: number } {
  const times: number[] = [];
  for (const isWarm of [false, true])
    for (const question of asked) {
      const start = performance.now();
      ask(question);
      if (isWarm) times.push(performance.now() - start);
    }
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : SIZES) console.log(await measured(size));
