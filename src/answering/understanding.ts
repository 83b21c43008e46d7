import type { Kind } from '../corpus/record.ts';
import { type Feature, featuresOf, isRead } from '../retrieval/features.ts';
import type { LanguageRules } from '../retrieval/rules.ts';
import type { Analyser, Analysis, Term } from '../retrieval/terms.ts';
import type { Context } from './followup.ts';
import type { Weights } from './weights.ts';

/** A question, understood: what it is compared by. */
export interface Understanding {
  readonly terms: readonly Term[];
  /** What kinds of thing it asks for: at most one, and `yes-no`. */
  readonly asked: readonly Kind[];
  /** Every feature of the question with its weight, those taken over from the conversation included. */
  readonly weighted: ReadonlyMap<Feature, number>;
  /** The same by share (1 as typed, less where taken over), and with kinds joined to concepts: what the associations are asked with. */
  readonly features: readonly (readonly [Feature, number])[];
}

export function understand(
  { terms, plain }: Analysis,
  context: Context | null,
  tools: Omit<Tools, 'analyser'>,
): Understanding {
  const asked = tools.rules.expected(plain);
  const weighted = new Map<Feature, number>();
  const features = [...featuresOf(terms, asked, tools.actors, tools.rules.grammar), ...tools.rules.pieces(plain)];
  for (const feature of features) if (isRead(feature)) weighted.set(feature, tools.weights.of(feature));
  for (const term of terms) if (term.class === 'unknown') weighted.set(term.key, tools.weights.ofUnknown(term.surface));
  for (const [feature, share] of context ?? []) weighted.set(feature, share * tools.weights.of(feature));
  return {
    terms,
    asked,
    weighted,
    features: [...features.map((feature) => [feature, 1] as const), ...(context ?? [])],
  };
}

/** What understanding a question takes. */
export interface Tools {
  readonly rules: LanguageRules;
  readonly analyser: Analyser;
  readonly actors: ReadonlySet<Feature>;
  readonly weights: Weights;
}
