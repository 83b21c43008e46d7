import type { ContractLine } from '../src/index.ts';
import { isUnanswerable, type Question } from './questions.ts';

export type Mark = 'right' | 'wrong' | 'abstained';

/** Marks one answer: `abstained` is right for a question that the record does not answer, and a miss otherwise. */
export function mark(question: Question, line: ContractLine): { mark: Mark; right: boolean } {
  if (question.kind === 'smalltalk') {
    const right = line.status === 'small-talk';
    return { mark: right ? 'right' : line.status === 'answered' ? 'wrong' : 'abstained', right };
  }
  if (isUnanswerable(question)) {
    const abstained = line.status !== 'answered';
    return { mark: abstained ? 'abstained' : 'wrong', right: abstained };
  }
  if (line.status !== 'answered') return { mark: 'abstained', right: false };
  const right =
    citesGold(question, line) &&
    (question.must_include ?? []).every((pattern) => new RegExp(pattern, 'i').test(line.text));
  return { mark: right ? 'right' : 'wrong', right };
}

function citesGold({ gold }: Question, { citations }: ContractLine): boolean {
  const places = citations.map(({ paragraph, sentence }) =>
    sentence === null ? 'headline' : `${paragraph}.${sentence}`,
  );
  if (!('all' in gold)) return gold.includes(places[0] ?? '');
  return [gold.all, ...(gold.alt ?? [])].some((list) => list.every((place) => places.includes(place)));
}

/** Figures over a set of marked questions. */
export interface Figures {
  readonly answerable: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly unanswerable: number;
  readonly abstained: number;
  /** Share of right ones among all that were answered. */
  readonly trust: number;
}

export function figures(marked: readonly { question: Question; mark: Mark; right: boolean }[]): Figures {
  const real = marked.filter(({ question }) => question.kind !== 'smalltalk');
  const answerable = real.filter(({ question }) => !isUnanswerable(question));
  const unanswerable = real.filter(({ question }) => isUnanswerable(question));
  const right = answerable.filter((each) => each.right).length;
  const answered = real.filter((each) => each.mark !== 'abstained').length;
  return {
    answerable: answerable.length,
    right,
    wrong: answerable.filter((each) => each.mark === 'wrong').length,
    missed: answerable.filter((each) => each.mark === 'abstained').length,
    unanswerable: unanswerable.length,
    abstained: unanswerable.filter((each) => each.right).length,
    trust: answered === 0 ? 1 : right / answered,
  };
}
