import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentPolicy } from '../../electron/host/security.js';
import { runShell, type RunningShell } from '../builders/shell.js';

const root = resolve(import.meta.dirname, '../..');
/** All of our own sources that run in Electron's processes. */
const sources = ['electron', 'renderer', 'data'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|html)$/.test(entry.name)).map((entry) => ({ name: join(entry.parentPath, entry.name), words: readFileSync(join(entry.parentPath, entry.name), 'utf8') })));
const sourcesWith = (pattern: RegExp) => sources.filter(({ words }) => pattern.test(words)).map(({ name }) => name.slice(root.length + 1));
const packing = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

let running: RunningShell;
let preferences: Record<string, unknown>[];
beforeAll(async () => {
  running = await runShell({ electron: { packaged: true } });
  await running.screens().open();
  const printing = running.made[0]!.createPrinter!(running.program).pdf({ circle: 'public', sheetId: 'sheet', page: { width: 210, height: 297 } } as never, { signal: AbortSignal.timeout(50), onStep: () => undefined });
  await printing.catch(() => undefined);
  preferences = running.shell.windows.map(({ options }) => options['webPreferences'] as Record<string, unknown>);
});
afterAll(() => running.end());

// https://www.electronjs.org/docs/latest/tutorial/security, item by item, over every kind of window: desk, audience, print.
describe('Electron’s security checklist', () => {
  it('is gone through with the desk’s, the audience’s and a print’s window', () => expect(preferences).toHaveLength(3));

  it('1. only load secure content: everything comes from our own scheme, and no request leaves', () => {
    expect(new Set(running.shell.windows.map(({ loaded }) => loaded.split('/').slice(0, 3).join('/')))).toEqual(new Set(['app://xishan']));
    expect(sourcesWith(/loadURL\([^)]*https?:|loadFile\(/)).toEqual([]);
    const answers = ['https://example.com/', 'http://127.0.0.1:1/', 'ws://example.com/', 'ftp://example.com/'].map((url) => { let cancelled: boolean | undefined; (running.shell.guards['request'] as unknown as (details: object, decide: (answer: { cancel: boolean }) => void) => void)({ url }, ({ cancel }) => { cancelled = cancel; }); return cancelled; });
    expect(answers).toEqual([true, true, true, true]);
  });
  it('2. no Node.js in any page', () => {
    for (const each of preferences) expect(each).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false });
  });
  it('3. context isolation in every page', () => { for (const each of preferences) expect(each['contextIsolation']).toBe(true); });
  it('4. every process in the sandbox', () => {
    for (const each of preferences) expect(each['sandbox']).toBe(true);
    expect(running.shell.log).toContain('sandbox');
    expect(running.shell.log.indexOf('sandbox')).toBeLessThan(running.shell.log.indexOf('ready'));
  });
  it('5. permission requests are answered, by no, in every session', () => {
    for (const guards of [running.shell.guards, ...[...running.shell.partitions.values()].map((one) => one.guards)]) {
      const decide = vi.fn();
      (guards['permissionRequest'] as unknown as (...words: unknown[]) => void)({}, 'geolocation', decide);
      expect([decide.mock.calls, (guards['permissionCheck'] as unknown as () => boolean)(), (guards['device'] as unknown as () => boolean)()]).toEqual([[[false]], false, false]);
    }
  });
  it('6. web security stays on', () => { for (const each of preferences) expect(each['webSecurity']).toBe(true); });
  it('7. a content security policy with every page', () => {
    for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]) expect(contentPolicy('nonce')).toContain(part);
    expect(contentPolicy('nonce')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
  });
  it('8. no insecure content', () => { for (const each of preferences) expect(each['allowRunningInsecureContent']).toBe(false); });
  it('9. and 10. no experimental features and no Blink features', () => {
    for (const each of preferences) expect(Object.keys(each).filter((key) => /experimental|blink/i.test(key))).toEqual([]);
    expect(sourcesWith(/experimentalFeatures|enableBlinkFeatures|enable-blink-features/)).toEqual([]);
  });
  it('11. and 12. no webview, so none with pop-ups and none to be checked', () => {
    for (const each of preferences) expect(each['webviewTag']).toBe(false);
    expect(sourcesWith(/<webview|allowpopups/)).toEqual([]);
    for (const { webContents } of running.shell.windows) { const preventDefault = vi.fn(); webContents.emit('will-attach-webview', { preventDefault }); expect(preventDefault).toHaveBeenCalledOnce(); }
  });
  it('13. no window can be led elsewhere', () => {
    for (const { webContents } of running.shell.windows) for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const preventDefault = vi.fn();
      webContents.emit(event, { preventDefault, url: 'https://example.com/' });
      expect([event, preventDefault.mock.calls.length]).toEqual([event, 1]);
    }
  });
  it('14. no page opens a window', () => { for (const { webContents } of running.shell.windows) expect(webContents.openHandler!({ url: 'app://xishan/' })).toEqual({ action: 'deny' }); });
  it('15. nothing is ever handed to the system’s browser', () => expect(sourcesWith(/openExternal|shell\.openPath/)).toEqual([]));
  it('16. a current version of Electron, named exactly', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(devDependencies['electron']!.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
  it('17. the sender of every message is looked at, on the one channel there is', async () => {
    expect([...running.shell.calls.keys()]).toEqual(['xishan:call']);
    const call = running.shell.calls.get('xishan:call') as unknown as (event: object, name: string, input: object) => Promise<{ ok: boolean }>;
    const { webContents } = running.desk();
    expect((await call({ sender: webContents, senderFrame: { parent: null, url: 'app://xishan/' } }, 'ledger.status', {})).ok).toBe(true);
    for (const senderFrame of [null, { parent: {}, url: 'app://xishan/' }, { parent: null, url: 'https://example.com/' }]) expect((await call({ sender: webContents, senderFrame }, 'ledger.status', {})).ok).toBe(false);
  });
  it('18. no file: addresses; pages come from a scheme of our own', () => {
    expect(sourcesWith(/loadURL\([^)]*file:|protocol\.(?:register|intercept)FileProtocol/)).toEqual([]);
    expect(packing).toMatch(/grantFileProtocolExtraPrivileges: false/);
  });
  it('19. the fuses are set', () => {
    for (const fuse of ['runAsNode: false', 'enableNodeOptionsEnvironmentVariable: false', 'enableNodeCliInspectArguments: false', 'enableEmbeddedAsarIntegrityValidation: true', 'onlyLoadAppFromAsar: true']) expect(packing).toContain(fuse);
  });
  it('20. no part of Electron reaches a page: it has a way to call and a way to hear', () => {
    const preload = readFileSync(join(root, 'electron/preload.ts'), 'utf8');
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect([...preload.matchAll(/^ {2}(\w+)[:(]/gm)].map(([, name]) => name)).toEqual(['call', 'on']);
  });
});
