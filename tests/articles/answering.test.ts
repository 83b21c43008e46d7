import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { runCorpusCommand } from '../../adapters/repl/corpus.ts';
import { createDesk } from '../../adapters/repl/desk.ts';
import { readLines } from '../../adapters/repl/lines.ts';
import { type ContractLine, CorpusError, type OpenRecord, openRecord } from '../../src/index.ts';
import { ask } from '../record.ts';

const FOLDER = 'tests/fixtures/dossier';

let scratch: string;
let record: OpenRecord;
let mixed: OpenRecord;
let mixedFolder: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'dossier-'));
  mixedFolder = join(scratch, 'mixed');
  cpSync(FOLDER, mixedFolder, { recursive: true });
  cpSync('tests/fixtures/bridge/bridge.yaml', join(mixedFolder, 'bridge.yaml'));
  record = await openRecord({ directory: FOLDER });
  mixed = await openRecord({ directory: mixedFolder });
});

afterAll(() => rmSync(scratch, { recursive: true }));

function placeOf({ citations: [first] }: ContractLine): string {
  return first === undefined ? 'none' : `${first.source} ${first.paragraph}.${first.sentence}`;
}

async function askLines(opened: OpenRecord, ...requests: readonly object[]): Promise<ContractLine[]> {
  const desk = createDesk({ record: opened, candidates: 5, errors: new PassThrough() });
  const input = Readable.from(requests.map((request) => `${JSON.stringify(request)}\n`));
  const lines: ContractLine[] = [];
  for await (const line of desk.answerLines(readLines(input))) lines.push(JSON.parse(line));
  return lines;
}

describe('a folder of articles only', () => {
  test.each([
    ['Who opened the bridge?', 'harbour-bridge.md 1.1'],
    ['How long is the bridge?', 'harbour-bridge.md 1.2'],
    ['When will the ferry stop running?', 'harbour-bridge.md 2.1'],
    ['Why will the ferry stop?', 'harbour-bridge.md 2.1'],
    ['Who built the lighthouse on Skarn?', 'lighthouse.txt 2.1'],
    ['How many people visit the lighthouse?', 'lighthouse.txt 3.1'],
    ['Where will talks begin?', 'ferry-strike.md 2.1'],
    ['What did the harbour board offer?', 'archive/ferry-strike.md 1.2'],
  ])('answers %s', async (question, place) => {
    const { line } = await ask(record, question);
    expect(line.status).toBe('answered');
    expect(placeOf(line)).toBe(place);
    expect(line.candidates?.[0]).toEqual(line.citations[0]);
  });

  test.each([
    'Who painted the bridge?',
    'How tall is the lighthouse?',
    'Who is the mayor of Skarn?',
    'What is the capital of France?',
  ])('does not answer %s', async (question) => {
    const { line } = await ask(record, question);
    expect([line.status, line.citations]).toEqual(['abstained', []]);
  });

  it('quotes the very bytes of the file, line end included', async () => {
    const { line } = await ask(record, 'Who designed the bridge?');
    const [{ source, quote } = { source: '', quote: null }] = line.citations;
    expect(source).toBe('harbour-bridge.md');
    expect(readFileSync(join(FOLDER, source), 'utf8')).toContain(quote);
    const { line: other } = await ask(record, 'What replaced the timber of the lighthouse?');
    expect(other.citations[0]?.quote).toBe('It burned down twice before stone walls replaced\nthe timber.');
  });

  it('shows the sentence in quotation marks with title, date and place', async () => {
    const { line } = await ask(record, 'How long is the bridge?');
    expect(line.text).toBe(
      [
        'As of 4 May 2031:',
        '“The bridge is 84.5 metres long and cost 12 million crowns.” [1]',
        '[1] According to Coast Chronicle, 4 May 2031: “Swing Bridge Opens at Tarrow Harbour”, Coast Chronicle, paragraph 1, sentence 2',
      ].join('\n\n'),
    );
  });

  it('calls an article without a date undated', async () => {
    const { line } = await ask(record, 'Who built the lighthouse on Skarn?');
    expect(line.text).toContain('undated: “lighthouse”, publisher not given, paragraph 2, sentence 1');
    expect(line.text).not.toContain('As of');
  });

  it('names each source that answers with its date and who speaks, the newest first', async () => {
    const { line, reply } = await ask(record, 'How many sailors took part?');
    expect(line.citations.map(({ source }) => source).sort()).toEqual(['archive/ferry-strike.md', 'ferry-strike.md']);
    expect(reply.references.map(({ date }) => date)).toEqual(['14 March 2031', '12 March 2031']);
    expect(reply.lines.map((each) => each.text)).toEqual([
      'The harbour board in Coast Chronicle, 14 March 2031: “The harbour board said 31 sailors took part in the strike.”',
      'The union in Northern Wire, 12 March 2031: “The union said 46 sailors took part.”',
    ]);
  });

  it('says what is wrong with a message that is no question', async () => {
    expect((await ask(record, '???')).line.reason).toBe('empty');
    expect((await ask(record, 'bridge '.repeat(300))).line.reason).toBe('too-long');
  });

  it('is the same record whatever it is opened as, and another when a byte changes', async () => {
    const folder = join(scratch, 'changed');
    cpSync(FOLDER, folder, { recursive: true });
    const { corpus } = await openRecord({ directory: folder });
    expect(corpus.hash).toBe(record.corpus.hash);
    writeFileSync(join(folder, 'lighthouse.txt'), 'The lamp is green.\n');
    expect((await openRecord({ directory: folder })).corpus.hash).not.toBe(corpus.hash);
  });
});

