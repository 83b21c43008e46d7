import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { BRIDGE, runProcess, runProgram, startProgram } from './program.ts';

describe('one question on the command line', () => {
  it('is answered with a numbered citation and status 0', async () => {
    const { status, stdout, stderr } = await runProcess(['ask', 'why did relations get worse?']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/limits on exports .*\[1\]/);
    expect(stdout).toMatch(/^\[1\] .*24 October 2019.*Ongoing Tensions - Tokyo.*paragraph 6/m);
    expect(stderr).toBe('');
  });

  it('that the record does not answer ends with status 1 and says what is on record nearby', async () => {
    const { status, stdout } = await runProcess(['ask', '--corpus', BRIDGE, 'How much does the repair cost?']);
    expect(status).toBe(1);
    expect(stdout).toContain('The record does not say what the repair of the bridge costs.');
    expect(stdout).toContain('takes eight months. [1]');
  });

  it('that is small talk ends with status 0', async () => {
    const { status, stdout } = await runProgram(['ask', 'hello']);
    expect(status).toBe(0);
    expect(stdout).not.toBe('');
  });

  it('may be typed without quotation marks', async () => {
    const quoted = await runProgram(['ask', '--corpus', BRIDGE, 'Why was the bridge closed?']);
    const loose = await runProgram(['ask', '--corpus', BRIDGE, 'Why', 'was', 'the', 'bridge', 'closed?']);
    expect(loose).toEqual(quoted);
  });

  it('may begin with a hyphen after two hyphens', async () => {
    const { status, stdout } = await runProgram([
      'ask',
      '--corpus',
      BRIDGE,
      '--',
      '--help me: why was the bridge closed?',
    ]);
    expect(stdout).not.toMatch(/^Usage/);
    expect(status).not.toBe(2);
  });

  it.each(['', '   ', '🙂🙂', '\u202e\u200b'])('without a word in it (%j) is not on record', async (question) => {
    const { status, stdout } = await runProgram(['ask', '--json', question]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'abstained', reason: 'empty', citations: [] });
  });

  it('carries no colour and no control characters into a pipe', async () => {
    const { stdout } = await runProgram(['ask', 'why did \u001b[31mrelations\u0007 get worse?']);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('that tells no language is answered in that of --lang', async () => {
    const asked = async (...args: string[]) =>
      JSON.parse((await runProgram(['ask', '--json', ...args, '2019'])).stdout);
    expect((await asked('--lang', 'auto')).language).toBe('en');
    expect((await asked('--lang', 'ko')).language).toBe('ko');
    expect((await asked('--lang', 'ja')).text).toMatch(/記録|記事/);
  });

  it('leaves standard input alone', async () => {
    const child = startProgram(['ask', 'hello']);
    const [status] = await once(child, 'exit');
    expect(status).toBe(0);
  });
});

describe('--json', () => {
  it('prints the answer as one line, in the form that is agreed on', async () => {
    const { status, stdout } = await runProgram([
      'ask',
      '--json',
      '--corpus',
      BRIDGE,
      'How long does the repair take?',
    ]);
    expect(status).toBe(0);
    expect(stdout.match(/\n/g)).toHaveLength(1);
    const line = JSON.parse(stdout);
    expect(Object.keys(line).sort()).toEqual(
      ['citations', 'explain', 'gap', 'id', 'language', 'reason', 'related', 'score', 'status', 'text'].sort(),
    );
    expect(line).toMatchObject({ id: null, status: 'answered', reason: null, language: 'en', gap: null, related: [] });
    expect(line.citations[0]).toMatchObject({ source: 'bridge', paragraph: 2, sentence: 1, also: [], quote: null });
  });

  it('says the same as the text without it', async () => {
    const question = ['--corpus', BRIDGE, 'Which bridge was closed?'];
    const plain = await runProgram(['ask', ...question]);
    const json = await runProgram(['ask', '--json', ...question]);
    expect(`${JSON.parse(json.stdout).text}\n`).toBe(plain.stdout);
  });

  it('lists the ranking with --candidates, answered or not', async () => {
    const asked = async (question: string) => {
      const { stdout } = await runProgram(['ask', '--json', '--candidates', '2', '--corpus', BRIDGE, question]);
      return JSON.parse(stdout);
    };
    const answered = await asked('Why was the old bridge closed by the council?');
    expect(answered.candidates).toHaveLength(2);
    expect(answered.candidates[0]).toEqual(answered.citations[0]);
    const abstained = await asked('How much does the repair cost?');
    expect(abstained.candidates[0]).toMatchObject({ source: 'bridge', paragraph: 2, sentence: 1 });
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    ['an unknown option', ['ask', '--colour', 'why?'], '--colour'],
    ['an unknown command', ['aks', 'why?'], 'aks'],
    ['--candidates without --json', ['ask', '--candidates', '3', 'why?'], '--json'],
    ['--candidates 0', ['ask', '--json', '--candidates', '0', 'why?'], '--candidates'],
    ['--candidates many', ['ask', '--json', '--candidates', 'many', 'why?'], '--candidates'],
    ['--corpus without a folder', ['ask', '--corpus'], '--corpus'],
    ['--lang with none of the choices', ['ask', '--lang', 'fr', 'why?'], '--lang'],
    ['--lang in the terminal with none of the choices', ['repl', '--lang', 'fr'], '--lang'],
    ['an option of another command', ['repl', '--json'], '--json'],
  ])(
    '%s: status 2, the usage and the word at fault on standard error, nothing on standard output',
    async (_, args, word) => {
      const { status, stdout, stderr } = await runProgram(args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(word);
      expect(stderr).toContain('Usage: npm');
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it.each([[['--help']], [['ask', '--help']], [['repl', '-h']], [['corpus', '--help']]])(
    '%j prints the usage with status 0',
    async (args) => {
      const { status, stdout } = await runProgram(args);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^Usage: npm/);
    },
  );

  it('a corpus folder that is not there ends with status 2 and one line', async () => {
    const { status, stdout, stderr } = await runProcess(['ask', '--corpus', '/no/such/folder', 'why?']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^on-record: .*\/no\/such\/folder.*\n$/);
  });
});

describe('questions as lines of JSON', () => {
  it('are answered one a line, in order, under their ids', async () => {
    const input = Array.from({ length: 50 }, (_, at) =>
      JSON.stringify({ id: `q${at}`, question: 'Is the bridge closed?' }),
    );
    const { status, stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], { input: input.join('\n') });
    expect(status).toBe(0);
    expect(parse(stdout).map(({ id }) => id)).toEqual(input.map((_, at) => `q${at}`));
  });

  it('are each answered before the next one is there', async () => {
    const child = startProgram(['ask', '--json', '--corpus', BRIDGE]);
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(`${JSON.stringify({ id, question: 'Is the bridge closed?' })}\n`);
      expect(JSON.parse((await answers.next()).value).id).toBe(id);
    }
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it.each([
    ['no JSON', 'nonsense', null],
    ['cut short', '{"id": "x", "question": "why', null],
    ['a list', '["why?"]', null],
    ['a text', '"why?"', null],
    ['null', 'null', null],
    ['no question', '{"id": "x"}', 'x'],
    ['a question that is a number', '{"id": "x", "question": 5}', 'x'],
    ['a history that is a text', '{"id": "x", "question": "why?", "history": "what?"}', 'x'],
    ['documents that are numbers', '{"id": "x", "question": "why?", "documents": [1]}', 'x'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), null],
  ])('a malformed line (%s) fails in its place and the run goes on', async (_, bad, id) => {
    const good = Buffer.from('{"id": "good", "question": "Is the bridge closed?"}\n');
    const input = Buffer.concat([good, Buffer.from(bad), Buffer.from('\n'), good]);
    const { status, stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], { input });
    const [first, failed, last] = parse(stdout);
    expect(status).toBe(0);
    expect([first.status, last.status]).toEqual(['answered', 'answered']);
    expect(failed).toEqual({ id, line: 2, status: 'failed', error: expect.stringMatching(/./) });
  });

  it('understand a question by the history that comes with it, and forget it afterwards', async () => {
    const input = [
      { id: 'alone', question: 'and why?' },
      { id: 'led', question: 'and why?', history: ['Is the bridge closed?'] },
      { id: 'again', question: 'and why?' },
    ];
    const { stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], {
      input: input.map((each) => JSON.stringify(each)).join('\n'),
    });
    const [alone, led, again] = parse(stdout);
    expect([alone.status, led.status]).toEqual(['abstained', 'answered']);
    expect({ ...again, id: 'alone' }).toEqual(alone);
  });

  it('may name their documents by id or file name; an unknown name fails, naming it', async () => {
    const input = [['bridge'], ['bridge.yaml'], ['bridge', 'tunnel']]
      .map((documents) => JSON.stringify({ id: documents.join(), question: 'Is the bridge closed?', documents }))
      .join('\n');
    const { status, stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], { input });
    const [byId, byFile, unknown] = parse(stdout);
    expect(status).toBe(0);
    expect([byId.status, byFile.status, unknown.status]).toEqual(['answered', 'answered', 'failed']);
    expect(unknown.error).toContain('tunnel');
  });

  it('may end their lines as Windows does and begin with a byte order mark', async () => {
    const input = '\uFEFF{"id": "1", "question": "Is the bridge closed?"}\r\n\r\n{"id": "2", "question": "hello"}\r\n';
    const { stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], { input });
    expect(parse(stdout).map(({ id, status }) => [id, status])).toEqual([
      ['1', 'answered'],
      ['2', 'small-talk'],
    ]);
  });

  it('may be longer than a question can be: told, not failed', async () => {
    const input = JSON.stringify({ id: 'long', question: 'why '.repeat(250_000) });
    const { stdout } = await runProgram(['ask', '--json', '--corpus', BRIDGE], { input });
    expect(parse(stdout)).toMatchObject([{ id: 'long', status: 'abstained', reason: 'too-long' }]);
  });
});

