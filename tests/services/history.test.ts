import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../data/contract.js';
import type { Asset } from '../../data/schema/asset.js';
import type { RecordChange } from '../../data/schema/record-change.js';
import { profileId } from '../../data/schema/ledger.js';
import { backupCalls } from '../../electron/services/backup-calls.js';
import { createComparisons } from '../../electron/services/history/comparisons.js';
import { historyCalls } from '../../electron/services/history-calls.js';
import { createLedger, openLedger, type Ledger, type LedgerOptions } from '../../electron/storage/ledger.js';
import { addEntry, buildAsset, buildLedgerData, buildProject, draftOf, removeEntry, setEntry, temporaryFolder } from '../builders/ledger.js';
import { ended, quietJobs, resultOf } from '../builders/run-job.js';

let folder: string;
let removeFolder: () => Promise<void>;
let ledger: Ledger;
let clock: number;
const jobs = quietJobs();
const calls = () => {
  const comparisons = createComparisons();
  return { ...historyCalls(() => ledger, jobs, comparisons, () => '李四'), ...backupCalls(() => ledger, jobs, comparisons, () => '李四', () => '2026-06-30') };
};
/** Noon of a day where the tests run. */
const noon = (day: string) => new Date(`${day}T12:00:00`).getTime();
const options = (more: LedgerOptions = {}): LedgerOptions => ({ now: () => new Date(clock), ...more });

beforeEach(async () => {
  const made = await temporaryFolder();
  folder = join(made.path, 'ledger');
  removeFolder = made.remove;
  clock = noon('2026-03-01');
  ledger = await createLedger(folder, buildLedgerData({ assets: 12 }), options());
});
afterEach(async () => {
  await ledger.close();
  await removeFolder();
});
const reopen = async (more?: LedgerOptions) => {
  await ledger.close();
  ledger = await openLedger(folder, options(more));
};
const at = (place: number) => ledger.data.assets[place] as Asset;
const set = (place: number, change: Partial<Asset>, by = '王小溪') => ledger.commit({ ...draftOf(setEntry('asset', at(place), { ...at(place), ...change })), by });
const compare = async (from: string, to: string) => {
  const history = calls();
  const comparison = await resultOf<Comparison>(jobs, await history['history.compare']({ from, to }));
  const { rows } = await history['history.rows']({ comparisonId: comparison.comparisonId, offset: 0, limit: 500 });
  return { comparison, rows, history };
};
const textOf = () => JSON.stringify(ledger.data);

