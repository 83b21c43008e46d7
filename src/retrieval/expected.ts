import type { Kind } from '../corpus/record.ts';

/** Asked by pattern, the most telling first. Read on the normal form of the question, words parted by one space. */
const PATTERNS: readonly (readonly [RegExp, Kind])[] = [
  [
    /\bhow (long|many (minutes|mins|hours|seconds|days|weeks|months|years))\b|\bfor what length\b|\b(duration|length) of\b|\bhow brief\b/,
    'duration',
  ],
  [/\bhow (many|often)\b|\bnumber of\b/, 'number'],
  [/\bhow (much|big|large|high|expensive|severe(ly)?)\b|\b(amount|sum|price|cost|figure)s?\b/, 'amount'],
  [/\b(what|which) (day of the week|weekday)\b/, 'weekday'],
  [/\b(what|which) (date|day|month|year)\b|\b(date|month|year) of\b/, 'date'],
  [/\b(when|what time|since when|how (recent(ly)?|soon|old)|wen)\b/, 'time'],
  [
    /\b(where|whereabouts|(what|which) (place|city|town|country|countries|nation|capital|building|venue|room|location|state))\b/,
    'place',
  ],
  [
    /\b(why|how come|what for|what (is|was|were) the (reason|cause|motive|purpose|point)|reasons?|causes?|caused|because of what|y)\b/,
    'cause',
  ],
  [
    /\b(who|whom|whose|whos|what (is|was) the name|name of|(what|which) (person|man|woman|leader|politician|official|monarch|ruler|guy|emperor))\b/,
    'person',
  ],
  [
    /\b(which|what) (organi[sz]ation|agency|ministry|body|outlet|office|arm|court|company|firm|department|institution)\b/,
    'organisation',
  ],
  [
    /\b(what|how) did .{1,60}\b(say|said|tell|stress|claim|write|mean|think|state|add|announce|mention|call|describe)\b|\b(said|say|says) what\b/,
    'content',
  ],
  [/\b(list|all|everything|name the|enumerate)\b/, 'list'],
  [/\b(define|definition|meaning of|what does .{1,40} mean)\b/, 'definition'],
  [/\b(how|in what way|by what means)\b/, 'manner'],
  [/\b(what|which|wat)\b/, 'thing'],
];

const AUXILIARY =
  /^(?:(?:so|and|but|or|ok|okay|hey|hi|wait|um|well|then|also|just|please|pls|tell me|do you know|know|is it true|true or false|confirm)[ ,:]*)*(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b/;

/** What nobody can look up: what if, what should be, who is right to do what. */
const JUDGEMENT =
  /\bwhat if\b|\bsuppos(?:e|ing)\b|\bif .{1,60}\b(?:had|were|would|could)\b|\b(?:would|could|might) .{1,60}\bhave (?!to\b)|\bhad .{1,40}\b(?:not|never)\b|\b(?:right|wrong|fair|unfair|justified|justifiable|wise|smart|stupid|reasonable|legitimate|morally|ethical|snub|insult|overreact\w*|hypocri\w+|your (?:opinion|view|take|guess|bet)|you think|do you feel|deserv\w+|fairest|who is better|better leader)\b/;

/** "It was Japan that ended it, wasn't it?", "so Seoul ended the pact, correct?" */
const TAG =
  /(?<!\b(?:is|are|was|were|be|am|who|what|s)) (?:right|correct|true|yes|no|yeah|huh|eh|innit|or not|(?:is|are|was|were|did|do|does|has|have|had) not (?:it|he|she|they|that|there))$/;
const ASKS_FIRST = /^(?:(?:so|and|but|ok|okay|hey|hi|tell me) )*(?:who|whom|whose|what|when|where|why|how|which)\b/;

/** The kinds that `normal` (a normalised question) asks for: at most one, beside `yes-no` and `judgement`. Keywords ask for none. */
export function expected(normal: string): Kind[] {
  const found = PATTERNS.find(([pattern]) => pattern.test(normal))?.[1];
  const yesNo = AUXILIARY.test(normal) || (TAG.test(normal) && !ASKS_FIRST.test(normal));
  const kinds: Kind[] = found === undefined || (yesNo && found !== 'list') ? [] : [found];
  if (yesNo) kinds.push('yes-no');
  if (JUDGEMENT.test(normal)) kinds.push('judgement');
  return kinds;
}
