import type { types } from '@slack/bolt';
import { type Corpus, type Language, localised, offeredQuestion, wordingFor } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { actions, type Block, charactersIn, context, divider, header, section, title } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { questionButtons } from './render.ts';

type Book = Pick<Corpus, 'sources' | 'statements'>;

/** What of people is kept; null: nothing. */
export type Kept = { readonly days: number; readonly questions: boolean } | null;

/** App Home: what the record is, everything it can answer, how to ask, what is kept. The same for all who share a language. Pure. */
export function renderHome({ sources, statements }: Book, kept: Kept, language: Language): types.HomeView {
  const { home, privacy } = platformWording(language);
  const words = wordingFor(language);
  const top: Block[] = [
    header(home.title),
    section(home.about),
    title(home.howTitle),
    section(home.how.map((each) => `• ${each}`).join('\n')),
    title(privacy.title),
    context(privacy.note(kept)),
    divider,
    title(home.sourcesTitle),
    ...sources
      .slice(0, MOST_SOURCES)
      .map(({ title: name, publisher, published }) =>
        section(words.source({ title: name, publisher, date: published === null ? null : words.date(published) })),
      ),
    divider,
    title(home.topicsTitle),
    context(home.topicsHint),
  ];
  return { type: 'home', blocks: fill(top, topics({ sources, statements }, language)) };
}

/** Sources named one by one; a larger record would fill the page with them. */
const MOST_SOURCES = 10;

/** Three questions of different topics, for those who have none yet. */
export function examples({ sources, statements }: Book, language: Language): string[] {
  const asked = byTopic({ sources, statements }, language).flatMap(({ questions }) => questions.slice(0, 1));
  return asked.slice(0, 3);
}

/** Up to four questions for the assistant's first view. */
export function prompts(book: Book, language: Language): { title: string; message: string }[] {
  const asked = byTopic(book, language).flatMap(({ questions }) =>
    questions.filter((each) => each.length <= LIMITS.promptTitle).slice(0, 1),
  );
  return asked.slice(0, LIMITS.prompts).map((question) => ({ title: question, message: question }));
}

function topics(book: Book, language: Language): Block[][] {
  return byTopic(book, language).map(({ name, questions }, at) => {
    const groups: Block[] = [];
    for (let from = 0; from < questions.length; from += LIMITS.actionElements) {
      const [block] = actions(questionButtons(questions.slice(from, from + LIMITS.actionElements), language));
      if (block !== undefined) groups.push({ ...block, block_id: `topic:${at}:${from}` });
    }
    return [title(name), ...groups];
  });
}

function byTopic({ sources, statements }: Book, language: Language): { name: string; questions: string[] }[] {
  const found = sources.flatMap((source) =>
    Object.entries(source.topics).map(([topic, name]) => {
      const of = statements.filter((statement) => statement.source === source.id && statement.topic === topic);
      const questions = of.map((statement) => offeredQuestion(statement, language)).filter((each) => each !== null);
      return { topic, name: localised(name, language), questions: [...new Set(questions)] };
    }),
  );
  return found.filter(({ questions }) => questions.length > 0);
}

/** Adds whole topics for as long as the view has room. */
function fill(top: readonly Block[], groups: readonly Block[][]): Block[] {
  let blocks = [...top];
  for (const group of groups) {
    const longer = [...blocks, ...group];
    if (longer.length > LIMITS.viewBlocks || charactersIn(longer) > LIMITS.viewCharacters) break;
    blocks = longer;
  }
  return blocks;
}
