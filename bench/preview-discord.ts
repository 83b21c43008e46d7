/**
 * Writes `dist/preview-discord.html`: every kind of reply as Discord would show it, for the eye.
 *
 *   npm run preview:discord
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { aboutPanel, recordPanel, sourcesPanel, whyPanel } from '../adapters/discord/panels.ts';
import { type Body, renderReply } from '../adapters/discord/render.ts';
import { unescapeText } from '../adapters/discord/text.ts';
import { openFrom } from '../adapters/record.ts';
import { readAnswerId, writeAnswerId } from '../adapters/service/answer-id.ts';
import { platformWording } from '../adapters/wording/languages.ts';
import { createBot } from '../src/index.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FILE = join(HERE, 'preview-discord.html');
const ASKED: readonly (readonly [string, 'slash' | 'private' | 'mention'])[] = [
  ['How long did Lee and Abe talk?', 'slash'],
  ['Why did relations between Japan and South Korea get worse?', 'mention'],
  ['List everything Abe said', 'slash'],
  ['What did Abe write in his letter to Moon?', 'mention'],
  ['Who is right, **Japan** or <@123456789012345678>?', 'private'],
  ['help', 'mention'],
  ['', 'mention'],
];

const wording = platformWording('en');
const record = await openFrom(undefined, { root: join(HERE, '..') });
const bot = createBot({ record });
const shown: string[] = [];
for (const [at, [question, how]] of ASKED.entries()) {
  const reply = await bot.respond({ text: question, conversation: `preview-${at}`, person: 'preview' });
  const answerId = writeAnswerId(reply, record.corpus);
  const asked = how === 'mention' ? null : question;
  const options = {
    wording,
    asked,
    answerId,
    takesFeedback: true,
    isPrivate: how === 'private',
    removeId: 'remove:preview',
  };
  if (how === 'mention') shown.push(person(`@On Record ${question}`));
  shown.push(...renderReply(reply, options).map((body) => message(body, how !== 'mention')));
  const reference = at === 0 && answerId !== null ? readAnswerId(answerId, record.corpus) : null;
  if (reference === null) continue;
  shown.push(...sourcesPanel(reference, record.corpus, { wording, language: 'en' }).map((body) => message(body)));
  shown.push(...whyPanel({ reference, again: reply }, { wording, language: 'en' }).map((body) => message(body)));
}
shown.push(...recordPanel(record.corpus, { wording, language: 'en' }).map((body) => message(body)));
shown.push(...aboutPanel({ wording, kept: { days: 30, questions: false } }).map((body) => message(body)));

const { outputFiles } = await build({
  entryPoints: [createRequire(import.meta.url).resolve('@skyra/discord-components-core')],
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
});
writeFileSync(
  FILE,
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>On Record in Discord</title><style>body{margin:0;background:#313338}discord-messages{border:0}</style>
<script type="module">${outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''}</script>
<discord-messages>${shown.join('\n')}</discord-messages></html>
`,
);
console.log(relative('.', FILE));

function person(text: string): string {
  return `<discord-message author="mina" avatar="${avatar('#8a6')}">${html(text)}</discord-message>`;
}

function message({ content, components = [], flags }: Body, isResponse = true): string {
  const rows = components.map(({ components: buttons }) => {
    const made = buttons.map(
      ({ label, style }) =>
        `<discord-button type="${style === 1 ? 'primary' : 'secondary'}">${html(label ?? '')}</discord-button>`,
    );
    return `<discord-action-row>${made.join('')}</discord-action-row>`;
  });
  const isPrivate = (Number(flags) & 64) !== 0;
  const command = isResponse
    ? `<discord-command slot="reply" author="mina" avatar="${avatar('#8a6')}" command="/ask"></discord-command>`
    : '';
  const attachments =
    rows.length === 0 ? '' : `<discord-attachments slot="components">${rows.join('')}</discord-attachments>`;
  return `<discord-message author="On Record" avatar="${avatar('#57c')}" bot ${isPrivate ? 'ephemeral' : ''}>${command}${content.split('\n').map(line).join('')}${attachments}</discord-message>`;
}

/** The little of Discord's markup that the bot itself uses. */
function line(text: string): string {
  const set = (inner: string) =>
    inner
      .split(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/)
      .map((part, at) =>
        at % 2 === 0 ? html(unescapeText(part)) : `<discord-bold>${html(unescapeText(part))}</discord-bold>`,
      )
      .join('');
  if (text.startsWith('> ')) return `<discord-quote>${set(text.slice(2))}</discord-quote>`;
  if (text.startsWith('-# ')) return `<discord-subscript>${set(text.slice(3))}</discord-subscript>`;
  if (text.startsWith('- ')) return `<div>• ${set(text.slice(2))}</div>`;
  return text === '' ? '<div style="height:.6em"></div>' : `<div>${set(text)}</div>`;
}

/** A plain disc: the page loads nothing from elsewhere. */
function avatar(colour: string): string {
  const disc = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" fill="${colour}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(disc)}`;
}

function html(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
