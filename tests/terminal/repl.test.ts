import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../adapters/repl/columns.ts';
import { emptyFolder } from './program.ts';
import { KEY, openScreen, paste, type Screen } from './screen.ts';

const CAUSE = 'Why was the bridge closed?';

async function ask(screen: Screen, line: string): Promise<string> {
  screen.raw();
  await screen.type(line + KEY.enter);
  return screen.text();
}

describe('asking', () => {
  it('greets with what it answers from and how to get help', async () => {
    const screen = await openScreen();
    expect(screen.text()).toMatch(/Old Bridge Closes - Town Council[\s\S]*:help[\s\S]*> $/);
  });

  it('answers with the statement and its numbered citation, and asks for the next question', async () => {
    const screen = await openScreen();
    expect(await ask(screen, CAUSE)).toMatch(/rust in its pillars\. \[1\][\s\S]*\[1\] .*5 March 2021[\s\S]*> $/);
  });

  it('remembers the conversation, and forgets it after :reset', async () => {
    const screen = await openScreen();
    await ask(screen, 'Is the bridge closed?');
    expect(await ask(screen, 'and why?')).toMatch(/\[1\] According to the town council/);
    await ask(screen, ':reset');
    expect(await ask(screen, ':why')).toContain('Ask something first');
    expect(await ask(screen, 'and why?')).toContain('Not on record');
  });

  it('answers lines that come in at once one after the other', async () => {
    const screen = await openScreen();
    const shown = await ask(screen, `${CAUSE}\rHow long does the repair take?`);
    expect(shown).toMatch(/rust in its pillars\. \[1\][\s\S]*eight months\. \[1\]/);
  });

  it('passes over an empty line', async () => {
    const screen = await openScreen();
    expect((await ask(screen, '  ')).replaceAll(/[\s>]/g, '')).toBe('');
  });

  it('takes a paste of several lines for one question', async () => {
    const screen = await openScreen();
    screen.raw();
    await screen.type(paste('Why was\r\n\t the bridge\nclosed?\n'));
    expect(screen.text()).toContain('Why was the bridge closed? ');
    await screen.type(KEY.enter);
    expect(screen.text().match(/rust in its pillars\. \[1\]/g)).toHaveLength(1);
  });
});

