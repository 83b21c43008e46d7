/** Spelling: towards the words of the record, never from one known word to another (the caller asks for unknown ones only). */

export interface Speller {
  /** The known word meant by `normal`; null where none is near enough. */
  correct(normal: string): string | null;
}

/** Words shorter than this are never corrected: too many words are one letter apart. A short one may only have letters swapped or one left out. */
const SHORTEST = 3;
/** Letters are left out, doubled or swapped more often than replaced by others. */
const REPLACED = 1.1;
/** From this length on two slips are forgiven, below one. */
const LONG = 7;

/** @param known words of the record, the most frequent first: of equally near words the first is meant. */
export function createSpeller(known: Iterable<string>): Speller {
  const byLength = new Map<number, { word: string; letters: number }[]>();
  for (const word of known) {
    if (word.length < SHORTEST) continue;
    const list = byLength.get(word.length) ?? [];
    list.push({ word, letters: letterSet(word) });
    byLength.set(word.length, list);
  }
  return {
    correct(normal) {
      if (normal.length < SHORTEST || normal.length > 30) return null;
      const slips = normal.length >= LONG ? 2 : 1;
      const letters = letterSet(normal);
      let best: string | null = null;
      let bestCost = Number.POSITIVE_INFINITY;
      for (let length = normal.length - slips; length <= normal.length + slips; length += 1) {
        for (const each of byLength.get(length) ?? []) {
          if (bits(each.letters ^ letters) > 2 * slips) continue;
          const cost = distance(normal, each.word, slips * REPLACED);
          if (
            cost > slips * REPLACED ||
            (normal.length <= SHORTEST && each.word.length === normal.length && letters !== each.letters)
          )
            continue;
          // A slip in the first letter is rare and makes another word likelier.
          const weighed =
            cost + (each.word[0] === normal[0] ? 0 : 0.6) + (each.word.at(-1) === normal.at(-1) ? 0 : 0.1);
          if (weighed < bestCost) {
            best = each.word;
            bestCost = weighed;
          }
        }
      }
      return best;
    },
  };
}

function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function bits(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** Rows of the table that distances are worked out in; a word has at most 30 letters, and one slip or two more. */
const rows = [new Float64Array(34), new Float64Array(34), new Float64Array(34)] as const;

/**
 * Optimal string alignment distance (insert, delete, replace, swap neighbours), given up past `most`.
 * Damerau 1964; the restricted form.
 */
function distance(a: string, b: string, most: number): number {
  let [before, last, row] = rows as readonly [Float64Array, Float64Array, Float64Array];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : REPLACED),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] as number;
}
