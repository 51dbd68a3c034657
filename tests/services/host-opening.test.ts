import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { firstSettings } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { ledgerOfWord, ledgerOfWords } from '../../electron/host/asked-ledger.js';
import { doorName } from '../../electron/services/ledger-door.js';
import { eventually } from '../builders/eventually.js';
import { runShell, type RunningShell, type ShellPlay } from '../builders/shell.js';

let folder: string;
let ledger: string;
let door: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xishan-opening-'));
  ledger = join(folder, '溪口 乡');
  mkdirSync(ledger);
  writeFileSync(join(ledger, 'ledger.json'), '{}');
  door = join(ledger, doorName);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const status = { name: '溪口', folder: '/x', sample: false, readOnly: false, seq: 0, canUndo: false, canRedo: false };
const broken = new FailureError('damaged', { zh: '账本坏了', en: 'The ledger is broken' });
let running: RunningShell | undefined;
const open = vi.fn();
const start = async (play: ShellPlay = {}) => {
  open.mockReset().mockReturnValue(status);
  running = await runShell({ ...play, handlers: { 'ledger.open': open, ...play.handlers } });
  return running;
};
afterEach(() => running?.end());

describe('a word of the system', () => {
  it('means the ledger that its file lies in, however it is written', () => {
    for (const word of [door, ledger, pathToFileURL(door).href, pathToFileURL(ledger).href, join('溪口 乡', doorName), join(ledger, '改了名.XISHAN')]) expect([word, ledgerOfWord(word, folder)]).toEqual([word, ledger]);
  });
  it('means no ledger where it is a switch, another address, another file or a folder without one', () => {
    for (const word of ['', '-psn_0_1234', '--no-sandbox', '--open=x.xishan', 'https://example.com/a.xishan', 'xishan://a.xishan', folder, join(ledger, 'ledger.json'), 'file://%zz/', 'a\0.xishan', `${'x'.repeat(2100)}.xishan`]) expect([word, ledgerOfWord(word, folder)]).toEqual([word, undefined]);
  });
  it('is looked for before our own words only', () => {
    expect(ledgerOfWords(['--enable-logging', door], folder)).toBe(ledger);
    expect(ledgerOfWords(['--', door], folder)).toBeUndefined();
  });
});

describe('a double click on a ledger', () => {
  it('starts the program on that ledger', async () => {
    const { made, shell } = await start({ options: { asked: ledger } });
    expect(made.map(({ ledger: given }) => given)).toEqual([ledger]);
    expect([open.mock.calls, shell.boxes]).toEqual([[], []]);
  });
  it('starts the program all the same where it cannot be opened, and says why in the program’s language', async () => {
    const { made, shell } = await start({ options: { asked: ledger }, electron: {}, refuse: (given) => (given === ledger ? broken : undefined), handlers: { 'settings.get': () => ({ ...firstSettings, language: 'en' }) }, before: (fake) => { fake.answer = 0; } });
    expect(made.map(({ ledger: given }) => given)).toEqual([ledger, undefined]);
    expect(shell.boxes).toMatchObject([{ message: 'The ledger was not opened', detail: 'The ledger is broken', buttons: ['OK'] }]);
    expect(shell.windows).toHaveLength(1);
  });
  it('does not hide a fault of the program itself', async () => {
    const { shell } = await start({ options: { asked: ledger }, refuse: () => new Error('unforeseen') });
    expect(shell.log.at(-1)).toBe('exit 1');
  });
  it('while the program runs goes to it from the second start, which then leaves', async () => {
    const second = await start({ electron: { hasLock: false }, options: { asked: ledger } });
    expect([second.shell.system.handed, second.shell.log.includes('quit'), second.made]).toEqual([{ ledger }, true, []]);
    second.end();
    const { shell, desk } = await start();
    shell.app.emit('second-instance', {}, [], '/', { ledger });
    await eventually(() => expect(open).toHaveBeenCalledWith({ folder: ledger }));
    expect(desk().log).toContain('focus');
  });
  it('takes nothing from a second start but a path of sensible length', async () => {
    const { shell, desk } = await start();
    for (const data of [undefined, null, 7, 'x', {}, { ledger: 7 }, { ledger: '' }, { ledger: 'x'.repeat(1001) }, { ledger: { toString: () => '/x' } }]) shell.app.emit('second-instance', {}, [door], '/', data);
    expect(open).not.toHaveBeenCalled();
    expect(desk().log.filter((line) => line === 'focus')).toHaveLength(9);
  });
  it('says why not where the ledger cannot be opened, and keeps the one that is open', async () => {
    const { shell } = await start({ before: (fake) => { fake.answer = 0; } });
    open.mockRejectedValueOnce(broken).mockRejectedValueOnce(new Error('unforeseen'));
    shell.app.emit('second-instance', {}, [], '/', { ledger });
    shell.app.emit('second-instance', {}, [], '/', { ledger });
    await eventually(() => expect(shell.boxes.map(({ detail }) => detail)).toEqual(['账本坏了', '账本没有打开，请在「设置 → 账本」里再试。']));
  });
});

describe('macOS', () => {
  const openFile = (shell: RunningShell['shell'], path: string) => { const preventDefault = vi.fn(); shell.app.emit('open-file', { preventDefault }, path); return preventDefault; };
  it('hands a file over before the program is there, and the program starts on it', async () => {
    const { made } = await start({ before: (fake) => { const ready = fake.electron.app.whenReady; Object.assign(fake.electron.app, { whenReady: () => { openFile(fake, door); return ready(); } }); } });
    expect(made.map(({ ledger: given }) => given)).toEqual([ledger]);
  });
  it('hands a file over later, and that ledger is opened; anything else is let be', async () => {
    const { shell } = await start();
    expect(openFile(shell, door)).toHaveBeenCalledOnce();
    await eventually(() => expect(open.mock.calls).toEqual([[{ folder: ledger }]]));
    openFile(shell, join(folder, 'report.pdf'));
    expect(open).toHaveBeenCalledOnce();
  });
  it('cannot turn a start with --ledger away from the ledger that it names', async () => {
    const { made } = await start({ options: { arguments: { home: folder, port: 0, open: true, ledger: '/named' } }, before: (fake) => { const ready = fake.electron.app.whenReady; Object.assign(fake.electron.app, { whenReady: () => { openFile(fake, door); return ready(); } }); } });
    expect(made.map(({ ledger: given }) => given)).toEqual(['/named']);
    expect(open.mock.calls).toEqual([[{ folder: ledger }]]);
  });
});