describe('questions as plain lines', () => {
  it('are answered as texts, parted by an empty line, with status 0 also when one is not on record', async () => {
    const input = 'Why was the bridge closed?\n\nHow much does the repair cost?';
    const { status, stdout } = await runProgram(['ask', '--corpus', BRIDGE], { input });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /rust in its pillars[\s\S]*\n\n.*The record does not say what the repair of the bridge costs/,
    );
  });

  it('that are none at all are nothing to answer, and no failure', async () => {
    expect(await runProgram(['ask'], { input: '' })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('are answered as far as they can be read where bytes are broken', async () => {
    const input = Buffer.concat([
      Buffer.from('Why was the bridge '),
      Buffer.from([0xff, 0xc0]),
      Buffer.from(' closed?\n'),
    ]);
    const { status, stdout, stderr } = await runProgram(['ask', '--corpus', BRIDGE], { input });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});

describe('a reader that leaves', () => {
  it.each([{ args: ['ask', '--json'] }, { args: ['ask'] }, { args: ['repl'] }, { args: [] as string[] }])(
    'ends the program quietly: $args',
    async ({ args }) => {
      const child = startProgram([...args, '--corpus', BRIDGE]);
      let complaint = '';
      child.stderr.on('data', (data) => {
        complaint += data;
      });
      child.stdin.on('error', () => {});
      child.stdout.once('data', () => child.stdout.destroy());
      const question = 'Is the bridge closed?';
      const line = args.includes('--json') ? JSON.stringify({ id: '1', question }) : question;
      const asking = setInterval(() => child.stdin.write(`${line}\n`), 5);
      const [status] = await once(child, 'exit');
      clearInterval(asking);
      expect([status, complaint]).toEqual([0, '']);
    },
  );
});

function parse(stdout: string) {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
