import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Each stage of the core may use those to its left. */
const STAGES = ['corpus', 'articles', 'retrieval', 'languages', 'selection', 'answering', 'chat'];

/** The only files or folders that a library may be imported from. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  minisearch: ['src/retrieval/retriever.ts'],
  stemmer: ['src/retrieval/english.ts'],
  yaml: ['src/corpus/'],
  zod: ['src/corpus/', 'src/settings.ts', 'adapters/service/settings.ts'],
  dotenv: ['adapters/environment.ts'],
  picocolors: ['adapters/repl/'],
  'wrap-ansi': ['adapters/repl/'],
  'cli-progress': ['adapters/progress.ts'],
  pino: ['adapters/service/logger.ts'],
  'rate-limiter-flexible': ['adapters/service/rate-limit.ts'],
  '@slack/bolt': ['adapters/slack/'],
  'discord.js': ['adapters/discord/'],
  undici: ['adapters/slack/fetch.ts'],
  'write-file-atomic': ['adapters/slack/installations.ts', 'src/answering/kept-articles.ts'],
};

const IMPORT = /(?:^\s*(?:import|export)\b[^'"]*\bfrom\s*|^\s*import\s*|\bimport\(\s*)['"]([\w@./:-]+)['"]/gm;

const modules = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name))),
);
const core = modules.filter(({ path }) => path.startsWith('src/'));
const adapters = modules.filter(({ path }) => path.startsWith('adapters/'));

describe('arrows go one way', () => {
  it('a stage of the core uses none to its right', () => {
    const wrong = core.flatMap(({ path, files }) => {
      const stage = STAGES.indexOf(path.split('/')[1] ?? '');
      if (stage === -1) return [];
      const allowed = STAGES.slice(0, stage + 1).map((each) => `src/${each}/`);
      return files
        .filter((file) => file !== 'src/errors.ts' && !startsWithAny(file, allowed))
        .map((file) => `${path} -> ${file}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the core uses no adapter', () => {
    expect(arrows(core, (file) => !file.startsWith('src/'))).toEqual([]);
  });

  it('adapters use the core through its table of contents and its settings only', () => {
    const doors = ['src/index.ts', 'src/settings.ts'];
    expect(arrows(adapters, (file) => file.startsWith('src/') && !doors.includes(file))).toEqual([]);
  });

  it('no platform uses another', () => {
    const platforms = ['adapters/slack/', 'adapters/discord/', 'adapters/repl/'];
    const wrong = adapters.flatMap(({ path, files }) => {
      const own = platforms.find((folder) => path.startsWith(folder));
      if (own === undefined) return [];
      return files
        .filter((file) => platforms.some((folder) => folder !== own && file.startsWith(folder)))
        .map((file) => `${path} -> ${file}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('one library, one door', () => {
  it('a library is imported where it belongs only', () => {
    const wrong = modules.flatMap(({ path, libraries }) =>
      libraries
        .filter((library) => !startsWithAny(path, DOORS[library] ?? []))
        .map((library) => `${path} -> ${library}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the core reads no environment and no process', () => {
    expect(core.filter(({ code }) => /\bprocess\s*\./.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('only the program itself ends the process', () => {
    const others = adapters.filter(({ path }) => path !== 'adapters/main.ts');
    expect(others.filter(({ code }) => /\bprocess\.exit\(/.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

interface Module {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
  /** Imported files of the project, by path. */
  readonly files: readonly string[];
  /** Imported packages, by name. */
  readonly libraries: readonly string[];
}

function read(path: string): Module {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = [...code.matchAll(IMPORT)].map(([, name]) => name ?? '');
  const isFile = (name: string): boolean => name.startsWith('.');
  return {
    path: path.replaceAll('\\', '/'),
    code,
    files: named.filter(isFile).map((name) => normalize(join(dirname(path), name)).replaceAll('\\', '/')),
    libraries: named.filter((name) => !isFile(name) && !name.startsWith('node:')).map(packageOf),
  };
}

/** `@slack/bolt` for `@slack/bolt/types`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function arrows(from: readonly Module[], isWrong: (file: string) => boolean): string[] {
  return from.flatMap(({ path, files }) => files.filter(isWrong).map((file) => `${path} -> ${file}`));
}

function startsWithAny(path: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => path.startsWith(beginning));
}
