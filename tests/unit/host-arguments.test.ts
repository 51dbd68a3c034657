import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCommand, WrongUsage } from '../../electron/cli/arguments.js';
import { said, sentence, speechOf } from '../../electron/cli/speech.js';
import { windowSwitches } from '../../electron/host/app-window.js';
import { browserPlaces, findBrowser, hasDisplay } from '../../electron/host/find-browser.js';
import { parseHostArguments } from '../../electron/host/host-arguments.js';
import { callFolder, defaultHome } from '../../electron/host/locations.js';

const folder = resolve('/somewhere/here');
const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), folder);

describe('the command line', () => {
  it('reads each command with its options', () => {
    expect(parse('import a.xlsx b.csv --ledger L --dry-run --json')).toEqual({ kind: 'import', files: [resolve(folder, 'a.xlsx'), resolve(folder, 'b.csv')], ledger: resolve(folder, 'L'), dryRun: true, remembered: false, attachPhotos: false, json: true });
    expect(parse('list assets --ledger=L')).toEqual({ kind: 'list', noun: 'assets', ledger: resolve(folder, 'L'), json: false });
    expect(parse('export projects --ledger L --format xlsx --audience public --out t.xlsx')).toEqual({
      kind: 'export', request: { kind: 'projects', format: 'xlsx', audience: 'public', language: 'zh', encoding: 'utf-8' }, ledger: resolve(folder, 'L'), out: resolve(folder, 't.xlsx'), json: false,
    });
    expect(parse('export ledger --ledger L --format pdf --audience internal --out t.pdf --columns code,name --group village --since 2026-03-01 --field-notes')).toMatchObject({
      request: { kind: 'ledger', format: 'pdf', columns: ['code', 'name'], group: 'village', since: '2026-03-01', fieldNotes: true },
    });
    expect(parse('export poster --ledger L --format png --out p.png --paper A1')).toMatchObject({ request: { kind: 'poster', format: 'png', audience: 'public', paper: 'A1', language: 'zh' } });
    expect(parse('check --ledger L')).toEqual({ kind: 'check', ledger: resolve(folder, 'L'), json: false });
    expect(parseCommand(['call', 'desk.history', '{"limit":3}', '--ledger', 'L'], folder)).toMatchObject({ kind: 'call', name: 'desk.history', input: { limit: 3 } });
    expect(parse('call ledger.status --ledger L')).toMatchObject({ input: {} });
    for (const line of ['help', '--help', '-h', 'import --help', 'list -h']) expect(parse(line)).toEqual({ kind: 'help' });
  });
  it('takes file names that look like options after a lone --', () => {
    expect(parse('import --ledger L -- --odd.xlsx')).toMatchObject({ files: [resolve(folder, '--odd.xlsx')] });
  });
  const wrong = [
    '', 'frobnicate', '__proto__', 'toString', 'import', 'import a.xlsx', 'import --ledger L', 'import a.xlsx --ledger', 'import a.xlsx --ledger --json', 'import a.xlsx --ledger L --dryrun', 'import a --ledger L --json=1',
    'list', 'list --ledger L', 'list things --ledger L', 'list assets projects --ledger L', 'list assets', 'check --ledger L extra', 'list assets --ledger L --format csv',
    'export projects --ledger L', 'export projects --ledger L --format docx --audience public --out x', 'export ledger --ledger L --format csv --audience public --out x --since yesterday', 'export poster --ledger L --format pdf --audience internal --out x', 'export poster --ledger L --format pdf --out x --paper A3', 'export projects --ledger L --format csv --audience all --out x', 'export projects --ledger L --format csv --audience public',
    'call --ledger L', 'call a.b {broken --ledger L', 'call a {} {} --ledger L', 'check --ledger=',
  ];
  for (const line of wrong) it(`says what is wrong with "${line}"`, () => {
    expect(() => parse(line)).toThrow(WrongUsage);
    try { parse(line); } catch (error) {
      expect((error as WrongUsage).text.zh).toMatch(/[一-龥]/);
      expect((error as WrongUsage).text.en).toMatch(/[a-z]/);
    }
  });
  it('speaks the language of the environment, and both where it names neither', () => {
    expect([speechOf({ LANG: 'zh_CN.UTF-8' }), speechOf({ LANG: 'en_GB.UTF-8' }), speechOf({ LANG: 'C.UTF-8' }), speechOf({})]).toEqual(['zh', 'en', 'both', 'both']);
    expect(speechOf({ LC_ALL: 'en_US', LANG: 'zh_CN' })).toBe('en');
    expect(said({ zh: '好。', en: 'Good.' }, 'both')).toBe('好。 Good.');
    expect(sentence({ zh: '好。', en: 'Good.' }, 'both')).toBe('好。');
  });
});

