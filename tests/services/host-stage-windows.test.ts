import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { noShow, type StageShow } from '../../data/schema/stage.js';
import { readPage } from '../../electron/host/page-files.js';
import { startShell } from '../../electron/host/shell.js';
import type { Program, ProgramOptions } from '../../electron/services/program.js';
import type { Screens } from '../../electron/services/stage/screens.js';
import { eventually } from '../builders/eventually.js';
import { display, fakeElectron, type FakeDisplay } from '../builders/fake-electron.js';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret } from '../builders/http-host.js';

let folder: string;
let program: FakeProgram;
let screens: Screens;
let shell: ReturnType<typeof fakeElectron>;

beforeAll(() => {
  folder = pageFolder();
  writeFileSync(join(folder, 'own.bin'), secret);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running: StageShow = { ...noShow, on: true, tourId: '01J9Z3KT000000000000000000', stopId: 'opening' };
const laptop = display(1, 0, 1366, 768, true);
const projector = display(2, 1366);

/** Starts the shell over a program that does with its screens what the real one does. */
async function start(displays: readonly FakeDisplay[] = [laptop, projector], show = noShow) {
  const own = { file: join(folder, 'own.bin'), type: 'application/octet-stream' };
  program = fakeProgram({
    'public.stage': () => ({ show, tour: null }),
    'stage.screen': async ({ open }) => { if (open) return screens.open(); await screens.close(); return { address: null, displays: 1 }; },
  }, { 'media/open.jpg': own, 'outputs/job-1': own, 'files/own.bin': own });
  shell = fakeElectron({ displays });
  await startShell(shell.electron, {
    arguments: { home: '/home/u/xishan', port: 0, open: true }, readPage: () => readPage(join(folder, 'page')), preload: '/app/preload.cjs', shipped: '/app/data', version: '1.0.0',
    createProgram: ({ createScreens }: ProgramOptions): Promise<Program> => { screens = createScreens!(program); return Promise.resolve(program); },
  });
}
/** Opens the audience screen; answers with its window, shown. */
async function open() {
  await screens.open();
  const window = audience()!;
  window.emit('ready-to-show');
  return window;
}
const desk = () => shell.windows[0]!;
const audience = () => shell.windows.filter((window) => !window.isDestroyed())[1];
const call = (window: ReturnType<typeof desk>, name: string, input: unknown = {}) =>
  (shell.calls.get('xishan:call') as unknown as (...words: unknown[]) => Promise<unknown>)({ sender: window.webContents, senderFrame: { parent: null, url: 'app://xishan/audience' } }, name, input);

beforeEach(() => start());

describe('the audience screen in Electron', () => {
  it('fills the display that the desk is not on, without taking the keys from the desk', async () => {
    expect(await screens.open()).toEqual({ address: null, displays: 2 });
    const window = audience()!;
    expect(window.log).not.toContain('show inactive');
    window.emit('ready-to-show');
    expect([window.bounds, window.full]).toEqual([projector.bounds, true]);
    expect(window.log).toContain('show inactive');
    expect(window.log).not.toContain('show');
    expect(window.loaded).toBe('app://xishan/audience');
  });
  it('fills the display beside the desk also where the desk stands on the second', async () => {
    desk().setBounds({ x: 1400, y: 10, width: 1000, height: 700 });
    expect((await open()).bounds).toEqual(laptop.bounds);
  });
  it('fills the only display where there is one, and takes the keys', async () => {
    await start([laptop]);
    const window = await open();
    expect([window.bounds, window.full]).toEqual([laptop.bounds, true]);
    expect(window.log).toContain('show');
  });
  it('goes to the projector before another built-in panel', async () => {
    await start([laptop, display(3, 5000, 800, 600, true), projector]);
    expect((await open()).bounds).toEqual(projector.bounds);
  });
  it('is one window, brought forward when it is asked for again', async () => {
    const window = await open();
    await screens.open();
    expect(shell.windows).toHaveLength(2);
    expect(window.log).toContain('top');
  });
  it('has a sandbox, no Node, no menu and no developer tools, and goes on drawing when it is covered', async () => {
    const window = await open();
    expect(window.options).toMatchObject({ frame: false, webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: false, backgroundThrottling: false } });
    expect(window.log).toContain('no menu');
    expect(window.webContents.openHandler?.({ url: 'app://xishan/' })).toEqual({ action: 'deny' });
  });
  it('lets no key of a browser through, and every key of the stage', async () => {
    const { webContents } = await open();
    const isHeldBack = (key: string, control = false, meta = false) => {
      const preventDefault = vi.fn();
      webContents.emit('before-input-event', { preventDefault }, { key, control, meta });
      return preventDefault.mock.calls.length > 0;
    };
    for (const key of ['r', 'R', 'w', 'p', 'n', 't', '+', '-', '0', 'i', 'u', 'F5']) expect([key, isHeldBack(key, true), isHeldBack(key, false, true)]).toEqual([key, true, true]);
    for (const key of ['F11', 'F12']) expect([key, isHeldBack(key)]).toEqual([key, true]);
    for (const key of ['PageDown', 'PageUp', 'F5', 'Escape', 'b', 'e', '+', '-', '?', ' ', '0']) expect([key, isHeldBack(key)]).toEqual([key, false]);
  });
});

describe('what the audience window may have', () => {
  it('is public calls and no others', async () => {
    const window = await open();
    expect(await call(window, 'public.stage')).toMatchObject({ ok: true });
    expect(await call(window, 'stage.desk')).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(await call(desk(), 'stage.desk')).toMatchObject({ ok: true });
  });
  it('is the events of the show, and none of the presenter’s own', async () => {
    const window = await open();
    program.say('stage.desk', { startedAt: 1, stopSince: 1, marks: [], recovered: false });
    program.say('stage.shows', running);
    expect(window.webContents.sent).toEqual([['xishan:event', 'stage.shows', running]]);
  });
  it('is public files, in a session of its own in memory', async () => {
    await open();
    const own = shell.partitions.get('audience')!;
    const get = (address: string) => own.protocols.get('app')!(new Request(address));
    expect(await (await get('app://xishan/media/open.jpg')).text()).toBe(secret);
    expect((await get('app://xishan/audience')).status).toBe(200);
    for (const address of ['app://xishan/', 'app://xishan/outputs/job-1', 'app://xishan/files/own.bin']) {
      const reply = await get(address);
      expect([address, reply.status >= 400]).toEqual([address, true]);
      expect(await reply.text()).not.toContain(secret);
    }
    let cancelled: unknown;
    (own.guards['request'] as unknown as (...words: unknown[]) => void)({ url: 'https://example.com/' }, (answer: { cancel: boolean }) => { cancelled = answer.cancel; });
    expect(cancelled).toBe(true);
  });
});

describe('displays that come and go', () => {
  it('a projector plugged in takes the audience, and pulled out gives it back to what is left', async () => {
    await start([laptop]);
    const window = await open();
    shell.plug(projector);
    expect([window.bounds, window.full]).toEqual([projector.bounds, true]);
    shell.unplug(projector.id);
    expect([window.bounds, window.full]).toEqual([laptop.bounds, true]);
    shell.plug(display(7, 1366, 3840, 2160));
    expect(window.bounds).toEqual({ x: 1366, y: 0, width: 3840, height: 2160 });
  });
  it('a third display moves nothing', async () => {
    const window = await open();
    shell.plug(display(3, 3286));
    expect(window.bounds).toEqual(projector.bounds);
  });
  it('a display pulled out takes the desk’s window with it nowhere', async () => {
    desk().setBounds({ x: 1500, y: 40, width: 1800, height: 1000 });
    const window = await open();
    shell.unplug(projector.id);
    expect(desk().bounds).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
    expect([window.bounds, window.full]).toEqual([laptop.bounds, true]);
  });
  it('a display whose size changes is filled anew', async () => {
    const window = await open();
    const changed = display(2, 1366, 1280, 720);
    shell.displays[1] = changed;
    shell.screen.emit('display-metrics-changed', {}, changed);
    expect(window.bounds).toEqual(changed.bounds);
  });
  it('nothing is opened by them while no audience screen is', () => {
    shell.plug(display(3, 3286));
    shell.unplug(2);
    expect(shell.windows).toHaveLength(1);
  });
});

describe('an audience screen that is lost', () => {
  it('is loaded again when its page crashes or hangs', async () => {
    const window = await open();
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(window.loads).toBe(2);
    window.emit('unresponsive');
    await eventually(() => expect(window.loads).toBe(3));
  });
  it('is not loaded by a page that leaves as it should', async () => {
    const window = await open();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.loads).toBe(1);
  });
  it('stays closed when a person closed it, and opens anew when asked', async () => {
    (await open()).destroy();
    expect(audience()).toBeUndefined();
    program.say('stage.shows', running);
    shell.plug(display(3, 3286));
    expect(audience()).toBeUndefined();
    await screens.open();
    expect(audience()?.loaded).toBe('app://xishan/audience');
  });
  it('goes with the desk, so that nothing is left on a projector that nobody can end', async () => {
    const window = await open();
    desk().destroy();
    await eventually(() => expect(window.isDestroyed()).toBe(true));
  });
  it('comes back at the start with a show that was cut off, and not without one', async () => {
    expect(audience()).toBeUndefined();
    await start([laptop, projector], running);
    expect(audience()?.loaded).toBe('app://xishan/audience');
  });
});

describe('sleep', () => {
  it('is held off while a show is on', () => {
    expect(shell.awake.size).toBe(0);
    program.say('stage.shows', running);
    program.say('stage.shows', { ...running, step: 1 });
    expect(shell.awake.size).toBe(1);
    program.say('stage.shows', { ...running, on: false });
    expect(shell.awake.size).toBe(0);
  });
  it('is held off from the start by a show that was cut off', async () => {
    await start([laptop], running);
    expect(shell.awake.size).toBe(1);
  });
});
