import type { Change, Said } from './corpus-diff.ts';

/** The changes as people read them: each question with what was said (-) and what is said now (+), then a summary. */
export function changeReport(changes: readonly Change[], asked: number): string[] {
  const blocks = changes.flatMap((change) => [
    [...change.context, change.question].map((question) => `> ${question}`).join('\n'),
    ...['-', '+'].flatMap((sign) => shown(sign === '-' ? change.old : change.new, sign)),
    '',
  ]);
  return [...blocks, summary(changes, asked)].map((line) => line.replace(CONTROL, ' '));
}

function shown({ status, reason, places, text }: Said, sign: string): string[] {
  const kind = reason === null ? status : `${status} (${reason})`;
  const cited = places.length === 0 ? '' : `: ${places.join(', ')}`;
  return [`${sign} ${kind}${cited}`, ...text.split('\n').map((line) => `${sign}   ${line}`)];
}

/** What became of the questions, by what weighs most in each. */
function summary(changes: readonly Change[], asked: number): string {
  const questions = `${asked} question${asked === 1 ? '' : 's'}`;
  if (changes.length === 0) return `Nothing changes: ${questions}.`;
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(kindOf(change), (counts.get(kindOf(change)) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => `${count} ${kind}`);
  return `${changes.length} of ${questions} ${changes.length === 1 ? 'changes' : 'change'}: ${parts.join(', ')}.`;
}

function kindOf({ old, new: now }: Change): string {
  if (old.status !== now.status) {
    if (now.status === 'answered') return 'newly answered';
    return old.status === 'answered' ? 'answered no longer' : 'met otherwise';
  }
  if (now.status !== 'answered') return 'abstained from in another way';
  return old.places.join() === now.places.join() ? 'worded otherwise' : 'cited otherwise';
}

/** A text must not drive the terminal; line ends stay. */
const CONTROL = /[^\P{Cc}\n]/gu;
