import type { Citation, Reply } from '../../src/index.ts';
import { localised } from '../../src/index.ts';
import { type Block, heading, quiet, row } from './blocks.ts';

/** Candidates that are shown; the rest decide nothing. */
const SHOWN = 5;

/** Why the reply is what it is: words that matched, words that are missing, the rule that decided, the candidates. */
export function explainReply({ answer }: Reply): Block[] {
  if (answer === null) return [quiet('That was small talk; nothing was looked up.')];
  const { covered, missing, rule } = answer.explain;
  const verdict = answer.kind === 'answered' ? 'answered' : `not answered (${answer.reason})`;
  return [
    row('Decision:      ', `${verdict}, confidence ${shown(answer.score)}`),
    row('Rule:          ', rule),
    row('Matched words: ', covered.join(', ') || 'none'),
    row('Missing words: ', missing.join(', ') || 'none'),
    ...(answer.gap === null ? [] : [row('Known gap:     ', answer.gap.id)]),
    heading(answer.candidates.length === 0 ? 'No candidates' : 'Candidates, best first'),
    ...answer.candidates.slice(0, SHOWN).map(candidateLine),
  ];
}

function candidateLine({ score, locator, statement }: Citation): Block {
  return row(`${shown(score)}  `, `${locator}  ${statement.id}: ${localised(statement.text, 'en')}`);
}

function shown(score: number): string {
  return score.toFixed(3);
}
