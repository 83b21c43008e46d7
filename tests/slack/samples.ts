import type { Corpus, Reply } from '../../src/index.ts';

/** Replies and a record that stay the same while the real ones are worked on. */

const nothing = {
  linesTitle: null,
  references: [],
  note: null,
  suggestions: [],
  suggestionsTitle: null,
  text: '',
  answerId: null,
  answer: null,
} as const;

const references = ['3.2', '4.1'].map((place, at) => ({
  number: at + 1,
  statementId: `s${at + 1}`,
  speaker: 'the article',
  title: 'A letter',
  publisher: 'The Paper',
  date: '24 October 2019',
  place,
  line: `According to the article, 24 October 2019: “A letter”, The Paper, ${place}`,
}));

export const SAMPLES = {
  answered: {
    ...nothing,
    kind: 'answered',
    language: 'en',
    lead: 'As of 24 October 2019:',
    lines: [
      { text: 'A letter was sent.', reference: 1 },
      { text: 'It was handed over at a meeting.', reference: 2 },
    ],
    references,
    note: 'The rest is not on record.',
  },
  abstained: {
    ...nothing,
    kind: 'abstained',
    language: 'en',
    lead: 'Not on record. Nothing on record goes with “<!channel>”, “*bold*”.',
    lines: [{ text: 'A letter was sent.', reference: 1 }],
    linesTitle: 'On record nearby:',
    references: references.slice(0, 1),
    suggestions: ['Who sent the letter?', 'When was it sent?'],
    suggestionsTitle: 'You could ask:',
  },
  'small talk': { ...nothing, kind: 'small-talk', language: 'en', lead: 'Hello.', lines: [] },
} as const satisfies Record<string, Reply>;

export const BOOK: Pick<Corpus, 'sources' | 'statements'> = {
  sources: [
    {
      id: 'letter',
      title: 'A letter & its bearer',
      publisher: 'The Paper',
      dateline: null,
      published: '2019-10-24',
      language: 'en',
      url: 'https://paper.example/letter',
      sentences: {},
      speakers: { article: { en: 'the article' } },
      topics: { letter: { en: 'The letter' }, empty: { en: 'Nothing' } },
    },
  ],
  statements: [
    {
      id: 's1',
      source: 'letter',
      locators: ['3.2', 'headline'],
      speaker: 'article',
      side: null,
      topic: 'letter',
      kinds: ['event'],
      text: { en: 'A letter was sent.' },
      examples: { en: ['Who sent the letter?'] },
    },
  ],
};
