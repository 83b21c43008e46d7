import { words } from '../retrieval/text.ts';

const HANGUL = /\p{Script=Hangul}/u;
const KANA_OR_HAN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** The same as in English, for plain sentences of Korean and Japanese: the topic of a sentence that ends in a verb of saying. */
export const SPEECH_OF_KOREAN_AND_JAPANESE = {
  isWritten: (text: string): boolean => HANGUL.test(text) || KANA_OR_HAN.test(text),
  speakersIn: (text: string): string[] => {
    const [said, subject, source] = HANGUL.test(text) ? KOREAN : JAPANESE;
    const sources = [...text.matchAll(source)].map(([, speaker = '']) => speaker);
    const speaker = said.test(text) ? subject.exec(text)?.[1] : undefined;
    return [...sources, ...(speaker === undefined ? [] : [speaker])].map((each) => each.trim());
  },
  /** Every word of the name is in how the sentence names the speaker, whatever stands between: `町長の佐伯美和氏`. */
  isNamed: (name: string, speaker: string): boolean =>
    words(name).every(({ normal }) => speaker.normalize('NFKC').includes(normal)),
};

type Patterns = readonly [said: RegExp, subject: RegExp, source: RegExp];

const KOREAN: Patterns = [
  /(?:말|밝|강조|주장|우려|요구|전|설명|언급|비판|촉구|덧붙|답|발표|경고|호소|반박|지적|약속|부인)(?:했|혔|였|하고|히고|한다|힌다|인다|하며|히며|해|혀)/u,
  /^(?:한편|또한?|그러나|하지만|이에)?[,\s]*([^,¶]{1,40}?)(?:께서는|측은|은|는|이|가)\s/u,
  /([^,¶]{1,40}?)에\s*(?:따르면|의하면)/gu,
];
const JAPANESE: Patterns = [
  /(?:述べ|語っ|話し|話す|言っ|説明し|強調し|主張し|示し|示す|批判し|求め|訴え|発表し|明らかにし|反論し|コメントし|答え|警告し|指摘し|懸念|約束し|否定し)/u,
  /^(?:一方|また|しかし|これに対し)?、?([^、¶]{1,40}?)(?:は|が)/u,
  /([^、。¶]{1,40}?)に(?:よると|よれば)/gu,
];