describe('the history of one record', () => {
  const historyOf = async (id: string, limit = 50, before?: number) => calls()['history.ofRecord']({ noun: 'asset', id, limit, ...(before === undefined ? {} : { before }) });

  it('tells every change with who, when and each cell before and after, newest first', async () => {
    const { id, name } = at(2);
    await set(2, { name: '新名', status: 'signed' });
    clock += 60_000;
    await set(3, { name: '不相干' });
    await set(2, { notes: '屋面漏雨' }, '李四');
    const items = await historyOf(id);
    expect(items.map(({ seq, by }) => [seq, by])).toEqual([[3, '李四'], [1, '王小溪']]);
    expect(items[1]?.at).toBe(new Date(noon('2026-03-01')).toISOString());
    expect(items[1]?.change).toMatchObject({ kind: 'changed', id, name: '新名', cells: [{ path: 'name', before: name, after: '新名' }, { path: 'status', after: 'signed' }] });
  });

  it('goes on over a restart and journals that were cut, in pages', async () => {
    const { id } = at(4);
    await reopen({ longestJournal: { lines: 3, bytes: 1e9 } });
    for (let turn = 1; turn <= 14; turn += 1) {
      await set(4, { name: `第${turn}次` });
      await set(5, { notes: `${turn}` });
      await ledger.flush();
    }
    expect((await readdir(join(folder, 'snapshots'))).filter((name) => name.startsWith('journal-')).length).toBeGreaterThan(2);
    await reopen();
    const first = await historyOf(id, 10);
    const rest = await historyOf(id, 10, first.at(-1)?.seq);
    expect([...first, ...rest].map(({ change }) => change.cells[0]?.after)).toEqual(Array.from({ length: 14 }, (_, turn) => `第${14 - turn}次`));
  });

  it('marks what was undone, and what undoes and redoes', async () => {
    const { id } = at(1);
    await set(1, { name: '甲' });
    await set(1, { name: '乙' });
    await ledger.undo('李四');
    await ledger.undo('李四');
    await ledger.redo('李四');
    const marks = (await historyOf(id)).map(({ seq, undone, undoes, redoes }) => ({ seq, undone: undone ?? false, undoes, redoes }));
    expect(marks).toEqual([
      { seq: 5, undone: false, undoes: undefined, redoes: 4 }, { seq: 4, undone: false, undoes: 1, redoes: undefined },
      { seq: 3, undone: false, undoes: 2, redoes: undefined }, { seq: 2, undone: true, undoes: undefined, redoes: undefined }, { seq: 1, undone: false, undoes: undefined, redoes: undefined },
    ]);
  });

  it('follows a record through removal and return, and does not take a mention for the record', async () => {
    const asset = at(0);
    await ledger.commit(draftOf(addEntry('project', buildProject({ assetIds: [asset.id] }))));
    await ledger.commit(draftOf(removeEntry('asset', asset)));
    await ledger.undo('x');
    const items = await historyOf(asset.id);
    expect(items.map(({ change }) => change.kind)).toEqual(['added', 'removed']);
    expect(items[1]?.change.cells.find(({ path }) => path === 'name')).toMatchObject({ before: asset.name });
  });

  it('finds a record among those of a change of megabytes', async () => {
    await ledger.commit(draftOf(...buildLedgerData({ assets: 1_200 }).assets.slice(12).map((asset) => addEntry('asset', asset))));
    for (const place of [12, 600, 1_199]) expect(await historyOf(at(place).id)).toMatchObject([{ seq: 1, change: { kind: 'added', name: at(place).name } }]);
    const page = await calls()['history.ofChange']({ seq: 1, offset: 1_180, limit: 50 });
    expect(page.total).toBe(1_188);
    expect(page.rows.map((row) => row.id)).toEqual(ledger.data.assets.slice(1_192).map((asset) => asset.id));
  });
});

