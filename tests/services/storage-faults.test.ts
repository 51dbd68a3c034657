import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../data/schema/asset.js';
import type { FailureError } from '../../data/schema/failure.js';
import { realDisk, type Disk } from '../../electron/storage/disk.js';
import { createLedger, openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { faultyDisk } from '../builders/faulty-disk.js';
import { buildLedgerData, draftOf, setEntry, temporaryFolder } from '../builders/ledger.js';
import { PowerCutDisk } from '../builders/power-cut-disk.js';
import { faultsOf } from '../prove/finding.js';
import { diskFaults, proveDiskFaults } from '../prove/saving/disk-faults.js';
import { proveFolderGone } from '../prove/saving/folder-gone.js';
import { leavings, provePowerCuts } from '../prove/saving/power-cuts.js';

const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);
const renamed = (ledger: Ledger, at: number, name: string) => {
  const asset = ledger.data.assets[at] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, name }));
};

describe('a ledger on a disk that fails', () => {
  it.each(diskFaults)('loses no acknowledged edit and opens again, whichever call fails: %j, %i times in a row', async (fault, times) => {
    expect(faultsOf(await proveDiskFaults({ seed: Date.now() % 1e9, stride: 7 }, [[fault, times]]))).toEqual([]);
  });

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

  it('whose folder is taken away in the middle of edits loses none that was acknowledged, and makes no half ledger in its place', async () => {
    expect(faultsOf(await proveFolderGone({ rounds: 12, seed: Date.now() % 1e9 }))).toEqual([]);
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

  it.each(leavings)('loses no acknowledged edit, whenever the power goes (unsynced bytes: %s; unsynced names: %s)', async (leftover, names) => {
    expect(faultsOf(await provePowerCuts({ rounds: 40, seed: Date.now() % 1e9 }, [[leftover, names]]))).toEqual([]);
  });

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
