import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callNames, contract, firstSettings, type CallInput, type CallName, type CallOutput, type JobState } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger, openLedger } from '../../electron/storage/ledger.js';
import { bundleForNode } from '../builders/bundle.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildProfile, buildProject, temporaryFolder } from '../builders/ledger.js';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
let importWorker: string;
beforeAll(async () => { importWorker = await bundleForNode(fileURLToPath(new URL('../../electron/services/import/import-worker.ts', import.meta.url))); });

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

/** A program over a new ledger with the data, in folders of its own. */
async function startProgram(data: LedgerData) {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const folder = join(path, 'ledger');
  await (await createLedger(folder, data)).close();
  return { folder, home: join(path, 'home'), program: await openProgram(join(path, 'home'), folder) };
}
async function openProgram(home: string, ledger?: string): Promise<Program> {
  const program = await createProgram({ home, shipped, host: 'test', version: '0.0.0', workerFiles: { import: importWorker }, ...(ledger ? { ledger } : {}) });
  cleanUps.push(() => program.close());
  return program;
}
/** Makes calls as a page does, and fails the test with the failure's sentence. */
function asker(program: Program) {
  const dispatch = createDispatch(program.handlers);
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await dispatch(name, input, 'desk');
    if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message.en}`);
    return reply.value as CallOutput<N>;
  };
}
const finish = (program: Program, jobId: string) => new Promise<JobState>((resolve) => {
  const look = () => { const job = program.handlers['job.state']({ jobId }) as JobState; if (job.state !== 'running') { stop(); resolve(job); } };
  const stop = program.on('job.changed', look);
  look();
});

const house = buildAsset('house', { name: '溪边老宅', siteArea: 180, status: 'available' });
const station = buildAsset('hydropower', { name: '溪口电站', detail: { capacityKw: 250 } });
const data: LedgerData = { profile: buildProfile(), assets: [house, station], projects: [buildProject({ name: '老宅民宿', assetIds: [house.id, station.id] })], tours: [] };

describe('the public calls', () => {
  it('say nothing of any internal or personal field, whatever is asked', async () => {
    const { data: secret, canaries, withdrawn } = ledgerOfCanaries();
    const ask = asker((await startProgram(secret)).program);
    const said: unknown[] = [await ask('public.overview', {}), await ask('public.index', {}), await ask('public.projects', {}), await ask('public.rows', { ids: secret.assets.map((asset) => asset.id) })];
    for (const asset of secret.assets.filter((one) => one.id !== withdrawn.id)) said.push(await ask('public.asset', { id: asset.id }));
    const everything = JSON.stringify(said);
    expect(everything).toContain('公开forest');
    expect(canaries.length).toBeGreaterThan(60);
    expect(canaries.filter(({ word }) => everything.includes(word)).map(({ path }) => path)).toEqual([]);
    for (const trace of ['CANARY', withdrawn.id]) expect(everything).not.toContain(trace);
    await expect(ask('public.asset', { id: withdrawn.id })).rejects.toThrow(/not-found/);
  });

  it('are all the calls there are whose name says public', () => {
    for (const name of callNames) expect(contract[name].circle, name).toBe(name.startsWith('public.') ? 'public' : 'desk');
  });
});

describe('editing through the program', () => {
  it('derives a project’s totals from its assets and follows their changes', async () => {
    const { program } = await startProgram(data);
    const ask = asker(program);
    const [row] = await ask('desk.projects', {});
    expect(row?.totals).toMatchObject({ assetCount: 2, siteArea: 180, capacityKw: 250 });
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: station.id, path: 'detail.capacityKw', value: 320 }] });
    expect((await ask('desk.projects', {}))[0]?.totals.capacityKw).toBe(320);
  });

  it('tells which records changed, and shows the new row in both circles', async () => {
    const { program } = await startProgram(data);
    const ask = asker(program);
    const heard: unknown[] = [];
    program.on('ledger.changed', (change) => heard.push(change));
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: house.id, path: 'name', value: '溪边大宅' }] });
    expect(heard).toEqual([{ seq: 1, assets: [house.id], projects: [], tours: [], profile: false }]);
    for (const call of ['public.rows', 'desk.rows'] as const) expect(JSON.stringify(await ask(call, { ids: [house.id] }))).toContain('溪边大宅');
  });

  it('undoes and redoes across a restart, back to the very same record', async () => {
    const { program, folder, home } = await startProgram(data);
    const ask = asker(program);
    await ask('settings.set', { operator: '王小溪' });
    await ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: house.id }] });
    expect((await ask('desk.projects', {}))[0]?.project.assetIds).toEqual([station.id]);
    await program.close();
    const again = asker(await openProgram(home, folder));
    expect((await again('ledger.status', {})).canUndo).toBe(true);
    await again('desk.undo', {});
    expect(JSON.stringify((await again('desk.assets', { ids: [house.id] }))[0])).toBe(JSON.stringify(house));
    expect((await again('desk.projects', {}))[0]?.project.assetIds).toEqual([house.id, station.id]);
    await again('desk.redo', {});
    expect(await again('desk.assets', { ids: [house.id] })).toEqual([]);
    expect((await again('desk.history', {})).map((change) => change.by)).toEqual(['王小溪', '王小溪', '王小溪']);
  });

  it('changes nothing when one edit of several is refused', async () => {
    const { program } = await startProgram(data);
    const ask = asker(program);
    await expect(ask('desk.apply', { edits: [
      { kind: 'set', noun: 'asset', id: house.id, path: 'name', value: '半改' },
      { kind: 'set', noun: 'asset', id: house.id, path: 'siteArea', value: -5 },
    ] })).rejects.toThrow(/wrong-input/);
    expect((await ask('desk.assets', { ids: [house.id] }))[0]?.name).toBe('溪边老宅');
    expect((await ask('ledger.status', {})).seq).toBe(0);
  });
});

describe('settings', () => {
  it('change one at a time and are there at the next start', async () => {
    const { program, folder, home } = await startProgram(data);
    const ask = asker(program);
    await ask('settings.set', { theme: 'dark' });
    await ask('settings.set', { operator: '王小溪' });
    expect(await ask('settings.set', { language: 'en' })).toEqual({ ...firstSettings, language: 'en', theme: 'dark', operator: '王小溪' });
    // Named and given nothing, as a window's message may have it.
    expect(await ask('settings.set', { stageLanguage: undefined })).toEqual({ ...firstSettings, language: 'en', theme: 'dark', operator: '王小溪' });
    await program.close();
    expect(await asker(await openProgram(home, folder))('settings.get', {})).toEqual({ ...firstSettings, language: 'en', theme: 'dark', operator: '王小溪' });
  });
});

describe('ledgers', () => {
  it('opens the sample, marked as such, when none was opened before', async () => {
    const { path, remove } = await temporaryFolder();
    cleanUps.push(remove);
    const ask = asker(await openProgram(join(path, 'home')));
    expect(await ask('public.overview', {})).toMatchObject({ sample: true, profile: { name: { zh: '示例乡' } } });
    expect((await ask('public.index', {})).rows.length).toBeGreaterThan(40);
  });

  it('makes a new one, opens it, and comes back to it at the next start', async () => {
    const { path, remove } = await temporaryFolder();
    cleanUps.push(remove);
    const program = await openProgram(join(path, 'home'));
    const ask = asker(program);
    const status = await ask('ledger.create', { name: '青溪镇', parent: path });
    expect(status).toMatchObject({ name: '青溪镇', sample: false, readOnly: false });
    expect(existsSync(join(path, '青溪镇', 'ledger.json'))).toBe(true);
    await program.close();
    expect(await asker(await openProgram(join(path, 'home')))('ledger.status', {})).toMatchObject({ folder: join(path, '青溪镇') });
  });

  it('refuses a folder without a ledger and keeps the open one', async () => {
    const { program, folder } = await startProgram(data);
    const { path, remove } = await temporaryFolder();
    cleanUps.push(remove);
    await expect(asker(program)('ledger.open', { folder: path })).rejects.toThrow(/not-found/);
    expect((await asker(program)('ledger.status', {})).folder).toBe(folder);
    expect(await readdir(path)).toEqual([]);
  });

  it('reads only while another program has the ledger, and says so', async () => {
    const { folder, home } = await startProgram(data);
    const second = asker(await openProgram(`${home}-2`, folder));
    const status = await second('ledger.status', {});
    expect(status.readOnly).toBe(true);
    expect(status.notice?.zh).toMatch(/只能查看/);
    await expect(second('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: house.id }] })).rejects.toThrow(/read-only/);
  });
});

describe('files by id', () => {
  it('finds the map pack and nothing by way of a path', async () => {
    const { program } = await startProgram(data);
    expect(await program.resource('maps/shili/pack.json')).toMatchObject({ type: expect.stringContaining('json') as string });
    for (const address of ['maps/shili/../../package.json', 'media/../ledger.json', 'maps/shili/script/terrain.mjs', 'outputs/../../etc', '/etc/passwd', '']) {
      expect(await program.resource(address), address).toBeUndefined();
    }
  });

  it('leaves a ledger’s bytes alone when a file is refused', async () => {
    const { program, folder } = await startProgram(data);
    const before = await readFile(join(folder, 'ledger.json'));
    const file = join(folder, '..', '坏文件.xlsx');
    await writeFile(file, '');
    const { jobId } = await asker(program)('import.plan', { uploadIds: [program.acceptFile(file)] });
    const job = await finish(program, jobId);
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'unreadable-file', place: { file: '坏文件.xlsx' } } });
    expect((await readFile(join(folder, 'ledger.json'))).equals(before)).toBe(true);
    expect((await openLedger(folder)).seq).toBe(0);
  });
});
