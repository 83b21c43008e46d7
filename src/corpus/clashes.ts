import type { Finding } from './findings.ts';
import { about, type Mention, whereabouts } from './outline.ts';

/** A mention, and whose it is: one owner may repeat itself. */
export interface Owned {
  readonly mention: Mention;
  readonly owner: unknown;
}

/**
 * A finding for each mention whose `form` another owner has already; an empty form clashes with nothing. `advice`
 * gets what came first as `"text" in file:line`.
 */
export function clashes(
  mentions: readonly Owned[],
  form: (text: string) => string,
  advice: (first: Owned, where: string) => string,
): Finding[] {
  const firsts = new Map<string, Owned>();
  return mentions.flatMap((owned) => {
    const key = form(owned.mention.text);
    const first = firsts.get(key);
    if (first === undefined && key !== '') firsts.set(key, owned);
    if (first === undefined || first.owner === owned.owner) return [];
    const message = `${JSON.stringify(owned.mention.text)} ${advice(first, whereabouts(first.mention))}`;
    return [about(owned.mention, message)];
  });
}

/** Mentions of which each must be the only one. */
export function unique(mentions: readonly (Mention | null)[]): Owned[] {
  return mentions.flatMap((mention) => (mention === null ? [] : [{ mention, owner: mention }]));
}
