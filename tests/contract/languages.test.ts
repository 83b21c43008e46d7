import { describe, expect, it } from 'vitest';
import { aboutPanel, reasonForm, recordPanel, sourcesPanel, whyPanel } from '../../adapters/discord/panels.ts';
import { renderReply as forDiscord } from '../../adapters/discord/render.ts';
import { replyBlocks } from '../../adapters/repl/blocks.ts';
import { createPainter } from '../../adapters/repl/painter.ts';
import { explainReply } from '../../adapters/repl/why.ts';
import type { AnswerReference } from '../../adapters/service/answer-id.ts';
import { renderHome } from '../../adapters/slack/home.ts';
import { renderReason, renderSources, renderWhy } from '../../adapters/slack/panels.ts';
import { renderReply as forSlack } from '../../adapters/slack/render.ts';
import { platformWording } from '../../adapters/wording/languages.ts';
import { createComposer } from '../../src/chat/reply.ts';
import type { Answer, Corpus, Language, Reply } from '../../src/index.ts';
import { wordingFor } from '../../src/index.ts';
import { messageProblems, modalProblems } from '../discord/loopback/validate.ts';
import { textIn } from '../slack/bot.ts';
import { messageProblem, viewProblem } from '../slack/loopback/validate.ts';

const SAID = { ko: '편지 한 통이 전달되었습니다.', ja: '書簡が手渡されました。' } as const;
const ASKED = { ko: '편지는 전달되었습니까?', ja: '書簡は手渡されましたか？' } as const;
const SPEAKER = { ko: '기사', ja: '記事' } as const;
const TOPIC = { ko: '편지', ja: '書簡' } as const;

const BOOK: Pick<Corpus, 'hash' | 'sources' | 'statements'> = {
  hash: '0123456789abcdef',
  sources: [
    {
      id: 'letter',
      title: 'A letter',
      publisher: 'The Paper',
      dateline: 'TOKYO',
      published: '2019-10-24',
      language: 'en',
      url: null,
      sentences: {},
      speakers: { article: { en: 'the article', ...SPEAKER } },
      topics: { letter: { en: 'The letter', ...TOPIC } },
    },
  ],
  statements: [
    {
      id: 's1',
      source: 'letter',
      locators: ['3.2', 'headline'],
      speaker: 'article',
      side: null,
      topic: 'letter',
      kinds: ['event'],
      text: { en: 'A letter was handed over.', ...SAID },
      examples: { en: ['Was a letter handed over?'], ko: [ASKED.ko, '편지 전달'], ja: [ASKED.ja, '書簡 手渡し'] },
    },
  ],
};
const [source] = BOOK.sources;
const [statement] = BOOK.statements;
if (source === undefined || statement === undefined) throw new Error('the book is not empty');
const citation = { statement, source, locator: '3.2', also: ['headline'], score: 0.9 };
const considered = { score: 0.9, candidates: [citation] };

const answerIn = (language: Language): Answer => ({
  ...considered,
  language,
  kind: 'answered',
  citations: [citation],
  gap: null,
  explain: { covered: ['편지'], missing: [], rule: 'the question is nearest to ones that the record answers' },
});
const abstentionIn = (language: Language): Answer => ({
  ...considered,
  language,
  kind: 'abstained',
  reason: 'not-on-record',
  gap: null,
  related: [citation],
  explain: { covered: [], missing: ['봉투', '封筒'], rule: 'no statement covers enough of the question' },
});

