import { describe, expect, it, test } from 'vitest';
import { answerMarks } from '../../src/selection/marks.ts';
import { indexTerms, readPassage } from '../../src/selection/passage.ts';
import { readQuestion } from '../../src/selection/question.ts';
import { createSelector } from '../../src/selection/selector.ts';
import { statisticsOf } from './corpus.ts';

const KOREAN = [
  '한빛시가 오래된 다리의 보수 공사를 4월 1일 시작했다.',
  '공사는 11월 말까지 이어지며 비용은 42억 원이다.',
  '다리는 1978년에 지어졌다.',
  '시민 300명이 모였다.',
];
const JAPANESE = [
  '白嶺町は駅前に無料の足湯を新設し、14日に開業式を行った。',
  '総工費は8500万円で、一度に30人が利用できる。',
  '足湯は毎日午前9時から午後8時まで利用できる。',
  '湯は1キロ離れた源泉から引いている。',
];

describe('a Korean word', () => {
  it('is the same with and without its particles and endings', () => {
    expect(indexTerms('다리는 다리의 다리에서 다리')).toEqual(['다리', '다리', '다리', '다리']);
    expect(indexTerms('지어졌다 지어졌나요')).toEqual(['지어졌', '지어졌']);
  });

  it('keeps two syllables at least', () => {
    expect(indexTerms('도로 회의 바다')).toEqual(['도로', '회의', '바다']);
  });

  it('says nothing where it only asks', () => expect(indexTerms('누가 언제 어디에서 왜')).toEqual([]));
});

describe('a Japanese word', () => {
  it('says nothing where it is a particle, an ending or a question', () => {
    expect(indexTerms('足湯はいつ利用できますか')).toEqual(indexTerms('足湯 利用'));
    expect(readPassage('何時まで').contentTerms.has('何')).toBe(false);
  });
});

test.each([
  ['비용은 얼마인가요?', 'amount'],
  ['언제 시작했나요?', 'time'],
  ['몇 명이 모였나요?', 'number'],
  ['공사는 얼마나 오래 걸리나요?', 'duration'],
  ['왜 닫혔나요?', 'cause'],
  ['どこにありますか', 'place'],
  ['誰が言いましたか', 'person'],
  ['何人が利用できますか', 'number'],
  ['総工費はいくらですか', 'amount'],
  ['何時まで利用できますか', 'time'],
])('%s asks for: %s', (question, kind) => {
  expect(readQuestion(question, statisticsOf([])).kind).toBe(kind);
});

test.each([
  ['비용은 얼마인가요?', KOREAN[1], ['42억 원']],
  ['총 몇 명인가요?', KOREAN[3], ['300']],
  ['総工費はいくらですか', JAPANESE[1], ['8500万円']],
])('%s is given by the figure in: %s', (question, sentence = '', marks) => {
  expect(answerMarks(readQuestion(question, statisticsOf([])), readPassage(sentence))).toEqual(marks);
});

test.each([
  ['다리는 언제 지어졌어요?', KOREAN, 2],
  ['공사 비용은 얼마인가요?', KOREAN, 1],
  ['공사는 언제 시작했나요?', KOREAN, 0],
  ['総工費はいくらですか', JAPANESE, 1],
  ['足湯は何時まで利用できますか', JAPANESE, 2],
  ['湯はどこから引いていますか', JAPANESE, 3],
])('%s is answered by the right sentence', (question, sentences, place) => {
  const { judged } = createSelector(statisticsOf(sentences)).rank(
    question,
    sentences.map((text) => ({ text })),
  );
  expect(judged[0]?.at).toBe(place);
});

test('a Japanese verb is the same word in any ending', () => {
  const termsOf = (text: string): string[] => [...readPassage(text).contentTerms];
  expect(termsOf('工事はいつ終わりますか')).toContain('終');
  expect(termsOf('工事は来年3月に終わる予定だ')).toContain('終');
});

test('a Korean counter is met by a number of it, not by one of something else', () => {
  const { kind, counter, sought } = readQuestion('장서는 몇 권인가요?', statisticsOf([]));
  expect([kind, counter]).toEqual(['number', '권']);
  expect(sought.filter(({ isMeasure }) => isMeasure).map(({ form }) => form)).toEqual(['권인가요']);
});

test.each([
  ['장서는 몇 권인가요?', '관장은 장서가 35만 권이라고 밝혔다.', true],
  ['관장은 몇 살인가요?', '관장은 장서가 35만 권이라고 밝혔다.', false],
  ['何人が働いていますか', '工場では1200人が働いている。', true],
  ['市長は何歳ですか', '市長は1200人に話した。', false],
])('%s counts what is counted in: %s (%s)', (question, sentence, isGiven) => {
  expect(answerMarks(readQuestion(question, statisticsOf([])), readPassage(sentence)).length > 0).toBe(isGiven);
});

test('what is counted is sought where it is one word with the asking one', () => {
  const { sought } = readQuestion('市長は何歳ですか', statisticsOf([]));
  expect(sought.filter(({ isMeasure }) => isMeasure).map(({ form }) => form)).toEqual(['歳']);
});
