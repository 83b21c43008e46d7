import type { AnswerKind } from './asked.ts';
import { givenInCjk, isCjk } from './cjk-kinds.ts';

/**
 * What in a sentence could be the answer to a question of this kind: the words that give a date, a number, a name, a
 * reason. Read on the text as written, since capitals tell names. Nothing for `thing`, which has no mark of its own.
 */
export function given(kind: AnswerKind, text: string): string[] {
  if (isCjk(text)) return givenInCjk(kind, text);
  const spaced = text.replace(/\s+/g, ' ');
  return MARKS[kind].flatMap((mark) => spaced.match(mark) ?? []);
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const COUNT =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|double|twice|once|pair';
/** Bounded, so that a page of digits costs no more than its length. */
const DIGITS = '\\d[\\d,.]{0,20}';
const FIGURE = `(?:${DIGITS}|(?:${COUNT}))`;
const UNIT =
  'percent|per cent|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|cm|mm|feet|foot|ft|inch(?:es)?|kg|kilograms?|g|grams?|tons?|tonnes?|pounds?|lbs?|lit(?:er|re)s?|gallons?|acres?|hectares?|sq|square|degrees?|mph|dollars?|euros?|yen|cents?|watts?|MW|kW|volts?|Hz|calories|people|points';
const SPAN = 'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)';
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const BEARING = '(?:(?:the|northern|southern|eastern|western|central|north|south|east|west|city of) )*';

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])${CAPITALISED}(?: (?:(?:of|the|de|da|von|van|der|al|bin|di|la|le) ){0,2}${CAPITALISED})*`,
  'gu',
);
const FULL_NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]*\.?(?: \p{Lu}\.)* (?:(?:de|da|von|van|der|al|bin|di|la|le) )*\p{Lu}[\p{L}\p{M}'’-]+/gu;
/** A capital that no beginning of a sentence accounts for. */
const INNER_NAME = /(?<=[\p{L}\d,;:)]\s)\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*/gu;

const AMOUNT = new RegExp(
  `[$£€¥] ?${DIGITS}|${DIGITS} ?(?:%|°)|${FIGURE}[ -](?:(?:million|billion|thousand|cubic|square) )?(?:${UNIT})(?!\\p{L})`,
  'giu',
);
const DURATION = new RegExp(`(?:${FIGURE}|an?|several|few)[ -](?:${SPAN})(?!\\p{L})`, 'giu');

const MARKS: Readonly<Record<AnswerKind, readonly RegExp[]>> = {
  person: [
    FULL_NAME,
    INNER_NAME,
    /\b(?:people|men|women|king|queen|president|workers|citizens|scientists|members|students|settlers|soldiers)\b/gi,
  ],
  time: [
    /(?<![\d,.$£€])(?:1\d|20)\d\d(?!\d|,\d)s?/g,
    new RegExp(`\\b(?:${MONTH})\\b`, 'g'),
    /\b(?:\d{1,4}(?:st|nd|rd|th)|[a-z]{1,12}th|first|second|third) (?:century|centuries|millennium|decade)\b|\b\d{1,7} (?:BC|AD|BCE|CE)\b/gi,
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:spring|summer|autumn|winter|noon|midnight)\b|\b\d{1,7} (?:years|days|weeks|months|hours) (?:ago|later|earlier)\b/gi,
  ],
  number: [new RegExp(`(?<![\\p{L}\\d])(?:${DIGITS}|(?:${COUNT}|no one|nobody|none)(?!\\p{L}))`, 'giu')],
  amount: [AMOUNT],
  duration: [DURATION],
  extent: [AMOUNT, DURATION],
  place: [
    new RegExp(
      `\\b(?:in|at|near|from|to|on|outside|across|through|around|between|within|off|into|throughout|over) ${BEARING}(?!${MONTH}|${DAY})\\p{Lu}[\\p{L}\\p{M}'’.-]+`,
      'gu',
    ),
    /\b(?:located|situated|coast|city|town|island|river|mountains?|village|capital|region)\b/gi,
  ],
  cause: [
    /\b(?:because|due to|owing to|thanks to|caused by|as a result|result(?:s|ed|ing)? (?:of|in|from)|since|in order to|so that|therefore|thus|hence|led to|leads? to|reasons?|purpose|intended to|designed to|aimed|causes?|causing|thereby|so as to|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|to avoid|to prevent|prevent(?:s|ed|ing)?)\b/gi,
  ],
  manner: [
    /\b(?:by|through|using|via|with|use of|method|methods|process|means of|based on|according to|when|then)\b/gi,
  ],
  definition: [
    /\b(?:is|are|was|were) (?:an?|the|any|one of|defined)\b|\b(?:known as|refers? to|referred to|defined as|called|means|meaning|stands for|term|consists? of|termed|named)\b/gi,
  ],
  name: [NAME, /["“][^"”]{1,200}["”]/gu],
  thing: [],
};
