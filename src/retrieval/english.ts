/** What English brings to the analysis of any text, whatever the corpus is about. */
import { stemmer } from 'stemmer';

/** Words of grammar. They weigh little, but tell apart questions that share their content words. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every either neither both all such same own other another
  and or but nor if then than so as because while though although until unless whether
  of in on at to from by for with without into onto over under about between among through during before after above
  below up down out off again further against per via within upon toward towards since along across behind beyond beside
  besides except despite near around
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs myself yourself himself
  herself itself ourselves themselves who whom whose which what when where why how
  am is are was were be been being do does did doing done have has had having can could will would shall should may might
  must not no nor only just also too very more most much many few less least own here there now ever never still yet
  s t d ll m re ve u r ur n im ya yo aint gonna wanna gotta
  one two first else even rather quite really actually anyway though
  get got gets getting go goes going went gone come let make made makes take took
  whats whos wheres whens whys hows thats theres
  someone something anyone anything somebody anybody everybody everyone everything nobody nothing thing things
  please pls plz`.split(/\s+/),
);

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fifteen: '15',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  hundred: '100',
  thousand: '1000',
};

/** Spellings of chat, and slips in words of grammar, that are too short or too far off for the speller. */
const CHAT_SPELLINGS: Readonly<Record<string, string>> = {
  wat: 'what',
  wut: 'what',
  whut: 'what',
  wht: 'what',
  waht: 'what',
  wot: 'what',
  wats: 'what',
  wen: 'when',
  whn: 'when',
  wehn: 'when',
  wich: 'which',
  whch: 'which',
  witch: 'which',
  whr: 'where',
  wher: 'where',
  wheer: 'where',
  wer: 'where',
  hu: 'who',
  hoo: 'who',
  woh: 'who',
  whi: 'why',
  wy: 'why',
  y: 'why',
  hw: 'how',
  hwo: 'how',
  r: 'are',
  u: 'you',
  ur: 'your',
  n: 'and',
  nd: 'and',
  adn: 'and',
  abt: 'about',
  bout: 'about',
  abot: 'about',
  aobut: 'about',
  abuot: 'about',
  wiht: 'with',
  wit: 'with',
  wth: 'with',
  w: 'with',
  fro: 'for',
  frm: 'from',
  teh: 'the',
  hte: 'the',
  da: 'the',
  dis: 'this',
  dat: 'that',
  tht: 'that',
  taht: 'that',
  thier: 'their',
  ther: 'there',
  tehy: 'they',
  btween: 'between',
  betwen: 'between',
  bcuz: 'because',
  bc: 'because',
  cuz: 'because',
  cos: 'because',
  coz: 'because',
  becuz: 'because',
  becuase: 'because',
  becasue: 'because',
  b4: 'before',
  affter: 'after',
  aftr: 'after',
  afer: 'after',
  wud: 'would',
  shud: 'should',
  shoud: 'should',
  cud: 'could',
  coud: 'could',
  didnt: 'did',
  ddi: 'did',
  dd: 'did',
  wuz: 'was',
  wsa: 'was',
  iz: 'is',
  hav: 'have',
  hs: 'has',
  goin: 'going',
  doin: 'doing',
  lng: 'long',
  pplz: 'people',
  ppl: 'people',
  sez: 'says',
  sed: 'said',
  siad: 'said',
  gov: 'government',
  govt: 'government',
  gvt: 'government',
  min: 'minutes',
  mins: 'minutes',
  msg: 'message',
  mssg: 'message',
  ltr: 'letter',
  eachother: 'other',
  whos: 'who',
  whats: 'what',
  wheres: 'where',
  whens: 'when',
  whys: 'why',
  hows: 'how',
  alot: 'much',
  thru: 'through',
};

/** The word that a spelling of chat stands for; any other word as it is. */
export function writtenOut(normal: string): string {
  return Object.hasOwn(CHAT_SPELLINGS, normal) ? (CHAT_SPELLINGS[normal] as string) : normal;
}

const NUMBER = /^\p{N}/u;

/** `#20` for `20`, `20th`, `twenty`; null for a word that is no number. */
export function numberTerm(normal: string): string | null {
  if (NUMBER.test(normal)) return `#${normal.replace(/(?:st|nd|rd|th)$/, '').replaceAll(',', '')}`;
  const digits = Object.hasOwn(NUMBER_WORDS, normal) ? NUMBER_WORDS[normal] : undefined;
  return digits === undefined ? null : `#${digits}`;
}

const ASCII_WORD = /^[a-z]+$/;
const stems = new Map<string, string>();
const STEMS_HELD = 20_000;

/** Porter's stem of an English word; any other word as it is. */
export function stem(normal: string): string {
  if (!ASCII_WORD.test(normal) || normal.length < 3 || normal.length > 40) return normal;
  let found = stems.get(normal);
  if (found === undefined) {
    if (stems.size >= STEMS_HELD) stems.clear();
    found = stemmer(normal);
    stems.set(normal, found);
  }
  return found;
}
