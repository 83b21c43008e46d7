/** A question with two parts, taken apart. */

const ASKS = `(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|was|were|are|has|have|(?:for|in|on|to|with|by|through|at|from|about|of) (?:what|which|whom|whose))`;

const ASKING = new RegExp(String.raw`\b${ASKS}\b|\b(?:name|list|tell|give|sum up|summarise|summarize)\b`, 'iu');

/** Between two questions: a question mark, or a conjunction before a word that asks. */
const BETWEEN = new RegExp(
  String.raw`\?+\s+(?:and\s+|also\s+|but\s+)?(?=\S+\s+\S)|\s*[,;:.]?\s+(?:and also|and then|and|plus|also|but|&|\+|or)\s+(?=${ASKS}\b)|\s*[,;]\s+(?=${ASKS}\b)`,
  'iu',
);

/** "Name the emperor and the president": what is asked once, of two. */
const SHARED =
  /^((?:(?:please|pls|can you|could you)\s+)?(?:name|list|identify|give me|tell me|mention|state)|who (?:is|are|was|were)|what (?:is|was))\s+(.+?)\s+and\s+(?!each\b)(.+)$/iu;

/** The parts of a question, in order; the whole question alone where it has but one part. At most three. */
export function partsOf(question: string): string[] {
  const line = question.replace(/\s+/gu, ' ').trim();
  const parts = line
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  if (parts.length > 1 && parts.every((part) => ASKING.test(part))) return parts.slice(0, 3);
  const [, head, first, second] = SHARED.exec(line) ?? [];
  if (head !== undefined && first !== undefined && second !== undefined)
    return [`${head} ${first}`, `${head} ${second}`];
  return [question];
}
