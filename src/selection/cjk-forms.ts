/** The stem by which a Korean or Japanese word is known, and whether it says what a text is about. */
export interface CjkForm {
  readonly term: string;
  readonly content: boolean;
}

/** Reads a word in Hangul, kana or Chinese characters; null for any other. */
export function cjkForm(form: string): CjkForm | null {
  if (HANGUL.test(form)) {
    const term = stemOfKorean(form);
    return { term, content: !KOREAN_GRAMMAR.has(form) && !KOREAN_GRAMMAR.has(term) };
  }
  if (!JAPANESE.test(form)) return null;
  const term = OKURIGANA.exec(form)?.[1] ?? form;
  return { term, content: !SHORT_HIRAGANA.test(form) && !JAPANESE_GRAMMAR.test(form) };
}

/** Without the particles and endings that the word wears, as long as two syllables are left. */
function stemOfKorean(form: string): string {
  let stem = form;
  for (let worn = 0; worn < MOST_WORN; worn += 1) {
    const ending = ENDINGS.find((each) => stem.length >= each.length + 2 && stem.endsWith(each));
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

/** `시장` + `에게` + `는`. */
const MOST_WORN = 2;
const HANGUL = /^\p{Script=Hangul}/u;
const JAPANESE = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What is written behind the Chinese characters of a verb or adjective changes with its form: 終わる, 終わり. */
const OKURIGANA = /^(\p{Script=Han}+)\p{Script=Hiragana}+$/u;
/** Particles, endings and auxiliaries; words of content have a sign of another script, or are longer. */
const SHORT_HIRAGANA = /^\p{Script=Hiragana}{1,3}$/u;
const JAPANESE_GRAMMAR =
  /^(?:何|誰|いくら|どうして|どのよう|どれくらい|どのくらい|について|として|ありま|ください|でしょう|いつ|なぜ)/u;
const ENDINGS = `
  으로부터 에서부터 에게서 했습니까 됐습니까 했나요 됐나요 했어요 됐어요 했는지 합니까 됩니까 하나요 되나요 인가요 입니까
  습니까 습니다 입니다 었나요 았나요 었습 았습 나요 까지 부터 에게 에서 으로 한테 께서 이랑 하고 라고 처럼 보다 마다
  했다 됐다 한다 된다 이다 였다 었다 았다 했던 했고 하는 되는 하며 어요 아요 예요 네요 지요
  은 는 이 가 을 를 의 에 로 와 과 도 만 고 다 요 죠`
  .trim()
  .split(/\s+/u)
  .toSorted((a, b) => b.length - a.length);
const KOREAN_GRAMMAR: ReadonlySet<string> = new Set(
  `누구 누가 누굴 언제 어디 무엇 뭐 뭘 뭐라 뭐라고 무슨 왜 어떻게 어떤 어느 얼마 얼마나 몇 그 이 저 그는 그가 그녀 그것 이것 것 수 등 및 또 그리고 그럼 그런데
  있나요 있는 있다 있어요 없나요 없다 하나요 하나 되나요 되나 했나요 한 할 해 대해 대해서 대한 관해 관한 위해 위한 때문 동안 중 더 안 못 약`.split(
    /\s+/u,
  ),
);
