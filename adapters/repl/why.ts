import type { Citation, Language, Reply } from '../../src/index.ts';
import { localised, wordingFor } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { type Block, heading, quiet, row } from './blocks.ts';
import { aligned } from './columns.ts';

/** Candidates that are shown; the rest decide nothing. */
const SHOWN = 5;

/** Why the reply is what it is: words that matched, words that are missing, the rule that decided, the candidates. */
export function explainReply({ answer }: Reply, language: Language): Block[] {
  const { why } = platformWording(language).repl;
  if (answer === null) return [quiet(why.smallTalk)];
  const { covered, missing, rule } = answer.explain;
  const confidence = shown(answer.score);
  const verdict = answer.kind === 'answered' ? why.answered(confidence) : why.abstained(answer.reason, confidence);
  const facts = [
    [why.decision, verdict],
    [why.rule, wordingFor(language).rule(rule)],
    [why.matched, covered.join(', ') || why.none],
    [why.missing, missing.join(', ') || why.none],
    ...(answer.gap === null ? [] : [[why.gap, answer.gap.id]]),
  ];
  const labels = aligned(facts.map(([label = '']) => label));
  return [
    ...facts.map(([, fact = ''], at) => row(labels[at] ?? '', fact)),
    heading(answer.candidates.length === 0 ? why.noCandidates : why.candidates),
    ...answer.candidates.slice(0, SHOWN).map((candidate) => candidateLine(candidate, language)),
  ];
}

function candidateLine({ score, locator, statement }: Citation, language: Language): Block {
  return row(`${shown(score)}  `, `${locator}  ${statement.id}: ${localised(statement.text, language)}`);
}

function shown(score: number): string {
  return score.toFixed(3);
}
