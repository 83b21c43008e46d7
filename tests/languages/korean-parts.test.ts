import { describe, expect, it } from 'vitest';
import type { ContractLine, OpenRecord } from '../../src/index.ts';
import { partsOf } from '../../src/languages/korean-parts.ts';
import { ask, shippedRecord } from '../record.ts';

describe('a Korean question is taken apart where each part asks', () => {
  it.each([
    ['아베는 뭘 강조했고 한국에 뭘 요구했나요?', ['아베는 뭘 강조했나요?', '아베는 한국에 뭘 요구했나요']],
    [
      '이 총리는 어디에 있었으며 무슨 행사에 갔습니까?',
      ['이 총리는 어디에 있었나요?', '이 총리는 무슨 행사에 갔습니까'],
    ],
    ['문재인은 누구고 이낙연은 누구야?', ['문재인은 누구', '이낙연은 누구야']],
    ['지소미아는 무슨 협정이고 누가 끝냈어?', ['지소미아는 무슨 협정', '지소미아는 누가 끝냈어']],
    ['몇 분 대화했는지와 누가 밝혔는지 알려줘', ['몇 분 대화했는지', '누가 밝혔는지 알려줘']],
    ['기사 제목, 날짜, 통신사 알려줘', ['기사 제목 알려줘', '기사 날짜 알려줘', '기사 통신사 알려줘']],
    ['한국이 발표한 것과 일본이 한 조치를 알려줘', ['한국이 발표한 것을 알려줘', '일본이 한 조치를 알려줘']],
    ['기사 제목이랑 날짜 알려줘', ['기사 제목 알려줘', '기사 날짜 알려줘']],
    [
      '메시지를 보낸 사람과 전달한 사람은 누구입니까?',
      ['메시지를 보낸 사람은 누구입니까?', '전달한 사람은 누구입니까?'],
    ],
  ])('%s', (question, parts) => expect(partsOf(question)).toEqual(parts));

  it.each([
    '아베가 뭐라고 말했나요?',
    '즉위식 말고 뭘 하려고 했나요?',
    '아베와 이낙연이 얼마나 대화했나요?',
    '아베 총리와 이낙연 총리 회담 시간 알려줘',
    '누가 왜 보냈어?',
    '문재인, 아베, 이낙연의 직책은?',
    '이낙연 총리와 아베는 몇 분 이야기했나요?',
  ])('%s is one question', (question) => expect(partsOf(question)).toEqual([question]));
});

const record: OpenRecord = await shippedRecord();
const told = ({ citations }: ContractLine): string[] => citations.map(({ statement }) => statement);

describe('each part of a Korean question is answered', () => {
  it.each([
    ['기사는 언제 나왔고 어느 매체 거야?', ['article-date', 'article-agency']],
    ['한일관계는 왜 나빠졌고 지금 상태는 어때?', ['relations-worsened', 'relations-low']],
    ['편지는 누가 전달했는데? 그리고 그 사람은 왜 일본에 갔어?', ['message-carrier', 'visit-purpose']],
  ])('%s', async (question, statements) => {
    const { line } = await ask(record, question);
    expect(told(line)).toEqual(statements);
  });
});

describe('a Korean question that leaves its subject out is about the person spoken of', () => {
  it.each([
    ['이낙연은 누구예요?', '왜 도쿄에 갔어?', 'visit-purpose'],
    ['이낙연은 누구예요?', '어디에 있었어?', 'lee-in-tokyo'],
    ['두 총리는 얼마 동안 대화했나요?', '그건 누가 발표했어?', 'talk-source'],
  ])('%s %s', async (before, question, statement) => {
    const { line } = await ask(record, before, question);
    expect(told(line)).toEqual([statement]);
  });
});
