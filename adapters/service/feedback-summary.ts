import type { Entry, Silence, Verdict } from './feedback.ts';

/** What people thought of the answers, and what they asked for in vain, as a page of text. */
export function summarise(entries: readonly Entry[], texts: ReadonlyMap<string, string> = new Map()): string {
  const verdicts = entries.filter((entry) => entry.kind === 'verdict');
  const silences = entries.filter((entry) => entry.kind === 'abstention');
  if (entries.length === 0) return 'No feedback is kept.\n';
  return [
    `From ${entries[0]?.time.slice(0, 10)} to ${entries.at(-1)?.time.slice(0, 10)}`,
    ...judged(verdicts, texts),
    ...asked(silences),
    '',
  ].join('\n');
}

/** Lines of one list; a longer one is no summary. */
const MOST_LINES = 20;

function judged(verdicts: readonly Verdict[], texts: ReadonlyMap<string, string>): string[] {
  const bad = verdicts.filter(({ verdict }) => verdict === 'bad');
  const lines = ['', `Verdicts: ${verdicts.length - bad.length} good, ${bad.length} bad`];
  for (const [answer, of] of ranked(
    groupBy(
      bad,
      ({ answer, abstained }) => `${answer.split(':').slice(1).join(', ')}${abstained ? ` (${abstained})` : ''}`,
    ),
  )) {
    lines.push(`  ${count(of.length)} ${answer.trim() || 'nothing cited'}`);
    const text = texts.get(answer.split(',')[0] ?? '');
    if (text !== undefined) lines.push(`         ${text}`);
    for (const { reason, question } of of)
      if (reason !== null || question)
        lines.push(`         - ${[reason, question && `asked: ${question}`].filter(Boolean).join(' / ')}`);
  }
  return lines;
}

function asked(silences: readonly Silence[]): string[] {
  const lines = ['', `Not answered: ${silences.length}`];
  const list = (title: string, groups: Map<string, readonly unknown[]>): void => {
    const rows = ranked(groups);
    if (rows.length > 0) lines.push('', title, ...rows.map(([name, of]) => `  ${count(of.length)} ${name}`));
  };
  list(
    'By reason',
    groupBy(silences, ({ reason }) => reason),
  );
  list(
    'By gap of the record',
    groupBy(
      silences.filter(({ gap }) => gap !== null),
      ({ gap }) => gap ?? '',
    ),
  );
  const words = silences.flatMap(({ missing }) => [...new Set(missing.map((word) => word.toLowerCase()))]);
  list(
    'By word that the record does not know (… = a rarer word, not kept)',
    groupBy(words, (word) => word),
  );
  return lines;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function ranked<T>(groups: Map<string, readonly T[]>): [string, readonly T[]][] {
  return [...groups].sort(([a, of], [b, than]) => than.length - of.length || a.localeCompare(b)).slice(0, MOST_LINES);
}

function count(number: number): string {
  return String(number).padStart(6);
}
