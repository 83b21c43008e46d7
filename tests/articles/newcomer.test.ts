import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord, type Turn } from '../../src/index.ts';

const STRIKE = `Bus drivers strike for a week

Bus drivers in Varn stopped work on Tuesday because the company refused to raise their wages by 6 percent. The union's leader, Marta Silva, said the strike would last a week.

The company said that it had offered 3 percent.
`;
const FLOOD = `# Flood in the Orn valley

Heavy rain flooded the Orn valley. Some 1,200 people were brought to safety, and 46 houses were destroyed. No one died.
`;
const MUSEUM = `# Museum of Salt reopens

The museum in Varn expects 90,000 visitors a year. The tour of the mine takes 50 minutes.
`;
const BRIDGE = `# Traders angry over bridge closure

“Nobody asked us,” said Dev Patel, who heads the traders' association. He demanded compensation from the council.

Mayor Ines Okafor called compensation too dear.
`;

let folder: string;
let record: OpenRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
  const files = { 'strike.txt': STRIKE, 'flood.md': FLOOD, 'museum.md': MUSEUM, 'bridge.md': BRIDGE };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  record = await openRecord({ directory: folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

function ask(...questions: string[]): string | null {
  let turns: Turn[] = [];
  let said: string | null = null;
  for (const question of questions) {
    const { answer, turn } = record.answer(question, turns);
    if (turn !== null) turns = [...turns, turn];
    said = answer.kind === 'answered' ? (answer.citations[0]?.statement.quote ?? null) : null;
  }
  return said;
}

describe('a folder of plain articles, asked by somebody new', () => {
  it('a line above the text that is no sentence is no answer', () => {
    expect(ask('Why did the bus drivers strike?')).toContain('because the company refused');
    const { statements } = record.corpus;
    expect(statements.map(({ quote }) => quote)).not.toContain('Bus drivers strike for a week');
  });

  it('"no one" tells how many, a number of others does not', () => {
    const told = ask('How many people died in the flood?');
    expect([null, 'No one died.']).toContain(told);
    expect(ask('How many died in the flood?')).toBe('No one died.');
  });

  it('a year that no sentence has is not answered with another', () => {
    expect(ask('How many visitors did the museum have in 2022?')).toBeNull();
    expect(ask('How many visitors does the museum expect a year?')).toContain('90,000');
  });

  it('something long is told in minutes, too', () => {
    expect(ask('How long is the tour of the mine?')).toContain('50 minutes');
  });

  it('"and what did she say?" of a question about what another said is about the same', () => {
    expect(ask('What did the mayor say about compensation?', 'and what did Patel say?')).toBe(
      'He demanded compensation from the council.',
    );
  });

  it('of one who said nothing about it, it is about anything', () => {
    expect(ask('What did the mayor say about compensation?', 'and what did Silva say?')).toContain('last a week');
  });
});
