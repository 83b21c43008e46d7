import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedIn, pagesOf } from '../../adapters/discord/pages.ts';
import { aboutPanel, recordPanel, sourcesPanel, whyPanel } from '../../adapters/discord/panels.ts';
import { renderReply } from '../../adapters/discord/render.ts';
import { escapeText, pieces, unescapeText, visible } from '../../adapters/discord/text.ts';
import { readAnswerId, writeAnswerId } from '../../adapters/service/answer-id.ts';
import { platformWording } from '../../adapters/wording/languages.ts';
import { createBot, type Reply } from '../../src/index.ts';
import { theRecord } from './bot.ts';
import { messageProblems } from './loopback/validate.ts';
import { REPLIES } from './replies.ts';

const wording = platformWording('en');
const PROOF = 'remove:123456789012345678:abcdefghijklmnop';

const replyTo = async (question: string): Promise<Reply> =>
  createBot({ record: await theRecord() }).respond({ text: question, conversation: 'c', person: 'p' });

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.lorem({ maxCount: 200 }),
  fc.constantFrom(
    'a'.repeat(5000),
    '*'.repeat(3000),
    '👩‍👩‍👧‍👧'.repeat(400),
    '- x\n'.repeat(900),
    '@everyone',
    '](http://x)',
  ),
);
const replies: fc.Arbitrary<Reply> = fc
  .record({
    kind: fc.constantFrom<Reply['kind']>('answered', 'abstained', 'small-talk'),
    lead: fc.option(text),
    said: fc.array(fc.record({ text, line: text }), { maxLength: 12 }),
    linesTitle: fc.option(text),
    note: fc.option(text),
    suggestions: fc.array(text, { maxLength: 6 }),
  })
  .map(({ said, ...reply }) => ({
    ...reply,
    language: 'en',
    lines: said.map(({ text: statement }, at) => ({ text: statement, reference: at + 1 })),
    references: said.map(({ line }, at) => ({
      number: at + 1,
      statementId: `s${at}`,
      speaker: '',
      title: '',
      publisher: null,
      date: null,
      place: '',
      line,
    })),
    suggestionsTitle: reply.suggestions.length === 0 ? null : 'You could ask:',
    text: '',
    answerId: null,
    answer: null,
  }));

describe('any reply, however long', () => {
  it('is messages that Discord takes', () => {
    fc.assert(
      fc.property(replies, fc.option(text), fc.boolean(), (reply, asked, isPrivate) => {
        const options = {
          wording,
          asked,
          isPrivate,
          takesFeedback: true,
          removeId: PROOF,
          answerId: `1a${'0'.repeat(8)}${'abcdef'.repeat(13)}`,
        };
        for (const body of renderReply(reply, options))
          expect(messageProblems({ ...body }, { isWebhook: true })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps every reference, and each statement in the message of its reference where both fit', () => {
    fc.assert(
      fc.property(replies, (reply) => {
        const pages = pagesOf(reply);
        for (const { number } of reply.references) {
          const label = `[${number}]`;
          expect(pages.some((page) => page.split('\n').some((line) => line.startsWith(`-# ${label}`)))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('loses no visible character of what is said', () => {
    fc.assert(
      fc.property(text, (said) => {
        const bare = (each: string) => each.replace(/\s/g, '');
        expect(bare(pieces(said, 200).map(unescapeText).join(''))).toBe(bare(unescapeText(escapeText(said))));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what people write comes out as text', () => {
  it.each([
    ['bold and the like', '**a** __b__ ~~c~~ ||d|| `e` *f* _g_', /(?<!\\)[*_~|`]/],
    ['masked links', '[click](https://evil.example) [a](b) [c](d)', /\]\(|https:\/\//],
    ['bare links', 'see https://evil.example now', /https:\/\//],
    ['mentions', '<@123456789012345678> <@!1> <@&1> <#1> @everyone @here', /<[@#]|@everyone|@here/],
    [
      'commands, emoji, time stamps, guides',
      '</ask:1> <:x:1> <a:x:1> <t:1571875200:R> <id:guide>',
      /<\/|<a?:|<t:|<id:/,
    ],
    ['headings, quotes, subtext, lists', '# a\n## b\n> c\n>>> d\n-# e\n- f\n+ g\n1. h', /^(?:#|>|-|\+|\d+\.)/m],
    ['directions and invisible signs', 'a\u202eb\u2066c\u200bd\ufefff\u3164', /[\u202e\u2066\u200b\ufeff\u3164]/],
  ])('%s', (_name, raw, live) => {
    expect(raw).toMatch(live);
    expect(escapeText(raw)).not.toMatch(live);
  });

  it('and is read back from a quoted question as it was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (asked) => {
        const question = visible(asked).replace(/\s+/g, ' ').trim();
        fc.pre(question !== '' && !question.endsWith('…') && !question.includes('＠'));
        const [page = ''] = pagesOf(REPLIES['small talk'], question);
        expect(askedIn(page)).toBe(question);
      }),
    );
  });
});

describe('the same words as in the terminal', () => {
  it.each([
    'What did Moon send to Abe?',
    'List everything Abe said',
    'What did Trump say about the letter?',
    'What did Abe write in his letter to Moon?',
    'Who is right, Japan or South Korea?',
    'hello',
    '',
  ])('in the same order, all of them: %s', async (question) => {
    const reply = await replyTo(question);
    const shown = pagesOf(reply)
      .join('\n\n')
      .split('\n')
      .map((line) => unescapeText(line.replace(/^-# /, '')));
    const said = reply.text.split('\n').filter((line) => !reply.suggestions.includes(line.replace(/^- /, '')));
    expect(shown.filter(Boolean).toSorted()).toEqual(said.filter(Boolean).toSorted());
    if (pagesOf(reply).length === 1) expect(shown.filter(Boolean)).toEqual(said.filter(Boolean));
  });
});

describe('whole payloads', () => {
  it.each(Object.entries(REPLIES))('%s', (_name, reply) => {
    const answerId = reply.references.length === 0 ? null : '1a01234567abcdef';
    const options = { wording, asked: 'How long?', answerId, takesFeedback: true, removeId: PROOF };
    expect(renderReply(reply, options)).toMatchSnapshot();
    expect(renderReply(reply, { ...options, isPrivate: true })).toMatchSnapshot();
  });

  it('panels are valid', async () => {
    const { corpus } = await theRecord();
    const reply = await replyTo('List everything Abe said');
    const reference = readAnswerId(writeAnswerId(reply, corpus) ?? '', corpus);
    if (reference === null) throw new Error('no reference');
    const panels = [
      sourcesPanel(reference, corpus, { wording, language: 'en' }),
      whyPanel({ reference, again: reply }, { wording, language: 'en' }),
      whyPanel({ reference, again: null }, { wording, language: 'en' }),
      recordPanel(corpus, { wording, language: 'en' }),
      aboutPanel({ wording, kept: { days: 30, questions: false } }),
    ];
    for (const body of panels.flat()) expect(messageProblems({ ...body }, { isWebhook: true })).toEqual([]);
  });
});