describe('a host’s arguments', () => {
  it('are folders, a port and whether to open a window', () => {
    expect(parseHostArguments(['--ledger', 'L', '--home', 'H', '--port', '8123', '--no-open'], folder)).toEqual({ ledger: resolve(folder, 'L'), home: resolve(folder, 'H'), port: 8123, open: false });
    expect(parseHostArguments([], folder)).toMatchObject({ port: 0, open: true });
  });
  it('are refused when they are anything else', () => {
    for (const words of [['--port', '70000'], ['--port', 'x'], ['--port='], ['--ledger', ''], ['--what'], ['extra'], ['--home']]) expect(parseHostArguments(words, folder)).toHaveProperty('wrong');
  });
  it('leave settings where this kind of machine keeps them', () => {
    expect(defaultHome('linux', { XDG_CONFIG_HOME: '/c' }, '/home/u')).toMatch(/c.xishan$/);
    expect(defaultHome('linux', {}, '/home/u')).toMatch(/u.\.config.xishan$/);
    expect(defaultHome('darwin', {}, '/Users/u')).toMatch(/Application Support.Xishan$/);
    expect(defaultHome('win32', { APPDATA: '/roam' }, '/u')).toMatch(/roam.Xishan$/);
    expect(defaultHome('linux', { XISHAN_HOME: '/elsewhere' }, '/home/u')).toBe('/elsewhere');
  });
});

describe('relative paths', () => {
  const root = resolve(import.meta.dirname, '../..');
  it('count from where npm was called, not from where it went to run the script', () => {
    expect(callFolder({ INIT_CWD: '/called/here', npm_lifecycle_event: 'cli' }, root)).toBe('/called/here');
  });
  it('count from the folder of the process when something else runs the program in it', () => {
    expect(callFolder({ INIT_CWD: '/called/here', npm_lifecycle_event: 'test' }, root)).toBe(root);
    expect(callFolder({ INIT_CWD: '/called/here', npm_lifecycle_event: 'cli' }, '/elsewhere')).toBe('/elsewhere');
    expect(callFolder({}, '/elsewhere')).toBe('/elsewhere');
  });
});

describe('the machine’s browser', () => {
  it('is looked for where Windows, macOS and Linux keep it', () => {
    const there = (...files: string[]) => (file: string) => files.includes(file);
    expect(findBrowser('linux', { PATH: '/usr/bin:/bin' }, there('/usr/bin/chromium', '/usr/bin/google-chrome'))).toBe('/usr/bin/chromium');
    expect(findBrowser('linux', { PATH: '' }, there('/opt/google/chrome/chrome'))).toBe('/opt/google/chrome/chrome');
    expect(findBrowser('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, there('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'))).toContain('msedge.exe');
    expect(findBrowser('darwin', { HOME: '/Users/u' }, there('/Users/u/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'))).toContain('/Users/u/');
    expect(findBrowser('linux', { PATH: '/usr/bin' }, () => false)).toBeUndefined();
  });
  it('takes a browser in a snap only when there is no other', () => {
    expect(browserPlaces('linux', { PATH: '/snap/bin:/usr/bin' }).findIndex((file) => file.startsWith('/snap/'))).toBe(browserPlaces('linux', { PATH: '/snap/bin:/usr/bin' }).length - 1);
  });
  it('is the one that XISHAN_BROWSER names and no other', () => {
    expect(browserPlaces('linux', { XISHAN_BROWSER: '/my/browser', PATH: '/usr/bin' })).toEqual(['/my/browser']);
  });
  it('opens our page alone, in a profile of its own, and gives up its sandbox for root on Linux only', () => {
    const switches = windowSwitches({ address: 'http://127.0.0.1:1/?token=x', profile: '/p', rootOnLinux: false });
    expect(switches).toContain('--app=http://127.0.0.1:1/?token=x');
    expect(switches).toContain('--user-data-dir=/p');
    expect(switches).toContain('--disable-background-networking');
    expect(switches).not.toContain('--no-sandbox');
    expect(windowSwitches({ address: '', profile: '', rootOnLinux: true })).toContain('--no-sandbox');
  });
  it('needs a display on Linux', () => {
    expect([hasDisplay('linux', {}), hasDisplay('linux', { DISPLAY: ':0' }), hasDisplay('linux', { WAYLAND_DISPLAY: 'w' }), hasDisplay('win32', {}), hasDisplay('darwin', {})]).toEqual([false, true, true, true, true]);
  });
});