describe('the look', () => {
  it('is in colour on a terminal', async () => {
    const screen = await openScreen();
    screen.raw();
    await screen.type(CAUSE + KEY.enter);
    expect(screen.raw()).toMatch(/\u001b\[36m\[1\]\u001b\[39m/);
  });

  it.each([
    ['with NO_COLOR', { NO_COLOR: '1' }],
    ['on a dumb terminal', { TERM: 'dumb' }],
  ])('is without colour %s', async (_, environment) => {
    const screen = await openScreen({ environment });
    await screen.type(CAUSE + KEY.enter);
    const shown = screen.raw();
    expect(shown).toContain('rust');
    expect(shown).not.toMatch(/\u001b\[[\d;]*m/);
  });

  it('is in colour with an empty NO_COLOR, which counts as unset', async () => {
    const screen = await openScreen({ environment: { NO_COLOR: '' } });
    await screen.type(CAUSE + KEY.enter);
    expect(screen.raw()).toMatch(/\u001b\[36m/);
  });

  it.each([20, 33, 60, 200])('folds everything to %i columns', async (columns) => {
    const screen = await openScreen({ columns });
    screen.raw();
    for (const line of [CAUSE, 'How much does the repair cost?', ':help', ':topics', ':sources', ':why']) {
      const shown = (await ask(screen, line)).split('\n').slice(1);
      for (const each of shown) expect(each.replace('\r', '').length).toBeLessThanOrEqual(columns);
    }
  });

  it('says the same words at any width', async () => {
    const words = async (columns: number) => {
      const screen = await openScreen({ columns });
      return (await ask(screen, ':topics')).replaceAll(/\s+/g, ' ');
    };
    expect(await words(24)).toBe(await words(90));
  });
});

describe('commands', () => {
  it(':help names every command', async () => {
    const shown = await ask(await openScreen(), ':help');
    for (const command of [':help', ':topics', ':sources', ':why', ':json', ':lang', ':reset', ':quit'])
      expect(shown).toContain(command);
  });

  it.each([
    ['ko', '언어: 한국어', '명령'],
    ['ja', '言語：日本語', 'コマンド'],
  ])(':lang %s makes the terminal speak it, until :lang auto', async (language, told, title) => {
    const screen = await openScreen();
    expect(await ask(screen, `:lang ${language}`)).toContain(told);
    expect(await ask(screen, ':help')).toContain(title);
    expect(await ask(screen, ':lang')).toContain(told);
    expect(await ask(screen, ':lang auto')).toContain('Language: that of your questions');
    expect(await ask(screen, ':help')).toContain('Commands');
  });

  it(':lang to none there is tells the choices and changes nothing', async () => {
    const screen = await openScreen();
    expect(await ask(screen, ':lang fr')).toContain('"fr" is none of the languages: en, ko, ja, auto.');
    expect(await ask(screen, ':help')).toContain('Commands');
  });

  it('a terminal that is set to Korean is greeted in Korean, and folds to its columns', async () => {
    const screen = await openScreen({ columns: 40, environment: { LANG: 'ko_KR.UTF-8' } });
    expect(screen.text()).toContain('질문을 입력하거나 :help를');
    for (const line of [':help', ':sources', ':why']) {
      const shown = (await ask(screen, line)).split('\n').slice(1);
      for (const each of shown) expect(columnsOf(each.replace('\r', ''))).toBeLessThanOrEqual(40);
    }
  });

  it(':topics lists a question for everything on record, under its topic', async () => {
    const shown = await ask(await openScreen(), ':topics');
    expect(shown).toMatch(
      /The closing\n- Which bridge was closed\?\n- Why was the bridge closed\?\n\nThe repair\n- How long/,
    );
  });

  it(':sources tells title, publisher, dateline and date', async () => {
    const shown = await ask(await openScreen(), ':sources');
    expect(shown).toMatch(
      /Old Bridge Closes - Town Council\nPublisher: The Riverside Gazette\nDateline: RIVERSIDE\nDate: 5 March 2021/,
    );
  });

  it(':why tells matched words, missing words, the rule and the candidates with scores', async () => {
    const screen = await openScreen();
    await ask(screen, 'Why was the bridge closed by inspectors on Tuesday?');
    const shown = await ask(screen, ':why');
    expect(shown).toMatch(/Matched words: .*bridge/);
    expect(shown).toMatch(/Missing words: .*Tuesday/i);
    expect(shown).toMatch(/Rule: +\S/);
    expect(shown).toMatch(/Candidates, best first\n[01]\.\d{3} {2}1\.2 {2}bridge-cause: The old bridge/);
  });

  it(':json prints the last answer as one line of JSON, whatever the width', async () => {
    const screen = await openScreen({ columns: 30 });
    await ask(screen, CAUSE);
    const line = (await ask(screen, ':json')).split('\n').find((each) => each.startsWith('{'));
    expect(JSON.parse(line ?? '')).toMatchObject({ status: 'answered', citations: [{ statement: 'bridge-cause' }] });
  });

  it.each([':why', ':json'])('%s before the first question says so', async (command) => {
    expect(await ask(await openScreen(), command)).toContain('Ask something first.');
  });

  it('may be shortened, and written as Korean and Japanese keyboards do', async () => {
    const screen = await openScreen();
    expect(await ask(screen, ':so')).toContain('Riverside Gazette');
    expect(await ask(screen, '：sources')).toContain('Riverside Gazette');
  });

  it('that do not exist are told, and the session goes on', async () => {
    const screen = await openScreen();
    expect(await ask(screen, ':frobnicate')).toMatch(/:frobnicate[\s\S]*:help/);
    expect(await ask(screen, CAUSE)).toContain('rust');
  });
});

describe('leaving', () => {
  it.each([
    [':quit', `:quit${KEY.enter}`],
    [':q', `:q${KEY.enter}`],
    ['Ctrl-D', KEY.controlD],
    ['Ctrl-C twice', KEY.controlC + KEY.controlC],
  ])('%s leaves with status 0 and gives the terminal back', async (_, keys) => {
    const screen = await openScreen();
    expect(screen.raw()).toContain('\u001b[?2004h');
    await screen.type(keys);
    expect(await screen.ended).toBe(0);
    expect(screen.raw()).toContain('\u001b[?2004l');
  });

  it.each(['SIGTERM', 'SIGHUP'])('%s leaves with status 0', async (signal) => {
    const screen = await openScreen();
    screen.signals.emit(signal);
    expect(await screen.ended).toBe(0);
  });

  it('Ctrl-C clears the line and stays; what is typed after it is a new line', async () => {
    const screen = await openScreen();
    await screen.type(`nonsense${KEY.left}${KEY.left}${KEY.controlC}`);
    expect(screen.hasEnded()).toBe(false);
    expect(await ask(screen, CAUSE)).toMatch(/^Why was the bridge closed\?\r\n[\s\S]*rust/);
    await screen.type(`half a question${KEY.controlC}`);
    await screen.type(`another${KEY.controlC}`);
    expect(screen.hasEnded()).toBe(false);
  });

  it('lines that were typed before the end are still answered', async () => {
    const screen = await openScreen();
    screen.raw();
    await screen.type(`${CAUSE}\r${KEY.controlD}`);
    expect(await screen.ended).toBe(0);
    expect(screen.text()).toContain('rust in its pillars. [1]');
  });
});

describe('completion', () => {
  it('completes a command', async () => {
    const screen = await openScreen();
    for (const keys of [':sou', KEY.tab, KEY.enter]) await screen.type(keys);
    expect(screen.text()).toContain('Riverside Gazette');
  });

  it('completes a question that the record answers, whatever its capitals', async () => {
    const screen = await openScreen();
    screen.raw();
    for (const keys of ['why was', KEY.tab, KEY.enter]) await screen.type(keys);
    expect(screen.text()).toMatch(/why was the bridge closed\?[\s\S]*rust in its pillars/);
  });

  it('finds a question by a word in it', async () => {
    const screen = await openScreen();
    screen.raw();
    for (const keys of ['months will', KEY.tab, KEY.enter]) await screen.type(keys);
    expect(screen.text()).toMatch(/How many months will the repair last\?[\s\S]*eight months/);
  });

  it('lists what may follow where several do', async () => {
    const screen = await openScreen();
    screen.raw();
    for (const keys of ['wh', KEY.tab, KEY.tab]) await screen.type(keys);
    const shown = screen.text();
    for (const question of ['why was the bridge closed?', 'which bridge was closed?'])
      expect(shown.toLowerCase()).toContain(question);
  });
});

describe('history', () => {
  const file = (state: string) => join(state, 'on-record', 'history');

  it('is kept from run to run, for its owner only', async () => {
    const first = await openScreen();
    await ask(first, CAUSE);
    await first.type(KEY.controlD);
    await first.ended;
    expect(statSync(file(first.state)).mode & 0o777).toBe(0o600);
    const second = await openScreen({ state: first.state });
    second.raw();
    await second.type(KEY.up + KEY.enter);
    expect(second.text()).toContain('rust in its pillars. [1]');
  });

  it('keeps the last thousand lines, also of two sessions side by side', async () => {
    const state = emptyFolder();
    mkdirSync(join(state, 'on-record'));
    writeFileSync(file(state), Array.from({ length: 1200 }, (_, at) => `question ${at}\n`).join(''));
    const [one, two] = [await openScreen({ state }), await openScreen({ state })];
    await ask(one, ':help');
    await ask(two, CAUSE);
    for (const screen of [one, two]) {
      await screen.type(KEY.controlD);
      await screen.ended;
    }
    const lines = readFileSync(file(state), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1000);
    expect(lines.slice(-3)).toEqual(['question 1199', ':help', CAUSE]);
  });

  it('closes an older file to others', async () => {
    const state = emptyFolder();
    mkdirSync(join(state, 'on-record'));
    writeFileSync(file(state), '');
    chmodSync(file(state), 0o644);
    await openScreen({ state });
    expect(statSync(file(state)).mode & 0o777).toBe(0o600);
  });

  it('keeps a paste of several lines as one', async () => {
    const screen = await openScreen();
    await screen.type(paste('Why was\nthe bridge closed?') + KEY.enter);
    expect(readFileSync(file(screen.state), 'utf8')).toBe(`${CAUSE}\n`);
  });

  it('is not kept with REPL_HISTORY=off', async () => {
    const screen = await openScreen({ environment: { REPL_HISTORY: 'off' } });
    await ask(screen, CAUSE);
    expect(() => statSync(file(screen.state))).toThrow('ENOENT');
  });

  it('that cannot be kept is told once and keeps nobody from asking', async () => {
    const state = join(emptyFolder(), 'file');
    writeFileSync(state, '');
    const screen = await openScreen({ state });
    expect(screen.text()).toContain('is not kept');
    expect(await ask(screen, CAUSE)).toContain('rust');
  });
});

describe('odd input', () => {
  it.each([
    ['escape sequences in a paste', paste('why \u001b[31mwas\u0003 \u0004the bridge closed?')],
    ['a paste that never ends', '\u001b[200~why was the bridge closed?'],
    ['an end mark without a paste', '\u001b[201~'],
    ['keys that mean nothing', '\u001b[99~\u001b[1;5P\u001bq'],
    ['a very long line', 'why '.repeat(3000)],
    ['Korean and emoji', '왜 다리가 닫혔나요? 🌉'],
  ])('%s ends no session and drives no terminal', async (_, keys) => {
    const screen = await openScreen();
    await screen.type(keys);
    await screen.type(`\u001b[201~${KEY.enter}`);
    await screen.type(CAUSE + KEY.enter);
    expect(screen.hasEnded()).toBe(false);
    const shown = stripVTControlCharacters(screen.raw());
    expect(shown).toContain('rust in its pillars. [1]');
  });
});
