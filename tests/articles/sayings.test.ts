import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type OpenRecord, openRecord } from '../../src/index.ts';
import { ask } from '../record.ts';

const ARTICLES = {
  'toll.md': `---
title: Tarrow Plans a Toll
publisher: Northern Wire
published: 2031-06-02
---
Tarrow is to charge 2 crowns for each crossing of its new bridge. Mayor Ida Fennick said the toll would pay for the
repairs. "Nobody likes to pay," she told reporters.

Odd Lund, who runs the ferry, warned that the toll would keep visitors away. He demanded a ticket for residents.
Critics of Fennick called the toll a tax.
`,
  'answer.md': `---
title: Fennick Answers the Ferry
publisher: Coast Chronicle
published: 2031-06-09
---
The toll will not change, Mayor Ida Fennick said on Monday. According to Odd Lund, 400 residents have signed a letter
against the toll.

Fennick also praised the new library.
`,
  'harbour.txt': 'The harbour master said the tide was high.\n',
  '통행료.md':
    '---\npublisher: 항구일보\npublished: 2031-06-03\n---\n시는 통행료를 받기로 했다. 이다 페닉 시장은 "통행료는 필요하다"고 말했다.\n',
  '通行料.md':
    '---\npublisher: 港新聞\npublished: 2031-06-04\n---\n市は通行料を取る。市長のイダ・フェニック氏は「通行料は必要だ」と述べた。\n',
};

let folder: string;
let record: OpenRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sayings-'));
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
  record = await openRecord({ directory: folder });
});

afterAll(() => rmSync(folder, { recursive: true }));

async function lines(...questions: readonly string[]): Promise<readonly string[]> {
  const { reply } = await ask(record, ...questions);
  return reply.kind === 'answered' ? reply.lines.map(({ text }) => text) : [];
}

describe('what somebody said about something', () => {
  it('is listed by source, the newest first, each line with who, where and when', async () => {
    expect(await lines('What did Fennick say about the toll?')).toEqual([
      'Mayor Ida Fennick in Coast Chronicle, 9 June 2031: “The toll will not change, Mayor Ida Fennick said on Monday.”',
      'Mayor Ida Fennick in Northern Wire, 2 June 2031: “Mayor Ida Fennick said the toll would pay for the repairs.”',
    ]);
  });

  it('stays apart from what others said about it', async () => {
    expect(await lines('What did Odd Lund say about the toll?')).toEqual([
      'Odd Lund in Coast Chronicle, 9 June 2031: “According to Odd Lund, 400 residents have signed a letter against the toll.”',
      'Odd Lund in Northern Wire, 2 June 2031: “Odd Lund, who runs the ferry, warned that the toll would keep visitors away.”',
    ]);
  });

  it('is found where the sentence has only "he"; the reference names who that is', async () => {
    const { reply } = await ask(record, 'What did Lund say about a ticket for residents?');
    const line = reply.references.find(({ place }) => place === 'paragraph 2, sentence 2')?.line;
    expect(line).toMatch(/^According to Odd Lund, 2 June 2031/);
  });

  it('is everything that was said by anybody where both sides are asked for', async () => {
    const said = await lines('What did both sides say about the toll?');
    expect(said.map((line) => line.slice(0, line.indexOf(' in ')))).toEqual([
      'Mayor Ida Fennick',
      'Odd Lund',
      'Mayor Ida Fennick',
      'Odd Lund',
      'Critics of Fennick',
    ]);
  });

  it('is not on record where they said nothing about it; what else they said is near', async () => {
    const { line } = await ask(record, 'What did the harbour master say about the toll?');
    expect([line.status, line.reason]).toEqual(['abstained', 'not-on-record']);
    expect(line.related.map(({ quote }) => quote)).toEqual(['The harbour master said the tide was high.']);
  });

  it('is only that of the sources that are asked', async () => {
    const { answer } = record.answer('What did Fennick say about the toll?', [], { documents: ['toll.md'] });
    expect(answer.kind === 'answered' && answer.citations.map(({ source }) => source.id)).toEqual(['toll.md']);
  });

  it('has the speaker in the JSON, best first', async () => {
    const { line } = await ask(record, 'What did Fennick say about the toll?');
    expect(line.citations.map(({ speaker }) => speaker)).toEqual(['Mayor Ida Fennick', 'Mayor Ida Fennick']);
  });

  test.each([
    ['페닉 시장은 통행료에 대해 뭐라고 말했나요?', '이다 페닉 시장은 "통행료는 필요하다"고 말했다.'],
    ['フェニック市長は通行料について何と述べましたか', '市長のイダ・フェニック氏は「通行料は必要だ」と述べた。'],
  ])('is understood in other languages: %s', async (question, quote) => {
    const { line } = await ask(record, question);
    expect(line.citations.map((citation) => citation.quote)).toEqual([quote]);
  });
});

describe('a question that goes on', () => {
  it('takes the speaker whom "he" means', async () => {
    const said = await lines('What did Lund say about the toll?', 'And what did he say about a ticket?');
    expect(said).toEqual(['“He demanded a ticket for residents.”']);
  });

  it('takes over the speaker where only another topic is named', async () => {
    const said = await lines('What did Fennick say about the toll?', 'And what about the library?');
    expect(said).toEqual(['“Fennick also praised the new library.”']);
  });

  it('takes over the topic where only another speaker is named', async () => {
    const said = await lines(
      'What did Fennick say about a ticket?',
      'What did Lund say about the toll?',
      'And Fennick?',
    );
    expect(said).toHaveLength(2);
    expect(said.every((line) => line.startsWith('Mayor Ida Fennick in '))).toBe(true);
  });

  it('takes over what the question before was about', async () => {
    const said = await lines('What is the toll in Tarrow?', 'What would it pay for?');
    expect(said.join()).toContain('the toll would pay for the');
  });
});

describe('beside a curated record', () => {
  async function openBeside(article: string): Promise<OpenRecord> {
    const mixed = mkdtempSync(join(tmpdir(), 'mixed-'));
    cpSync('tests/fixtures/bridge/bridge.yaml', join(mixed, 'bridge.yaml'));
    writeFileSync(join(mixed, 'news.md'), article);
    const opened = await openRecord({ directory: mixed, everyday: 'dist/english.txt' });
    rmSync(mixed, { recursive: true });
    return opened;
  }

  it('a name that the articles know is no slip for one of the record', async () => {
    const { line } = await ask(await openBeside(ARTICLES['toll.md']), 'What did Fennick say about the toll?');
    expect(line.citations.map(({ source }) => source)).toEqual(['news.md']);
  });

  it('an article that has every word of the question answers what the record leaves open', async () => {
    const question = 'How much does the repair cost?';
    const [open, told] = [
      await openBeside('The tide was high.\n'),
      await openBeside('The repair will cost 3 million crowns.\n'),
    ];
    expect((await ask(open, question)).line.status).toBe('abstained');
    expect((await ask(told, question)).line.citations.map(({ source }) => source)).toEqual(['news.md']);
  });
});
