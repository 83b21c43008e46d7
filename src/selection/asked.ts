/** The kinds of answer that leave a mark in the sentence that gives them; `thing` is any other. */
export type AnswerKind =
  | 'person'
  | 'time'
  | 'number'
  | 'amount'
  | 'duration'
  /** Of something long: in metres or in hours. */
  | 'extent'
  | 'place'
  | 'cause'
  | 'manner'
  | 'definition'
  | 'name'
  | 'thing';

/** The kind of answer that `normal` asks for: a question in normal form, its words parted by one space. */
export function askedFor(normal: string): AnswerKind {
  return PATTERNS.find(([pattern]) => pattern.test(normal))?.[1] ?? 'thing';
}

const TIMES = 'time|minutes|hours|seconds|days|weeks|months|years|decades|centuries';
const QUALITIES = 'much|big|large|high|tall|deep|long|wide|far|fast|heavy|hot|cold|close|expensive|small|thick|strong';
const MEASURES =
  'percent|percentage|proportion|share|fraction|amount|price|cost|height|length|width|depth|weight|speed|distance|temperature|area|size|rate|salary|budget|value|elevation|fee|score';
const DATES = 'date|day|month|year|years|decade|century|centuries|season|era|period|time|times';
const PLACES =
  'place|places|city|cities|town|country|countries|nation|nations|state|states|continent|region|regions|capital|river|island|county|province|district|street|location|venue|area|village|hometown|borough|neighbou?rhood';
const PEOPLE =
  'person|man|woman|leader|president|king|queen|emperor|scientist|physicist|mathematician|author|writer|artist|actor|actress|singer|player|politician|minister|official|philosopher|composer|director|character|people|group|scholar|historian|architect|general|pope|bishop|professor|founder|explorer|inventor|alumnus|alumni';
const NAMED =
  'name|names|named|company|companies|organi[sz]ation|agency|team|school|university|college|book|film|movie|song|album|show|series|language|religion|party|band|newspaper|magazine|treaty|law|act|war|battle|brand|museum|church|building|airport|award|club|league|institution|court|department|office|article|case|theory|title';

const ASKS = '\\b(?:what|which)';
const BE = '(?:is |was |are |were )?(?:the )?';

/** The most telling first. */
const PATTERNS: readonly (readonly [RegExp, AnswerKind])[] = [
  [
    new RegExp(
      `\\bhow (?:many|much) (?:more |longer )?(?:${TIMES})\\b|\\bhow long (?!(?:is|are|was) the|is a)|\\bhow old\\b|${ASKS} ${BE}(?:duration|life ?span|age)\\b`,
    ),
    'duration',
  ],
  [
    new RegExp(
      `\\bhow (?:many|often)\\b|${ASKS} ${BE}(?:total |approximate |estimated )?(?:number|population|ranking|rank)\\b`,
    ),
    'number',
  ],
  [/\bhow long\b/, 'extent'],
  [new RegExp(`\\bhow (?:${QUALITIES})\\b|${ASKS} ${BE}(?:\\w+ )?(?:${MEASURES})\\b`), 'amount'],
  [new RegExp(`\\bwhen\\b|${ASKS} (?:\\w+ )?(?:${DATES})\\b`), 'time'],
  [new RegExp(`\\bwhere\\b|${ASKS} (?:\\w+ )?(?:${PLACES})\\b`), 'place'],
  [
    new RegExp(
      `\\bwhy\\b|\\bhow come\\b|\\bwhat for\\b|${ASKS} (?:\\w+ ){0,3}(?:reasons?|causes?|caused|purpose|motive|led to|made|makes)\\b`,
    ),
    'cause',
  ],
  [new RegExp(`\\b(?:who|whom|whose)\\b|${ASKS} (?:\\w+ )?(?:${PEOPLE})\\b`), 'person'],
  [
    /\b(?:what|which) (?:is|was|are|were|does|do) (?:an? |the )?(?:\S+ ){0,4}?(?:mean|means|stand for|meaning of|definition of|defined as|called)\b|\bdefine\b/,
    'definition',
  ],
  [/^(?:so |and )?what (?:is|are|was|were) (?:an? |the )?\S+(?: \S+)?$/, 'definition'],
  [new RegExp(`${ASKS} (?:\\w+ )?(?:${NAMED})\\b|\\bcalled\\b|\\bname (?:of|the|a)\\b`), 'name'],
  [/\bhow\b|\bin what way\b|\bby what means\b/, 'manner'],
];
