import type { types } from '@slack/bolt';
import { type Corpus, type Language, localised, type Reply, wordingFor } from '../../src/index.ts';
import type { AnswerReference } from '../service/answer-id.ts';
import { platformWording } from '../wording/languages.ts';
import { type Block, charactersIn, plain } from './blocks.ts';
import { VIEWS } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { noted, type Piece, said } from './pages.ts';
import { piecesOf } from './render.ts';
import { tame } from './text.ts';

/** What opens in a window of its own, for one person. Pure. */

type Book = Pick<Corpus, 'sources' | 'statements'>;

/** The cited places in full. */
export function renderSources(reference: AnswerReference, book: Book, language: Language): types.ModalView {
  return modal(platformWording(language).sources.title, sourcePieces(reference, book, language), language);
}

/** What is on record, who says so, in which source, and where; for an answer of which only its id is left. */
export function sourcePieces(
  { statements, isCurrent }: AnswerReference,
  { sources }: Book,
  language: Language,
): Piece[] {
  const words = platformWording(language).sources;
  const { source: sourceIn, date, place } = wordingFor(language);
  const found = statements.flatMap((statement, at): Piece[] => {
    const source = sources.find(({ id }) => id === statement.source);
    if (source === undefined) return [];
    const { title, publisher, published } = source;
    const speaker = source.speakers[statement.speaker];
    return [
      ...said(`[${at + 1}] ${localised(statement.text, language)}`),
      ...noted(words.speaker(speaker === undefined ? statement.speaker : localised(speaker, language))),
      ...noted(sourceIn({ title, publisher, date: published === null ? null : date(published) })),
      ...noted(
        [words.place(statement.locators.map((each) => place(each))), source.url]
          .filter((each) => each !== null)
          .join(' · '),
      ),
    ];
  });
  const body = found.length === 0 ? said(words.none) : found;
  return [...(isCurrent ? [] : noted(words.changed)), ...body];
}

/** What is known of how an answer came about. */
export interface Explained {
  readonly reference: AnswerReference;
  /** Null: the question is not known any more, or only made sense after those before it. */
  readonly words: {
    readonly covered: readonly string[];
    readonly missing: readonly string[];
    readonly rule: string;
  } | null;
  readonly isFollowUp: boolean;
}

/** Why this answer: matched and missing words where the question is known, else what the answer rests on. */
export function renderWhy({ reference, words, isFollowUp }: Explained, language: Language): types.ModalView {
  const wording = platformWording(language).why;
  const { statements, isCurrent } = reference;
  return modal(
    wording.title,
    [
      ...(isCurrent ? [] : noted(wording.changed)),
      ...(words === null ? said(isFollowUp ? wording.inConversation : wording.questionGone) : []),
      ...(words !== null && words.covered.length > 0 ? said(tame(wording.covered(words.covered))) : []),
      ...(words !== null && words.missing.length > 0 ? said(tame(wording.missing(words.missing))) : []),
      ...(words === null ? [] : said(wording.rule(wordingFor(language).rule(words.rule)))),
      ...(statements.length === 0 ? said(wording.nothingNear) : said(wording.based)),
      ...statements.flatMap((statement, at) => noted(`[${at + 1}] ${localised(statement.text, language)}`)),
    ],
    language,
  );
}

/** A reply to a question that was asked from Home. */
export function renderAnswer(reply: Reply, question: string): types.ModalView {
  return modal(
    platformWording(reply.language).home.title,
    [...noted(tame(question)), ...piecesOf(reply)],
    reply.language,
  );
}

/** Asks what was wrong with an answer. `carried` comes back with what is sent. */
export function renderReason(carried: string, language: Language): types.ModalView {
  const { feedback, buttons } = platformWording(language);
  return {
    type: 'modal',
    callback_id: VIEWS.reason,
    private_metadata: carried,
    // Who closes the window has still said that the answer was bad.
    notify_on_close: true,
    title: plain(feedback.reasonTitle, LIMITS.modalTitle),
    submit: plain(buttons.send, LIMITS.modalTitle),
    close: plain(buttons.cancel, LIMITS.modalTitle),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        optional: true,
        label: plain(feedback.reasonLabel, LIMITS.inputLabel),
        hint: plain(feedback.reasonHint, LIMITS.inputLabel),
        element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 1000 },
      },
    ],
  };
}

function modal(heading: string, content: readonly Piece[], language: Language): types.ModalView {
  const blocks: Block[] = [];
  for (const { block } of content) {
    if (blocks.length === LIMITS.viewBlocks || charactersIn([...blocks, block]) > LIMITS.viewCharacters) break;
    blocks.push(block);
  }
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plain(heading, LIMITS.modalTitle),
    close: plain(platformWording(language).buttons.close, LIMITS.modalTitle),
    blocks,
  };
}
