import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSettings } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { readPage } from '../../electron/host/page-files.js';
import { startShell } from '../../electron/host/shell.js';
import { eventually } from '../builders/eventually.js';
import { fakeElectron } from '../builders/fake-electron.js';
import { fakeProgram, type FakeProgram } from '../builders/fake-program.js';
import { pageFolder, secret } from '../builders/http-host.js';

let folder: string;
let program: FakeProgram;
let shell: ReturnType<typeof fakeElectron>;

beforeAll(() => {
  folder = pageFolder();
  writeFileSync(join(folder, 'digits.bin'), '0123456789');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(options: Parameters<typeof fakeElectron>[0] = {}, createProgram = () => Promise.resolve<FakeProgram>(program)) {
  program = fakeProgram({ 'settings.set': () => ({ ...firstSettings, language: 'en', theme: 'dark', operator: secret }) }, { 'media/digits.bin': { file: join(folder, 'digits.bin'), type: 'image/png' } });
  shell = fakeElectron(options);
  await startShell(shell.electron, {
    arguments: { home: '/home/u/xishan', port: 0, open: true }, createProgram, readPage: () => readPage(join(folder, 'page')), preload: '/app/preload.cjs', shipped: '/app/data', version: '1.0.0',
  });
}
const window = () => shell.windows[0] as (typeof shell.windows)[number];
const ours = () => ({ sender: window().webContents, senderFrame: { parent: null, url: 'app://xishan/' } });
const call = (event: unknown, name: unknown, input: unknown = {}) => (shell.calls.get('xishan:call') as unknown as (...words: unknown[]) => Promise<unknown>)(event, name, input);
const get = (address: string, init: RequestInit = {}) => (shell.protocols.get('app') as (request: Request) => Promise<Response>)(new Request(address, init));

beforeEach(() => start());

describe('the window', () => {
  it('is made with isolation and sandbox and without Node, and shown when it is ready', () => {
    expect(window().options).toMatchObject({
      show: false, backgroundColor: '#F6F1E5', title: '溪山',
      webPreferences: { preload: '/app/preload.cjs', contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false },
    });
    expect(window().loaded).toBe('app://xishan/');
    expect(window().log).toEqual([]);
    window().emit('ready-to-show');
    expect(window().log).toEqual(['show']);
  });
  it('has developer tools only where the program is developed', async () => {
    await start({ packaged: true });
    expect(window().options).toMatchObject({ webPreferences: { devTools: false } });
  });
  it('cannot be led elsewhere, opened twice or given guests', () => {
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const prevented = vi.fn();
      window().webContents.emit(event, { preventDefault: prevented, url: 'https://evil.example/' });
      expect([event, prevented.mock.calls.length]).toEqual([event, 1]);
    }
    expect(window().webContents.openHandler?.({ url: 'app://xishan/' })).toEqual({ action: 'deny' });
  });
  it('comes to the front when the program is started again', () => {
    shell.app.emit('second-instance');
    expect(window().log).toEqual(['restore', 'focus']);
  });
});

describe('the session', () => {
  it('grants no permission, device or spelling dictionary', () => {
    const decide = vi.fn();
    (shell.guards['permissionRequest'] as (...words: unknown[]) => void)({}, 'media', decide);
    expect(decide).toHaveBeenCalledWith(false);
    expect((shell.guards['permissionCheck'] as () => unknown)()).toBe(false);
    expect((shell.guards['device'] as () => unknown)()).toBe(false);
    expect(shell.log).toContain('spelling false');
  });
  it('lets no request out but to our own page', () => {
    const isCancelled = (url: string) => {
      let cancelled: unknown;
      (shell.guards['request'] as (...words: unknown[]) => void)({ url }, (answer: { cancel: boolean }) => { cancelled = answer.cancel; });
      return cancelled;
    };
    for (const url of ['https://evil.example/', 'http://127.0.0.1/', 'ws://evil.example', 'file:///etc/passwd', 'app://other/', 'app://xishan.evil/', 'nonsense']) expect([url, isCancelled(url)]).toEqual([url, true]);
    for (const url of ['app://xishan/', 'app://xishan/media/x', 'blob:app://xishan/1', 'data:image/png,']) expect([url, isCancelled(url)]).toEqual([url, false]);
  });
  it.each(['app://xishan/outputs/x', 'blob:app://xishan/0f3b'])('asks where to save what our own page gives: %s', (address) => {
    const [setSaveDialogOptions, preventDefault] = [vi.fn(), vi.fn()];
    shell.session.emit('will-download', { preventDefault }, { setSaveDialogOptions, getURL: () => address, getFilename: () => '一览表.xlsx' });
    expect(setSaveDialogOptions).toHaveBeenCalledWith({ defaultPath: join('/downloads', '一览表.xlsx') });
    expect(preventDefault).not.toHaveBeenCalled();
  });
  it.each(['https://evil.example/x.exe', 'blob:https://evil.example/0f3b', 'data:text/html,x', 'app://xishan.evil/x', 'file:///etc/passwd', ''])('saves nothing of anybody else: %s', (address) => {
    const [setSaveDialogOptions, preventDefault] = [vi.fn(), vi.fn()];
    shell.session.emit('will-download', { preventDefault }, { setSaveDialogOptions, getURL: () => address, getFilename: () => 'x.exe' });
    expect(preventDefault).toHaveBeenCalled();
    expect(setSaveDialogOptions).not.toHaveBeenCalled();
  });
});

describe('calls', () => {
  it('of our own page are answered', async () => expect(await call(ours(), 'ledger.status')).toMatchObject({ ok: true, value: { name: '试验乡' } }));
  it('of anyone else are refused without running anything', async () => {
    const own = window().webContents;
    const strangers = [
      { sender: own, senderFrame: null },
      { sender: own, senderFrame: { parent: {}, url: 'app://xishan/' } },
      ...['https://evil.example/', 'app://other/', 'app://xishan.evil/', 'app://xishan@evil/', 'file:///app/index.html', 'about:blank', 'data:text/html,', ''].map((url) => ({ sender: own, senderFrame: { parent: null, url } })),
      { sender: { id: 9999 }, senderFrame: { parent: null, url: 'app://xishan/' } },
    ];
    for (const stranger of strangers) {
      const reply = await call(stranger, 'settings.set', {});
      expect(reply).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
      expect(JSON.stringify(reply)).not.toContain(secret);
    }
  });
  it('are refused once the window is gone', async () => {
    window().webContents.emit('destroyed');
    expect(await call(ours(), 'ledger.status')).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    const told = window().webContents.sent.length;
    program.say('ledger.opened', { sample: true });
    expect(window().webContents.sent).toHaveLength(told);
  });
  it('come with events the other way', () => {
    program.say('ledger.opened', { sample: true });
    expect(window().webContents.sent).toEqual([['xishan:event', 'ledger.opened', { sample: true }]]);
  });
});

describe('the app scheme', () => {
  it('is standard and secure, and registered before Electron is ready', () => {
    expect(shell.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
    expect(shell.log.indexOf('schemes')).toBeLessThan(shell.log.indexOf('ready'));
    expect(shell.log.indexOf('sandbox')).toBeLessThan(shell.log.indexOf('ready'));
  });
  it('serves the page with its policy and no token', async () => {
    const reply = await get('app://xishan/');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await reply.text();
    expect(html).toContain(secret);
    expect(html).not.toContain('xishan-token');
  });
  it('serves files of the page and parts of media', async () => {
    expect((await get('app://xishan/assets/main-abc.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const part = await get('app://xishan/media/digits.bin', { headers: { range: 'bytes=2-4' } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
  });
  it('serves nothing else, however it is spelt', async () => {
    for (const address of ['app://other/', 'app://xishan.evil/icon.svg', 'app://xishan/..%2foutside.txt', 'app://xishan/%2e%2e%2foutside.txt', 'app://xishan//icon.svg', 'app://xishan/media/..%5c..%5coutside.txt', 'app://xishan/index.html', 'app://xishan/audience', 'app://xishan/call', 'app://xishan/events']) {
      const reply = await get(address);
      expect([address, reply.status >= 400]).toEqual([address, true]);
      expect(await reply.text()).not.toContain(secret);
    }
    expect((await get('app://xishan/icon.svg', { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await get('app://xishan/icon.svg', { method: 'DELETE' })).status).toBe(405);
  });
  it('takes an upload of raw bytes and nothing else by POST', async () => {
    const raw = { method: 'POST', body: new Uint8Array([1, 0, 255]), headers: { 'content-type': 'application/octet-stream' } };
    expect(await (await get('app://xishan/upload?name=%E7%94%B0%E5%9D%97.zip', raw)).json()).toEqual({ ok: true, value: { uploadId: 'upload-1' } });
    expect(program.uploads[0]).toEqual({ name: '田块.zip', bytes: Buffer.from([1, 0, 255]) });
    for (const [address, init] of [['app://xishan/upload', raw], ['app://xishan/call?name=x', raw], ['app://xishan/upload?name=x', { ...raw, headers: { 'content-type': 'text/plain' } }]] as const) expect((await get(address, init)).status).toBeGreaterThanOrEqual(400);
    expect(program.uploads).toHaveLength(1);
  });
});

describe('the program', () => {
  it('is closed before Electron leaves, and waited for', async () => {
    const preventDefault = vi.fn();
    shell.app.emit('window-all-closed');
    shell.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    await eventually(() => expect(shell.log.at(-1)).toBe('exit 0'));
    expect(program.closed).toBe(true);
    shell.app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
  it('runs once: a second start only wakes the first', async () => {
    await start({ hasLock: false });
    expect(shell.log).toContain('quit');
    expect([shell.windows, [...shell.calls], [...shell.protocols]]).toEqual([[], [], []]);
  });
  it('says in a box why it cannot start, and leaves', async () => {
    await start({}, () => Promise.reject(new FailureError('damaged', { zh: '账本坏了', en: 'The ledger is broken' })));
    expect(shell.log.slice(-2)).toEqual(['error 溪山 账本坏了\nThe ledger is broken', 'exit 1']);
    expect(shell.windows).toEqual([]);
  });
  it('keeps Electron’s own files with its other settings and its network still', () => {
    expect(shell.log).toContain(`path userData ${join('/home/u/xishan', 'window')}`);
    expect(shell.log).toContain('switch host-resolver-rules MAP * ~NOTFOUND');
  });
});
