import { LANGUAGES, type Language } from '../../src/index.ts';
import { LIMITS } from './limits.ts';

/** Names of what people can press. They live as long as the messages they stand in: never give one another meaning. */
export const ACTIONS = {
  sources: 'sources',
  why: 'why',
  good: 'good',
  bad: 'bad',
  share: 'share',
  remove: 'remove',
  ask: 'ask',
} as const;

export type Action = keyof typeof ACTIONS;

export const VIEWS = { reason: 'reason', answer: 'answer' } as const;
export const SHORTCUTS = { askAbout: 'ask_about' } as const;

/** What a button carries. It is not trusted: a value that is not of this form does nothing. */
export interface Carried {
  /** Id of the answer, as `writeAnswerId` makes it. */
  readonly answer: string | null;
  readonly question: string | null;
  /** Who asked: the one who may remove. */
  readonly asker: string | null;
  /** Of the answer, and so of what the button opens. */
  readonly language: Language;
}

const VERSION = 1;

/** Writes what a button carries; leaves the question out where it is too long for a button. */
export function writeValue(carried: Partial<Carried>, most: number = LIMITS.buttonValue): string {
  const { answer, question, asker, language = 'en' } = carried;
  const value = {
    v: VERSION,
    ...(answer && { a: answer }),
    ...(question && { q: question }),
    ...(asker && { u: asker }),
    ...(language !== 'en' && { l: language }),
  };
  // Nobody sees a value, but it is people's text all the same: no form of markup stands in it as such.
  const written = JSON.stringify(value).replace(
    /[<>&*_~`]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return written.length <= most || !question ? written : writeValue({ ...carried, question: null }, most);
}

/** Reads what a button carries; null for what this version cannot read. */
export function readValue(written: string | undefined): Carried | null {
  try {
    const value: unknown = JSON.parse(written ?? '');
    if (typeof value !== 'object' || value === null || Reflect.get(value, 'v') !== VERSION) return null;
    const text = (name: string): string | null => {
      const found: unknown = Reflect.get(value, name);
      return typeof found === 'string' ? found : null;
    };
    const language = LANGUAGES.find((each) => each === text('l')) ?? 'en';
    return { answer: text('a'), question: text('q'), asker: text('u'), language };
  } catch {
    return null;
  }
}

/** `ask:2` -> `ask`: ids in one block must differ. Null for a button of another version. */
export function readAction(actionId: string): Action | null {
  const name = actionId.split(':')[0] ?? '';
  return Object.hasOwn(ACTIONS, name) ? (name as Action) : null;
}