describe('the changes between two days', () => {
  it('are net, first state against last, of the days asked for and no others', async () => {
    const before = at(0).name;
    await set(0, { name: '三月一日' });
    clock = noon('2026-03-05');
    await set(0, { name: '三月五日' });
    await set(1, { name: '改了又改回' });
    await set(1, { name: buildLedgerData({ assets: 12 }).assets[1]!.name });
    const house = buildAsset('house', { name: '新来的' });
    await ledger.commit(draftOf(addEntry('asset', house)));
    await ledger.commit(draftOf(removeEntry('asset', at(3))));
    clock = noon('2026-03-09');
    await set(0, { name: '三月九日' }, '李四');

    const march5 = await compare('2026-03-02', '2026-03-08');
    expect(march5.comparison).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(march5.comparison.notice).toBeUndefined();
    expect(march5.rows.find((row) => row.kind === 'changed')).toMatchObject({ cells: [{ path: 'name', before: '三月一日', after: '三月五日' }], by: ['王小溪'] });
    const all = await compare('2026-03-01', '2026-03-09');
    expect(all.rows.find((row) => row.kind === 'changed')).toMatchObject({ cells: [{ path: 'name', before, after: '三月九日' }], by: ['李四', '王小溪'] });
    expect((await compare('2026-04-01', '2026-04-30')).comparison).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect((await compare('2026-03-09', '2026-03-09')).comparison).toMatchObject({ added: 0, changed: 1, removed: 0 });
  });

  it('leave out what came and went, and what was undone', async () => {
    const house = buildAsset('house');
    await ledger.commit(draftOf(addEntry('asset', house)));
    await ledger.commit(draftOf(removeEntry('asset', house)));
    await set(2, { name: '撤销的' });
    await ledger.undo('x');
    expect((await compare('2026-03-01', '2026-03-01')).rows).toEqual([]);
  });

  it('are the same as from comparing the two states record by record, for any sequence of changes and any two days', async () => {
    const states = new Map<string, typeof ledger.data>([['2026-02-28', ledger.data]]);
    for (let day = 1; day <= 9; day += 1) {
      clock = noon(`2026-03-0${day}`);
      await set(day % 5, { name: `日${day}`, notes: `${day % 2}` });
      if (day % 2 === 0) await ledger.commit(draftOf(removeEntry('asset', at(day % 7)), addEntry('asset', buildAsset('farmland'))));
      if (day % 3 === 0) await ledger.undo('x');
      if (day % 4 === 0) await ledger.commit(draftOf(setEntry('profile', ledger.data.profile, { ...ledger.data.profile, slogan: { zh: `第${day}日`, en: '' } })));
      states.set(`2026-03-0${day}`, ledger.data);
    }
    const days = [...states.keys()];
    for (const [from, to] of [[1, 9], [1, 4], [3, 3], [4, 8], [2, 5], [9, 9]] as const) {
      const [old, now] = [states.get(days[from - 1] as string)!, states.get(days[to] as string)!];
      const { comparison } = await compare(days[from] as string, days[to] as string);
      const ids = (data: typeof old) => new Set(data.assets.map((asset) => asset.id));
      expect([comparison.added, comparison.removed], `${from}–${to}`).toEqual([now.assets.filter((asset) => !ids(old).has(asset.id)).length, old.assets.filter((asset) => !ids(now).has(asset.id)).length]);
      const changed = now.assets.filter((asset) => { const before = old.assets.find((one) => one.id === asset.id); return before && (before.name !== asset.name || before.notes !== asset.notes); });
      const isProfile = JSON.stringify(old.profile) !== JSON.stringify(now.profile);
      expect(comparison.changed, `${from}–${to}`).toBe(changed.length + (isProfile ? 1 : 0));
    }
  });

  it('use the oldest restore point where the journal no longer reaches back, and say so', async () => {
    await reopen({ longestJournal: { lines: 2, bytes: 1e9 } });
    for (let day = 2; day <= 8; day += 1) {
      clock = noon(`2026-03-0${day}`);
      await set(0, { name: `三月${day}日` });
      await ledger.flush();
    }
    await ledger.commit(draftOf(removeEntry('asset', at(5))));
    const first = buildLedgerData({ assets: 12 }).assets[0]!.name;
    await ledger.close();
    for (const name of await readdir(join(folder, 'snapshots'))) {
      if (/^journal-[12345]-/.test(name)) await rm(join(folder, 'snapshots', name));
    }
    ledger = await openLedger(folder, options());
    const { comparison, rows } = await compare('2026-03-01', '2026-03-09');
    expect(comparison.notice?.zh).toContain('恢复点');
    expect(comparison).toMatchObject({ added: 0, changed: 1, removed: 1 });
    expect(rows.find((row) => row.kind === 'changed')?.cells).toEqual([{ path: 'name', before: first, after: '三月8日' }]);
  });

  it('are refused for days that are the wrong way round, and rows of an old comparison are asked for anew', async () => {
    const history = calls();
    expect(await ended(jobs, (await history['history.compare']({ from: '2026-03-02', to: '2026-03-01' })).jobId)).toMatchObject({ state: 'failed', failure: { code: 'wrong-input' } });
    await expect(Promise.resolve().then(() => history['history.rows']({ comparisonId: 'old', offset: 0, limit: 10 }))).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });

  it('page by kind', async () => {
    await ledger.commit(draftOf(...Array.from({ length: 7 }, () => addEntry('asset', buildAsset('hall')))));
    await set(0, { name: '改' });
    const { comparison: { comparisonId }, history } = await compare('2026-03-01', '2026-03-01');
    const page = await history['history.rows']({ comparisonId, kind: 'added', offset: 5, limit: 5 });
    expect([page.total, page.rows.length, new Set(page.rows.map((row: RecordChange) => row.kind))]).toEqual([7, 2, new Set(['added'])]);
  });
});

