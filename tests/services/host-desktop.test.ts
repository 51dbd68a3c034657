import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { firstSettings } from '../../data/contract.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { desktopCalls, type Desktop } from '../../electron/services/desktop-calls.js';
import { doorName } from '../../electron/services/ledger-door.js';
import { emptyHandlers } from '../builders/fake-program.js';
import { runShell, type RunningShell, type ShellPlay } from '../builders/shell.js';

let running: RunningShell;
const start = async (play: ShellPlay = {}) => { running = await runShell(play); return running; };
afterEach(() => running?.end());

describe('the system’s dialogs', () => {
  it('ask for a folder where a ledger is wanted, in the program’s language', async () => {
    const { desktop, shell } = await start({ handlers: { 'settings.get': () => ({ ...firstSettings, language: 'en' }) } });
    shell.chosen = ['/ledgers/a'];
    expect(await desktop().choose('ledger', [])).toBe('/ledgers/a');
    expect(shell.asked).toEqual([{ title: 'Open a ledger', properties: ['openDirectory'] }]);
  });
  it('let a Mac choose the file in the ledger as well, which means its folder', async () => {
    const { desktop, shell, home } = await start({ options: { platform: 'darwin' } });
    shell.chosen = [join(home, doorName)];
    expect(await desktop().choose('ledger', [])).toBe(home);
    expect(shell.asked).toMatchObject([{ properties: ['openDirectory', 'openFile'], filters: [{ extensions: ['xishan'] }] }]);
  });
  it('let a folder be made where one is wanted, and show only files of the endings asked for', async () => {
    const { desktop, shell } = await start();
    shell.chosen = ['/maps/a.pmtiles'];
    await desktop().choose('folder', []);
    await desktop().choose('file', ['pmtiles', 'mbtiles']);
    await desktop().choose('file', []);
    expect(shell.asked).toMatchObject([{ properties: ['openDirectory', 'createDirectory'] }, { properties: ['openFile'], filters: [{ extensions: ['pmtiles', 'mbtiles'] }] }, { properties: ['openFile'] }]);
    expect(shell.asked[2]).not.toHaveProperty('filters');
  });
  it('answer with nothing where nothing was chosen', async () => {
    const { desktop } = await start();
    expect(await desktop().choose('folder', [])).toBeNull();
  });
});

describe('dragging out and showing', () => {
  it('take the file up from the desk’s window under the program’s own picture', async () => {
    const { desktop, desk } = await start();
    desktop().drag('/tmp/手册.pdf');
    expect(desk().webContents.dragged).toEqual([{ file: '/tmp/手册.pdf', icon: '/app/file.png' }]);
  });
  it('do nothing once the window is gone', async () => {
    const { desktop, desk } = await start();
    desk().destroy();
    desktop().drag('/tmp/手册.pdf');
    expect(desk().webContents.dragged).toEqual([]);
  });
  it('show a place in the file manager', async () => {
    const { desktop, shell } = await start();
    desktop().show('/ledgers/a');
    expect(shell.log).toContain('show /ledgers/a');
  });
});

describe('the calls of the desktop', () => {
  const done: string[] = [];
  const system: Desktop = { choose: (what) => Promise.resolve(`/chosen/${what}`), drag: (file) => { done.push(`drag ${file}`); }, show: (path) => { done.push(`show ${path}`); } };
  const dispatchOver = (desktop: Desktop | undefined, logFile: string | undefined = '/home/logs/xishan.log') =>
    createDispatch({ ...emptyHandlers, ...desktopCalls({ desktop: () => desktop, output: (id) => (id === 'finished' ? { file: '/tmp/finished/手册.pdf', type: 'application/pdf' } : undefined), ledgerFolder: () => '/ledgers/open', logFile }) });

  it('name outputs by their id and places by what they are, never by a path', async () => {
    const dispatch = dispatchOver(system);
    done.length = 0;
    expect(await dispatch('desktop.offers', {}, 'desk')).toEqual({ ok: true, value: { native: true } });
    expect(await dispatch('desktop.choose', { what: 'folder' }, 'desk')).toEqual({ ok: true, value: { path: '/chosen/folder' } });
    await dispatch('desktop.drag', { fileId: 'finished' }, 'desk');
    await dispatch('desktop.show', { what: 'ledger' }, 'desk');
    await dispatch('desktop.show', { what: 'log' }, 'desk');
    expect(done).toEqual(['drag /tmp/finished/手册.pdf', 'show /ledgers/open', 'show /home/logs/xishan.log']);
    for (const [name, input] of [['desktop.show', { what: '/etc' }], ['desktop.drag', { fileId: '../../etc/passwd' }], ['desktop.drag', { file: '/etc/passwd' }], ['desktop.choose', { what: 'file', endings: ['*', '../x'] }]] as const) {
      const reply = await dispatch(name, input, 'desk');
      expect([name, input, reply.ok]).toEqual([name, input, false]);
    }
    expect(done).toHaveLength(3);
  });
  it('are the desk’s alone', async () => {
    for (const name of ['desktop.offers', 'desktop.choose', 'desktop.drag', 'desktop.show']) expect(await dispatchOver(system)(name, {}, 'public')).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });
  it('say in a browser that they are not there, and what to do instead', async () => {
    const dispatch = dispatchOver(undefined);
    expect(await dispatch('desktop.offers', {}, 'desk')).toEqual({ ok: true, value: { native: false } });
    for (const [name, input] of [['desktop.choose', { what: 'ledger' }], ['desktop.drag', { fileId: 'finished' }], ['desktop.show', { what: 'ledger' }]] as const) {
      expect(await dispatch(name, input, 'desk')).toMatchObject({ ok: false, failure: { code: 'not-allowed', message: { zh: expect.stringContaining('按钮') as string } } });
    }
  });
  it('say that a file is gone where it is', async () => {
    const dispatch = dispatchOver(system, undefined);
    expect(await dispatch('desktop.drag', { fileId: 'earlier' }, 'desk')).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('a double-click file', () => {
  it('is nothing but a sign: what is in it is never read', async () => {
    const { desktop, shell, home } = await start({ options: { platform: 'darwin' } });
    mkdirSync(join(home, 'l'));
    writeFileSync(join(home, 'l', doorName), '{"ledger":"/etc"}');
    shell.chosen = [join(home, 'l', doorName)];
    expect(await desktop().choose('ledger', [])).toBe(join(home, 'l'));
  });
});
