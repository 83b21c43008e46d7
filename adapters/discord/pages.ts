import type { Reply } from '../../src/index.ts';
import { writeAction } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { cut, escapeText, flat, pieces, unescapeText } from './text.ts';

/** A question is quoted up to this length. */
const QUOTED = 300;
const QUOTE = '> ';
/** Sets a line small and grey. */
const QUIET = '-# ';
const GAP = '\n\n';

/**
 * The text of a reply as messages: the words of the terminal in its order; offered questions are buttons. A reply that
 * one message cannot hold goes on in further ones, each statement in the same message as its reference; the last, which
 * has the buttons, quotes the question too where there is room.
 *
 * @param asked the question, where the reply is the only place that shows it.
 */
export function pagesOf(reply: Reply, asked: string | null = null): string[] {
  const parts = partsOf(reply, asked);
  const { opening, title, statements, note, offered } = parts;
  const said = [...title, ...statements.flatMap(({ said }) => said)].join('\n');
  const cited = statements.flatMap(({ cited }) => cited).join('\n');
  const page = [opening.join('\n'), said, note.join('\n'), cited, offered.join('\n')]
    .filter((part) => part !== '')
    .join(GAP);
  if (page.length <= LIMITS.content) return [page];
  const pages = pack(unitsOf(parts));
  const quote = asked === null ? [] : quoted(asked);
  return pages.map((each, at) => {
    const whole = [...quote, each].join(GAP);
    return at > 0 && at === pages.length - 1 && whole.length <= LIMITS.content ? whole : each;
  });
}

/** The question that a message of this bot quotes on its first line; null where none is, or not whole. */
export function askedIn(content: string): string | null {
  const [first = ''] = content.split('\n', 1);
  if (!first.startsWith(QUOTE)) return null;
  const question = unescapeText(first.slice(QUOTE.length));
  return question === '' || question.endsWith('…') ? null : question;
}

interface Statement {
  readonly said: readonly string[];
  readonly cited: readonly string[];
}

interface Parts {
  readonly opening: readonly string[];
  readonly title: readonly string[];
  readonly statements: readonly Statement[];
  readonly note: readonly string[];
  readonly offered: readonly string[];
}

function partsOf(
  { lead, lines, linesTitle, references, note, suggestions, suggestionsTitle }: Reply,
  asked: string | null,
): Parts {
  return {
    opening: [...(asked === null ? [] : quoted(asked)), ...set(lead)],
    title: set(linesTitle),
    statements: lines.map(({ text, reference }) => ({
      said: set(`${text} [${reference}]`),
      cited: references
        .filter(({ number }) => number === reference)
        .flatMap(({ number, line }) => quiet(`[${number}] ${flat(line)}`)),
    })),
    note: set(note),
    offered:
      suggestions.length === 0
        ? []
        : [
            ...set(suggestionsTitle),
            ...suggestions.filter((each) => !fitsButton(each)).flatMap((each) => set(`- ${each}`)),
          ],
  };
}

/** What must stay together where it fits. */
function unitsOf({ opening, title, statements, note, offered }: Parts): (readonly string[])[] {
  const [first, ...others] = statements.map(({ said, cited }) => [...said, ...cited]);
  const groups = first === undefined ? [title] : [[...title, ...first], ...others];
  return [opening, ...groups, note, offered].filter((unit) => unit.length > 0);
}

function pack(units: readonly (readonly string[])[]): string[] {
  const pages: string[] = [];
  const add = (text: string, gap: string): void => {
    const last = pages.at(-1);
    if (last !== undefined && last.length + gap.length + text.length <= LIMITS.content)
      pages[pages.length - 1] = last + gap + text;
    else pages.push(text);
  };
  for (const unit of units) {
    const whole = unit.join('\n');
    if (whole.length <= LIMITS.content) add(whole, GAP);
    else for (const [at, part] of unit.entries()) add(part, at === 0 ? GAP : '\n');
  }
  return pages;
}

function set(text: string | null): string[] {
  return text === null ? [] : pieces(text, LIMITS.content);
}

function fitsButton(question: string): boolean {
  return writeAction({ kind: 'ask', question }) !== null;
}

function quiet(text: string): string[] {
  return pieces(text, LIMITS.content - QUIET.length).map((piece) => QUIET + piece);
}

function quoted(question: string): string[] {
  const line = flat(question);
  return line === '' ? [] : [QUOTE + escapeText(cut(line, QUOTED))];
}
