import type { Kind } from '../corpus/record.ts';
import type { LanguageRules } from '../retrieval/rules.ts';
import { partsOf } from './korean-parts.ts';
import { soundsOf } from './korean-sounds.ts';
import { shortPieces } from './pieces.ts';
import { createScanner, kindsBy, type Script } from './scan.ts';

/** Words of grammar by the term that they stand for. */
const GRAMMAR: Readonly<Record<string, string>> = spread({
  누구: '누구 누가 누군 누군가 누굴 뉘',
  무엇: '무엇 무얼 뭐 뭘 뭔 뭔가 뭔지 뭐라고 뭐라 머 멀 뭣 무슨 뭐가 뭐야 뭐임',
  언제: '언제 언젠',
  어디: '어디 어딘 어딜 어느곳',
  왜: '왜 왜케 어째서',
  어떻게: '어떻게 어케 어떡해 어찌 어떤식',
  어떤: '어떤 어느',
  얼마: '얼마 얼마나 몇',
  그: '그 그는 그가 그의 그를 그에게 그분 그사람 그녀 그녀가 그녀는 걔 걔가 걔는',
  그것: '그것 그거 그게 그건 그걸 이것 이거 이게 이건 이걸 저거 그일 그때 그날 그곳 그렇게 그런 그랬 거기 거기서 둘 둘다 그들 그쪽',
  그리고: '그리고 그럼 그러면 근데 그런데 그래서 그러니까 또 글고',
  안: '안 못 않 아니 아닌 없',
});

/** Endings of nouns and verbs, the longest first: taken off what the lexicon does not know. */
const ENDINGS = `
 으로부터 에서부터 에게서 이라고 이라는 입니까 습니까 ㅂ니까 습니다 입니다 했나요 했습니까 했어요 했는지 됐나요 인가요 인지요 한테서 까지 부터 에게 에서 으로 한테 께서 이랑 하고 라고 라는 처럼 보다 마다 조차 이나 인가 인지 이야 이냐 이죠 이지 나요 는지 은지 던가 던지 다는 다고 었어 았어 했어 했나 했냐 했지 한거 하는 하고 하게 해서 했던 하려 되는 됐어 됐나 된거 되어 어요 아요 네요 군요 죠 요 은 는 이 가 을 를 의 에 로 와 과 도 만 나 냐 니 지 음 임 함 랑 께`
  .trim()
  .split(/\s+/u)
  .sort((a, b) => b.length - a.length);
const ENDING = new Set(ENDINGS);

const SCRIPT: Script = {
  grammar: GRAMMAR,
  shortestInside: 3,
  rest(text) {
    if (ENDING.has(text)) return [{ text, root: text, isGrammar: true }];
    const ending = ENDINGS.find((each) => text.length > each.length + 1 && text.endsWith(each));
    const root = ending === undefined ? text : text.slice(0, -ending.length);
    // A single syllable is an ending that is not in the list, or says nothing by itself.
    return [{ text, root, isGrammar: root.length < 2 }];
  },
};

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/모두|전부|목록|나열|빠짐없이|정리\s*(?:해|좀|부탁)|다\s*알려|리스트/u, 'list'],
  [
    /얼마\s*동안|몇\s*(?:분|시간|초|일간|주|개월)|얼마나\s*(?:오래|길|걸)|(?:소요|대화|회담|면담)\s*시간|분량/u,
    'duration',
  ],
  [/무슨\s*요일|어떤\s*요일|몇\s*요일/u, 'weekday'],
  [/며칠|몇\s*(?:월|일|년)|날짜|어느\s*날/u, 'date'],
  [/언제|몇\s*시|어느\s*시점|시점/u, 'time'],
  [/몇\s*(?:명|개|번|곳|차례|나라)/u, 'number'],
  [/얼마|금액|액수/u, 'amount'],
  [/왜|이유|까닭|원인|때문|어째서|계기|목적|뭐\s*하러/u, 'cause'],
  [/어디|어느\s*(?:나라|도시|곳|지역)|장소|어떤\s*(?:나라|도시)/u, 'place'],
  [/누구|누가|누군|누굴|뉘|이름|어떤\s*(?:사람|인물|정치인)|어느\s*(?:사람|정치인)/u, 'person'],
  [
    /어느\s*(?:기관|부처|회사|기업|법원|언론|매체|통신사)|어떤\s*(?:기관|부처|회사|기업|법원|언론|매체)/u,
    'organisation',
  ],
  [
    /(?:뭐|뭘|무엇|무슨|어떤|어떻게|머).{0,20}(?:말|발언|강조|언급|얘기|이야기|주장|표현|밝|했다고|했대|평가)|(?:뭐|뭐라|머라)\s*(?:고|함|했)/u,
    'content',
  ],
  [/뜻|의미|정의|무슨\s*말/u, 'definition'],
  [/어떻게|어떤\s*(?:식|방법|경로)|어케|방식|통해/u, 'manner'],
  [/무엇|무슨|뭐|뭘|뭔|어떤|어느|머/u, 'thing'],
];
const YES_NO = /(?:나요|니까|가요|까요|는지요|냐|니|임|어|아|지|죠|까|대|요|맞음|사실|맞)\s*[?？]*$/u;

export const KOREAN_RULES: LanguageRules = {
  language: 'ko',
  isSpaced: false,
  analyser: (options) => createScanner(SCRIPT, options),
  expected: kindsBy<Kind>(KINDS, YES_NO, 'yes-no'),
  grammar: new Set([...Object.values(GRAMMAR), ...ENDINGS]),
  pointers: {
    personal: new Set(['그']),
    pointing: new Set(['그', '그것']),
    before: new Set(),
    opening: new Set(['그리고']),
    subject: new Set(['은', '는', '이', '가', '께서']),
  },
  pieces: (plain) => shortPieces(soundsOf(plain)),
  partsOf,
};

function spread(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([term, all]) => all.split(' ').map((word) => [word, term])));
}
