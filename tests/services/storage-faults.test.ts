import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import { realDisk, type Disk } from '../../electron/storage/disk.js';
import { createLedger, openLedger, type Ledger, type LedgerOptions } from '../../electron/storage/ledger.js';
import { faultyDisk, type Fault } from '../builders/faulty-disk.js';
import { addEntry, buildAsset, buildLedgerData, draftOf, removeEntry, setEntry, temporaryFolder } from '../builders/ledger.js';
import { PowerCutDisk, type Leftover } from '../builders/power-cut-disk.js';

const longestJournal = { lines: 4, bytes: 1e9 };
const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);
const renamed = (ledger: Ledger, at: number, name: string) => {
  const asset = ledger.data.assets[at] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, name }));
};

/** Everything a ledger does in its life; keeps the states that were acknowledged, by change number. */
async function live(folder: string, options: LedgerOptions, acknowledged: Map<number, string>): Promise<void> {
  const ledger = await openLedger(folder, options);
  if (ledger.readOnly) return ledger.close();
  ledger.onChange((change) => acknowledged.set(change.seq, textOf(ledger)));
  const attempt = (work: Promise<unknown>) => work.catch(() => undefined);
  const base = ledger.data.assets.length;
  await attempt(ledger.commit(renamed(ledger, 0, '甲')));
  await Promise.all([1, 2, 3].map((at) => attempt(ledger.commit(renamed(ledger, at, `同时${at}`)))));
  await attempt(ledger.flush());
  await attempt(ledger.commit(draftOf(removeEntry('asset', ledger.data.assets[2]!))));
  await attempt(ledger.undo('x'));
  await attempt(ledger.flush());
  await attempt(ledger.redo('x'));
  // The journal is cut on the way: the callers let it have no more than four lines.
  for (const asset of Array.from({ length: 6 }, () => buildAsset('house'))) await attempt(ledger.commit(draftOf(addEntry('asset', asset))));
  await attempt(ledger.flush());
  await attempt(ledger.commit(renamed(ledger, base - 2, '末')));
  await attempt(ledger.close());
}

/** What must hold after anything: it opens, nothing acknowledged is missing, and nothing is there that was not asked for. */
function expectKept(found: Ledger, acknowledged: ReadonlyMap<number, string>, first: string, about: string): void {
  const last = Math.max(0, ...acknowledged.keys());
  expect(found.seq, about).toBeGreaterThanOrEqual(last);
  if (found.seq === last) expect(textOf(found) === (acknowledged.get(last) ?? first), about).toBe(true);
  expect(found.data.assets.length, about).toBeGreaterThan(0);
}

describe('a ledger on a disk that fails', () => {
  it.each([[{ code: 'EIO' }, 1], [{ code: 'ENOSPC' }, 1], [{ shortWrite: true }, 1], [{ code: 'ENOSPC' }, 12]] as [Fault, number][])(
    'loses no acknowledged edit and opens again, whichever call fails: %j, %i times in a row', async (fault, times) => {
      const { path, remove } = await temporaryFolder();
      const data = buildLedgerData({ assets: 5, projects: 1 });
      let wasReached = true;
      for (let at = 1; wasReached; at += 1) {
        const folder = join(path, String(at));
        const made = await createLedger(folder, data);
        const first = textOf(made);
        await made.close();
        const disk = faultyDisk(realDisk, fault, at, times, (name) => 'code' in fault || name === 'write');
        const acknowledged = new Map<number, string>();
        await live(folder, { disk, longestJournal }, acknowledged).catch((error: unknown) => expect(error, `call ${at}`).toBeInstanceOf(FailureError));
        wasReached = disk.calls() >= at;
        // A lock whose removal failed is this process's own; the next start would find its process gone.
        await rm(join(folder, 'lock'), { force: true });
        const again = await openLedger(folder);
        expectKept(again, acknowledged, first, `call ${at}`);
        expect(again.readOnly).toBe(false);
        const draft = renamed(again, 0, '还能改');
        await again.commit(draft);
        await again.close();
        await rm(folder, { recursive: true });
      }
      await remove();
    }, 180_000);

  it('says that the disk is full, changes nothing, and goes on when there is room again', async () => {
    const { path, remove } = await temporaryFolder();
    await (await createLedger(join(path, 'l'), buildLedgerData({ assets: 5 }))).close();
    const disk = faultyDisk(realDisk, { code: 'ENOSPC' }, 1, 1, (name, file) => name === 'write' && file.endsWith('journal.jsonl'));
    const ledger = await openLedger(join(path, 'l'), { disk });
    const before = textOf(ledger);
    const failure = await ledger.commit(renamed(ledger, 0, '写不下')).catch((error: FailureError) => error.failure);
    expect(failure).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('磁盘已满'), en: expect.stringContaining('Free some space') } });
    expect(textOf(ledger)).toBe(before);
    expect(await readFile(join(path, 'l', 'journal.jsonl'), 'utf8')).toBe('');
    await ledger.commit(renamed(ledger, 0, '写下了'));
    await ledger.close();
    const again = await openLedger(join(path, 'l'));
    expect(again).toMatchObject({ seq: 1, notice: undefined });
    expect(again.data.assets[0]?.name).toBe('写下了');
    await again.close();
    await remove();
  });

  it('refuses an edit when its folder has gone, instead of writing to a file that nobody finds', async () => {
    const { path, remove } = await temporaryFolder();
    const ledger = await createLedger(join(path, 'l'), buildLedgerData({ assets: 5 }));
    const before = textOf(ledger);
    await rm(join(path, 'l'), { recursive: true });
    const failure = await ledger.commit(renamed(ledger, 0, '拔了')).catch((error: FailureError) => error.failure);
    expect(failure).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('不见了') } });
    expect(textOf(ledger)).toBe(before);
    await ledger.close();
    await remove();
  });

  it('opens for reading only where it may not write', async () => {
    const { path, remove } = await temporaryFolder();
    await (await createLedger(join(path, 'l'), buildLedgerData({ assets: 5 }))).close();
    for (const code of ['EROFS', 'EACCES'] as const) {
      const disk = faultyDisk(realDisk, { code }, 1, Infinity, (name, file) => name === 'open' && file.endsWith('lock'));
      const ledger = await openLedger(join(path, 'l'), { disk });
      expect(ledger.readOnly).toBe(true);
      expect(ledger.notice?.zh).toContain('只读');
      expect(ledger.data.assets).toHaveLength(5);
      await ledger.close();
    }
    await remove();
  });
});

