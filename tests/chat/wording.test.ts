import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platformWording } from '../../adapters/wording/languages.ts';
import { REPL_COMMANDS } from '../../adapters/wording/repl.ts';
import { wordingFor } from '../../src/chat/wording/languages.ts';
import { RULES } from '../../src/chat/wording/rules.ts';
import { LANGUAGES } from '../../src/index.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** `buttons.why` -> its text, for every text there is; what is worded by a function stands as its kind. */
function texts(wording: object, path = ''): [string, string][] {
  return Object.entries(wording).flatMap(([name, value]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') return [[at, value]];
    return typeof value === 'function' ? [[at, 'a function']] : texts(value, at);
  });
}

/** Signs and names that are the same in every language. */
const SAME = ['buttons.good', 'buttons.bad', 'home.title'];

describe.each(OTHERS)('in %s', (language) => {
  it.each([
    ['the replies', wordingFor(language), wordingFor('en')],
    ['the platforms', platformWording(language), platformWording('en')],
  ])('there is every text of %s, and none is English', (_, wording, english) => {
    const [own, theirs] = [texts(wording), texts(english)];
    expect(own.map(([at]) => at)).toEqual(theirs.map(([at]) => at));
    const left = own.filter(
      ([at, text], number) =>
        text === '' || (theirs[number]?.[1] === text && text !== 'a function' && !SAME.includes(at)),
    );
    expect(left).toEqual([]);
  });

  it('every rule that decides has its words', () => {
    for (const rule of RULES) expect(wordingFor(language).rule(rule)).not.toBe(rule);
  });

  it('every abstention opens with that it is not on record, or says what to do', () => {
    const unanswered = { gap: null, missing: ['“x”'], languages: LANGUAGES };
    const opened = (['not-on-record', 'false-premise', 'off-topic', 'opinion', 'unsupported-language'] as const).map(
      (reason) => wordingFor(language).abstention(reason, unanswered),
    );
    for (const text of opened)
      expect(text).toMatch(
        language === 'ko' ? /기록에 없(?:는 내용입니다|습니다)\.|기록은 없습니다\./ : /記録にありません。/,
      );
  });

  it('every command of the terminal is explained', () => {
    expect(Object.keys(platformWording(language).repl.commands)).toEqual([...REPL_COMMANDS]);
  });
});

it('dates and places are written as each language writes them', () => {
  const shown = LANGUAGES.map((language) => {
    const { date, place } = wordingFor(language);
    return [date('2019-10-24'), place('3.2'), place('headline')];
  });
  expect(shown).toEqual([
    ['24 October 2019', 'paragraph 3, sentence 2', 'headline'],
    ['2019년 10월 24일', '제3문단 제2문장', '제목'],
    ['2019年10月24日', '第3段落・第2文', '見出し'],
  ]);
});

it('the rules are those that the core decides by', () => {
  const folder = 'src/answering';
  const code = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  for (const rule of RULES) expect(code.some((each) => each.includes(`'${rule}'`))).toBe(true);
});

it('a person is told which languages the record speaks', () => {
  const languages = ['en', 'ko'] as const;
  const told = LANGUAGES.map((language) =>
    wordingFor(language).abstention('unsupported-language', { gap: null, missing: [], languages }),
  );
  expect(told).toEqual([
    'Not on record in that language. Please ask in English or Korean.',
    '그 언어로 된 기록은 없습니다. 영어 또는 한국어로 질문해 주십시오.',
    'その言語では記録にありません。英語または韓国語でご質問ください。',
  ]);
});
