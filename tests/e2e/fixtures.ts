import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The browser host as a person starts it, in folders of its own, without a window. */
export class RunningHost {
  private constructor(private child: ChildProcess, readonly address: string, readonly folder: string) {}

  static async start(folder: string, ledger?: string, more: readonly string[] = []): Promise<RunningHost> {
    const words = ['dist/node/serve.js', '--no-open', '--home', join(folder, 'home'), ...(ledger ? ['--ledger', ledger] : []), ...more];
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((found, failed) => {
      let text = '';
      child.stdout!.on('data', (bytes: Buffer) => {
        text += bytes.toString('utf8');
        const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(text);
        if (match) found(match[0]);
      });
      child.once('exit', (code) => failed(new Error(`The host ended with ${code} before it served:\n${text}`)));
    });
    return new RunningHost(child, address, folder);
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> { await this.end('SIGKILL'); }
  async stop(): Promise<void> { await this.end('SIGTERM'); }
  private end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((ended) => { this.child.once('exit', () => ended()); this.child.kill(signal); });
  }
}

interface Fixtures {
  /** A folder for this test alone. */
  readonly folder: string;
  readonly host: RunningHost;
  /** The program's page, with every request to anywhere but the host blocked; an attempt fails the test, as does an error in the console. */
  readonly program: Page;
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'xishan-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  host: async ({ folder }, use) => {
    const host = await RunningHost.start(folder);
    await use(host);
    await host.stop();
  },
  program: async ({ page, host }, use) => {
    const watch = await watchPage(page);
    await page.goto(host.address);
    await use(page);
    watch();
  },
});

/** Blocks and records whatever would leave the machine; answers with the check to be made at the end. */
export async function watchPage(page: Page): Promise<() => void> {
  const outside: string[] = [];
  const faults: string[] = [];
  await page.context().route((url) => url.hostname !== '127.0.0.1' && /^(https?|wss?|ftp):$/.test(url.protocol), (route) => { outside.push(route.request().url()); return route.abort(); });
  // A tile that a pack does not hold is answered by 404 and drawn from the level above; the browser notes each, and that is no fault.
  const isMissingTile = (address: string) => /\/maps\/\w+\/tiles\//.test(address);
  page.on('console', (message) => { if (message.type() === 'error' && !(message.text().includes('404') && isMissingTile(message.location().url))) faults.push(message.text()); });
  page.on('pageerror', (error) => faults.push(String(error)));
  return () => {
    expect(outside, 'requests that would have left the machine').toEqual([]);
    expect(faults, 'errors in the console').toEqual([]);
  };
}

/** Says who is at the desk, in the settings, as anyone does once before the first edit. */
export async function introduce(page: Page): Promise<void> {
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: /^程序/ }).click();
  const operator = page.getByRole('textbox', { name: '操作人' });
  await operator.fill('王小溪');
  await operator.press('Enter');
}

export { expect };
