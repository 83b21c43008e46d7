/** A question with two parts, taken apart. */

const WH = '누구|누가|누군|누굴|언제|어디|왜|무엇|무슨|뭐|뭘|뭔|어떤|어느|어떻|어때|어땠|어케|얼마|몇';

/** What makes a clause a question. */
const ASKS = new RegExp(`${WH}|나요|니까|[는은인던]지|인가|냐|먼저|까[?？]?$`, 'u');

/** Every syllable that ends in ㅆ: a verb in the past, or 있다. */
const PAST = Array.from({ length: 399 }, (_, at) => String.fromCodePoint(0xac00 + at * 28 + 20)).join('');

/** Between two clauses that both ask: a mark, "and", or an ending that joins them ("보냈고", "언제이며", "갔는지와"). */
const BETWEEN = new RegExp(
  [
    String.raw`[?？]+\s*(?:(?:그리고|또|또한|근데)\s+)?`,
    String.raw`[,，]?\s+그리고\s+`,
    String.raw`[,，]\s*(?:또\s+)?`,
    String.raw`(?:이고|이며|(?<=[${PAST}되없]|누구|뭐|어디|언제|얼마)고|(?<=[${PAST}])으며|(?<=누구|뭐|어디)며)[,，]?\s+`,
    String.raw`(?<=[는은인던]지)(?:와|과|하고|랑|도)?[,，]?\s+(?:또\s+)?(?=.*(?:${WH}))`,
  ].join('|'),
  'u',
);
const PAST_END = new RegExp(`[${PAST}]$`, 'u');

/** A word with the ending of a subject, and those that only look like one. */
const SUBJECT = /[가-힣](?:은|는|이|가|께서)$/u;
const NO_SUBJECT = /^(?:누가|뭐가|어디가|어느|같이|많이|없이|굳이)$|(?:에|서|게|로|테|와|과)는$/u;
/** The subject of a clause is looked for among so many words of its beginning. */
const SUBJECT_WORDS = 3;

/** "제목이랑 날짜 알려줘", "제목과 날짜는?": nouns, the particle of the last, and what is asked of them all. */
const SHARED =
  /^(.+?)(을|를|은|는|이|가)?(?:\s+(?:각각\s+)?((?:(?:다|좀)\s*)*(?:(?:알려|가르쳐|말해|설명해|적어)\S*(?:\s+\S+)?|(?:뭐|무엇|누구|언제|어디|뭔)\S*))|(?<=[은는]))[?？]?$/u;
const AND = /(?<=[가-힣])(?:와|과|이랑|랑|하고)\s+|\s+및\s+/u;

/** The parts of a question, in order; the whole question alone where it has but one part. At most three. */
export function partsOf(question: string): string[] {
  const line = question.replace(/\s+/gu, ' ').trim();
  const parts = line
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  if (parts.length > 1 && parts.every((part) => ASKS.test(part))) return withSubject(parts.slice(0, 3)).map(asAsked);
  return ofSeveral(line) ?? [question];
}

/** A clause without a subject has that of the first: "아베는 뭘 강조했고 한국에 뭘 요구했나요?" */
function withSubject(parts: readonly string[]): string[] {
  const subject = subjectOf(parts[0] as string);
  return parts.map((part, at) =>
    at === 0 || subject === null || part.split(' ').some(isSubject) ? part : `${subject} ${part}`,
  );
}

function subjectOf(clause: string): string | null {
  const words = clause.split(' ').slice(0, SUBJECT_WORDS);
  const end = words.findIndex((word) => isSubject(word) && !ASKS.test(word));
  return end < 0 ? null : words.slice(0, end + 1).join(' ');
}

function isSubject(word: string): boolean {
  return SUBJECT.test(word) && !NO_SUBJECT.test(word);
}

/** A verb that has lost the ending which joined it to the next clause asks again: "보냈" -> "보냈나요?" */
function asAsked(part: string): string {
  return PAST_END.test(part) ? `${part}나요?` : part;
}

/** A single noun behind "and" shares what stands before the first: "기사 제목이랑 날짜" -> "기사 제목", "기사 날짜". */
function ofSeveral(line: string): string[] | null {
  const [, list = '', particle = '', tail = ''] = SHARED.exec(line) ?? [];
  const [first = '', ...others] = itemsOf(list);
  const before = first.split(' ');
  // "아베와 이낙연의 직책": what is named last belongs to both.
  if (others.length === 0 || others.some((other) => other.split(' ').length > before.length)) return null;
  const shared = before.slice(0, -1);
  const whole = others.map((other) => (other.includes(' ') ? other : [...shared, other].join(' ')));
  return withSubject([first, ...whole].slice(0, 3)).map((item) =>
    `${item}${particleOf(item, particle)} ${tail}`.trim(),
  );
}

/** By commas, and by the first "and" of what is no such list, or of its last item. */
function itemsOf(list: string): string[] {
  const items = list.split(/[,，]\s*/u);
  const last = items.pop() ?? '';
  const and = AND.exec(last);
  const ends = and === null ? [last] : [last.slice(0, and.index), last.slice(and.index + and[0].length)];
  return [...items, ...ends].map((item) => item.trim()).filter((item) => item !== '');
}

const PARTICLES = ['을를', '은는', '이가'];

/** The particle in the form that the word asks for: "은" behind a consonant, "는" behind a vowel. */
function particleOf(word: string, particle: string): string {
  const forms = PARTICLES.find((pair) => particle !== '' && pair.includes(particle)) ?? '';
  const endsInVowel = ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 === 0;
  return forms.charAt(endsInVowel ? 1 : 0);
}
