import { LONGEST_QUESTION } from '../../answering/limits.ts';
import { oneOf, quoted } from './names.ts';
import type { Wording } from './wording.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const MARKS = ['“', '”', ', '] as const;

export const ENGLISH: Wording = {
  date(iso) {
    const [year, month, day] = iso.split('-');
    return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  },
  place(locator) {
    const [paragraph, sentence] = locator.split('.');
    return sentence === undefined ? 'headline' : `paragraph ${paragraph}, sentence ${sentence}`;
  },
  source: ({ title, publisher, date }) => `“${title}”, ${publisher ?? 'publisher not given'}, ${date ?? 'undated'}`,
  reference({ speaker, title, publisher, date, place, also }) {
    const where = also.length === 0 ? place : `${place} (also ${also.join('; ')})`;
    return `According to ${speaker}, ${date ?? 'undated'}: “${title}”, ${publisher ?? 'publisher not given'}, ${where}`;
  },
  attribution({ speaker, title, publisher, date }) {
    const where = publisher ?? `“${title}”`;
    const who = speaker === null ? where : `${speaker} in ${where}`;
    return `${who.charAt(0).toUpperCase()}${who.slice(1)}, ${date ?? 'undated'}:`;
  },
  asOf: (date) => `As of ${date}:`,
  abstention(reason, { gap, missing, languages }) {
    const unknown = missing.length === 0 ? '' : ` Nothing on record goes with ${quoted(missing, MARKS)}.`;
    switch (reason) {
      case 'not-on-record':
        return `Not on record. ${gap ?? `The record does not answer that.${unknown}`}`;
      case 'false-premise':
        return `Not on record like that. ${gap ?? 'The question takes something for granted that the record does not say.'}`;
      case 'off-topic':
        return `Not on record. That is not what this record is about.${unknown}`;
      case 'opinion':
        return `Not on record. ${gap ?? 'That is a judgement, which the record does not make.'} What each side said is on record.`;
      case 'empty':
        return 'There is no question in that message. Ask in a few words, as you would ask a person.';
      case 'too-long':
        return `That is too long for one question: at most ${LONGEST_QUESTION.toLocaleString('en')} characters, please. A sentence or two is best.`;
      case 'unsupported-language':
        return `Not on record in that language. Please ask in ${oneOf(languages, 'en')}.`;
    }
  },
  alsoMissing: (gap) =>
    `The rest is not on record. ${gap ?? 'The record does not answer the other part of the question.'}`,
  rule: (rule) => rule,
  relatedTitle: 'On record nearby:',
  suggestionsTitle: 'You could ask:',
  smallTalk: {
    greeting: 'Hello. Ask me about the record; every answer comes with its source.',
    thanks: 'You are welcome.',
    farewell: 'Goodbye.',
    help: 'Ask a question in your own words. I answer only what is on record, with the place in the source, and say “not on record” when the source does not answer.',
    about:
      'I am On Record, a bot that answers only from a small record of news reporting, with a citation on every statement. I look words up; no language model is involved, so nothing is made up.',
  },
  apology: 'Sorry, something went wrong on my side. Please ask again.',
  slowDown: 'That was a lot of questions at once. Please wait a few seconds and ask again.',
};
