import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FinishedOutput } from '../../data/contract.js';
import type { TakeAway } from '../../data/contract/take-away-calls.js';
import { temporaryFolder } from '../builders/ledger.js';
import { filesHolding, leadDesk, ledgerForLeads, passphrase, refusalOf, type LeadDesk } from '../builders/lead-desk.js';
import { personOfCanaries } from '../builders/lead-people.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { unpacked } from '../builders/unpacked.js';
import { everyWorker } from '../builders/workers.js';

const data = ledgerForLeads();
const [first, second, third] = data.assets as [(typeof data.assets)[number], (typeof data.assets)[number], (typeof data.assets)[number]];
let place: string;
let shelf: string;
let desk: LeadDesk;
const endings: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  const { path, remove } = await temporaryFolder();
  endings.push(remove);
  place = path;
  shelf = join(path, 'outputs');
  await mkdir(shelf);
  desk = await leadDesk(join(path, 'home'), await preparedLedger(path, data), { workerFiles: await everyWorker() });
  endings.push(desk.close);
});
afterEach(async () => { for (const end of endings.splice(0).reverse()) await end(); });

const whole = { assetIds: [first.id, second.id], parts: ['table'] as ('brochure' | 'web' | 'table')[], parent: '', name: '招商资料', language: 'zh' as const };
const make = (more: Partial<typeof whole> = {}) => desk.finished<TakeAway>(desk.ask('takeAway.start', { ...whole, parent: shelf, ...more }));
const textOf = async (file: string) => [...(await unpacked(file)).values()].map((bytes) => bytes.toString('utf8')).join('\n');

describe('a take-away', () => {
  it('lies in a folder of its own below the chosen one, holds the chosen assets alone, and is remembered', async () => {
    const { folder, files } = await make();
    expect(folder).toBe(join(shelf, '招商资料'));
    expect(await readdir(folder)).toEqual(files.map(({ name }) => name));
    const table = await textOf(join(folder, files[0]!.name));
    expect([first, second, third].map(({ name }) => table.includes(name))).toEqual([true, true, false]);
    expect((await desk.ask('settings.get', {})).takeAway).toEqual({ parts: ['table'], language: 'zh', parent: shelf });
    expect(await desk.ask('takeAway.place', {})).toEqual({ parent: shelf });
    expect((await desk.program.resource(`outputs/${files[0]!.fileId}`))).toMatchObject({ file: join(folder, files[0]!.name) });
  });

  it('never overwrites one that was made before', async () => {
    await make();
    expect((await make()).folder).toBe(join(shelf, '招商资料 2'));
  });

  it('is for the public: nothing internal of the assets is in it, and none that was withdrawn, which is said', async () => {
    await desk.ask('desk.apply', { edits: [
      { kind: 'set', noun: 'asset', id: second.id, path: 'status', value: 'withdrawn' }, { kind: 'set', noun: 'asset', id: first.id, path: 'owner', value: 'OWNERCANARY' }, { kind: 'set', noun: 'asset', id: first.id, path: 'notes', value: 'NOTESCANARY' },
    ] });
    const { folder, files, notices } = await make();
    const table = await textOf(join(folder, files[0]!.name));
    expect(table).toContain(first.name);
    for (const word of ['OWNERCANARY', 'NOTESCANARY', second.name]) expect(table).not.toContain(word);
    expect(notices.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('1 宗已下架'));
  });

  it('of nothing that can be shown is refused in words', async () => {
    await desk.ask('desk.apply', { edits: [{ kind: 'set', noun: 'asset', id: first.id, path: 'status', value: 'withdrawn' }] });
    expect(await refusalOf(make({ assetIds: [first.id] }))).toMatchObject({ code: 'wrong-input', message: { zh: expect.stringContaining('另选几宗') } });
  });

  it('that cannot be finished or was cancelled leaves nothing behind', async () => {
    // This program has no engine to print the brochure with: the table before it is made already.
    expect(await refusalOf(make({ parts: ['table', 'brochure'] }))).toMatchObject({ message: { zh: expect.any(String) } });
    expect(await readdir(shelf)).toEqual([]);
    const { jobId } = await desk.ask('takeAway.start', { ...whole, parent: shelf });
    await desk.ask('job.cancel', { jobId });
    await expect(desk.finished(Promise.resolve({ jobId }))).rejects.toThrow();
    expect(await readdir(shelf)).toEqual([]);
  });

  it('is refused where the folder is not there, and by a name that is none', async () => {
    expect(await refusalOf(make({ parent: join(shelf, 'gone') }))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(make({ name: '/:' }))).toMatchObject({ code: 'wrong-input' });
  });
});

describe('what leaves the house', () => {
  const { person, canaries } = personOfCanaries();
  const words = canaries.map(({ word }) => word);
  beforeEach(async () => {
    await desk.ask('leads.setUp', { passphrase });
    const { id } = await desk.ask('leads.take', { way: 'desk', person, assetIds: [first.id], projectIds: [data.projects[0]!.id], consent: true });
    // Read once, so that it is in memory wherever it could be.
    await desk.ask('leads.reveal', { id });
  });

  it('holds nothing of any lead: no table, no layer, no slides, no take-away, of either edition; the project table counts them', async () => {
    for (const audience of ['public', 'internal'] as const) {
      for (const request of [
        { kind: 'projects', format: 'xlsx', audience }, { kind: 'ledger', format: 'xlsx', audience }, { kind: 'projects', format: 'csv', audience }, { kind: 'geo', format: 'geojson', audience }, { kind: 'slides', format: 'pptx', audience },
      ] as const) {
        const { fileId, name } = await desk.finished<FinishedOutput>(desk.ask('output.start', request));
        const found = await desk.program.resource(`outputs/${fileId}`);
        const file = found && 'file' in found ? found.file : '';
        const content = /\.(csv|geojson)$/.test(name) ? (await readFile(file)).toString('utf8') : await textOf(file);
        expect(content.length, name).toBeGreaterThan(100);
        expect(words.filter((word) => content.includes(word)), `${name} ${audience}`).toEqual([]);
        if (request.kind === 'projects') expect(content.includes('意向（条）'), `${name} ${audience}`).toBe(audience === 'internal');
      }
    }
    await make();
    expect(await filesHolding(place, words)).toEqual([]);
  });

  it('with names and phones is made on purpose alone, is marked internal, and holds every personal field', async () => {
    const { fileId, name, notices } = await desk.finished<FinishedOutput>(desk.ask('leads.export', { language: 'zh' }));
    const found = await desk.program.resource(`outputs/${fileId}`);
    const content = await textOf(found && 'file' in found ? found.file : '');
    expect(words.filter((word) => !content.includes(word))).toEqual([]);
    for (const part of ['内部资料', '含个人信息', first.name, data.projects[0]!.name]) expect(content).toContain(part);
    expect(name).toContain('内部资料');
    expect(notices.map(({ zh }) => zh).join()).toContain('用完请删除');
    await desk.ask('leads.lock', {});
    expect(await refusalOf(desk.finished(desk.ask('leads.export', {})))).toMatchObject({ code: 'not-allowed' });
  });
});