const composer = createComposer(BOOK);
const ANSWERS = {
  ko: `2019년 10월 24일 기준:

편지 한 통이 전달되었습니다. [1]

[1] 기사에 따르면 (2019년 10월 24일): “A letter”, The Paper, 제3문단 제2문장 (제목에도 있음)`,
  ja: `2019年10月24日時点：

書簡が手渡されました。 [1]

[1] 記事によれば（2019年10月24日）：「A letter」、The Paper、第3段落・第2文（見出しにもあり）`,
};
const ABSTENTIONS = {
  ko: `기록에 없는 내용입니다. 이 기록에는 그 질문에 대한 답이 없습니다. 다음 말과 관련된 기록이 없습니다: “봉투”, “封筒”.

관련된 기록:
편지 한 통이 전달되었습니다. [1]

[1] 기사에 따르면 (2019년 10월 24일): “A letter”, The Paper, 제3문단 제2문장 (제목에도 있음)

다음과 같이 질문하실 수 있습니다:
- ${ASKED.ko}`,
  ja: `記録にありません。この記録には、その質問への答えがありません。次の言葉に当たる記録はありません：「봉투」「封筒」

関連する記録：
書簡が手渡されました。 [1]

[1] 記事によれば（2019年10月24日）：「A letter」、The Paper、第3段落・第2文（見出しにもあり）

次のような質問ができます：
- ${ASKED.ja}`,
};
const reference: AnswerReference = { kind: 'answered', reason: null, statements: [statement], isCurrent: false };

describe.each(['ko', 'ja'] as const)('a reply in %s', (language) => {
  const wording = platformWording(language);
  const replies: readonly (readonly [Reply, string])[] = [
    [composer.answer(answerIn(language), wordingFor(language)), ANSWERS[language]],
    [composer.answer(abstentionIn(language), wordingFor(language)), ABSTENTIONS[language]],
  ];
  const wordsOf = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('- '));

  it('is worded whole', () => {
    for (const [reply, text] of replies) expect(reply.text).toBe(text);
  });

  it('stands in the terminal, with why', () => {
    const paint = createPainter({ colour: false, width: () => 90 });
    for (const [reply, text] of replies) {
      expect(paint(replyBlocks(reply)).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      const why = paint(explainReply(reply, language));
      expect(why).toContain(wordingFor(language).rule(reply.answer?.explain.rule ?? ''));
      expect(why).toContain(SAID[language]);
    }
  });

  it('is taken by Discord, with its buttons and panels', () => {
    const options = { wording, takesFeedback: true, answerId: '1a01234567abcdef', removeId: 'remove:1:2' };
    for (const [reply, text] of replies) {
      const [body] = forDiscord(reply, options);
      expect(messageProblems({ ...body })).toEqual([]);
      const shown = JSON.stringify(body).replaceAll('\\\\', '');
      for (const line of wordsOf(text)) expect(shown).toContain(line);
      expect(shown).toContain(wording.buttons.sources);
    }
    const panels = [
      sourcesPanel(reference, BOOK, { wording, language }),
      whyPanel({ reference, again: replies[0]?.[0] ?? null }, { wording, language }),
      recordPanel(BOOK, { wording, language }),
      aboutPanel({ wording, kept: { days: 30, questions: true } }),
    ].flat();
    for (const body of panels) expect(messageProblems({ ...body }, { isWebhook: true })).toEqual([]);
    expect(JSON.stringify(panels)).toContain(wordingFor(language).place('3.2'));
    const form = reasonForm('1a01234567abcdef', wording);
    expect(modalProblems({ ...form })).toEqual([]);
    expect(JSON.stringify(form)).not.toContain('…');
  });

  it('is taken by Slack, with its buttons, windows and Home', () => {
    const options = { answerId: '1a01234567abcdef', question: ASKED[language], asker: 'U1', hasFeedback: true };
    for (const [reply, text] of replies) {
      const [message] = forSlack(reply, options);
      expect(messageProblem({ ...message })).toBeNull();
      for (const line of wordsOf(text)) expect(textIn(message?.blocks ?? [])).toContain(line);
      expect(JSON.stringify(message)).toContain(wording.buttons.sources);
    }
    const words = { covered: ['편지'], missing: ['封筒'], rule: 'no statement covers enough of the question' };
    const views = [
      renderHome(BOOK, { days: 30, questions: false }, language),
      renderSources(reference, BOOK, language),
      renderWhy({ reference, words, isFollowUp: false }, language),
      renderReason('{}', language),
    ];
    for (const view of views) {
      expect(viewProblem({ ...view })).toBeNull();
      expect(JSON.stringify(view)).not.toContain('…');
    }
    expect(JSON.stringify(views)).toContain(TOPIC[language]);
    expect(JSON.stringify(views)).not.toContain('no statement covers');
  });
});
