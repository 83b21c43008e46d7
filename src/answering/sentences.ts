import type { Article, Passage } from '../articles/article.ts';
import { asRead } from '../articles/markup.ts';
import type { Source, Statement } from '../corpus/record.ts';

/** The sentences of articles in reading order, by their number. */
export interface Sentences {
  readonly sources: readonly Source[];
  readonly statements: readonly SentenceStatement[];
  readonly at: (id: number) => Sentence | undefined;
  /** Ids of the first sentence of a sentence's paragraph, and of the one behind its last. */
  readonly paragraphOf: (id: number) => readonly [number, number];
}

/** A sentence in its place. */
export interface Sentence {
  /** Its number. */
  readonly id: number;
  readonly text: string;
  readonly title: string;
  readonly statement: Statement;
  readonly source: Source;
}

/** Numbers the sentences of articles. Headings are none: they say nothing by themselves. */
export function numberSentences(articles: readonly Article[]): Sentences {
  const sources = articles.map(sourceOf);
  const statements: SentenceStatement[] = [];
  const articleOf: number[] = [];
  const paragraphs: number[] = [0];
  const paragraphOf: number[] = [];
  articles.forEach((article, number) => {
    let last: string | undefined;
    for (const passage of article.passages) {
      if (passage.kind !== 'sentence') continue;
      const paragraph = paragraphIn(passage);
      if (paragraph !== last && statements.length > 0) paragraphs.push(statements.length);
      last = paragraph;
      paragraphOf.push(paragraphs.length - 1);
      articleOf.push(number);
      statements.push(new SentenceStatement(article, passage));
    }
  });
  return {
    sources,
    statements,
    at(id) {
      const statement = statements[id];
      const source = sources[articleOf[id] ?? -1];
      if (statement === undefined || source === undefined) return undefined;
      return { id, text: statement.quote, title: source.title, statement, source };
    },
    paragraphOf(id) {
      const paragraph = paragraphOf[id] ?? 0;
      return [paragraphs[paragraph] ?? 0, paragraphs[paragraph + 1] ?? statements.length];
    },
  };
}

/** The number of a sentence's paragraph in its article. */
function paragraphIn({ locator }: Passage): string | undefined {
  return locator.split('.')[0];
}

/** A sentence of an article as a statement, in the source's words. There are many: what can be derived is not held. */
class SentenceStatement implements Statement {
  readonly #article: Article;
  readonly #passage: Passage;

  constructor(article: Article, passage: Passage) {
    this.#article = article;
    this.#passage = passage;
  }

  get id(): string {
    return `${this.#article.id}#${this.#passage.locator}`;
  }

  get source(): string {
    return this.#article.id;
  }

  get locators(): readonly [string] {
    return [this.#passage.locator];
  }

  get speaker(): string {
    return speakerOf(this.#article);
  }

  get text(): Statement['text'] {
    return { en: `“${asRead(this.quote).replace(UNPRINTABLE, ' ')}”` };
  }

  get quote(): string {
    return this.#passage.text;
  }

  get side(): null {
    return null;
  }

  get topic(): string {
    return 'article';
  }

  get kinds(): readonly [] {
    return NONE;
  }

  get examples(): Statement['examples'] {
    return NO_EXAMPLES;
  }

  toJSON(): Statement {
    const { id, source, locators, speaker, side, topic, kinds, text, examples, quote } = this;
    return { id, source, locators, speaker, side, topic, kinds, text, examples, quote };
  }
}

const NONE = [] as const;
const NO_EXAMPLES = { en: NONE } as const;

function sourceOf(article: Article): Source {
  const { id, title, publisher, published, language, url } = article;
  return {
    id,
    title,
    publisher,
    dateline: null,
    published,
    language,
    url,
    sentences: {},
    speakers: { [speakerOf(article)]: publisher === null ? THE_ARTICLE : { en: publisher } },
    topics: {},
  };
}

function speakerOf({ publisher }: Article): string {
  return publisher ?? 'article';
}

/** Who says what an article without publisher says. */
const THE_ARTICLE = { en: 'the article', ko: '이 기사', ja: 'この記事' } as const;

/** Control characters, which could drive a terminal. */
const UNPRINTABLE = /\p{Cc}+/gu;