describe('going back to a change', () => {
  it('is one change that gives back every record and the order byte for byte, and can be undone', async () => {
    await set(0, { name: '甲' });
    const wanted = textOf();
    await ledger.commit(draftOf(removeEntry('asset', at(4)), removeEntry('asset', at(9))));
    await ledger.commit(draftOf(addEntry('asset', buildAsset('forest')), addEntry('project', buildProject())));
    await set(2, { name: '乙' });
    await ledger.undo('x');
    const before = textOf();
    const { seq } = await resultOf<{ seq: number }>(jobs, await calls()['history.undoTo']({ seq: 1 }));
    expect(textOf()).toBe(wanted);
    expect(seq).toBe(6);
    await reopen();
    await ledger.undo('x');
    expect(textOf()).toBe(before);
  });
});

describe('restore points', () => {
  it('are listed newest first with the change that they hold, and made when asked for', async () => {
    await set(0, { name: '甲' });
    const made = await calls()['backup.make']({});
    expect(made).toMatchObject({ seq: 1, newest: true });
    expect((await calls()['backup.list']({})).map(({ seq, newest }) => [seq, newest])).toEqual([[1, true], [0, false]]);
    expect(made.bytes).toBe((await readFile(join(folder, 'ledger.json'))).length);
    expect((await calls()['backup.make']({})).id).toBe(made.id);
  });

  it('are kept as often as the settings say', async () => {
    await reopen({ backupHours: () => 4 });
    for (let hour = 1; hour <= 9; hour += 1) {
      clock += 3_600_000;
      await set(0, { name: `${hour}` });
      await ledger.flush();
    }
    expect((await ledger.points()).map(({ seq }) => seq)).toEqual([7, 3, 0]);
  });

  it('tell what restoring would change, and are put back as one undoable change named after the day', async () => {
    const start = textOf();
    await set(0, { name: '甲' });
    await ledger.commit(draftOf(removeEntry('asset', at(3)), removeEntry('asset', at(8)), addEntry('asset', buildAsset('hall'))));
    await ledger.commit(draftOf(setEntry('profile', ledger.data.profile, { ...ledger.data.profile, villages: ['溪口村'] })));
    const before = textOf();
    const history = calls();
    const [point] = (await history['backup.list']({})).slice(-1);
    const comparison = await resultOf<Comparison>(jobs, await history['backup.compare']({ id: point!.id }));
    expect(comparison).toMatchObject({ added: 2, changed: 2, removed: 1 });
    const { rows } = await history['history.rows']({ comparisonId: comparison.comparisonId, noun: 'profile', offset: 0, limit: 10 });
    expect(rows).toMatchObject([{ id: profileId, cells: [{ path: 'villages', before: ['溪口村'] }] }]);
    expect(textOf()).toBe(before);
    await resultOf(jobs, await history['backup.restore']({ id: point!.id }));
    expect(textOf()).toBe(start);
    expect((await ledger.history(1))[0]).toMatchObject({ seq: 4, by: '李四', label: { zh: expect.stringContaining('2026-03-01') } });
    await reopen();
    await ledger.undo('x');
    expect(textOf()).toBe(before);
  });

  it('that are damaged are refused with a sentence, and nothing changes', async () => {
    await set(0, { name: '甲' });
    const before = textOf();
    const [point] = await ledger.points();
    const path = join(folder, 'snapshots', point!.id);
    const bytes = Buffer.from(await readFile(path));
    bytes[400] = (bytes[400] as number) ^ 4;
    await writeFile(path, bytes);
    for (const call of ['backup.compare', 'backup.restore'] as const) {
      expect(await ended(jobs, (await calls()[call]({ id: point!.id })).jobId)).toMatchObject({ state: 'failed', failure: { code: 'damaged', message: { zh: expect.stringContaining('没有改动') } } });
    }
    expect([textOf(), ledger.seq]).toEqual([before, 1]);
    for (const id of ['ledger-9-20260301T000000Z.json', '../ledger.json']) {
      expect(await ended(jobs, (await calls()['backup.restore']({ id })).jobId)).toMatchObject({ state: 'failed', failure: { code: 'not-found' } });
    }
  });

  it('that hold the same as now have nothing to restore', async () => {
    const [point] = await ledger.points();
    expect(await ended(jobs, (await calls()['backup.restore']({ id: point!.id })).jobId)).toMatchObject({ state: 'failed', failure: { code: 'wrong-input' } });
    expect(ledger.seq).toBe(0);
  });
});
