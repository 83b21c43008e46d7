import type { Language } from '../corpus/record.ts';
import { ANSWER_FROM } from '../selection/decision.ts';
import { THRESHOLDS } from './abstention.ts';
import type { Abstained, Answered, Citation, Explanation } from './answer.ts';
import type { Found } from './library.ts';
import type { Response } from './pipeline.ts';
import type { Sayings } from './sayings.ts';

/** From this probability on a sentence answers although a gap of the curated record is near. */
const BEATS_A_GAP = 0.75;
/** The same for a question that goes on: the words that it takes over need not stand in its answer. */
const GOES_ON_FROM = 0.25;
/** How many of the ranking are kept. */
const CANDIDATES = 10;
/** How many are shown where there is none to answer with. */
const RELATED = 3;

/** What plain articles have to a question. */
export interface FromArticles {
  readonly found: Found;
  /** What somebody says about something; null where that is not asked for. */
  readonly sayings: Sayings | null;
  /** Does the question lean on one that the articles answered? */
  readonly goesOn: boolean;
}

/**
 * One answer of what a curated record and plain articles have to a question. The record comes first, unless the articles
 * know words of the question that it does not; sentences of those who are asked for stand beside its own statements.
 *
 * @param curated null where there is no such record in that language.
 */
export function combine(curated: Response | null, from: FromArticles, language: Language): Response {
  const { found, sayings } = from;
  const told = curated?.answer ?? null;
  const knowsMore = told === null || from.goesOn || knowMore(told.explain, found);
  const turn = curated?.turn ? { ...curated.turn, persons: [], statements: [] } : null;
  if (sayings !== null) {
    const { citations } = sayings;
    const besides = told?.kind === 'answered' && !knowsMore ? told.citations : [];
    if (citations.length > 0) {
      const rule = 'sentences in which the one who is named speaks';
      return { answer: answered([...besides, ...citations], { ...from, language, rule, told }), turn };
    }
    if (besides.length === 0) {
      const unmet = { ...found, covered: [], missing: [] };
      return { answer: silent(sayings.near, { ...from, found: unmet, language, told: knowsMore ? null : told }), turn };
    }
  }
  const answerFrom = from.goesOn ? GOES_ON_FROM : ANSWER_FROM;
  if (told?.kind === 'answered' && !(knowsMore && isLikely(found, answerFrom))) return curated as Response;
  const silence = told?.kind === 'abstained' ? told : null;
  const isAboutIt = silence?.gap && silence.gap.reason !== 'off-topic' && !knowsMore;
  // An article that has every word of the question may well tell what the record leaves open.
  const mustBeSure = isAboutIt && found.missing.length > 0;
  if (isLikely(found, mustBeSure ? BEATS_A_GAP : answerFrom)) {
    const rule = 'a sentence of an article is likely enough to answer';
    return { answer: answered(found.answering, { ...from, language, rule, told: silence }), turn };
  }
  const coverage = found.covered.length / (found.covered.length + found.missing.length);
  const near = coverage >= THRESHOLDS.offTopic ? found.ranking.slice(0, 1) : [];
  if (silence !== null && (isAboutIt || near.length === 0)) {
    const score = Math.max(found.probability, silence.score);
    const candidates = merged(0, found.ranking, silence.candidates);
    const missing = silence.explain.missing.filter((word) => !found.knows(word));
    const explain = { ...silence.explain, missing };
    return { answer: { ...silence, score, candidates, explain }, turn: curated?.turn ?? null };
  }
  return { answer: silent(near, { ...from, language, told: isAboutIt ? silence : null }), turn };
}

interface Circumstances extends FromArticles {
  readonly language: Language;
  readonly told: Response['answer'] | null;
}

function answered(
  citations: readonly Citation[],
  { language, told, found, rule }: Circumstances & { readonly rule: string },
): Answered {
  const { covered, missing, ranking } = found;
  const rest = ranking.filter(({ statement }) => !citations.some((each) => each.statement.id === statement.id));
  return {
    kind: 'answered',
    language,
    score: citations[0]?.score ?? 0,
    citations,
    gap: null,
    candidates: merged(citations.length, [...citations, ...rest], told?.kind === 'abstained' ? told.candidates : []),
    explain: { covered, missing, rule },
  };
}

function silent(near: readonly Citation[], { language, told, found }: Circumstances): Abstained {
  const { covered, missing, ranking, probability, knows } = found;
  const silence = told?.kind === 'abstained' ? told : null;
  return {
    kind: 'abstained',
    language,
    reason: silence?.gap ? silence.reason : near.length > 0 ? 'not-on-record' : 'off-topic',
    gap: silence?.gap ?? null,
    score: Math.max(probability, silence?.score ?? 0),
    related: [...(silence?.related ?? []), ...near].slice(0, RELATED),
    candidates: merged(0, ranking, silence?.candidates ?? []),
    explain: {
      covered,
      missing: missing.filter((word) => !knows(word)),
      rule: 'no sentence of an article is likely enough to answer',
    },
  };
}

function isLikely({ answering, probability }: Found, from: number): boolean {
  return answering.length > 0 && probability >= from;
}

/** Do the articles know a word of the question that the record does not, and as many in all? */
function knowMore({ missing }: Explanation, { covered, missing: unknown }: Found): boolean {
  const lacked = new Set(missing.map((word) => word.toLowerCase()));
  return covered.some((word) => lacked.has(word)) && unknown.length <= lacked.size;
}

/** Two rankings as one, best first; the first `kept` of the sentences stay in front. */
function merged(kept: number, sentences: readonly Citation[], statements: readonly Citation[]): Citation[] {
  const rest = [...sentences.slice(kept), ...statements].toSorted((a, b) => b.score - a.score);
  return [...sentences.slice(0, kept), ...rest].slice(0, Math.max(CANDIDATES, kept));
}
