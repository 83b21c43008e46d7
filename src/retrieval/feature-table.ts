import type { Feature } from './features.ts';

/**
 * The features of a record, each known by a number: its place among the sorted hashes. Only the hashes are kept, so
 * that a table is read from a file as it lies, without a string for each of many thousand features.
 */
export interface FeatureTable {
  readonly hashes: Uint32Array;
}

/** Two features that share a hash, which one pair in four thousand million does, are taken for one (feature hashing, Weinberger et al. 2009). */
export function tableOf(features: Iterable<Feature>): FeatureTable {
  return { hashes: Uint32Array.from(new Set([...features].map(hashOf))).sort() };
}

/** Number of a feature; -1 for one that stands nowhere in the record. */
export function numberIn({ hashes }: FeatureTable, feature: Feature): number {
  return placeIn(hashes, hashOf(feature));
}

/** Place of `value` in an ascending list; -1 where it is not in it. */
export function placeIn(ascending: Uint32Array, value: number): number {
  let from = 0;
  let to = ascending.length - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = ascending[middle] as number;
    if (found === value) return middle;
    if (found < value) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll, Vo 1991), with the final mix of MurmurHash3 (Appleby 2011). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