describe('a ledger at a power cut', () => {
  const folder = '/ledger';
  const boot = (start: string) => ({ processes: { host: 'desk', pid: 1, startOf: () => start, isAlive: () => true } });
  const cuts: [Leftover, boolean][] = [['nothing', false], ['nothing', true], ['half', false], ['half', true], ['zeros', true]];

  it.each(cuts)('loses no acknowledged edit, whenever the power goes (unsynced bytes: %s; unsynced names kept: %s)', async (leftover, entriesSurvive) => {
    const data = buildLedgerData({ assets: 5, projects: 1 });
    for (let at = 1; ; at += 1) {
      const disk = new PowerCutDisk(Infinity, leftover, entriesSurvive);
      await disk.makeFolder(folder);
      const made = await createLedger(folder, data, { disk, ...boot('first') });
      const first = textOf(made);
      await made.close();
      disk.cutAt = disk.calls + at;
      const acknowledged = new Map<number, string>();
      await live(folder, { disk, longestJournal, ...boot('first') }, acknowledged).catch(() => undefined);
      if (!disk.isOff) {
        expect(at).toBeGreaterThan(100);
        break;
      }
      const again = await openLedger(folder, { disk: disk.after(), ...boot('second') });
      expectKept(again, acknowledged, first, `cut at ${at}`);
      expect(again, `cut at ${at}`).toMatchObject({ readOnly: false, notice: undefined });
      await again.close();
    }
  }, 180_000);

  it('would lose edits if the journal were not synced, so this test can fail', async () => {
    const disk = new PowerCutDisk();
    const forgetful: Disk = new Proxy(disk, {
      get(target, name: keyof PowerCutDisk) {
        if (name === 'open') return async (...args: Parameters<Disk['open']>) => ({ ...(await target.open(...args)), syncData: async () => undefined });
        const value = target[name] as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await disk.makeFolder(folder);
    const ledger = await createLedger(folder, buildLedgerData({ assets: 5 }), { disk: forgetful, ...boot('first') });
    await ledger.commit(renamed(ledger, 0, '没落盘'));
    const again = await openLedger(folder, { disk: disk.after(), ...boot('second') });
    expect(again.seq).toBe(0);
    await again.close();
  });
});

describe('a folder on a medium without links', () => {
  it('keeps restore points and cut journals as copies', async () => {
    const { path, remove } = await temporaryFolder();
    const disk: Disk = { ...realDisk, link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })) };
    await mkdir(join(path, 'l'));
    const ledger = await createLedger(join(path, 'l'), buildLedgerData({ assets: 5 }), { disk });
    await ledger.commit(renamed(ledger, 0, '甲'));
    await ledger.close();
    const names = await realDisk.list(join(path, 'l', 'snapshots'));
    expect(names.filter((name) => /^ledger-0-.*json$/.test(name))).toHaveLength(1);
    await remove();
  });
});
