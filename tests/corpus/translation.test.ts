import { expect, it } from 'vitest';
import { changed, compile, lint, SOUND } from './lighthouse.ts';

const ENGLISH = changed(SOUND, 'The lamp burns.', 'Ada Finch has climbed 212 steps in April.').replace(
  'lexicon:\n  concepts:\n',
  'lexicon:\n  concepts:\n    - id: finch\n      type: person\n      aliases: {en: [ada finch, mayor finch]}\n',
);
const speakers = Object.keys(compile({ 'a.yaml': ENGLISH }).sources[0]?.speakers ?? {});
const topics = Object.keys(compile({ 'a.yaml': ENGLISH }).sources[0]?.topics ?? {});

const KOREAN = `of: lighthouse
translation:
  language: ko
  speakers: {${speakers.map((id) => `${id}: 에이다 핀치`).join(', ')}}
  topics: {${topics.map((id) => `${id}: 등불`).join(', ')}}
  statements:
    lamp-lit:
      text: 에이다 핀치는 4월에 212개의 계단을 올랐습니다.
      examples: [누가 계단을 올랐나요]
  gaps:
    lamp-cost:
      text: 기록에는 등불의 값이 나와 있지 않습니다.
      examples: [등불은 얼마였나요]
  concepts:
    finch: [에이다 핀치, 핀치 시장]
    lamp: [등불]
`;

const faultsOf = (korean: string): string => lint({ 'a.yaml': ENGLISH, 'b.yaml': korean }).join('\n');

it('a translation adds its texts, example questions and names', () => {
  const { statements, sources, lexicon } = compile({ 'a.yaml': ENGLISH, 'b.yaml': KOREAN });
  expect(statements[0]?.text.ko).toBe('에이다 핀치는 4월에 212개의 계단을 올랐습니다.');
  expect(statements[0]?.examples.ko).toEqual(['누가 계단을 올랐나요']);
  expect(sources[0]?.topics[topics[0] as string]?.ko).toBe('등불');
  expect(lexicon.concepts.find(({ id }) => id === 'finch')?.aliases.ko).toContain('핀치 시장');
});

it('a month in words may be a figure elsewhere, but no number may be lost, changed or added', () => {
  expect(faultsOf(KOREAN)).toBe('');
  expect(faultsOf(changed(KOREAN, '212개', '213개'))).toMatch(/b\.yaml:\d+: .*lamp-lit.*lacks 212/s);
  expect(faultsOf(changed(KOREAN, '212개', '213개'))).toContain('has 213, which the English text has not');
});

it('whoever the English text names is named', () => {
  expect(faultsOf(changed(KOREAN, '에이다 핀치는 4월에', '시장은 4월에'))).toContain('does not name `finch`');
});

it('an entry, a topic or a speaker that is missing, or unknown, is told', () => {
  expect(faultsOf(KOREAN.replace(/ {2}gaps:\n(?: {4}.*\n)+/, ''))).toContain('lacks `lamp-cost`');
  expect(faultsOf(changed(KOREAN, '    lamp-cost:', '    lamp-price:'))).toContain('is no id of the gaps in English');
  expect(faultsOf(changed(KOREAN, '    lamp: [등불]', '    lampe: [등불]'))).toContain('is no concept of the lexicon');
});

it('one question cannot be the example of two entries', () => {
  expect(faultsOf(changed(KOREAN, '등불은 얼마였나요', '누가 계단을 올랐나요?'))).toContain(
    'is an example of lamp-lit too',
  );
});
