/**
 * Writes a page that shows every kind of reply as Slack would, to look at in a browser.
 *
 *   npm run page:slack [FILE]     dist/slack.html by default
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import { readAnswerId, writeAnswerId } from '../adapters/service/answer-id.ts';
import { usage } from '../adapters/slack/desk.ts';
import { renderHome } from '../adapters/slack/home.ts';
import { renderReason, renderSources, renderWhy } from '../adapters/slack/panels.ts';
import { renderReply, renderWords } from '../adapters/slack/render.ts';
import { createBot, openRecord, wordingFor } from '../src/index.ts';

type Blocks = Parameters<typeof Message>[0]['blocks'];

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOGO =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"%3E%3Crect width="36" height="36" rx="6" fill="%231d3557"/%3E%3Ctext x="18" y="25" font-size="20" text-anchor="middle" fill="%23fff"%3E§%3C/text%3E%3C/svg%3E';
const QUESTIONS = {
  'An answer': 'Who is the president of South Korea?',
  'Two questions in one': 'When did the talk take place and how long was it?',
  'Everything that somebody said': 'List everything Abe said',
  'Not on record': 'What did the letter to Abe say?',
  'A false premise': 'What did Abe write in his letter to Moon?',
  'Off topic, with markup in the question': 'What is the <!channel> *capital* of France?',
  'An opinion': 'Who is right, Japan or South Korea?',
  'Small talk': 'hello',
};

const record = await openRecord({
  directory: join(ROOT, 'corpus'),
  cache: [join(ROOT, 'dist', 'record')],
  everyday: join(ROOT, 'dist', 'english.txt'),
});
const bot = createBot({ record });
const sections: [string, readonly unknown[]][] = [];
for (const [title, question] of Object.entries(QUESTIONS)) {
  const reply = await bot.respond({ text: question, conversation: title, person: 'p' });
  const answerId = writeAnswerId(reply, record.corpus);
  const messages = renderReply(reply, { answerId, question, asker: 'U1', hasFeedback: true });
  sections.push(...messages.map(({ blocks }): [string, readonly unknown[]] => [`${title}: ${question}`, blocks]));
  if (title !== 'An answer') continue;
  const shared = renderReply(reply, { answerId, question, asker: 'U1', hasFeedback: true, isPrivate: true });
  sections.push(['Privately, by /ask', shared[0]?.blocks ?? []]);
  const reference = readAnswerId(answerId ?? '', record.corpus);
  if (reference === null || reply.answer === null) continue;
  sections.push(['Sources', renderSources(reference, record.corpus, 'en').blocks]);
  sections.push([
    'Why this answer?',
    renderWhy({ reference, words: reply.answer.explain, isFollowUp: false }, 'en').blocks,
  ]);
  sections.push([
    'Why, where the question is gone',
    renderWhy({ reference, words: null, isFollowUp: false }, 'en').blocks,
  ]);
}
sections.push(['Nothing to ask', usage({ record }).blocks]);
sections.push(['A flood of questions', renderWords(wordingFor('en').slowDown).blocks]);
sections.push(['👎', renderReason('{}', 'en').blocks]);
sections.push(['Home', renderHome(record.corpus, { days: 30, questions: false }, 'en').blocks]);

const file = process.argv[2] ?? join(ROOT, 'dist', 'slack.html');
writeFileSync(file, page(sections.map(([title, blocks]) => article(title, blocks))));
console.log(file);

function article(title: string, blocks: readonly unknown[]): ReactElement {
  const shown = createElement(Message, {
    blocks: blocks as Blocks,
    logo: LOGO,
    name: 'On Record',
    time: new Date('2026-01-01T09:00:00Z'),
  });
  return createElement('article', { key: title }, createElement('h2', null, title), shown);
}

function page(articles: readonly ReactElement[]): string {
  const require = createRequire(import.meta.url);
  const css = readFileSync(join(dirname(require.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8');
  const own =
    'body{font-family:Lato,Arial,sans-serif;margin:1rem;max-width:44rem}article{margin:0 0 2rem}h2{font-size:.8rem;color:#616061;border-bottom:1px solid #ddd}';
  const body = renderToStaticMarkup(createElement('main', null, ...articles));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>On Record in Slack</title><style>${css}\n${own}</style><body>${body}</body></html>`;
}
