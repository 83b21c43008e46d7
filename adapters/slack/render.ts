import type { Language, Reply } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { actions, type Block, button } from './blocks.ts';
import { ACTIONS, writeValue } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { noted, type Page, type Piece, paginate, said, titled } from './pages.ts';
import { cut, escaped, tame } from './text.ts';

/** A message as `chat.postMessage` takes it, without its place. */
export interface Rendered {
  readonly text: string;
  readonly blocks: Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export interface RenderOptions {
  /** Id of the answer, for the buttons; null where there is nothing to explain. */
  readonly answerId: string | null;
  readonly question: string;
  /** The one who asked and may remove the answer; null: nobody may. */
  readonly asker: string | null;
  /** Whether 👍 and 👎 lead anywhere. */
  readonly hasFeedback: boolean;
  /** Whether they carry the question along. */
  readonly keepsQuestions?: boolean;
  /** Seen by one person only: can be shared. */
  readonly isPrivate?: boolean;
  /** Shown above the answer, such as who asked what, where the question itself is not to be seen. */
  readonly heading?: string | null;
}

/** A button that carries a question stays below this, so that all of them fit into one message. */
const VALUE_WITH_QUESTION = 1000;

/** Reply -> messages, mostly one. However long the reply, each is valid and no citation is lost. Pure. */
export function renderReply(reply: Reply, options: RenderOptions): Rendered[] {
  const pages = paginate([...(options.heading ? noted(tame(options.heading)) : []), ...piecesOf(reply)]);
  return pages.map((page, at) => {
    const isLast = at === pages.length - 1;
    return isLast
      ? message({ ...page, text: withOffers(page.text, reply) }, footOf(reply, options))
      : message(page, []);
  });
}

/** The pieces of a reply, in the order in which the terminal shows them. */
export function piecesOf(reply: Reply): Piece[] {
  const { lead, linesTitle, lines, note, references } = reply;
  return [
    ...(lead === null ? [] : said(tame(lead))),
    ...(linesTitle === null ? [] : titled(linesTitle)),
    ...lines.flatMap(({ text, reference }) => said(`${text} [${reference}]`)),
    ...(note === null ? [] : said(tame(note))),
    ...references.flatMap(({ number, line }) => noted(`[${number}] ${line}`)),
  ];
}

/** Says a few words, without buttons. */
export function renderWords(...texts: readonly string[]): Rendered {
  const [page] = paginate(texts.flatMap((text) => said(tame(text))));
  return message(page ?? { blocks: [], text: '' }, []);
}

/** How to ask, with questions to press. */
export function renderUsage(
  usage: string,
  examples: { title: string; questions: readonly string[]; language: Language },
): Rendered {
  return message(...withQuestions(paginate(said(usage))[0] ?? { blocks: [], text: '' }, examples));
}

function footOf(reply: Reply, options: RenderOptions): Block[] {
  const { suggestions, suggestionsTitle } = reply;
  const words = platformWording(reply.language).buttons;
  const { answerId: answer, question, asker, hasFeedback, keepsQuestions = false, isPrivate = false } = options;
  const { language } = reply;
  const asked = writeValue({ answer, question, language }, VALUE_WITH_QUESTION);
  const judged = keepsQuestions ? asked : writeValue({ answer, language });
  const isExplained = answer !== null;
  const buttons = [
    ...(isExplained && reply.references.length > 0
      ? [button(words.sources, ACTIONS.sources, { value: writeValue({ answer, language }) })]
      : []),
    ...(isExplained ? [button(words.why, ACTIONS.why, { value: asked })] : []),
    ...(isExplained && hasFeedback
      ? [
          button(words.good, ACTIONS.good, { value: judged, label: words.goodLabel }),
          button(words.bad, ACTIONS.bad, { value: judged, label: words.badLabel }),
        ]
      : []),
    ...(isPrivate && isExplained ? [button(words.share, ACTIONS.share, { value: asked })] : []),
    ...(asker === null ? [] : [button(words.remove, ACTIONS.remove, { value: writeValue({ asker, language }) })]),
  ];
  const offered =
    suggestionsTitle === null
      ? []
      : [...titled(suggestionsTitle).map(({ block }) => block), ...actions(questionButtons(suggestions, language))];
  return [...offered, ...actions(buttons)];
}

/** Buttons are not read out with the text: the questions they ask are listed in it, as far as there is room. */
function withOffers(text: string, { suggestions, suggestionsTitle }: Reply): string {
  let whole = text;
  for (const line of suggestionsTitle === null
    ? []
    : [suggestionsTitle, ...suggestions.map((question) => `• ${question}`)]) {
    const longer = `${whole}\n${escaped(line)}`;
    if (longer.length > LIMITS.text) break;
    whole = longer;
  }
  return whole;
}

/** Questions as buttons; each carries its question. */
export function questionButtons(questions: readonly string[], language: Language): ReturnType<typeof button>[] {
  return questions.slice(0, LIMITS.actionElements).map((question, at) =>
    // Beyond 75 characters the text is cut, and a screen reader would not tell more.
    button(question, `${ACTIONS.ask}:${at}`, { value: writeValue({ question, language }) }),
  );
}

function withQuestions(
  page: Page,
  { title, questions, language }: { title: string; questions: readonly string[]; language: Language },
): [Page, Block[]] {
  const heading = titled(title).map(({ block }) => block);
  const listed = [page.text, title, ...questions.map((question) => `• ${question}`)].map(escaped).join('\n');
  return [{ ...page, text: cut(listed, LIMITS.text) }, [...heading, ...actions(questionButtons(questions, language))]];
}

function message({ blocks, text }: Page, foot: readonly Block[]): Rendered {
  return { text, blocks: [...blocks, ...foot], unfurl_links: false, unfurl_media: false };
}
