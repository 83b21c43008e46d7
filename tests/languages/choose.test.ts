import { expect, it } from 'vitest';
import { languageOf } from '../../src/languages/choose.ts';

it.each([
  ['why did relations get worse?', 'en'],
  ['관계가 왜 나빠졌나요?', 'ko'],
  ['関係はなぜ悪化したのですか', 'ja'],
  ['Moon이 보낸 letter 내용은?', 'ko'],
  ['GSOMIAを終わらせたのは？', 'ja'],
  ['ｺﾞﾒﾝ', 'ja'],
  ['What does the name 문재인 stand for in English?', 'en'],
])('a question is read in the language of its script: %s -> %s', (text, language) => {
  expect(languageOf(text, {})).toBe(language);
});

it('only Chinese characters: the conversation tells, then the person, else they are read as Japanese', () => {
  expect(languageOf('李洛淵', { conversation: 'ko', locale: 'ja' })).toBe('ko');
  expect(languageOf('李洛淵', { locale: 'ko' })).toBe('ko');
  expect(languageOf('李洛淵', {})).toBe('ja');
});

it('no letter at all: the conversation tells, then the person, else English', () => {
  expect(languageOf('20?', { conversation: 'ja' })).toBe('ja');
  expect(languageOf('🙂', {})).toBe('en');
});

it('a script that is not read here has no language', () => {
  expect(languageOf('Где Токио?', { locale: 'ko' })).toBeNull();
});
