import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/languages/english-parts.ts';
import { ask, cited, shippedRecord } from '../record.ts';

describe('an English question is taken apart where each part asks', () => {
  it.each([
    ['Who lit the lamp and when was it lit?', ['Who lit the lamp', 'when was it lit?']],
    ['Who lit the lamp? And who paid? Thanks, my editor is waiting.', ['Who lit the lamp?', 'And who paid?']],
    ['1) who lit it 2) who paid for it', ['who lit it', 'who paid for it']],
    [
      'a) height of the tower b) year of the storm c) name of the mayor',
      ['height of the tower', 'year of the storm', 'name of the mayor'],
    ],
    [
      'I need the name of the mayor plus the year of the storm',
      ['I need the name of the mayor', 'I need the year of the storm'],
    ],
    ['Name the mayor and the harbour master', ['Name the mayor', 'Name the harbour master']],
    ['First, who lit it. Second, what did it cost.', ['who lit it', 'what did it cost.']],
  ])('%s', (question, parts) => {
    expect(partsOf(question)).toEqual(parts);
  });

  it.each([
    'Who lit the lamp?',
    'lamp storm mayor',
    'The mayor climbed the tower. Why?',
    'What did she say about the lamp and the storm?',
  ])('%s has one part', (question) => {
    expect(partsOf(question)).toEqual([question]);
  });
});

describe('what asks for several facts is given all of them', async () => {
  const record = await shippedRecord();
  it.each([
    ['Tell me all that the Japanese premier is quoted with', ['3.3', '4.1', '5.1'], 'a list of the corpus'],
    ['Which step did either government take against the other, one each?', ['6.1', '7.1'], 'a list of the corpus'],
    [
      'How long was the talk? Also, when was the end of the pact announced? Cheers, Pat',
      ['3.2', '7.1'],
      'parts and a remark',
    ],
    ['the publication date plus the length of the talk', ['2.1', '3.2'], 'joined without a word that asks'],
  ])('%s', async (question, places) => {
    const { line } = await ask(record, question);
    expect(cited(line).map((each) => each.split('@')[1])).toEqual(places);
  });

  it('parts of which one is not on record are not answered one by one', async () => {
    const { line } = await ask(record, 'What was in the letter and what did Abe wear?');
    expect(line.status).toBe('abstained');
  });
});
