/** A question with several parts, taken apart. */

/** So many parts are looked at; more than three facts in one message is a list, or a flood. */
const MOST_PARTS = 4;

const ASKS = `(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|was|were|are|has|have|(?:for|in|on|to|with|by|through|at|from|about|of) (?:what|which|whom|whose))`;

/** Asks by a word that asks anywhere, by an auxiliary at the beginning, or by a question mark. */
const ASKING = new RegExp(
  String.raw`\b(?:who|whom|whose|what|when|where|why|how|which|name|list|give|say|explain|describe|everything|sum up|summari[sz]e)(?:\b|(?='?s\b))|\btell (?!me$)|^(?:and |also |so |but )?${ASKS}\b|\?$`,
  'iu',
);

/** Between two sentences. The question mark stays with the first. */
const SENTENCES = /(?<=\?)\s+|!\s+|\.\s+(?=\p{L}{3})|;\s+|\s*\n\s*|\b(?:first|second|third)(?:ly)?\s*[,:]\s*/iu;

/** Before the items of a numbered list. */
const NUMBERED = /(?:^|\s)\(?(?:[1-4]|[a-d]|i{1,3})[).]\s+/iu;

/** Within a sentence: a conjunction or a comma before a word that asks. */
const CLAUSES = new RegExp(
  String.raw`\s*[,;:.]?\s+(?:and also|and then|and|plus|also|but also|but|as well as|&|\+|or|n)\s+(?:(?:also|say|tell me)\s+)?(?=${ASKS}(?:\b|'?s\b))|\s*[,;:]\s+(?=${ASKS}\b)`,
  'iu',
);

/** What joins two things asked for, where a plain "and" may join two halves of one thing. */
const JOINED = /\s+(?:plus|as well as|and also|along with|together with|\+|&)\s+|\s+\/\s+/iu;

/** "Name the emperor and the president": what is asked once, of two. */
const SHARED =
  /^((?:(?:please|pls|can you|could you)\s+)?(?:name|list|identify|give me|tell me|mention|state|i need|i want|i would like|i'd like)|who (?:is|are|was|were)|what (?:is|was|are|were))\s+(.+?)\s+and\s+(?!each\b)(.+)$/iu;

/** Before what is asked for, in a question that names several things. */
const HEAD =
  /^(?:please\s+|pls\s+)?(?:name|list|identify|give me|tell me|mention|state|i need|i want|i would like|i'd like|who (?:is|are|was|were)|what (?:is|was|are|were))\s+/iu;

/** The parts of a question, in order; the whole question alone where it has but one part. */
export function partsOf(question: string): string[] {
  const line = question.replace(/[^\S\n]+/gu, ' ').trim();
  const items = split(line, NUMBERED);
  if (items.length > 2 || (items.length === 2 && line.search(NUMBERED) === 0)) return items.slice(-MOST_PARTS);
  // What asks nothing ("thanks in advance, my editor is waiting") is no part.
  const parts = split(line, SENTENCES)
    .flatMap((sentence) => split(sentence, CLAUSES))
    .filter((part) => ASKING.test(part));
  if (parts.length > 1) return parts.slice(0, MOST_PARTS);
  const joined = split(line, JOINED);
  if (joined.length > 1) {
    const head = HEAD.exec(line)?.[0] ?? '';
    return joined.slice(0, MOST_PARTS).map((part, at) => (at === 0 || ASKING.test(part) ? part : `${head}${part}`));
  }
  const [, head, first, second] = SHARED.exec(line) ?? [];
  if (head !== undefined && first !== undefined && second !== undefined)
    return [`${head} ${first}`, `${head} ${second}`];
  return [question];
}

function split(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
}
