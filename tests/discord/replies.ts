import type { Reply } from '../../src/index.ts';

/** Replies whose words do not change with the corpus. */
const EMPTY: Reply = {
  kind: 'small-talk',
  language: 'en',
  lead: null,
  lines: [],
  linesTitle: null,
  references: [],
  note: null,
  suggestions: [],
  suggestionsTitle: null,
  text: '',
  answerId: null,
  answer: null,
};

const REFERENCE = {
  number: 1,
  statementId: 'talk-length',
  speaker: 'the ministry',
  title: 'A title',
  publisher: 'A paper',
  date: '24 October 2019',
  place: 'paragraph 3, sentence 2',
  line: 'According to the ministry, 24 October 2019: “A title”, A paper, paragraph 3, sentence 2',
};

export const REPLIES: Readonly<Record<'small talk' | 'an answer' | 'an abstention', Reply>> = {
  'small talk': {
    ...EMPTY,
    lead: 'Hello.',
    suggestions: ['How long did they talk?'],
    suggestionsTitle: 'You could ask:',
  },
  'an answer': {
    ...EMPTY,
    kind: 'answered',
    lead: 'As of 24 October 2019:',
    lines: [{ text: 'They talked for *about* 20 minutes.', reference: 1 }],
    references: [REFERENCE],
    note: 'The rest is not on record.',
  },
  'an abstention': {
    ...EMPTY,
    kind: 'abstained',
    lead: 'Not on record. Nothing on record goes with “<@123456789012345678>”.',
    linesTitle: 'On record nearby:',
    lines: [{ text: 'They talked for 20 minutes.', reference: 1 }],
    references: [REFERENCE],
    suggestions: ['How long did they talk?', 'Who said so?'],
    suggestionsTitle: 'You could ask:',
  },
};
