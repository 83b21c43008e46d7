/**
 * Text that comes out exactly as people see it here: nothing in it formats, links, pings or hides. Discord renders a
 * backslash before a sign as the sign alone.
 */
export function escapeText(text: string): string {
  if (HARMLESS.test(text) && !text.includes('](')) return text;
  return (
    visible(text)
      .replace(/[\\*_~`|]/g, '\\$&')
      // Mentions of people, roles, channels and commands, emoji and time stamps: `<@1>`, `</ask:1>`, `<t:1>`.
      .replace(/<(\w*)([@#/:!&])/g, '\\<$1\\$2')
      .replace(/@(?=everyone|here)/gi, '＠')
      .replace(/:\/\//g, '\\://')
      .replace(/\]\(/g, ']\\(')
      // Headings, quotes, subtext and lists, wherever a line begins.
      .replace(/^(\s*)(#{1,3}|>|-#?|\+)(?=\s|$|[^\s\w])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
  );
}

/** Most of what the record says: nothing in it means anything to Discord, and looking is quicker than replacing. */
const HARMLESS = /^[A-Za-z[“"](?:[A-Za-z0-9 .,;?!'"“”‘’()$%[\]-]|:(?!\/))*$/;

/** What `escapeText` made, as it was; what people cannot see stays away. */
export function unescapeText(text: string): string {
  return text.replace(/\\([\\*_~`|<@#/:!&(>+.)-])/g, '$1').replaceAll('＠', '@');
}

/** Without what nobody sees but machines read: controls, direction marks, zero-width signs, blank letters, halves of signs. */
export function visible(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
}

/** Blank letters, joiners and selectors that no class of signs covers. */
const BLANKS =
  '\\u034f|\\u115f|\\u1160|\\u17b4|\\u17b5|[\\u180b-\\u180f]|\\u2800|\\u3164|\\uffa0|\\ufffd|[\\u{e0100}-\\u{e01ef}]';
const INVISIBLE = new RegExp(`[^\\P{Cc}\\n\\t]|\\p{Cf}|${BLANKS}`, 'gu');

/** On one line. */
export function flat(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Here each unit is a sign of its own. */
const PLAIN = /^[\x20-\x7e\n]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `units` UTF-16 units; a longer text ends in an ellipsis, and no sign is cut in two. */
export function cut(text: string, units: number): string {
  if (text.length <= units) return text;
  return `${head(text, units - 1).trimEnd()}…`;
}

/**
 * Cuts a text into pieces that `escapeText` keeps within `units`, between words where it can. Nothing is lost but the
 * blanks at the cuts.
 */
export function pieces(text: string, units: number): string[] {
  const found: string[] = [];
  let rest = visible(text).trim();
  for (;;) {
    const all = escapeText(rest);
    if (all.length <= units) return all === '' ? found : [...found, all];
    let room = units;
    let piece = head(rest, room);
    for (let set = escapeText(piece).length; set > units; set = escapeText(piece).length) {
      room = Math.floor((room * units) / (set + 1));
      piece = head(rest, room);
    }
    const blank = piece.search(/\s\S*$/);
    if (blank > piece.length / 2) piece = piece.slice(0, blank);
    found.push(escapeText(piece.trimEnd()));
    rest = rest.slice(piece.length).trimStart();
  }
}

/** The longest beginning of whole signs; at least one sign, cut by code points where it alone is too long. */
function head(text: string, units: number): string {
  const start = text.slice(0, Math.max(units, 1));
  if (PLAIN.test(text.slice(0, start.length + 1))) return start;
  let end = 0;
  // A sign longer than this is no writing of people.
  for (const { segment, index } of graphemes.segment(text.slice(0, units + 64))) {
    if (index + segment.length > units) break;
    end = index + segment.length;
  }
  if (end > 0) return text.slice(0, end);
  const points = [...text.slice(0, Math.max(units, 2))];
  return points.length > 1 && text.length > units ? points.slice(0, -1).join('') : (points[0] ?? '');
}
