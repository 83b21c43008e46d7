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
  readonly examples: readonly (readonly number[])[];
  /** Euclidean length of each example's weights. */
  readonly lengths: readonly number[];
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
  /** @param leaveOut examples to pass over, for measuring on the examples themselves. */
  read(question: Weighted, leaveOut?: (id: number, example: number) => boolean): Reading[];
}

/** How many hits are read. */
const READ = 40;
/** How many examples the mean likeness is taken over. */
const FEW = 3;

export function createReader(retriever: Retriever, readables: Readables): Reader {
  // Weights of the question by feature number; zero but while a question is read.
  const asked = new Float64Array(readables.weights.length);
  return {
    read(question, leaveOut) {
      const terms = [...question].filter(([feature]) => isIndexed(feature));
      const hits = retriever.search(new Map(terms), READ);
      const numbers: number[] = [];
      let square = 0;
      for (const [feature, weight] of question) {
        square += weight * weight;
        const number = readables.numberOf(feature);
        if (number === undefined) continue;
        asked[number] = weight;
        numbers.push(number);
      }
      const length = Math.sqrt(square);
      const total = terms.reduce((sum, [, weight]) => sum + weight, 0);
      const actors = terms.filter(([feature]) => readables.actors.has(feature)).map(([feature]) => readables.numberOf(feature));
      const figures = terms.filter(([feature]) => feature.startsWith('#')).length;
      const best = hits[0]?.score ?? 1;
      const readings = hits.map((hit) => reading(hit, best));
      for (const number of numbers) asked[number] = 0;
      return readings;

      function reading({ id, score }: Hit, best: number): Reading {
        const { text, known, examples, lengths } = readables.of(id);
        const top = new Array<number>(FEW).fill(0);
        let nearest: readonly number[] = [];
        for (let at = 0; at < examples.length; at += 1) {
          if (leaveOut?.(id, at)) continue;
          const example = examples[at] as readonly number[];
          let dot = 0;
          for (const number of example) {
            const weight = asked[number] as number;
            if (weight !== 0) dot += weight * (readables.weights[number] as number);
          }
          if (dot === 0) continue;
          const likeness = dot / (length * (lengths[at] as number));
          if (likeness <= (top[FEW - 1] as number)) continue;
          if (likeness > (top[0] as number)) nearest = example;
          top[FEW - 1] = likeness;
          top.sort((a, b) => b - a);
        }
        const near = new Set(nearest);
        const lacking = terms.filter(([feature]) => !known.has(readables.numberOf(feature) ?? -1));
        const share = (has: ReadonlySet<number>): number => {
          let sum = 0;
          for (const [feature, weight] of terms) {
            const number = readables.numberOf(feature);
            if (number !== undefined && has.has(number)) sum += weight;
          }
          return total === 0 ? 0 : sum / total;
        };
        return {
          id,
          nearest: top[0] as number,
          three: top.reduce((sum, each) => sum + each, 0) / FEW,
          retrieval: score / best,
          coverage: share(known),
          exampleCoverage: share(near),
          textCoverage: share(text),
          missing: lacking.reduce((most, [, weight]) => Math.max(most, weight), 0) / readables.heaviest,
          actorsMissing: actors.length === 0 ? 0 : actors.filter((number) => number === undefined || !text.has(number)).length / actors.length,
          numbersMissing: figures === 0 ? 0 : lacking.filter(([feature]) => feature.startsWith('#')).length / figures,
        };
      }
    },
  };
}
