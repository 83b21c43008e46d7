import type { Answer, Citation } from '../answering/answer.ts';
import { type Corpus, LANGUAGES, type Language, localised, type Source, type Statement } from '../corpus/record.ts';
import type { Line, Reference, Reply } from './adapter.ts';
import type { SmallTalk } from './small-talk.ts';
import type { Wording } from './wording/wording.ts';

/** Version of the answer id; a change of its form is a new version. */
const ANSWER_ID_VERSION = 'v1';
/** Questions offered at once. */
const SUGGESTIONS = 3;

/** Words replies of one corpus. */
export interface Composer {
  answer(answer: Answer, wording: Wording): Reply;
  smallTalk(kind: SmallTalk, language: Language, wording: Wording): Reply;
  plain(kind: 'apology' | 'slow-down', language: Language, wording: Wording): Reply;
}

export function createComposer(corpus: Pick<Corpus, 'hash' | 'statements' | 'sources'>): Composer {
  // The example questions are read from the compiled corpus when first looked at, which an answer need not wait for.
  const languages = () => LANGUAGES.filter((language) => corpus.statements.some(({ examples }) => examples[language]));
  return {
    answer(answer, wording) {
      const cited = answer.kind === 'answered' ? newestFirst(answer.citations) : answer.related;
      const { lines, references } = cite(cited, answer.language, wording);
      const isAnswer = answer.kind === 'answered';
      const gap = answer.gap === null ? null : localised(answer.gap.text, answer.language);
      const asOf = sharedDate(references);
      return finish({
        kind: answer.kind,
        language: answer.language,
        lead: isAnswer
          ? asOf && wording.asOf(asOf)
          : wording.abstention(answer.reason, { gap, missing: answer.explain.missing, languages: languages() }),
        lines,
        linesTitle: isAnswer || lines.length === 0 ? null : wording.relatedTitle,
        references,
        note: isAnswer && answer.gap !== null ? wording.alsoMissing(gap) : null,
        ...suggest(isAnswer ? [] : related(cited.map(({ statement }) => statement)), answer.language, wording),
        answerId: cited.length === 0 ? null : answerId(corpus.hash, cited),
        answer,
      });
    },
    smallTalk(kind, language, wording) {
      const offers = kind === 'thanks' || kind === 'farewell' ? [] : related([]);
      return finish({
        ...bare('small-talk', language, wording.smallTalk[kind]),
        ...suggest(offers, language, wording),
      });
    },
    plain: (kind, language, wording) =>
      finish(bare(kind, language, kind === 'apology' ? wording.apology : wording.slowDown)),
  };

  /** Statements to offer questions of: one of each topic, those shown first. */
  function related(shown: readonly Statement[]): Statement[] {
    const picked: Statement[] = [];
    for (const statement of [...shown, ...corpus.statements]) {
      if (picked.length === SUGGESTIONS) break;
      if (!picked.some(({ topic }) => topic === statement.topic)) picked.push(statement);
    }
    return picked;
  }
}

/** A question that the statement answers, as one would offer it to a person: the first that is written out, else the first. */
export function offeredQuestion(statement: Statement, language: Language): string | null {
  const examples = localised(statement.examples, language);
  return examples.find((example) => WRITTEN_OUT.test(example)) ?? examples[0] ?? null;
}

/** With a capital and a mark. Korean and Japanese have no capitals: there the example to offer stands first. */
const WRITTEN_OUT = /^\p{Lu}\P{Lo}*\?$/u;

/** Of several sources the newest comes first, the undated last; what one source says stays in its order. */
function newestFirst(citations: readonly Citation[]): readonly Citation[] {
  const sources = [...new Set(citations.map(({ source }) => source))];
  const date = ({ published }: Source): string => published ?? '';
  const inOrder = sources.toSorted((a, b) => (date(a) === date(b) ? 0 : date(a) < date(b) ? 1 : -1));
  return inOrder.flatMap((source) => citations.filter((each) => each.source === source));
}

/** The date of all that is cited; null where there are several, which each reference tells, or none. */
function sharedDate(references: readonly Reference[]): string | null {
  const dates = new Set(references.map(({ date }) => date));
  return dates.size === 1 ? (references[0]?.date ?? null) : null;
}

function cite(
  cited: readonly Citation[],
  language: Language,
  wording: Wording,
): { lines: Line[]; references: Reference[] } {
  const references = cited.map((citation, at): Reference => {
    const { statement, source, locator, also } = citation;
    const speaker = source.speakers[statement.speaker];
    const parts = {
      speaker: citation.saidBy ?? (speaker === undefined ? statement.speaker : localised(speaker, language)),
      title: source.title,
      publisher: source.publisher,
      date: source.published === null ? null : wording.date(source.published),
      place: wording.place(locator),
    };
    const line = wording.reference({ ...parts, also: also.map((each) => wording.place(each)) });
    return { number: at + 1, statementId: statement.id, ...parts, line };
  });
  const isOfSeveral = new Set(cited.map(({ source }) => source.id)).size > 1;
  const lines = cited.map((citation, at) => {
    const text = localised(citation.statement.text, language);
    const { title, publisher, date } = references[at] as Reference;
    const named = { title, publisher, date, speaker: personOf(citation, language) };
    return { text: isOfSeveral ? `${wording.attribution(named)} ${text}` : text, reference: at + 1 };
  });
  return { lines, references };
}

/** Who says so, where that is not the source itself. */
function personOf({ statement, source, saidBy }: Citation, language: Language): string | null {
  if (saidBy !== undefined) return saidBy;
  const { speaker } = statement;
  const name = source.speakers[speaker];
  return speaker === THE_SOURCE || speaker === source.publisher || name === undefined
    ? null
    : localised(name, language);
}

/** The id under which a source speaks for itself. */
const THE_SOURCE = 'article';

function suggest(statements: readonly Statement[], language: Language, wording: Wording) {
  const suggestions = statements.map((each) => offeredQuestion(each, language)).filter((each) => each !== null);
  return { suggestions, suggestionsTitle: suggestions.length === 0 ? null : wording.suggestionsTitle };
}

function answerId(hash: string, cited: readonly Citation[]): string {
  return [ANSWER_ID_VERSION, hash.slice(0, 12), ...cited.map(({ statement }) => statement.id)].join(':');
}

type Unfinished = Omit<Reply, 'text'>;

function bare(kind: Reply['kind'], language: Language, lead: string): Unfinished {
  const nothing = { lines: [], linesTitle: null, references: [], note: null, answerId: null, answer: null };
  return { kind, language, lead, ...nothing, suggestions: [], suggestionsTitle: null };
}

function finish(reply: Unfinished): Reply {
  const blocks = [
    reply.lead,
    [reply.linesTitle, ...reply.lines.map(({ text, reference }) => `${text} [${reference}]`)],
    reply.note,
    reply.references.map(({ number, line }) => `[${number}] ${line}`),
    [reply.suggestionsTitle, ...reply.suggestions.map((question) => `- ${question}`)],
  ];
  const text = blocks
    .map((block) => (Array.isArray(block) ? block.filter((each) => each !== null).join('\n') : (block ?? '')))
    .filter((block) => block !== '')
    .join('\n\n');
  return { ...reply, text };
}
