import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import {
  CorpusError,
  importArticle,
  type OpenRecord,
  openRecord,
  readMarkdown,
  SetupError,
  type VerifyReport,
  verifySource,
} from '../../src/index.ts';
import { UsageError } from '../usage.ts';
import { runDiff } from './corpus-diff.ts';
import { createSink } from './sink.ts';
import { verifyReportText } from './verify-report.ts';

export interface CorpusCommandOptions {
  /** The corpus folder that is meant where the arguments name none. */
  readonly directory: string;
  /** Opens a corpus as the bot does. */
  readonly open: (directory: string) => Promise<OpenRecord>;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * `check [DIR]` lints the corpus files and articles; `build [DIR]` indexes the articles, to be kept for the next start;
 * `verify --source FILE [DIR]` holds the corpus files against a copy of the article; `import FILE...` makes corpus files
 * of articles; `diff OLD NEW` compares what two corpora answer.
 *
 * @returns the exit status: 0 all well, 1 not all proven, or not all the same, 2 a person must mend the files or the
 *   arguments.
 */
export async function runCorpusCommand(args: readonly string[], options: CorpusCommandOptions): Promise<number> {
  try {
    if (args[0] === 'diff') return await runDiff(args.slice(1), options);
    const request = readArguments(args, options.directory);
    if (request.kind === 'import') return await importAll(request, options);
    if (request.kind === 'build') {
      const { corpus } = await options.open(request.directory);
      return await print(options.stdout, summary(corpus, request.directory), 0);
    }
    // No cache: the files are to be read as they are now.
    const { corpus } = await openRecord({ directory: request.directory, cache: [] });
    if (request.kind !== 'verify') return await print(options.stdout, summary(corpus, request.directory), 0);
    const article = await readArticle(request.article);
    const report = bestReport(corpus, [article, await readMarkdown(article)]);
    return await print(options.stdout, verifyReportText(report, request.article), report.proven ? 0 : 1);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return await print(options.stderr, explained(error), 2);
  }
}

type Request =
  | { readonly kind: 'check' | 'build'; readonly directory: string }
  | { readonly kind: 'verify'; readonly directory: string; readonly article: string }
  | ImportRequest;

interface ImportRequest {
  readonly kind: 'import';
  readonly directory: string;
  readonly files: readonly string[];
  /** What is said of the articles on the command line. */
  readonly told: Readonly<Record<(typeof TOLD)[number], string | undefined>>;
  readonly force: boolean;
}

const TOLD = ['title', 'publisher', 'published', 'language', 'url'] as const;

function readArguments(args: readonly string[], shipped: string): Request {
  const { values, positionals } = parsed(args);
  const [command, directory = shipped, ...others] = positionals;
  if (command === undefined) throw new UsageError('corpus', 'say what to do: check, build, verify, import or diff');
  if (command === 'import') return importRequest(values, positionals.slice(1), shipped);
  const alien = [...TOLD, 'corpus' as const, 'force' as const].find((name) => values[name] !== undefined);
  if (alien !== undefined) throw new UsageError('corpus', `${command} takes no --${alien}; import does`);
  if (command !== 'check' && command !== 'verify' && command !== 'build')
    throw new UsageError('corpus', `there is no corpus command "${command}"`);
  if (others.length > 0 || directory === '') throw new UsageError('corpus', `${command} takes one folder`);
  if (command === 'verify') {
    if (!values.source)
      throw new UsageError('corpus', 'verify needs --source FILE, a copy of the article as plain text');
    return { kind: command, directory, article: values.source };
  }
  if (values.source !== undefined) throw new UsageError('corpus', `${command} takes no --source; verify does`);
  return { kind: command, directory };
}

function importRequest(values: Values, files: readonly string[], shipped: string): ImportRequest {
  if (values.source !== undefined) throw new UsageError('corpus', 'import takes no --source; verify does');
  if (files.length === 0) throw new UsageError('corpus', 'import needs the files of one or more articles');
  const { corpus: directory = shipped, force = false, title, publisher, published, language, url } = values;
  if (files.length > 1 && (title ?? url) !== undefined)
    throw new UsageError('corpus', 'a --title or --url is that of one article: import it by itself');
  return { kind: 'import', directory, files, told: { title, publisher, published, language, url }, force };
}

/** Imports what can be imported, and tells all that is wrong with the other files. */
async function importAll(
  { files, directory, told, force }: ImportRequest,
  { stdout, stderr }: Pick<CorpusCommandOptions, 'stdout' | 'stderr'>,
): Promise<number> {
  const problems: string[] = [];
  for (const file of files) {
    try {
      const { lines } = await importArticle(file, { ...told, directory, force });
      await print(stdout, lines.join('\n'), 0);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(files.length === 1 || !(error instanceof CorpusError) ? explained(error) : error.message);
    }
  }
  if (problems.length === 0) return 0;
  if (files.length > 1) problems.push(`${problems.length} of ${counted(files.length, 'file')} not imported.`);
  // What is wrong with an option is the same for every file.
  return print(stderr, [...new Set(problems)].join('\n'), 2);
}

const OPTIONS = {
  source: { type: 'string' },
  corpus: { type: 'string' },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  language: { type: 'string' },
  url: { type: 'string' },
  force: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError('corpus', error instanceof Error ? error.message : String(error));
  }
}

function summary({ sources, statements, gaps }: OpenRecord['corpus'], directory: string): string {
  const examples = [...statements, ...gaps].flatMap((entry) => Object.values(entry.examples).flat());
  const sentences = statements.filter(({ quote }) => quote !== undefined);
  const articles = new Set(sentences.map(({ source }) => source)).size;
  const counts = [
    counted(sources.length - articles, 'source'),
    counted(statements.length - sentences.length, 'statement'),
    counted(gaps.length, 'gap'),
    counted(examples.length, 'example'),
    ...(articles === 0 ? [] : [counted(articles, 'article'), counted(sentences.length, 'sentence')]),
  ];
  return `${directory}: ${counts.join(', ')}; nothing to mend.`;
}

/** Of several sources, the one that the copy is of: the one with most sentences in it, as it stands or read as Markdown. */
function bestReport({ sources, statements, gaps }: OpenRecord['corpus'], readings: readonly string[]): VerifyReport {
  const found = ({ sentences }: VerifyReport) => sentences.filter(({ line }) => line !== null).length;
  // An article is its own copy.
  const curated = sources.filter((source) => Object.keys(source.sentences).length > 0);
  const reports = curated.flatMap((source) =>
    readings.map((reading) => verifySource({ source, statements, gaps }, reading)),
  );
  const [best] = reports.toSorted((a, b) => found(b) - found(a));
  if (best === undefined) throw new SetupError('the corpus has no curated source to verify');
  return best;
}

async function readArticle(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`${path}: cannot be read (${reason}); name a copy of the article as plain text`, { cause });
  }
  if (bytes.length > LARGEST_ARTICLE)
    throw new SetupError(`${path}: is larger than 200 kB; name a file with nothing but the article`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SetupError(`${path}: is not UTF-8; save the article as UTF-8 text`, { cause });
  }
}

function explained(error: SetupError): string {
  if (!(error instanceof CorpusError)) return `on-record: ${error.message}`;
  return `${error.message}\n${counted(error.findings.length, 'thing')} to mend.`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

async function print(stream: Writable, text: string, status: number): Promise<number> {
  await createSink(stream).write(`${text}\n`);
  return status;
}

/** In bytes; no news article comes near it, and trying every run of sentences of a larger file takes long. */
const LARGEST_ARTICLE = 200_000;
