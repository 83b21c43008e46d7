import { localised, type OpenRecord, offeredQuestion, type Source, type Statement } from '../../src/index.ts';
import { BLANK, type Block, heading, item, quiet, text } from './blocks.ts';

type Contents = OpenRecord['corpus'];

/** Everything the record can answer: a question for each statement, under the heading of its topic. */
export function listTopics({ sources, statements }: Contents): Block[] {
  const groups = sources.flatMap((source) =>
    Object.entries(source.topics).map(([topic, title]) => {
      const members = statements.filter((each) => each.source === source.id && each.topic === topic);
      return { title: localised(title, 'en'), questions: [...new Set(members.map(question))] };
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
export function listSources({ sources, statements }: Contents): Block[] {
  return sources.flatMap((source, at) => {
    const count = statements.filter((statement) => statement.source === source.id).length;
    return [
      ...(at === 0 ? [] : [BLANK]),
      heading(source.title),
      ...facts(source).map(text),
      quiet(`${count} statements on record`),
    ];
  });
}

function question(statement: Statement): string {
  return offeredQuestion(statement, 'en') ?? localised(statement.text, 'en');
}

function facts({ id, publisher, dateline, published, language, url }: Source): string[] {
  const known: Readonly<Record<string, string | null>> = {
    Publisher: publisher,
    Dateline: dateline,
    Date: published === null ? null : longDate(published),
    Language: new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language,
    Address: url,
    Id: id,
  };
  return Object.entries(known).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
}

/** `24 October 2019` for `2019-10-24`. */
function longDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}
