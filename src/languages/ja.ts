import type { Kind } from '../corpus/record.ts';
import type { LanguageRules } from '../retrieval/rules.ts';
import { shortPieces } from './pieces.ts';
import { createScanner, kindsBy, partsBy, type Script } from './scan.ts';

/** Words of grammar by the term that they stand for. */
const GRAMMAR: Readonly<Record<string, string>> = spread({
  誰: '誰 だれ 誰が 誰に 誰の 誰を 誰から どなた',
  何: '何 なに なん 何が 何を 何と なにを なんて 何て なんと',
  いつ: 'いつ 何時 いつから いつまで',
  どこ: 'どこ 何処 どこで どこに どこへ どちら',
  なぜ: 'なぜ 何故 なんで どうして 何で',
  どう: 'どう どのように どうやって いかに どうなった',
  どの: 'どの どんな どれ どういう',
  いくら: 'いくら どのくらい どれくらい どれぐらい どのぐらい いくつ',
  彼: '彼 彼は 彼が 彼の 彼女 その人 この人 あの人',
  それ: 'それ これ あれ そこ ここ その この そのとき その時 両者 二人 両方 同じ',
  そして: 'そして それで じゃあ では で、 でも また あと それから じゃ',
  ない: 'ない なかった ません ず',
});

const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

const SCRIPT: Script = {
  grammar: GRAMMAR,
  shortestInside: 2,
  rest(text) {
    return [...segmenter.segment(text)].map(({ segment }) => ({
      text: segment,
      root: segment,
      // Written in hiragana alone: particles, endings, auxiliaries.
      isGrammar: HIRAGANA.test(segment) || segment.length < 2,
    }));
  },
};

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/すべて|全て|全部|一覧|リスト|列挙|箇条書き|まとめて/u, 'list'],
  [
    /何\s*(?:分|時間|秒|日間|週間|か月|ヶ月)|どの?(?:くらい|ぐらい)の?(?:長さ|時間|間)|どれ(?:くらい|ぐらい)(?:話|の(?:時間|間|長さ)|会談|続)|所要時間|会談時間/u,
    'duration',
  ],
  [/何曜日|なんようび/u, 'weekday'],
  [/何(?:月|年)|何日|日付|いつの(?:記事|日付)|なんにち/u, 'date'],
  [/いつ|何時|時期|時点/u, 'time'],
  [/何(?:人|名|個|回|社|か国|カ国|ヶ国|つ)|いくつ/u, 'number'],
  [/いくら|金額|額は|どの?(?:くらい|ぐらい)|どれ(?:くらい|ぐらい|ほど)/u, 'amount'],
  [/なぜ|何故|なんで|どうして|理由|原因|わけ|きっかけ|目的|何のため|なんのため/u, 'cause'],
  [/どこ|何処|どちらの国|どの(?:国|都市|街|場所)|場所/u, 'place'],
  [/誰|だれ|どなた|名前|どの(?:人|人物|政治家)|何者/u, 'person'],
  [/どの(?:省庁|機関|会社|企業|裁判所|通信社|メディア)|何(?:省|社|裁判所)/u, 'organisation'],
  [
    /(?:何|なに|なん|どう|どんな|どのよう).{0,20}(?:言|述べ|語|発言|強調|話し|主張|表現|コメント|評)|(?:なん|何)(?:て|と)(?:言|いっ)/u,
    'content',
  ],
  [/意味|定義|とは(?:何|なに|なん)?[?？]?$|って(?:何|なに|なん)/u, 'definition'],
  [/どう|どのように|どうやって|方法|いかに|経由|通じて/u, 'manner'],
  [/何|なに|なん|どの|どんな|どれ|どういう/u, 'thing'],
];
const YES_NO = /(?:か|の|ん|よね|かな|っけ|って|た|る|ない|だ|です|ます|本当|事実)\s*[?？。]*$/u;

export const JAPANESE_RULES: LanguageRules = {
  language: 'ja',
  isSpaced: false,
  analyser: (options) => createScanner(SCRIPT, options),
  expected: kindsBy<Kind>(KINDS, YES_NO, 'yes-no'),
  grammar: new Set(Object.values(GRAMMAR)),
  pointers: {
    personal: new Set(['彼']),
    pointing: new Set(['彼', 'それ']),
    before: new Set(),
    opening: new Set(['そして']),
  },
  pieces: shortPieces,
  partsOf: partsBy(
    /誰|だれ|いつ|どこ|なぜ|なんで|どうして|何|なに|どの|どう|いくら|どれ|か[?？。]?$/u,
    /[?？。]+\s*(?:そして|また|あと|それと)?[、,]?|[、,]\s*(?:そして|また|あと|それと)?/u,
  ),
};

function spread(words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([term, all]) => all.split(' ').map((word) => [word, term])));
}
