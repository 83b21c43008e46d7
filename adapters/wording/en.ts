import type { PlatformWording } from './wording.ts';

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

export const ENGLISH: PlatformWording = {
  buttons: {
    sources: 'Sources',
    why: 'Why this answer?',
    good: '👍',
    goodLabel: 'A good answer',
    bad: '👎',
    badLabel: 'A bad answer',
    share: 'Share in channel',
    remove: 'Remove',
    ask: 'Ask',
    close: 'Close',
    send: 'Send',
    cancel: 'Cancel',
  },
  usage: (ask) =>
    `Ask me a question in your own words: ${ask} and then the question. Every answer comes with its source.`,
  examplesTitle: 'For example:',
  sources: {
    title: 'Sources',
    date: (iso) => DATE.format(new Date(`${iso}T00:00:00Z`)),
    locator(locator) {
      const [paragraph, sentence] = locator.split('.');
      return sentence === undefined ? 'headline' : `paragraph ${paragraph}, sentence ${sentence}`;
    },
    none: 'This answer cites nothing that is still on record.',
    speaker: (speaker) => `Says who: ${speaker}`,
    source: (title, publisher, date) => `“${title}”, ${publisher ?? 'publisher not given'}, ${date ?? 'undated'}`,
    place: (places) => `Where: ${places.join('; ')}`,
    changed: 'The record has changed since this answer; this is what it says now.',
  },
  why: {
    title: 'Why this answer?',
    covered: (words) => `Your words that it goes with: ${quoted(words)}.`,
    missing: (words) => `Your words that it does not go with: ${quoted(words)}.`,
    rule: (rule) => `What decided: ${rule}.`,
    based: 'It rests on:',
    nothingNear: 'Nothing on record is near to it.',
    questionGone: 'The question is no longer known here, so the matching words cannot be shown.',
    inConversation:
      'The question was understood together with those before it, so its words alone do not explain the answer.',
    changed: 'The record has changed since this answer was given.',
  },
  feedback: {
    thanks: 'Thank you, that was noted without your name.',
    reasonTitle: 'What was wrong?',
    reasonLabel: 'What was wrong with the answer?',
    reasonHint: 'Kept without your name. Leave it empty if you like.',
  },
  share: {
    asked: (person, question) => `${person} asked: ${question}`,
    done: 'Shared in the channel.',
    gone: 'It could not be shared here. Invite me to this channel first, then ask again.',
  },
  remove: {
    notYours: 'Only the person who asked can remove an answer.',
    done: 'Removed.',
    failed: 'It could not be removed.',
  },
  oldButton: 'This button is of an older version and does nothing any more. Please ask again.',
  slowDown: 'That was a lot of questions at once. Please wait a few seconds and ask again.',
  apology: 'Sorry, something went wrong on my side. Please ask again.',
  status: 'is looking it up...',
  promptsTitle: 'You could ask:',
  home: {
    title: 'On Record',
    about:
      'I answer only what is on record here, always with the place in the source, and say “not on record” when it does not answer. I look words up; no language model is involved, so nothing is made up.',
    sourcesTitle: 'The record',
    topicsTitle: 'What I can answer',
    topicsHint: 'A button asks its question; the answer comes as a direct message.',
    howTitle: 'How to ask',
    how: [
      'In a channel: mention me with your question. I answer in a thread, and follow-up questions go there.',
      'Here: write to me under Messages.',
      'Anywhere: /ask and your question. Only you see the answer, until you share it.',
      'About a message: choose “Ask On Record” in the menu of the message.',
    ],
  },
  privacy: {
    title: 'What is kept of you',
    note: (kept) =>
      kept === null
        ? 'Nothing. Questions are looked up on this bot’s own machine and forgotten after 30 minutes; they are sent to nobody else.'
        : `Questions are looked up on this bot’s own machine and sent to nobody else. What you say with 👍 and 👎 is kept for ${kept.days} days without your name${kept.questions ? ', together with the question' : ', without the question'}; of questions that could not be answered, ${kept.questions ? 'the question' : 'only everyday words'}.`,
  },
  discord: {
    commands: {
      ask: 'Answers your question from the record, with its source',
      question: 'Your question, in your own words',
      private: 'Only you see the answer, until you share it',
      sources: 'What the record is made of',
      about: 'What I am, how to ask, and what is kept of you',
    },
    how: [
      'Anywhere: /ask and your question; choose “private” for an answer that only you see.',
      'In a channel: mention me with your question. Reply to my answer to ask further.',
      'In a direct message: just write.',
      'About a message: its menu, Apps, “Ask On Record about this”.',
    ],
    oldCommand: 'That command is of an older version. Reload Discord, then use /ask.',
  },
  menu: {
    ask: 'Ask what is on record',
    askHint: 'your question',
    askAbout: 'Ask On Record about this',
    description: 'Answers from the record, always with its source',
  },
};
