import type { Language } from '../../src/index.ts';

/**
 * The language that each person was last answered in. Slack's events tell no locale: this is what Home, prompts and notes
 * go by, and questions that could be of two languages. Held in memory only.
 */
export interface Languages {
  heard(person: string, language: Language): void;
  /** Undefined for a person who has not been answered yet. */
  of(person: string): Language | undefined;
}

/** People remembered; beyond, those heard longest ago are dropped. */
const MOST = 20_000;

export function createLanguages(): Languages {
  // A Map keeps the order of insertion: the first is the one heard longest ago.
  const held = new Map<string, Language>();
  return {
    heard(person, language) {
      held.delete(person);
      held.set(person, language);
      const oldest = held.keys().next();
      if (held.size > MOST && !oldest.done) held.delete(oldest.value);
    },
    of: (person) => held.get(person),
  };
}
