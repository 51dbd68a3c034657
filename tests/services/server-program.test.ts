import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput, JobState } from '../../data/contract.js';
import { originSchema } from '../../data/schema/origin.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program, ProgramOptions } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { root } from '../builders/bundle.js';
import { eventually } from '../builders/eventually.js';
import { buildLedgerData, temporaryFolder } from '../builders/ledger.js';
import { everyWorker } from '../builders/workers.js';
import { ownerPassword, startPostgres, withoutPostgres, type TestServer } from '../builders/postgres.js';

const missing = withoutPostgres();
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

/** A program as a page uses it, over what is named: a folder or an address. */
async function desk(ledger: string, path: string, more: Partial<ProgramOptions> = {}) {
  const program: Program = await createProgram({ home: join(path, 'home'), shipped: join(root, 'data'), host: 'test', version: '0.0.0', workerFiles: await everyWorker(), ledger, ...more });
  cleanUps.push(() => program.close());
  const dispatch = createDispatch(program.handlers);
  const reply = <N extends CallName>(name: N, input: CallInput<N>) => dispatch(name, input, 'desk');
  const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const answer = await reply(name, input);
    if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.message.en}`);
    return answer.value as CallOutput<N>;
  };
  const finished = async ({ jobId }: { jobId: string }) => {
    await eventually(async () => expect((await ask('job.state', { jobId })).state).not.toBe('running'));
    return await ask('job.state', { jobId }) as JobState;
  };
  return { program, ask, reply, finished };
}
async function place() {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  return path;
}

/** The desk's calls, described once, on a folder and on a server. */
function deskPromises(open: () => Promise<Awaited<ReturnType<typeof desk>>>) {
  it('shows, edits, undoes, redoes and tells of a record', async () => {
    const { ask, program } = await open();
    const told: number[] = [];
    program.on('ledger.changed', ({ seq }) => told.push(seq));
    const [first] = (await ask('desk.index', {})).rows;
    const id = String(first?.[0]);
    const [asset] = await ask('desk.assets', { ids: [id] });
    expect(await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path: 'name', value: '新名字', revision: asset!.revision }] })).toMatchObject({ seq: 1, ids: [id] });
    const stale = await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path: 'name', value: '过时', revision: asset!.revision }] }).catch((error: Error) => error.message);
    expect(stale).toContain('out-of-date');
    await ask('desk.undo', {});
    expect((await ask('desk.assets', { ids: [id] }))[0]).toEqual(asset);
    await ask('desk.redo', {});
    expect((await ask('public.asset', { id })).asset.name).toBe('新名字');
    expect(told).toEqual([1, 2, 3]);
    expect((await ask('desk.history', {})).map(({ seq }) => seq)).toEqual([3, 2, 1]);
    expect(await ask('history.ofRecord', { noun: 'asset', id })).toHaveLength(3);
    expect(await ask('history.ofChange', { seq: 1 })).toMatchObject({ total: 1 });
  });
  it('keeps a restore point, compares with it and goes back to it as one change that can be undone', async () => {
    const { ask, finished } = await open();
    const id = String((await ask('desk.index', {})).rows[2]?.[0]);
    const before = await ask('desk.assets', { ids: [id] });
    const point = await ask('backup.make', {});
    await ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id }] });
    expect(await finished(await ask('backup.compare', { id: point.id }))).toMatchObject({ state: 'done', result: { added: 1, removed: 0 } });
    expect(await finished(await ask('backup.restore', { id: point.id }))).toMatchObject({ state: 'done', result: { seq: 2 } });
    expect(await ask('desk.assets', { ids: [id] })).toEqual(before);
    await ask('desk.undo', {});
    expect(await ask('desk.assets', { ids: [id] })).toEqual([]);
    expect(await finished(await ask('history.undoTo', { seq: 0 }))).toMatchObject({ state: 'done' });
    expect(await ask('desk.assets', { ids: [id] })).toEqual(before);
  });
  it('works out what changed between two days, and finds nothing wrong with its records', async () => {
    const { ask, finished } = await open();
    const id = String((await ask('desk.index', {})).rows[1]?.[0]);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path: 'name', value: '改过' }] });
    expect(await finished(await ask('history.compare', { from: '2020-01-01', to: '2099-12-31' }))).toMatchObject({ state: 'done', result: { changed: 1, added: 0, removed: 0 } });
    expect((await ask('ledger.check', {})).assets).toBe(12);
    expect((await ask('quality.summary', {})).assets).toBe(12);
  });
}

describe('the desk on a folder', () => deskPromises(async () => {
  const path = await place();
  await (await createLedger(join(path, 'ledger'), buildLedgerData({ assets: 12 }))).close();
  return desk(join(path, 'ledger'), path);
}));

describe.skipIf(missing)(`the desk on a server${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: TestServer;
  beforeAll(async () => { server = await startPostgres(); });
  afterAll(() => server.stop());
  const folderDesk = async (more: Partial<ProgramOptions> = {}) => {
    const path = await place();
    await (await createLedger(join(path, 'ledger'), buildLedgerData({ assets: 12 }))).close();
    return { path, ...(await desk(join(path, 'ledger'), path, more)) };
  };

  deskPromises(async () => desk(server.address(await server.ledger()).connection, await place()));

  it('is made from the folder that is open, opened in its place, and shared with a person who is added', async () => {
    const { ask, reply, finished, path } = await folderDesk();
    const address = server.address(await server.database()).shown;
    const door = { address, password: ownerPassword };
    expect(await ask('server.look', door)).toMatchObject({ standing: 'empty', canMake: true });
    expect(await finished(await ask('server.make', { ...door, name: '示例县', from: 'open' }))).toMatchObject({ state: 'done' });
    expect(await ask('server.open', door)).toMatchObject({ readOnly: false, seq: 0, server: { address, role: 'approver', connected: true } });
    expect((await ask('server.setPerson', { login: 'xiaoli', name: '小李', role: 'keeper', password: 'eight letters' })).map(({ login }) => login)).toEqual(['county', 'xiaoli']);
    const colleague = await desk(server.address(new URL(address).pathname.slice(1), 'xiaoli', 'eight letters').connection, await place());
    const heard = new Promise<number>((resolve) => colleague.program.on('ledger.changed', ({ seq }) => resolve(seq)));
    const id = String((await ask('desk.index', {})).rows[0]?.[0]);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path: 'name', value: '共同的' }] });
    expect(await heard).toBe(1);
    expect((await colleague.ask('desk.assets', { ids: [id] }))[0]).toMatchObject({ name: '共同的' });
    expect((await ask('server.list', {})).servers).toEqual([{ address, kept: false, open: true }]);
    expect(await readFile(join(path, 'home', 'settings.json'), 'utf8')).not.toContain(encodeURIComponent(ownerPassword));
    expect((await finished(await ask('ledger.copy', { parent: path, name: '拷贝' }))).state).toBe('failed');
    await ask('ledger.open', { folder: join(path, 'ledger') });
    expect(await ask('ledger.status', {})).not.toHaveProperty('server');
    expect(await reply('server.people', {})).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
  });

  it('keeps the password only as the system’s key store has sealed it, and opens with it next time', async () => {
    const keyStore = { isSafe: () => true, wrap: (secret: string) => Buffer.from(secret).reverse(), unwrap: (box: Buffer) => Buffer.from(box).reverse().toString() };
    const { ask, path } = await folderDesk({ keyStore });
    const address = server.address(await server.ledger()).shown;
    await ask('server.open', { address, password: ownerPassword, keep: true });
    const settings = await readFile(join(path, 'home', 'settings.json'), 'utf8');
    expect([settings.includes(ownerPassword), settings.includes(address)]).toEqual([false, true]);
    await ask('ledger.open', { folder: join(path, 'ledger') });
    expect(await ask('server.open', { address })).toMatchObject({ server: { address, connected: true } });
  });

  it('is taken along as a folder that is whole, remembers its origin, and opens without the server', async () => {
    const path = await place();
    const { ask, finished } = await desk(server.address(await server.ledger()).connection, path);
    const id = String((await ask('desk.index', {})).rows[0]?.[0]);
    await ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id, path: 'name', value: '带走的' }] });
    const done = await finished(await ask('server.takeOffline', { parent: path, name: '路演拷贝' }));
    expect(done).toMatchObject({ state: 'done', result: { folder: join(path, '路演拷贝') } });
    const origin = originSchema.parse(JSON.parse(await readFile(join(path, '路演拷贝', 'origin.json'), 'utf8')));
    expect(origin).toMatchObject({ seq: 1, revisions: { asset: { [id]: 2 } } });
    expect(JSON.stringify(origin)).not.toContain(encodeURIComponent(ownerPassword));
    expect((await finished(await ask('server.takeOffline', { parent: path, name: '路演拷贝' }))).state).toBe('failed');
    const away = await desk(join(path, '路演拷贝'), await place());
    expect((await away.ask('desk.assets', { ids: [id] }))[0]).toMatchObject({ name: '带走的' });
    expect(await away.ask('ledger.status', {})).toMatchObject({ readOnly: false, origin: { seq: 1 } });
  });

  it('takes back what was changed in an offline copy: what agrees by itself, what clashes as told, as one change that can be undone, and nothing twice', async () => {
    const path = await place();
    const { ask, finished } = await desk(server.address(await server.ledger(buildLedgerData({ assets: 12, projects: 0 }))).connection, path);
    const ids = (await ask('desk.index', {})).rows.map(([id]) => String(id));
    const [both, theirs, mine, gone] = ids as [string, string, string, string];
    const set = (id: string, name: string, value: string) => ({ edits: [{ kind: 'set' as const, noun: 'asset' as const, id, path: name, value }] });
    await ask('desk.apply', set(theirs, 'notes', '出门前'));
    expect((await finished(await ask('server.takeOffline', { parent: path, name: '路演拷贝' }))).state).toBe('done');
    const folder = join(path, '路演拷贝');
    const away = await desk(folder, await place());
    await away.ask('desk.apply', set(both, 'notes', '路上写的'));
    await away.ask('desk.apply', set(both, 'address', '溪口 3 号'));
    await away.ask('desk.apply', set(theirs, 'notes', '路上补的'));
    await away.ask('desk.apply', { edits: [{ kind: 'remove', noun: 'asset', id: gone }] });
    await away.program.close();
    await ask('desk.apply', set(both, 'notes', '家里写的'));
    await ask('desk.apply', set(mine, 'notes', '家里补的'));

    expect(await ask('server.copies', {})).toMatchObject([{ folder, name: '路演拷贝', takenBy: '王小溪' }]);
    const before = (await ask('ledger.status', {})).seq;
    const compared = await finished(await ask('server.bringBack', { folder }));
    expect(compared).toMatchObject({ state: 'done', result: { counts: { clash: 1, updated: 1, removed: 1, added: 0 }, questions: 1, from: { by: '王小溪', whole: true } } });
    expect((await ask('ledger.status', {})).seq).toBe(before);
    const { mergeId } = (compared as JobState & { state: 'done' }).result as { mergeId: string };
    expect(await finished(await ask('exchange.apply', { mergeId }))).toMatchObject({ state: 'failed', failure: { code: 'not-allowed' } });
    expect(await finished(await ask('exchange.apply', { mergeId, decisions: [{ noun: 'asset', id: both, path: 'notes', take: 'theirs' }] }))).toMatchObject({ state: 'done', result: { changed: 2, removed: 1, seq: before + 1 } });
    const shown = async () => Object.fromEntries((await ask('desk.assets', { ids })).map(({ id, notes }) => [id, notes]));
    expect(await shown()).toMatchObject({ [both]: '路上写的', [theirs]: '路上补的', [mine]: '家里补的' });
    expect(await shown()).not.toHaveProperty(gone);
    expect((await ask('desk.assets', { ids: [both] }))[0]).toMatchObject({ address: '溪口 3 号' });
    const again = await finished(await ask('server.bringBack', { folder }));
    expect(again).toMatchObject({ state: 'done', result: { counts: { clash: 0, updated: 0, removed: 0, added: 0, merged: 0 }, questions: 0 } });
    expect((await ask('desk.history', {}))[0]?.label.zh).toBe('并回离线拷贝「路演拷贝」');
    await ask('desk.undo', {});
    expect(await shown()).toMatchObject({ [both]: '家里写的', [theirs]: '出门前', [mine]: '家里补的' });
    expect(await shown()).toHaveProperty(gone);
  });

  it('takes back no folder but a copy of its own', async () => {
    const path = await place();
    const { ask, finished } = await desk(server.address(await server.ledger()).connection, path);
    await finished(await ask('server.takeOffline', { parent: path, name: '拷贝' }));
    await (await createLedger(join(path, '别的'), buildLedgerData({ assets: 2 }))).close();
    const stranger = await desk(server.address(await server.ledger()).connection, await place());
    const refused = await stranger.finished(await stranger.ask('server.bringBack', { folder: join(path, '拷贝') }));
    expect(refused).toMatchObject({ state: 'failed', failure: { code: 'wrong-input' } });
    expect(JSON.stringify(refused)).toContain('取自另一本账');
    expect(await ask('server.copies', {})).toHaveLength(1);
    expect(await stranger.ask('server.copies', {})).toEqual([]);
    expect(await finished(await ask('server.bringBack', { folder: join(path, '别的') }))).toMatchObject({ state: 'failed', failure: { code: 'wrong-input' } });
  });

  it('leaves nothing behind when an offline copy is cancelled', async () => {
    const path = await place();
    const { ask, finished } = await desk(server.address(await server.ledger()).connection, path);
    const { jobId } = await ask('server.takeOffline', { parent: path, name: '取消的' });
    await ask('job.cancel', { jobId });
    expect((await finished({ jobId })).state).toBe('cancelled');
    expect(existsSync(join(path, '取消的'))).toBe(false);
    expect((await readdir(path)).filter((name) => name.startsWith('.xishan'))).toEqual([]);
  });
});
