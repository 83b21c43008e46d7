import { LONGEST_QUESTION } from '../../answering/limits.ts';
import { oneOf, quoted } from './names.ts';
import { type Rule, ruleIn } from './rules.ts';
import type { Wording } from './wording.ts';

const MARKS = ['“', '”', ', '] as const;

const RULES: Readonly<Record<Rule, string>> = {
  'the question is nearest to ones that the record answers': '기록에 답이 있는 질문들과 가장 가까운 질문임',
  'the record tells it otherwise, and so settles yes or no': '기록의 내용이 질문과 달라, 그에 따라 예·아니요가 정해짐',
  'the question is nearest to ones that the record leaves open': '기록에 답이 없는 질문들과 가장 가까운 질문임',
  'hardly a word of the question is on record': '질문에 쓰인 말이 기록에 거의 없음',
  'no statement covers enough of the question': '질문의 내용을 충분히 담은 기록이 없음',
  'everything that the named speaker said is asked for': '이름이 나온 사람의 발언 전부를 묻는 질문임',
  'the message holds no word': '메시지에 낱말이 없음',
  'the message is longer than a question may be': '메시지가 질문의 최대 길이를 넘음',
  'the message is in a script that the record is not written in': '메시지의 문자가 기록에서 쓰지 않는 문자임',
  'a sentence of an article is likely enough to answer': '기사의 한 문장이 답일 가능성이 충분함',
  'sentences in which the one who is named speaks': '이름이 나온 사람이 말하는 문장임',
  'no sentence of an article is likely enough to answer': '답일 가능성이 충분한 기사 문장이 없음',
};

export const KOREAN: Wording = {
  date(iso) {
    const [year, month, day] = iso.split('-').map(Number);
    return `${year}년 ${month}월 ${day}일`;
  },
  place(locator) {
    const [paragraph, sentence] = locator.split('.');
    return sentence === undefined ? '제목' : `제${paragraph}문단 제${sentence}문장`;
  },
  source: ({ title, publisher, date }) => `“${title}”, ${publisher ?? '발행처 미상'}, ${date ?? '날짜 미상'}`,
  reference({ speaker, title, publisher, date, place, also }) {
    const where = also.length === 0 ? place : `${place} (${also.join('; ')}에도 있음)`;
    return `${speaker}에 따르면 (${date ?? '날짜 미상'}): “${title}”, ${publisher ?? '발행처 미상'}, ${where}`;
  },
  attribution({ speaker, title, publisher, date }) {
    const where = publisher ?? `“${title}”`;
    return `${where} (${date ?? '날짜 미상'})${speaker === null ? '' : `, ${speaker}`}:`;
  },
  asOf: (date) => `${date} 기준:`,
  abstention(reason, { gap, missing, languages }) {
    const unknown = missing.length === 0 ? '' : ` 다음 말과 관련된 기록이 없습니다: ${quoted(missing, MARKS)}.`;
    switch (reason) {
      case 'not-on-record':
        return `기록에 없는 내용입니다. ${gap ?? `이 기록에는 그 질문에 대한 답이 없습니다.${unknown}`}`;
      case 'false-premise':
        return `그와 같은 내용은 기록에 없습니다. ${gap ?? '기록에 없는 내용을 전제로 한 질문입니다.'}`;
      case 'off-topic':
        return `기록에 없는 내용입니다. 이 기록은 그 주제를 다루지 않습니다.${unknown}`;
      case 'opinion':
        return `기록에 없는 내용입니다. ${gap ?? '그것은 가치 판단이며, 이 기록은 그런 판단을 하지 않습니다.'} 각 측의 발언은 기록에 있습니다.`;
      case 'empty':
        return '메시지에 질문이 없습니다. 사람에게 묻듯이 간단히 질문해 주십시오.';
      case 'too-long':
        return `질문이 너무 깁니다. ${LONGEST_QUESTION.toLocaleString('en')}자 이내로 줄여 주십시오. 한두 문장이 가장 좋습니다.`;
      case 'unsupported-language':
        return `그 언어로 된 기록은 없습니다. ${oneOf(languages, 'ko')}로 질문해 주십시오.`;
    }
  },
  alsoMissing: (gap) => `나머지는 기록에 없습니다. ${gap ?? '질문의 다른 부분에 대한 답은 기록에 없습니다.'}`,
  rule: (rule) => ruleIn(RULES, rule),
  relatedTitle: '관련된 기록:',
  suggestionsTitle: '다음과 같이 질문하실 수 있습니다:',
  smallTalk: {
    greeting: '안녕하십니까. 기록에 관해 질문해 주십시오. 모든 답변에는 출처가 함께 표시됩니다.',
    thanks: '천만의 말씀입니다.',
    farewell: '안녕히 가십시오.',
    help: '평소 쓰시는 말로 질문해 주십시오. 기록에 있는 내용만 출처의 해당 위치와 함께 답하며, 출처에 답이 없으면 “기록에 없는 내용”이라고 답합니다.',
    about:
      '저는 On Record입니다. 언론 보도를 정리한 작은 기록에서만 답하고, 기록된 내용마다 출처를 밝히는 봇입니다. 낱말을 찾아 답하며 언어 모델을 쓰지 않으므로, 지어낸 내용이 없습니다.',
  },
  apology: '죄송합니다. 처리하는 중에 문제가 생겼습니다. 다시 질문해 주십시오.',
  slowDown: '한꺼번에 많은 질문을 받았습니다. 몇 초 기다린 뒤 다시 질문해 주십시오.',
};
