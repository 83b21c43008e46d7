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
const SUBJECT = /[가-힣]{1,}(?:은|는|이|가|께서)$/u;
const NO_SUBJECT = /^(?:누가|뭐가|어디가|어느|같이|많이|없이|굳이|특히)$/u;
/** The subject of a clause is looked for among so many words of its beginning. */
const SUBJECT_WORDS = 3;

/** "제목이랑 날짜 알려줘": what is asked once, of two. */
const SHARED =
  /^(\S.*?)(?:와|과|이랑|랑|하고|및)\s+(\S.*?)(을|를|은|는|이|가)?\s+((?:(?:각각|다|좀)\s*)*(?:(?:알려|가르쳐|말해|설명해|적어)\S*(?:\s+\S+)?|(?:뭐|무엇|누구|언제|어디|뭔)\S*)[?？]?)$/u;

/** The parts of a question, in order; the whole question alone where it has but one part. At most three. */
export function partsOf(question: string): string[] {
  const line = question.replace(/\s+/gu, ' ').trim();
  const parts = line
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  if (parts.length > 1 && parts.every((part) => ASKS.test(part))) return withSubject(parts.slice(0, 3)).map(asAsked);
  return ofTwo(line) ?? [question];
}

/** A clause without a subject has that of the first: "아베는 뭘 강조했고 한국에 뭘 요구했나요?" */
function withSubject(parts: readonly string[]): string[] {
  const subject = subjectOf(parts[0] as string);
  return parts.map((part, at) =>
    at === 0 || subject === null || part.split(' ').some((word) => SUBJECT.test(word)) ? part : `${subject} ${part}`,
  );
}

function subjectOf(clause: string): string | null {
  const words = clause.split(' ').slice(0, SUBJECT_WORDS);
  const end = words.findIndex((word) => SUBJECT.test(word) && !NO_SUBJECT.test(word));
  return end < 0 ? null : words.slice(0, end + 1).join(' ');
}

/** A verb that has lost the ending which joined it to the next clause asks again: "보냈" -> "보냈나요?" */
function asAsked(part: string): string {
  return PAST_END.test(part) ? `${part}나요?` : part;
}

/** One noun behind "and" shares what stands before the other: "기사 제목이랑 날짜" -> "기사 제목", "기사 날짜". */
function ofTwo(line: string): string[] | null {
  const [, first, second, particle = '', tail] = SHARED.exec(line) ?? [];
  if (first === undefined || second === undefined || tail === undefined) return null;
  const [before, behind] = [first.split(' '), second.split(' ')];
  // "아베와 이낙연의 직책": what is named last belongs to both.
  if (behind.length > before.length) return null;
  const whole = behind.length === 1 ? [...before.slice(0, -1), second].join(' ') : second;
  return [`${first} ${tail}`, `${whole}${particle} ${tail}`];
}
