import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerReference, writeAnswerId } from '../../adapters/service/answer-id.ts';
import { renderHome } from '../../adapters/slack/home.ts';
import { renderAnswer, renderReason, renderSources, renderWhy } from '../../adapters/slack/panels.ts';
import { type Rendered, renderReply, renderWords } from '../../adapters/slack/render.ts';
import type { Reference, Reply } from '../../src/index.ts';
import { createBot } from '../../src/index.ts';
import { textIn, theRecord } from './bot.ts';
import { messageProblem, viewProblem } from './loopback/validate.ts';
import { BOOK, SAMPLES } from './samples.ts';

const text = (maxLength: number) =>
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(' ', '\n', '&', '<', '*', '한', '記', '😀', 'word '),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    maxLength,
  });

const reference = (number: number, long: number): fc.Arbitrary<Reference> =>
  text(long).map((words) => ({
    number,
    statementId: `statement-${number}`,
    speaker: 'speaker',
    title: 'title',
    publisher: null,
    date: null,
    place: '1.1',
    line: `According to [${number}]: ${words}`,
  }));

const reply: fc.Arbitrary<Reply> = fc.integer({ min: 0, max: 60 }).chain((count) =>
  fc.record({
    kind: fc.constantFrom('answered', 'abstained'),
    language: fc.constantFrom('en', 'ko', 'ja'),
    lead: fc.option(text(4000)),
    lines: fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        text(at === 0 ? 9000 : 300).map((words) => ({ text: `statement ${words}`, reference: at + 1 })),
      ),
    ),
    linesTitle: fc.option(text(100)),
    references: fc.tuple(...Array.from({ length: count }, (_, at) => reference(at + 1, 200))),
    note: fc.option(text(500)),
    suggestions: fc.array(
      text(300).map((words) => `Who ${words}?`),
      { maxLength: 4 },
    ),
    suggestionsTitle: fc.option(fc.constant('You could ask:')),
    text: fc.constant(''),
    answerId: fc.constant(null),
    answer: fc.constant(null),
  }),
) as fc.Arbitrary<Reply>;

const options = {
  answerId: `1a00000000${'abcdef'.repeat(13)}`,
  asker: 'U1',
  hasFeedback: true,
  keepsQuestions: true,
  isPrivate: true,
};

describe('any reply, however long', () => {
  it('is taken by Slack, and loses no citation', () => {
    fc.assert(
      fc.property(reply, text(2000), (given, question) => {
        const messages = renderReply(given, { ...options, question, heading: question });
        for (const message of messages) {
          expect(messageProblem({ ...message })).toBeNull();
          expect(message.text.length).toBeLessThanOrEqual(4000);
        }
        const seen = messages.map(({ blocks }) => textIn(blocks)).join('\n');
        const read = messages.map((message) => message.text).join('\n');
        for (const { number } of given.references) {
          expect(seen).toContain(`[${number}] According to [${number}]`);
          expect(read).toContain(`[${number}] According to [${number}]`);
        }
        expect(viewProblem({ ...renderAnswer(given, question) })).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('shows nothing of what people type as markup', () => {
    fc.assert(
      fc.property(text(300), (typed) => {
        const { blocks, text: read } = renderWords(
          `Not on record. “${typed} <!channel> <@U1> *b* _i_ ~s~ <https://x.example|y>”`,
        ) as Rendered;
        expect(`${textIn(blocks)}${read}`).not.toMatch(/[<>*_~`]|:\/\//);
      }),
    );
  });
});

describe('whole payloads', () => {
  it.each(Object.entries(SAMPLES))('%s', (_, given) => {
    const messages = renderReply(given, {
      answerId: '1a00000000abcdef',
      question: 'who?',
      asker: 'U1',
      hasFeedback: true,
    });
    expect(messages).toMatchSnapshot();
    for (const message of messages) expect(messageProblem({ ...message })).toBeNull();
  });

  it('Home and the windows', () => {
    const home = renderHome(BOOK, { days: 30, questions: false }, 'en');
    const about: AnswerReference = { kind: 'answered', reason: null, statements: BOOK.statements, isCurrent: false };
    const words = { covered: ['letter'], missing: ['envelope'], rule: 'the words of the question' };
    const windows = [
      renderSources(about, BOOK, 'en'),
      renderWhy({ reference: about, words, isFollowUp: false }, 'en'),
      renderWhy({ reference: about, words: null, isFollowUp: false }, 'en'),
      renderReason('{}', 'en'),
      renderAnswer(SAMPLES.answered, 'who?'),
    ];
    for (const view of [home, ...windows]) expect(viewProblem({ ...view })).toBeNull();
    expect([home, ...windows]).toMatchSnapshot();
  });

  it('the record itself can be shown', async () => {
    const record = await theRecord();
    const bot = createBot({ record });
    for (const question of ['Who is the president of South Korea?', 'What did the letter say?', 'hello', '']) {
      const given = await bot.respond({ text: question, conversation: question, person: 'p' });
      const answerId = writeAnswerId(given, record.corpus);
      for (const message of renderReply(given, { answerId, question, asker: 'U1', hasFeedback: true }))
        expect(messageProblem({ ...message })).toBeNull();
    }
    expect(viewProblem({ ...renderHome(record.corpus, null, 'en') })).toBeNull();
  });

  it('Home stays within its limits with a large record', async () => {
    const { corpus } = await theRecord();
    const many = Array.from({ length: 40 }, (_, at) =>
      corpus.statements.map((each) => ({ ...each, id: `${each.id}-${at}` })),
    ).flat();
    const sources = corpus.sources.flatMap((source) =>
      Array.from({ length: 30 }, (_, at) => ({ ...source, id: at === 0 ? source.id : `${source.id}-${at}` })),
    );
    expect(viewProblem({ ...renderHome({ sources, statements: many }, null, 'en') })).toBeNull();
  });
});
