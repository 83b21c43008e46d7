import { type Feature, isIndexed } from '../retrieval/features.ts';
import type { Hit, Retriever } from '../retrieval/retriever.ts';

/** What a question is compared by, each feature with its weight. */
export type Weighted = ReadonlyMap<Feature, number>;

/** What the reader sees in one retrieved statement or gap; every measure lies between 0 and 1. */
export interface Reading {
  /** Its place in the list of retrievables. */
  readonly id: number;
  /** Likeness to the nearest example question (cosine over weighted features). */
  readonly nearest: number;
  /** Mean likeness to the three nearest examples. */
  readonly three: number;
  /** Retrieval score over the best one of this question. */
  readonly retrieval: number;
  /** Weighted share of the question's terms that stand anywhere in the retrievable. */
  readonly coverage: number;
  /** Weighted share of the question's terms that the nearest example has. */
  readonly exampleCoverage: number;
  /** Weighted share of the question's terms that the retrievable's own text has. */
  readonly textCoverage: number;
  /** Weight of the heaviest term of the question that the retrievable lacks, over the heaviest there can be. */
  readonly missing: number;
  /** Share of the actors in the question whom the retrievable's own text does not name. */
  readonly actorsMissing: number;
  /** Share of the question's numbers that the retrievable lacks. */
  readonly numbersMissing: number;
}

/** A retrievable as the reader needs it: features by number. */
export interface Readable {
  readonly text: ReadonlySet<number>;
  /** Every feature of text and examples. */
  readonly known: ReadonlySet<number>;
  /** Features of the examples, one behind the other, and where each ends. */
  readonly examples: Uint32Array;
  readonly ends: Uint32Array;
  /** Euclidean length of each example's weights. */
  readonly lengths: Float64Array;
}

/** The record as the reader needs it. */
export interface Readables {
  of(id: number): Readable;
  /** Number of a feature; undefined for one that stands nowhere in the record. */
  numberOf(feature: Feature): number | undefined;
  /** Weight of each feature, by number. */
  readonly weights: Float64Array;
  /** Terms of those who can act. */
  readonly actors: ReadonlySet<Feature>;
  /** The weight of a word that stands nowhere in the record. */
  readonly heaviest: number;
}

export interface Reader {
  read(question: Weighted): Reading[];
}

/** How many hits are read. */
const READ = 30;

export function createReader(retriever: Retriever, readables: Readables): Reader {
  // Weight of the question times weight in the record, by feature number; zero but while a question is read.
  const asked = new Float64Array(readables.weights.length);
  return {
    read(question) {
      const terms = [...question]
        .filter(([feature]) => isIndexed(feature))
        .map(([feature, weight]) => ({ feature, weight, number: readables.numberOf(feature) ?? -1 }));
      const hits = retriever.search(new Map(terms.map(({ feature, weight }) => [feature, weight])), READ);
      const numbers: number[] = [];
      let square = 0;
      for (const [feature, weight] of question) {
        square += weight * weight;
        const number = readables.numberOf(feature);
        if (number === undefined) continue;
        asked[number] = weight * (readables.weights[number] as number);
        numbers.push(number);
      }
      const length = Math.sqrt(square);
      const total = terms.reduce((sum, { weight }) => sum + weight, 0);
      const actors = terms.filter(({ feature }) => readables.actors.has(feature));
      const figures = terms.filter(({ feature }) => feature.startsWith('#')).length;
      const best = hits[0]?.score ?? 1;
      const readings = hits.map((hit) => reading(hit, best));
      for (const number of numbers) asked[number] = 0;
      return readings;

      function reading({ id, score }: Hit, best: number): Reading {
        const { text, known, examples, ends, lengths } = readables.of(id);
        let [first, second, third] = [0, 0, 0];
        let nearest = -1;
        let from = 0;
        for (let at = 0; at < ends.length; at += 1) {
          const end = ends[at] as number;
          let dot = 0;
          for (; from < end; from += 1) dot += asked[examples[from] as number] as number;
          const likeness = dot / (length * (lengths[at] as number));
          if (!(likeness > third)) continue;
          if (likeness > first) {
            [first, second, third] = [likeness, first, second];
            nearest = at;
          } else if (likeness > second) [second, third] = [likeness, second];
          else third = likeness;
        }
        const near = new Set(nearest < 0 ? [] : examples.subarray(ends[nearest - 1] ?? 0, ends[nearest]));
        const lacking = terms.filter(({ number }) => !known.has(number));
        const share = (has: ReadonlySet<number>): number => {
          let sum = 0;
          for (const { number, weight } of terms) if (has.has(number)) sum += weight;
          return total === 0 ? 0 : sum / total;
        };
        return {
          id,
          nearest: first,
          three: (first + second + third) / 3,
          retrieval: score / best,
          coverage: share(known),
          exampleCoverage: share(near),
          textCoverage: share(text),
          missing: lacking.reduce((most, { weight }) => Math.max(most, weight), 0) / readables.heaviest,
          actorsMissing:
            actors.length === 0 ? 0 : actors.filter(({ number }) => !text.has(number)).length / actors.length,
          numbersMissing: figures === 0 ? 0 : lacking.filter(({ feature }) => feature.startsWith('#')).length / figures,
        };
      }
    },
  };
}
