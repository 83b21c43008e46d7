import { posix } from 'node:path';
import type { Finding } from '../corpus/findings.ts';
import type { CorpusFile } from '../corpus/hash.ts';
import { HEADLINE } from '../corpus/locator.ts';
import { foldWhiteSpace, plainForm } from '../corpus/wording.ts';
import type { Article, Span } from './article.ts';
import { type Block, blocksOf } from './blocks.ts';
import { decodeText } from './decode.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { languageOf } from './language.ts';
import { type Line, linesOf } from './lines.ts';
import { type Place, passagesOf } from './passages.ts';

/** An article, or null with all that is wrong with its file. */
export interface ReadArticle {
  readonly article: Article | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads one `.md` or `.txt` file; its path is the article's id. Never throws.
 *
 * @param shown the file's name in findings.
 */
export function readArticle({ path, bytes }: CorpusFile, shown = path): ReadArticle {
  const faulty = (...findings: Finding[]): ReadArticle => ({ article: null, findings });
  const fault = (line: number, field: string, message: string) => ({ file: shown, line, field, message });
  const decoded = decodeText({ path: shown, bytes });
  if (decoded.kind === 'unreadable') return faulty(decoded.finding);
  const { text } = decoded;
  const lines = linesOf(text);
  const long = lines.filter(({ start, end }) => end - start > LONGEST_LINE);
  if (long.length > 0) return faulty(...long.map(({ number }) => fault(number, 'line', TOO_LONG)));
  const front = readFrontMatter(shown, text, lines);
  if (front.findings.length > 0) return faulty(...front.findings);
  const blocks = blocksOf(text, lines.slice(front.length));
  const { headline, body } = titled(front, blocks, text);
  const below = text.slice(lines[front.length]?.start);
  if (body.length === 0) {
    const beginning = headline !== null || front.length > 0;
    const last = lines.findLast(({ start, end }: Line) => text.slice(start, end).trim() !== '')?.number ?? 1;
    return faulty(fault(last, 'text', beginning ? NO_TEXT : EMPTY));
  }
  return { article: assemble(path, text, { front, headline, body, below }), findings: [] };
}

interface Parts {
  readonly front: FrontMatter;
  readonly headline: Span | null;
  readonly body: readonly Block[];
  /** All that stands below the front matter. */
  readonly below: string;
}

/** The title's place, and the blocks without it; paragraphs are counted from the first of these. */
function titled(
  { particulars, title }: FrontMatter,
  blocks: readonly Block[],
  text: string,
): Pick<Parts, 'body' | 'headline'> {
  const [first, ...others] = blocks;
  const [line] = first?.lines ?? [];
  const isTitle =
    first?.level === 1 &&
    line !== undefined &&
    (particulars.title === null || plainForm(particulars.title) === plainForm(text.slice(line.start, line.end)));
  if (!isTitle && particulars.title === null && looksLikeTitle(blocks, text))
    return { headline: null, body: blocks.with(0, { ...(first as Block), kind: 'heading' }) };
  if (!isTitle) return { headline: title, body: blocks };
  return { headline: line, body: others.map((block) => ({ ...block, paragraph: block.paragraph - 1 })) };
}

/** Is the first line by itself, short and without a full stop, where others have one? Then it says nothing by itself. */
function looksLikeTitle([first, second]: readonly Block[], text: string): boolean {
  if (first?.kind !== 'text' || second?.kind !== 'text' || first.lines.length > 1) return false;
  const textOf = ({ lines }: Block): string => text.slice(lines[0]?.start, lines.at(-1)?.end).trim();
  const line = textOf(first);
  return (
    second.paragraph !== first.paragraph &&
    line.length <= LONGEST_TITLE &&
    !ENDED.test(line) &&
    ENDED.test(textOf(second))
  );
}

/** In code units. */
const LONGEST_TITLE = 120;
const ENDED = /\p{Sentence_Terminal}["'”’」』)\]]*$/u;

function assemble(path: string, text: string, { front, headline, body, below }: Parts): Article {
  const { particulars } = front;
  const { name } = posix.parse(path);
  const places: Place[] = headline === null ? [] : [{ locator: HEADLINE, kind: 'headline', ...headline }];
  return {
    id: path,
    title: particulars.title ?? (headline === null ? name : foldWhiteSpace(text.slice(headline.start, headline.end))),
    publisher: particulars.publisher,
    published: particulars.published,
    language: particulars.language ?? languageOf(below),
    url: particulars.url,
    passages: passagesOf(text, body, places),
  };
}

/** In code units, of a line: many times any paragraph of an article, and far less than a dump of data on one line. */
const LONGEST_LINE = 1_000_000;

const TOO_LONG = 'is longer than 1,000,000 characters, as no paragraph is; part it, or take the file out';
const EMPTY = 'the file is empty; write the article into it, or take it out';
const NO_TEXT = 'there is no text below the title; write the article below it, or take the file out';
