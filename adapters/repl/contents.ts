import {
  type Language,
  localised,
  type OpenRecord,
  offeredQuestion,
  type Source,
  type Statement,
  wordingFor,
} from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { BLANK, type Block, heading, item, quiet, text } from './blocks.ts';

type Contents = OpenRecord['corpus'];

/** Everything the record can answer: a question for each statement, under the heading of its topic. */
export function listTopics({ sources, statements }: Contents, language: Language): Block[] {
  const groups = sources.flatMap((source) =>
    Object.entries(source.topics).map(([topic, title]) => {
      const members = statements.filter((each) => each.source === source.id && each.topic === topic);
      return {
        title: localised(title, language),
        questions: [...new Set(members.map((each) => question(each, language)))],
      };
    }),
  );
  const told = groups.filter(({ questions }) => questions.length > 0);
  return told.flatMap(({ title, questions }, at) => [
    ...(at === 0 ? [] : [BLANK]),
    heading(title),
    ...questions.map(item),
  ]);
}

/** What is known of each source, and how much of it is on record. */
export function listSources({ sources, statements }: Contents, language: Language): Block[] {
  return sources.flatMap((source, at) => {
    const count = statements.filter((statement) => statement.source === source.id).length;
    return [
      ...(at === 0 ? [] : [BLANK]),
      heading(source.title),
      ...facts(source, language).map(text),
      quiet(platformWording(language).repl.statements(count)),
    ];
  });
}

function question(statement: Statement, language: Language): string {
  return offeredQuestion(statement, language) ?? localised(statement.text, language);
}

function facts(source: Source, language: Language): string[] {
  const { facts: labels } = platformWording(language).repl;
  const { publisher, dateline, published, url, id } = source;
  const known: Readonly<Record<keyof typeof labels, string | null>> = {
    publisher,
    dateline,
    date: published === null ? null : wordingFor(language).date(published),
    language: new Intl.DisplayNames([language], { type: 'language' }).of(source.language) ?? source.language,
    address: url,
    id,
  };
  const names = Object.keys(known) as (keyof typeof labels)[];
  return names.flatMap((name) => (known[name] === null ? [] : `${labels[name]}: ${known[name]}`));
}
