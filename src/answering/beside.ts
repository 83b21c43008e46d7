import type { Language } from '../corpus/record.ts';
import { madeWhole } from './article-followup.ts';
import { combine } from './combine.ts';
import type { Library } from './library.ts';
import type { Response } from './pipeline.ts';
import type { Turn } from './turn.ts';

/** A question to plain articles, beside what the curated record says to it. */
export interface AskedBeside {
  readonly question: string;
  readonly turns: readonly Turn[];
  readonly language: Language;
  /** Tells of a source's id whether it may be answered from. */
  readonly isOpen: (source: string) => boolean;
}

/** Answers from plain articles beside a curated record; `curated` is null where there is none in that language. */
export function answerBeside(library: Library): (curated: Response | null, asked: AskedBeside) => Response {
  return (curated, { question, turns, language, isOpen }) => {
    const { readings, leans } = madeWhole(question, turns);
    const isSaid = (reading: string): boolean => (library.sayings(reading, isOpen)?.citations.length ?? 0) > 0;
    const text = (readings.length > 1 ? readings.find(isSaid) : undefined) ?? readings.at(-1) ?? question;
    const goesOn = leans && turns.at(-1)?.articles?.answered === true;
    const found = library.find(text, isOpen);
    const { answer, turn } = combine(curated, { found, sayings: library.sayings(text, isOpen), goesOn }, language);
    const first = answer.kind === 'answered' ? answer.citations[0] : undefined;
    const articles = {
      asked: text,
      speaker: first?.saidBy ?? null,
      answered: first?.statement.quote !== undefined,
    };
    return { answer, turn: { ...(turn ?? { language, asked: '', terms: [], persons: [], statements: [] }), articles } };
  };
}
