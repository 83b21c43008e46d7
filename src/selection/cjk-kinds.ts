import type { AnswerKind } from './asked.ts';

const CJK = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Is there a sign of Korean or Japanese in the text? */
export function isCjk(text: string): boolean {
  return CJK.test(text);
}

/** The kind of answer that a Korean or Japanese question asks for. */
export function askedForInCjk(question: string): AnswerKind {
  return ASKED.find(([pattern]) => pattern.test(question))?.[1] ?? 'thing';
}

/** The first letter of what is counted in a question for a number, such as 권 of "몇 권"; null where none is named. */
export function counterIn(question: string): string | null {
  return COUNTER.exec(question)?.[1] ?? null;
}

const COUNTER = /(?:(?<!\p{L})몇\s*|何)(\p{L})/u;

/** What in a Korean or Japanese sentence could be the answer to a question of this kind. */
export function givenInCjk(kind: AnswerKind, text: string): string[] {
  const mark = GIVEN[kind];
  return mark === undefined ? [] : (text.match(mark) ?? []);
}

/** The most telling first. */
const ASKED: readonly (readonly [RegExp, AnswerKind])[] = [
  [
    /얼마\s*동안|얼마나\s*(?:오래|걸)|몇\s*(?:시간|분간|일간|주|개월)|기간|何(?:時間|分間|日間|週間|か月|ヶ月|カ月|年間)|期間/u,
    'duration',
  ],
  [
    /몇\s*(?:명|개|번|곳|대|차례|마리|가구|건)|얼마나\s*많|何(?:人|名|個|回|台|件|匹|軒|歳|冊|枚|階|本|校|社|か所|カ所)|いくつ/u,
    'number',
  ],
  [
    /얼마|몇\s*(?:원|퍼센트|%|도|미터|킬로)|いくら|ど(?:の|れ)(?:くらい|ぐらい)|何(?:円|ドル|パーセント|％|度|メートル|キロ)/u,
    'amount',
  ],
  [/언제|며칠|몇\s*(?:시|월|일|년)|무슨\s*요일|いつ|何(?:時|月|日|年|曜日)/u, 'time'],
  [/어디|어느\s*(?:곳|나라|도시|지역)|どこ|どの(?:国|都市|町|場所)|場所は/u, 'place'],
  [/왜|이유|원인|なぜ|何故|どうして|なんで|理由|原因/u, 'cause'],
  [/누구|누가|누굴|誰|だれ|どなた/u, 'person'],
  [/어떻게|どのように|どうやって/u, 'manner'],
  [/(?<!\p{L})몇(?=\s*\p{Script=Hangul})/u, 'number'],
];

const DIGITS = '[\\d０-９][\\d０-９,.]{0,20}\\s?(?:[조억만천兆億万千]\\s?)*';

const GIVEN: Readonly<Partial<Record<AnswerKind, RegExp>>> = {
  time: /\d{1,4}\s?[년월일시분年月日時分]|[월화수목금토일]요일|[月火水木金土日]曜|어제|오늘|내일|지난해|올해|내년|오전|오후|昨年|今年|来年|昨日|今日|明日|午前|午後/gu,
  number: new RegExp(DIGITS, 'gu'),
  amount: new RegExp(
    `${DIGITS}(?:원|달러|엔|유로|%|퍼센트|미터|킬로|도|톤|円|ドル|ユーロ|％|パーセント|メートル|キロ|度|トン)`,
    'gu',
  ),
  duration: new RegExp(`${DIGITS}(?:시간|분|초|일|주|개월|년|時間|分|秒|日|週間|か月|ヶ月|カ月|年)`, 'gu'),
  place:
    /[가-힣]{1,12}(?:시|군|구|동|역|섬|마을|공원|항|에서|위|앞)(?![가-힣])|[\p{Script=Han}\p{Script=Katakana}]{1,12}(?:市|町|村|県|都|府|区|駅|島|国|港|前)/gu,
  cause: /때문|탓에|따라|인해|위해|이유|원인|므로|ため|から|ので|理由|原因|により|によって/gu,
  person:
    /[가-힣]{2,4}\s(?:시장|회장|총리|대통령|장관|씨|교수|대표|의원|감독|박사|위원장)|[\p{Script=Han}\p{Script=Katakana}・]{2,12}(?:氏|さん|市長|町長|首相|大統領|組合長|会長|教授|社長|長官|大臣|議員|監督|博士)/gu,
  manner: /통해|으로|방법|방식|によって|通じて|方法|使って/gu,
};
