import { readPassage } from '../selection/passage.ts';
import { sayingAsked } from '../selection/saying-asked.ts';
import { isPronoun } from '../selection/speech.ts';
import type { Turn } from './turn.ts';

/** A question to plain articles, made whole by what was said before. */
export interface WholeQuestion {
  /** What it may mean, the likeliest first; never empty. */
  readonly readings: readonly string[];
  /** Did it lean on the turn before? */
  readonly leans: boolean;
}

/** At most so many words are taken over from the question before. */
const TAKEN_OVER = 8;
/** A question with at most one content word leans if it has at most so many words in all. */
const FEW_WORDS = 5;

/** The question with what it lacks: the words of the one before, or the speaker whom "he" means. */
export function madeWhole(question: string, turns: readonly Turn[]): WholeQuestion {
  const before = turns.at(-1)?.articles;
  if (before === undefined) return { readings: [question], leans: false };
  const saying = sayingAsked(question);
  if (saying?.speaker && isPronoun(saying.speaker) && before.speaker !== null)
    return { readings: [question.replace(saying.speaker, before.speaker)], leans: true };
  const said = sayingAsked(before.asked);
  // "And what did Patel say?": about the same, or else anything.
  if (saying?.speaker && saying.topic === null && said?.topic)
    return { readings: [`What did ${saying.speaker} say about ${said.topic}?`, question], leans: true };
  if (saying?.speaker || saying?.topic || !leansOn(question)) return { readings: [question], leans: false };
  const taken = takingOver(question, before.asked);
  const named = NAMED.exec(question)?.[1];
  if (named === undefined || !said?.speaker) return { readings: [taken], leans: true };
  // "And what about Lund?": what he says about it, or what is said about him.
  const aboutIt = said.topic === null ? [] : [`What did ${named} say about ${said.topic}?`];
  return { readings: [...aboutIt, `What did ${said.speaker} say about ${named}?`, taken], leans: true };
}

/** The question with the words of the one before that it lacks. */
function takingOver(question: string, before: string): string {
  const own = readPassage(question).terms;
  const taken = readPassage(before)
    .tokens.filter(({ content, term }) => content && !own.has(term))
    .map(({ form }) => form)
    .slice(0, TAKEN_OVER);
  // In front, so that the last word and the word that asks stay those of the question.
  return `${taken.join(' ')} ${question}`.trim();
}

/** Does the question lack what it is about? */
function leansOn(question: string): boolean {
  const { tokens } = readPassage(question);
  const contents = tokens.filter(({ content }) => content).length;
  if (contents <= 1 && tokens.length <= FEW_WORDS) return true;
  if (OPENING.test(question)) return true;
  const pointing = tokens.findIndex(({ form }) => POINTING.has(form));
  return pointing !== -1 && tokens.slice(0, pointing).filter(({ content }) => content).length < 2;
}

const NAMED =
  /^(?:(?:and |but |so )?(?:what|how) about|and|but) (?!(?:who|what|when|where|why|how|which|did|does|is|was)\b)(.{1,60}?)[?.! ]*$/iu;
const OPENING = /^(?:and|but|so|also|what about|how about)\b|^(?:그리고|그럼|그러면|그런데|それで|では|じゃあ)/iu;
const POINTING: ReadonlySet<string> = new Set(
  'he him his she her hers it its they them their there that those these 그는 그가 그의 그녀는 그것은 거기 彼 彼女 それ その そこ'.split(
    ' ',
  ),
);
