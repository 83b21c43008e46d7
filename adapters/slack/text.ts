/** Text on its way into Slack: nothing that people typed comes out live. */

/** Escapes what Slack reads as markup of its own: mentions, channels, links. For `mrkdwn` and the fallback text. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Makes text that may quote people harmless wherever it is shown: one line, without invisible or direction-changing
 * characters, and with look-alikes for what would mention, link or format. Slack has no escape for `* _ ~`.
 */
export function tame(text: string): string {
  return oneLine(text)
    .replace(/[<>*_~`]/g, (character) => LOOK_ALIKES[character] ?? '')
    .replace(/:\/\//g, ':∕∕');
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** White space folded, invisible and direction-changing characters gone, lone halves of characters replaced. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Controls (but white space), formats such as zero-width and bidi marks, and letters that show nothing. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u2800|(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** The text cut to `most` units, ending in an ellipsis where something is missing; no character is torn apart. */
export function cut(text: string, most: number): string {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : `${head(whole, most - 1)}…`;
}

/** The text in pieces of at most `most` units, parted at white space where there is some; nothing is lost but that. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text.toWellFormed().trim();
  while (rest.length > most) {
    const start = head(rest, most);
    const space = start.search(/\s\S*$/);
    // A space in the first half would make crumbs of a text that has few.
    const piece = space > most / 2 ? start.slice(0, space) : start;
    found.push(piece.trimEnd());
    rest = rest.slice(piece.length).trimStart();
  }
  return rest === '' ? found : [...found, rest];
}

function head(text: string, most: number): string {
  const start = text.slice(0, most);
  return start.isWellFormed() ? start : start.slice(0, -1);
}