describe('articles beside a curated record', () => {
  it('answers from the record first, then from the articles', async () => {
    expect((await ask(mixed, 'Which bridge was closed?')).line.citations[0]).toMatchObject({
      source: 'bridge',
      statement: 'bridge-closed',
      quote: null,
    });
    expect(placeOf((await ask(mixed, 'Who built the lighthouse on Skarn?')).line)).toBe('lighthouse.txt 2.1');
  });

  it('answers from the named sources only', async () => {
    const question = 'How many sailors took part?';
    const lines = await askLines(
      mixed,
      { id: '1', question, documents: ['archive/ferry-strike.md'] },
      { id: '2', question, documents: ['lighthouse.txt'] },
      { id: '3', question: 'Which bridge was closed?', documents: ['lighthouse.txt'] },
      { id: '4', question: 'Which bridge was closed?', documents: ['bridge.yaml'] },
      { id: '5', question, documents: ['bakery.md', 'nowhere.md'] },
    );
    expect(lines.map((line) => line.status)).toEqual(['answered', 'abstained', 'abstained', 'answered', 'failed']);
    expect(lines[0]?.citations.map(({ source }) => source)).toEqual(['archive/ferry-strike.md']);
    expect(lines[4]?.error).toContain('nowhere.md');
    const cited = lines.slice(1, 3).flatMap((line) => [...line.related, ...(line.candidates ?? [])]);
    expect(cited.every(({ source }) => source === 'lighthouse.txt')).toBe(true);
  });

  it('tells all that is wrong with both kinds in one error', async () => {
    const folder = join(scratch, 'broken');
    cpSync(mixedFolder, folder, { recursive: true });
    writeFileSync(join(folder, 'bad.txt'), Uint8Array.of(0x41, 0xff, 0x42));
    writeFileSync(join(folder, 'archive', 'empty.md'), '');
    writeFileSync(join(folder, 'more.yaml'), 'statments: []\n');
    const error = await openRecord({ directory: folder }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CorpusError);
    const files = new Set((error as CorpusError).findings.map(({ file }) => file));
    expect([...files]).toEqual(['archive/empty.md', 'bad.txt', 'more.yaml'].map((name) => join(folder, name)));
  });
});

describe('corpus', () => {
  async function run(...args: readonly string[]) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const open = (directory: string) => openRecord({ directory });
    const read = Promise.all([text(stdout), text(stderr)]);
    const status = await runCorpusCommand(args, { directory: scratch, open, stdout, stderr });
    stdout.end();
    stderr.end();
    const [output, errors] = await read;
    return { status, output, errors };
  }

  it('check counts articles and their sentences', async () => {
    const { status, output } = await run('check', FOLDER);
    expect(status).toBe(0);
    expect(output).toContain('0 sources, 0 statements, 0 gaps, 0 examples, 5 articles, ');
  });

  it('import makes a corpus file and prints what was understood', async () => {
    const folder = join(scratch, 'imported');
    const { status, output, errors } = await run('import', join(FOLDER, 'ferry-strike.md'), '--corpus', folder);
    expect([status, errors]).toEqual([0, '']);
    expect(output).toContain('publisher: Northern Wire');
    expect(output).toContain('1.2');
    expect((await run('check', folder)).status).toBe(0);
  });

  it('verify proves a corpus file by the Markdown that it was imported from', async () => {
    const [folder, file] = [join(scratch, 'markdown'), join(scratch, 'lamp.md')];
    const front = '---\ntitle: The lamp\npublisher: Coast\n---\n';
    const body = '## Why\n\n> It burns at\n> night. Yes.\n\n- So.\n- Thus.\n';
    for (const text of [`# The lamp\n\n${body}`, `# The lamp\n${body}`, front + body, `${front}# The lamp\n${body}`]) {
      writeFileSync(file, text);
      await run('import', file, '--corpus', folder, '--force');
      const { status, output } = await run('verify', '--source', file, folder);
      expect([status, output]).toEqual([0, expect.stringContaining('headline  found')]);
      expect(output).toContain('\nPROVEN: ');
    }
    expect((await run('verify', '--source', join(FOLDER, 'lighthouse.txt'), folder)).status).toBe(1);
  });

  it('import goes on past faulty files, and tells all that is wrong with them', async () => {
    const folder = join(scratch, 'several');
    const [bad, empty] = [join(scratch, 'bad.md'), join(scratch, 'empty.txt')];
    writeFileSync(bad, Uint8Array.of(0x41, 0xff));
    writeFileSync(empty, '');
    const sound = ['ferry-strike.md', 'lighthouse.txt'].map((name) => join(FOLDER, name)) as [string, string];
    const { status, output, errors } = await run('import', bad, sound[0], empty, sound[1], '--corpus', folder);
    expect(status).toBe(2);
    expect(output.match(/: written$/gm)).toHaveLength(2);
    expect((await run('check', folder)).output).toContain('2 sources');
    expect(errors.split('\n')).toEqual([
      `${bad}:1: encoding: is not UTF-8 (byte 0xFF); save the file as UTF-8 text`,
      `${empty}:1: text: the file is empty; write the article into it, or take it out`,
      '2 of 4 files not imported.',
      '',
    ]);
  });

  it('import tells once what is wrong with an option', async () => {
    const files = ['ferry-strike.md', 'lighthouse.txt'].map((name) => join(FOLDER, name));
    const { status, errors } = await run('import', ...files, '--published', 'soon');
    expect([status, errors]).toEqual([
      2,
      'on-record: --published is no date; write it as 2019-10-24\n2 of 2 files not imported.\n',
    ]);
  });

  it('import says what it needs', async () => {
    expect((await run('import')).errors).toContain('import needs the files');
    expect((await run('import', join(FOLDER, 'none.md'))).errors).toContain('none.md: cannot be read');
    expect((await run('check', '--title', 'x')).errors).toContain('check takes no --title');
  });
});
