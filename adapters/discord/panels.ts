import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import {
  type Corpus,
  type Language,
  localised,
  type Reply,
  type Source,
  type Statement,
  wordingFor,
} from '../../src/index.ts';
import type { AnswerReference } from '../service/answer-id.ts';
import type { PlatformWording } from '../wording/wording.ts';
import { writeAction } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { type Body, bodyWith } from './render.ts';
import { cut, escapeText, pieces } from './text.ts';

type Book = Pick<Corpus, 'sources' | 'statements'>;

export interface PanelOptions {
  readonly wording: PlatformWording;
  readonly language: Language;
}

/** The cited places in full: what is said there, by whom, where, and the data of the source. */
export function sourcesPanel(
  { statements, isCurrent }: AnswerReference,
  book: Book,
  { wording, language }: PanelOptions,
): Body[] {
  const { sources: words } = wording;
  const { place } = wordingFor(language);
  if (statements.length === 0) return panel([words.none]);
  const shown = statements.map((statement, at) => {
    const source = book.sources.find(({ id }) => id === statement.source);
    return [
      `**${at + 1}.** ${escapeText(localised(statement.text, language))}`,
      escapeText(words.speaker(speakerOf(statement, source, language))),
      escapeText(words.place(statement.locators.map((each) => place(each)))),
      ...(source === undefined ? [] : sourceLines(source, language)),
    ].join('\n');
  });
  return panel([heading(words.title), ...shown, ...(isCurrent ? [] : [words.changed])]);
}

export interface Explained {
  readonly reference: AnswerReference;
  /** The reply to the question asked again, alone; null where the question is no longer known. */
  readonly again: Reply | null;
}

/** Which words matched, which did not, what decided; without the question, what the answer rests on. */
export function whyPanel({ reference, again }: Explained, { wording, language }: PanelOptions): Body[] {
  const { why } = wording;
  const answer = again?.answer ?? null;
  const ids = again?.references.map(({ statementId }) => statementId) ?? [];
  const isSame = answer?.kind === reference.kind && reference.statements.every(({ id }) => ids.includes(id));
  const explain = isSame ? answer.explain : null;
  const based = reference.statements.map((statement) => `- ${escapeText(localised(statement.text, language))}`);
  return panel([
    heading(why.title),
    ...(explain === null ? [again === null ? why.questionGone : why.inConversation] : []),
    ...(explain === null || explain.covered.length === 0 ? [] : [escapeText(why.covered(explain.covered))]),
    ...(explain === null || explain.missing.length === 0 ? [] : [escapeText(why.missing(explain.missing))]),
    ...(explain === null ? [] : [escapeText(why.rule(wordingFor(language).rule(explain.rule)))]),
    based.length === 0 ? why.nothingNear : [why.based, ...based].join('\n'),
    ...(reference.isCurrent ? [] : [why.changed]),
  ]);
}

/** `/sources`: what the record is made of. */
export function recordPanel({ sources, statements }: Book, { wording, language }: PanelOptions): Body[] {
  const shown = sources.flatMap((source) => [
    sourceLines(source, language).join('\n'),
    ...topicsOf(source, statements, language),
  ]);
  return panel([heading(wording.home.sourcesTitle), ...shown]);
}

/** `/about`: what the bot is, how to ask, what is kept. */
export function aboutPanel({
  wording,
  kept,
}: {
  wording: PlatformWording;
  kept: { days: number; questions: boolean } | null;
}): Body[] {
  const { home, privacy, discord } = wording;
  const list = (items: readonly string[]) => items.map((item) => `- ${escapeText(item)}`).join('\n');
  return panel([
    heading(home.title),
    escapeText(home.about),
    `${heading(home.howTitle)}\n${list(discord.how)}`,
    `${heading(privacy.title)}\n${escapeText(privacy.note(kept))}`,
  ]);
}

/** The form that a 👎 opens. */
export function reasonForm(answer: string, { feedback }: PlatformWording): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writeAction({ kind: 'reason', answer }) ?? 'reason:',
    title: cut(feedback.reasonTitle, LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: cut(feedback.reasonLabel, LIMITS.inputLabel),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'reason',
          style: TextInputStyle.Paragraph,
          max_length: 1000,
          required: false,
          placeholder: cut(feedback.reasonHint, LIMITS.placeholder),
        },
      },
    ],
  };
}

function topicsOf(source: Source, statements: readonly Statement[], language: Language): string[] {
  const used = Object.entries(source.topics).filter(([topic]) =>
    statements.some((each) => each.topic === topic && each.source === source.id),
  );
  return used.length === 0 ? [] : [used.map(([, name]) => `- ${escapeText(localised(name, language))}`).join('\n')];
}

function sourceLines({ title, publisher, published, dateline, url }: Source, language: Language): string[] {
  const words = wordingFor(language);
  const date = published === null ? null : words.date(published);
  const line = escapeText(words.source({ title, publisher, date }));
  return [line, ...(dateline === null ? [] : [escapeText(dateline)]), ...(url === null ? [] : [`<${encodeURI(url)}>`])];
}

function speakerOf({ speaker }: Statement, source: Source | undefined, language: Language): string {
  const name = source?.speakers[speaker];
  return name === undefined ? speaker : localised(name, language);
}

function heading(title: string): string {
  return `**${escapeText(title)}**`;
}

/** Blocks as private messages, as few as hold them. The blocks are set already. */
function panel(blocks: readonly string[]): Body[] {
  const pages: string[] = [];
  for (const block of blocks) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 2 + block.length <= LIMITS.content)
      pages[pages.length - 1] = `${last}\n\n${block}`;
    else if (block.length <= LIMITS.content) pages.push(block);
    // Only a text of thousands of characters comes here; its marks are shown rather than its end lost.
    else pages.push(...pieces(block, LIMITS.content));
  }
  return pages.map((content) => bodyWith(content, { isPrivate: true }));
}
