import { alike, heaviest, type Setting, share, shareOf } from './coverage.ts';
import { answerMarks, nearness } from './marks.ts';
import { closePairs } from './order.ts';
import type { ReadQuestion, Sought } from './question.ts';
import { rarity, type TermStatistics } from './statistics.ts';

/** What may speak for or against a sentence, each by one number. */
export const EVIDENCE = [
  // How much of the question the sentence holds.
  'covered',
  'coveredAsWritten',
  'coveredSum',
  'coveredCount',
  'grammar',
  'closePairs',
  'focus',
  'last',
  'lead',
  // What its surroundings hold.
  'coveredBeyondTitle',
  'coveredBefore',
  'coveredAround',
  'titleShare',
  'startsWithTitle',
  'pronoun',
  'place',
  // What is nowhere.
  'unmet',
  'heaviestUnmet',
  'namesUnmet',
  // What it gives beyond the question.
  'gives',
  'givesFigure',
  'givesNear',
  'defines',
  'definitionOpens',
  'fresh',
  'density',
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];
export type Evidence = Readonly<Record<EvidenceName, number>>;

/** Words that lean on the sentence before. */
const PRONOUNS = new Set('he she it they this these his her its their such that those'.split(' '));
/** How many words count as the beginning of a sentence, where its subject stands. */
const LEAD = 6;
/** A pronoun within so many words. */
const EARLY = 8;
/** A subject does not go on for longer than this many words. */
const LONGEST_SUBJECT = 14;
const DEFINES = new Set(['is', 'are', 'was', 'were', 'refers', 'means']);
const FIGURES = new Set(['time', 'number', 'amount', 'duration', 'extent']);

/** What speaks for and against `setting.passage` as the answer. All is 0 to 1, but sums and logarithms of counts. */
export function evidenceOf(question: ReadQuestion, setting: Setting, statistics: TermStatistics): Evidence {
  const { passage, around, title } = setting;
  const { sought, kind } = question;
  const { tokens } = passage;
  const first = tokens.slice(0, LEAD);
  const marks = answerMarks(question, passage);
  const stands = ({ term, isMeasure }: Sought): boolean => passage.terms.has(term) || (isMeasure && marks.length > 0);
  const inTitle = ({ term }: Sought): boolean => title?.terms.has(term) ?? false;
  const isAround = ({ term }: Sought): boolean => around.hold(term);
  const isAlike = (each: Sought): boolean => !stands(each) && alike(each, passage);
  const isUnmet = (each: Sought): boolean => !stands(each) && !inTitle(each) && !isAround(each) && !isAlike(each);
  const unmet = new Set(sought.filter(isUnmet));
  const open = sought.filter((each) => !inTitle(each));
  const covered = share(question, stands);
  const defined = kind === 'definition' ? subjectOf(setting) : [];
  const last = sought.at(-1);
  const fresh = [...passage.contentTerms].filter((term) => !question.terms.has(term));
  return {
    covered,
    coveredAsWritten: share(question, ({ form }) => passage.forms.has(form)),
    coveredSum: covered * question.total,
    coveredCount: sought.filter(stands).length / (sought.length || 1),
    grammar: proportion(question.grammar, (form) => passage.forms.has(form), 0.5),
    closePairs: closePairs(sought, passage),
    focus: Number(question.focus !== null && passage.terms.has(question.focus)),
    last: Number(last !== undefined && (stands(last) || isAlike(last))),
    lead: share(question, ({ term }) => first.some((token) => token.term === term)),
    coveredBeyondTitle: open.length === 0 ? covered : shareOf(open, stands),
    coveredBefore: share(question, (each) => !stands(each) && around.follows(each.term)),
    coveredAround: share(question, (each) => stands(each) || isAround(each)),
    titleShare: share(question, inTitle),
    startsWithTitle: Number(first.some(({ content, term }) => content && (title?.terms.has(term) ?? false))),
    pronoun: Number(tokens.slice(0, EARLY).some(({ form }) => PRONOUNS.has(form))),
    place: Math.log(1 + around.place),
    unmet: share(question, (each) => unmet.has(each)),
    heaviestUnmet: heaviest([...unmet]),
    namesUnmet: shareOf(question.names, (each) => unmet.has(each)),
    gives: Number(marks.length > 0),
    givesFigure: Number(FIGURES.has(kind) && marks.length > 0),
    givesNear: nearness(marks, question, passage),
    defines: share(question, ({ term }) => defined.some((token) => token.term === term)),
    definitionOpens: Number(kind === 'definition' && around.place === 0),
    fresh: Math.log(1 + fresh.length),
    density: density(question, setting, statistics),
  };
}

/** The words before the verb, where that verb says what something is. */
function subjectOf({ passage: { tokens } }: Setting): Setting['passage']['tokens'] {
  const verb = tokens.findIndex(({ form }) => DEFINES.has(form));
  return verb === -1 ? [] : tokens.slice(0, Math.min(verb, LONGEST_SUBJECT));
}

/** How much of what the sentence says is what the question says. */
function density({ terms }: ReadQuestion, { passage }: Setting, statistics: TermStatistics): number {
  let shared = 0;
  let all = 0;
  for (const term of passage.contentTerms) {
    const weight = rarity(term, statistics);
    all += weight;
    if (terms.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

function proportion<T>(list: readonly T[], test: (each: T) => boolean, ofNone: number): number {
  return list.length === 0 ? ofNone : list.filter(test).length / list.length;
}
