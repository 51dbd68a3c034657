import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
let home: string;
test.beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'xishan-e2e-')); });
test.afterEach(() => rm(home, { recursive: true, force: true }));

/** Starts the program as `npm start` does, on a machine with what `env` says of it. */
function start(words: readonly string[], env: Record<string, string>) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const child = spawn(process.execPath, [join(root, 'electron/start.mjs'), '--home', home, ...words], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (part: Buffer) => { said += part.toString('utf8'); });
  child.stderr.on('data', (part: Buffer) => { said += part.toString('utf8'); });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const address = async () => {
    await expect.poll(() => said, { timeout: 50_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/);
    return /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said)?.[0] ?? '';
  };
  return { child, said: () => said, ended, address };
}

test.describe('npm start without a display', () => {
  test.skip(process.platform !== 'linux', 'only Linux machines run without a display');

  test('prints the address in one line, says why there is no window, keeps serving, and ends cleanly', async ({ page }) => {
    const program = start([], { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' });
    const address = await program.address();
    expect(program.said()).toMatch(/Electron/);
    expect(program.said()).toContain(join(home, 'ledgers'));
    await page.goto(address);
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    await expect(page).toHaveTitle(/溪山/);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(existsSync(join(home, 'ledgers/sample/ledger.json'))).toBe(true);
    expect(existsSync(join(home, 'ledgers/sample/lock'))).toBe(false);
  });
  test('with --no-open says nothing of windows and serves on the port it is given', async ({ request }) => {
    const first = start(['--no-open'], {});
    const { port } = new URL(await first.address());
    expect(first.said()).not.toMatch(/Electron/);
    const second = start(['--no-open', '--port', port], { XISHAN_HOME: home });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(port);
    expect((await request.get(`http://127.0.0.1:${port}/`)).status()).toBe(403);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });
});

test('wrong arguments are answered with the usage and 2', async () => {
  const program = start(['--browser', '--what'], {});
  expect(await program.ended).toBe(2);
  expect(program.said()).toContain('--ledger DIR');
});
