import { _electron as electron, expect, test, type ElectronApplication } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findElectron } from '../../electron/electron-binary.mjs';

const root = resolve(import.meta.dirname, '../..');
const binary = findElectron();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

test.describe('the program in Electron', () => {
  test.skip(!binary, 'Electron’s binary is not on this machine and could not be downloaded');
  test.skip(!hasDisplay, 'there is no display for Electron to open a window on');

  let home: string;
  let app: ElectronApplication;
  test.beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'xishan-e2e-'));
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    app = await electron.launch({ executablePath: binary ?? '', args: [...asRoot, root, '--', '--home', home] });
  });
  test.afterEach(async () => {
    await app.close();
    await rm(home, { recursive: true, force: true });
  });

  test('opens one window that shows our page, without Node in it', async () => {
    const page = await app.firstWindow();
    await expect(page).toHaveTitle(/溪山/);
    expect(page.url()).toMatch(/^app:\/\/xishan\//);
    expect(await page.evaluate(() => [typeof (globalThis as Record<string, unknown>)['require'], typeof (globalThis as Record<string, unknown>)['process']])).toEqual(['undefined', 'undefined']);
    expect(await page.evaluate(() => Object.keys((window as unknown as { xishan: object }).xishan).sort())).toEqual(['call', 'on']);
    expect(app.windows()).toHaveLength(1);
  });
  test('answers the page’s calls and serves it nothing from elsewhere', async () => {
    const page = await app.firstWindow();
    const reply = await page.evaluate(() => (window as unknown as { xishan: { call(name: string, input: unknown): Promise<unknown> } }).xishan.call('ledger.status', {}));
    expect(reply).toMatchObject({ ok: true, value: { sample: true } });
    expect(await page.evaluate(() => fetch('https://example.com/').then(() => 'reached', () => 'refused'))).toBe('refused');
    expect(await page.evaluate(() => fetch('app://xishan/..%2fpackage.json').then(({ status }) => status))).toBe(404);
  });
  test('takes an upload over its own scheme', async () => {
    const page = await app.firstWindow();
    const reply = await page.evaluate(() => fetch('/upload?name=a.csv', { method: 'POST', body: new Blob(['编号,名称']), headers: { 'content-type': 'application/octet-stream' } }).then((response) => response.json() as Promise<unknown>));
    expect(reply).toMatchObject({ ok: true, value: { uploadId: expect.any(String) as unknown } });
  });
  test('opens the audience screen in full screen, once, with the rights of the public', async () => {
    const desk = await app.firstWindow();
    type Bridge = { xishan: { call(name: string, input: unknown): Promise<unknown> } };
    const opened = app.waitForEvent('window');
    const open = () => desk.evaluate(() => (window as unknown as Bridge).xishan.call('stage.screen', { open: true }));
    expect(await open()).toMatchObject({ ok: true, value: { address: null } });
    const audience = await opened;
    expect(audience.url()).toMatch(/^app:\/\/xishan\/audience/);
    expect(await audience.evaluate(() => (window as unknown as Bridge).xishan.call('public.stage', {}))).toMatchObject({ ok: true });
    expect(await audience.evaluate(() => (window as unknown as Bridge).xishan.call('stage.desk', {}))).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    await open();
    expect(app.windows()).toHaveLength(2);
    const closed = audience.waitForEvent('close');
    await desk.evaluate(() => (window as unknown as Bridge).xishan.call('stage.screen', { open: false }));
    await closed;
    expect(app.windows()).toHaveLength(1);
  });
  test('stays on its page', async () => {
    const page = await app.firstWindow();
    await page.evaluate(() => { window.location.href = 'https://example.com/'; window.open('https://example.com/'); });
    await expect.poll(() => page.url()).toMatch(/^app:\/\/xishan\//);
    expect(app.windows()).toHaveLength(1);
  });
});
