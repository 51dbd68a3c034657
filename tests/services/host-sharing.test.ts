import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerStatus } from '../../data/contract.js';
import { createDispatch, type Dispatch } from '../../electron/host/dispatch.js';
import { startShell } from '../../electron/host/shell.js';
import { createProgram } from '../../electron/services/create-program.js';
import { doorName } from '../../electron/services/ledger-door.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { readPage } from '../../electron/host/page-files.js';
import { fakeElectron, itemsOf } from '../builders/fake-electron.js';
import { pageFolder } from '../builders/http-host.js';
import { buildLedgerData, temporaryFolder } from '../builders/ledger.js';
import { bundleForNode } from '../builders/bundle.js';
import { spawn } from 'node:child_process';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
const cleanUps: (() => unknown)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

async function place() {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const ledger = join(path, 'ledger');
  await (await createLedger(ledger, buildLedgerData({ assets: 3 }))).close();
  return { path, ledger };
}
/** Another process that has a ledger open, as the browser host has it, until it is told to let go. */
async function holdElsewhere(ledger: string, home: string) {
  const script = await bundleForNode(fileURLToPath(new URL('../builders/hold-ledger.ts', import.meta.url)));
  const child = spawn(process.execPath, [script, ledger, home, shipped], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  cleanUps.push(async () => { child.kill('SIGKILL'); await ended; rmSync(script, { force: true }); });
  await new Promise<void>((ready, failed) => { child.stdout.once('data', () => ready()); child.once('exit', (code) => failed(new Error(`The holder ended with ${code}.`))); });
  return async () => { child.stdin.end(); await ended; };
}
const statusOf = async (dispatch: Dispatch) => { const reply = await dispatch('ledger.status', {}, 'desk'); if (!reply.ok) throw new Error(reply.failure.message.en); return reply.value as LedgerStatus; };
const rename = (program: Program, dispatch: Dispatch) => (async () => {
  const reply = await dispatch('desk.profile', {}, 'desk');
  if (!reply.ok) throw new Error(reply.failure.message.en);
  return dispatch('desk.apply', { edits: [{ kind: 'set', noun: 'profile', id: 'profile', path: 'slogan', value: { zh: '青山绿水', en: 'Green hills' } }] }, 'desk');
})();

describe('a ledger that the other host has open', () => {
  it('opens in Electron for reading only, with a sentence, and for writing once the other has let go of it', async () => {
    const { path, ledger } = await place();
    const letGo = await holdElsewhere(ledger, join(path, 'browser-home'));
    const page = pageFolder();
    cleanUps.push(() => rmSync(page, { recursive: true, force: true }));
    const shell = fakeElectron();
    let program: Program | undefined;
    await startShell(shell.electron, {
      arguments: { home: join(path, 'electron-home'), port: 0, open: true, ledger }, readPage: () => readPage(join(page, 'page')), preload: '/app/preload.cjs', shipped, version: '0.0.0',
      createProgram: async (options) => { program = await createProgram(options); return program; },
    });
    const running = program!;
    cleanUps.push(() => running.close());
    const dispatch = createDispatch(running.handlers);
    const status = await statusOf(dispatch);
    expect([status.readOnly, status.notice?.zh]).toEqual([true, expect.stringMatching(/只能|只读/)]);
    expect(status.notice?.en).toBeTruthy();
    expect(await rename(running, dispatch)).toMatchObject({ ok: false, failure: { code: 'read-only' } });
    // The menu and the windows are there all the same.
    expect([shell.windows.length, itemsOf(shell.system.menu).some(({ id }) => id === 'open-ledger')]).toEqual([1, true]);
    await letGo();
    expect(await dispatch('ledger.open', { folder: ledger }, 'desk')).toMatchObject({ ok: true, value: { readOnly: false } });
    expect(await rename(running, dispatch)).toMatchObject({ ok: true });
  });
});

describe('the file that is double-clicked', () => {
  it('lies in every ledger that the program may write to, and goes along when the ledger is moved', async () => {
    const { path, ledger } = await place();
    const program = await createProgram({ home: join(path, 'home'), ledger, shipped, host: 'test', version: '0.0.0' });
    cleanUps.push(() => program.close());
    expect(existsSync(join(ledger, doorName))).toBe(true);
    const made = await program.handlers['ledger.create']({ name: '新账', parent: path });
    expect(existsSync(join(made.folder, doorName))).toBe(true);
    await program.handlers['ledger.open']({ folder: ledger });
    const { jobId } = await program.handlers['ledger.move']({ parent: path, name: '搬走' });
    await new Promise<void>((done) => { const look = () => { if (program.handlers['job.state']({ jobId }) && (program.handlers['job.state']({ jobId }) as { state: string }).state !== 'running') { stop(); done(); } }; const stop = program.on('job.changed', look); look(); });
    expect([existsSync(join(path, '搬走', doorName)), existsSync(ledger)]).toEqual([true, false]);
  });
  it('is not forced on a ledger that is open for reading only', async () => {
    const { path, ledger } = await place();
    const letGo = await holdElsewhere(ledger, join(path, 'browser-home'));
    rmSync(join(ledger, doorName), { force: true });
    const program = await createProgram({ home: join(path, 'home'), ledger, shipped, host: 'test', version: '0.0.0' });
    cleanUps.push(() => program.close());
    expect(existsSync(join(ledger, doorName))).toBe(false);
    await letGo();
  });
});
