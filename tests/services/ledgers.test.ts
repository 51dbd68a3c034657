import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile, appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerStatus } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import { createEventHub } from '../../electron/services/event-hub.js';
import { copyLedger, removeCopied } from '../../electron/services/folders/copy-ledger.js';
import { listFolders, makeFolder } from '../../electron/services/folders/list-folders.js';
import { openLedgers, type Ledgers } from '../../electron/services/ledgers.js';
import { openSettings, type SettingsStore } from '../../electron/services/settings.js';
import { realDisk } from '../../electron/storage/disk.js';
import { createLedger, openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { faultyDisk } from '../builders/faulty-disk.js';
import { addEntry, buildAsset, buildLedgerData, draftOf, setEntry, temporaryFolder } from '../builders/ledger.js';
import { unwatched } from '../builders/run-job.js';

let root: string;
let removeRoot: () => Promise<void>;
let ledgers: Ledgers | undefined;
let settings: SettingsStore;
let told: LedgerStatus[];
let reloads: number;

beforeEach(async () => {
  const made = await temporaryFolder();
  root = made.path;
  removeRoot = made.remove;
  told = [];
  reloads = 0;
});
afterEach(async () => {
  await ledgers?.close();
  ledgers = undefined;
  await removeRoot();
});

const at = (...names: string[]) => join(root, ...names);
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
};
/** The program's ledgers with this one open, looking every few milliseconds whether its folder is there. */
async function start(folder = at('stick', '甲乡'), assets = 12): Promise<Ledgers> {
  await (await createLedger(folder, { ...buildLedgerData({ assets }), profile: { ...buildLedgerData({ assets: 1 }).profile, sample: false } })).close();
  const hub = createEventHub();
  hub.on('ledger.stands', (status) => told.push(status));
  hub.on('ledger.opened', () => { reloads += 1; });
  settings = await openSettings(at('home'));
  ledgers = await openLedgers({ home: at('home'), ledger: folder, shipped: at('nothing'), host: 'test', version: '0', watchMilliseconds: 10 }, settings, hub);
  return ledgers;
}
const rename0 = (ledger: Ledger, name: string) => { const asset = ledger.data.assets[0]!; return draftOf(setEntry('asset', asset, { ...asset, name })); };
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a stick that is pulled out', () => {
  it('is told plainly, refuses the edit that cannot be stored, loses nothing acknowledged, and goes on when it is back', async () => {
    const open = await start();
    await open.current().commit(rename0(open.current(), '拔出前存好的'));
    await rename(at('stick'), at('pulled'));
    const failure = await failureOf(open.current().commit(rename0(open.current(), '存不进去的')));
    expect(failure).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('U 盘可能已拔出') } });
    await until(() => open.status().missing === true);
    expect(told.at(-1)).toMatchObject({ missing: true, notice: { zh: expect.stringContaining('插回') } });
    expect(open.current().data.assets[0]?.name).toBe('拔出前存好的');
    expect((await failureOf(open.open(at('stick', '甲乡')))).message.zh).toContain('还找不到');

    await rename(at('pulled'), at('stick'));
    await until(() => open.status().missing !== true);
    expect(told.at(-1)).toMatchObject({ readOnly: false, seq: 1 });
    expect(told.at(-1)?.notice).toBeUndefined();
    expect(reloads).toBe(0);
    await open.current().commit(rename0(open.current(), '插回后改的'));
    await open.close();
    const again = await openLedger(at('stick', '甲乡'));
    expect([again.seq, again.data.assets[0]?.name, again.notice]).toEqual([2, '插回后改的', undefined]);
    await again.close();
  });

  it('is noticed without an edit, and undo works once it is back', async () => {
    const open = await start();
    await open.current().commit(rename0(open.current(), '甲'));
    await rename(at('stick'), at('pulled'));
    await until(() => told.at(-1)?.missing === true);
    expect((await failureOf(open.current().undo('x'))).message.zh).toContain('U 盘');
    await rename(at('pulled'), at('stick'));
    await until(() => told.at(-1)?.missing !== true);
    await open.current().undo('x');
    expect(open.current().data.assets[0]?.name).not.toBe('甲');
  });

  it('whose ledger was changed elsewhere is opened as it is now, which is said', async () => {
    const open = await start();
    await open.current().commit(rename0(open.current(), '甲'));
    await rename(at('stick'), at('pulled'));
    await until(() => open.status().missing === true);
    await rm(at('pulled', '甲乡', 'lock'));
    const other = await openLedger(at('pulled', '甲乡'));
    await other.commit(rename0(other, '别处改的'));
    await other.close();
    await rename(at('pulled'), at('stick'));
    await until(() => reloads === 1);
    expect(open.status()).toMatchObject({ seq: 2, readOnly: false, notice: { zh: expect.stringContaining('多了 1 次修改') } });
    expect(open.current().data.assets[0]?.name).toBe('别处改的');
  });

  it('is not taken for another one in its place, or an older copy; a person may take that up', async () => {
    const open = await start();
    await open.current().flush();
    await cp(at('stick', '甲乡'), at('older'), { recursive: true });
    await open.current().commit(rename0(open.current(), '较新的'));
    await rename(at('stick', '甲乡'), at('pulled'));
    await until(() => open.status().missing === true);
    await rm(at('older', 'lock'));
    await rename(at('older'), at('stick', '甲乡'));
    await until(() => told.at(-1)?.notice?.zh.includes('另一本账') === true);
    expect(open.current().data.assets[0]?.name).toBe('较新的');
    expect((await failureOf(open.current().commit(rename0(open.current(), 'x')))).code).toBe('disk');
    const files = await readFile(at('stick', '甲乡', 'journal.jsonl'), 'utf8');
    expect(files).toBe('');
    await open.open(at('stick', '甲乡'));
    expect(open.status()).toMatchObject({ seq: 0 });
    expect(open.status().missing).toBeUndefined();
  });

  it('that comes back damaged stays away, and why is said', async () => {
    const open = await start();
    await rename(at('stick', '甲乡'), at('pulled'));
    await until(() => open.status().missing === true);
    await mkdir(at('stick', '甲乡'));
    await writeFile(at('stick', '甲乡', 'ledger.json'), 'nonsense');
    await until(() => told.at(-1)?.notice?.zh.includes('打不开') === true);
    expect(open.status().missing).toBe(true);
    // The program may be trying the folder in this very moment, and its lock come in between.
    await rm(at('stick', '甲乡'), { recursive: true, maxRetries: 10, retryDelay: 50 });
    await rename(at('pulled'), at('stick', '甲乡'));
    await until(() => open.status().missing !== true);
  });

  it('that fails in the middle of a write loses nothing acknowledged', async () => {
    const folder = at('ledger');
    await (await createLedger(folder, buildLedgerData({ assets: 12 }))).close();
    let isOut = false;
    const disk = faultyDisk(realDisk, { code: 'EIO' }, 1, 1e9, () => isOut);
    const ledger = await openLedger(folder, { disk });
    for (let turn = 0; turn < 5; turn += 1) await ledger.commit(rename0(ledger, `第${turn}次`));
    isOut = true;
    expect((await failureOf(ledger.commit(rename0(ledger, '没存上')))).code).toBe('disk');
    expect(ledger.data.assets[0]?.name).toBe('第4次');
    await ledger.close();
    await rm(join(folder, 'lock'), { force: true });
    const again = await openLedger(folder);
    expect([again.seq, again.data.assets[0]?.name]).toEqual([5, '第4次']);
    await again.close();
  });

  it('that is write-protected is opened for reading only, says so, and can be copied', async () => {
    const folder = at('ledger');
    await (await createLedger(folder, buildLedgerData({ assets: 12 }))).close();
    const disk = faultyDisk(realDisk, { code: 'EROFS' }, 1, 1e9, (name, path) => path.startsWith(folder) && ['write', 'rename', 'link', 'remove', 'makeFolder'].includes(name) || (name === 'open' && path.endsWith('lock')));
    const ledger = await openLedger(folder, { disk });
    expect([ledger.readOnly, ledger.notice?.zh]).toEqual([true, expect.stringContaining('只读')]);
    expect((await failureOf(ledger.commit(rename0(ledger, 'x')))).code).toBe('read-only');
    await copyLedger(ledger, at('copy'), unwatched);
    const copy = await openLedger(at('copy'));
    expect([copy.readOnly, JSON.stringify(copy.data) === JSON.stringify(ledger.data)]).toEqual([false, true]);
    await copy.close();
    await ledger.close();
  });
});

describe('a copy of a ledger', () => {
  const media = 'a'.repeat(64);
  async function withMedia(): Promise<Ledgers> {
    const open = await start();
    await writeFile(join(open.current().folder, 'media', `${media}.jpg`), Buffer.alloc(3_000_000, 7));
    for (const name of ['一', '二', '三']) await open.current().commit(rename0(open.current(), name));
    return open;
  }

  it('has every record, the history, the restore points and the photos, and leaves the old one open', async () => {
    const open = await withMedia();
    await mkdir(at('usb'));
    const seen: number[] = [];
    const { folder } = await open.copy(at('usb'), '甲乡备份', { ...unwatched, progress: (done) => seen.push(done) });
    expect([folder, open.status().folder]).toEqual([at('usb', '甲乡备份'), at('stick', '甲乡')]);
    expect(seen.length).toBeGreaterThan(3);
    expect(await readdir(at('usb'))).toEqual(['甲乡备份']);
    const copy = await openLedger(folder);
    expect([copy.notice, copy.readOnly, JSON.stringify(copy.data)]).toEqual([undefined, false, JSON.stringify(open.current().data)]);
    expect((await copy.history(10)).map((change) => change.seq)).toEqual([3, 2, 1]);
    expect((await copy.points()).length).toBeGreaterThan(0);
    expect((await stat(join(folder, 'media', `${media}.jpg`))).size).toBe(3_000_000);
    await copy.undo('x');
    await copy.close();
    expect(open.current().data.assets[0]?.name).toBe('三');
    expect((await open.list()).map((ledger) => ledger.folder)).toContain(folder);
  });

  it('made while edits go on holds a state that there was, whole', async () => {
    const open = await withMedia();
    const copying = open.copy(root, '拷贝', unwatched);
    let turn = 0;
    let isDone = false;
    void copying.finally(() => { isDone = true; });
    while (!isDone) await open.current().commit(rename0(open.current(), `拷贝中${turn += 1}`));
    const copy = await openLedger((await copying).folder);
    expect(copy.notice).toBeUndefined();
    expect(copy.seq).toBeGreaterThanOrEqual(3);
    expect(copy.data.assets[0]?.name).toBe(copy.seq === 3 ? '三' : `拷贝中${copy.seq - 3}`);
    await copy.close();
  });

  it('never goes over what is there, into itself, or to where there is no folder', async () => {
    const open = await withMedia();
    await mkdir(at('usb', '甲乡备份'), { recursive: true });
    expect((await failureOf(open.copy(at('usb'), '甲乡备份', unwatched))).code).toBe('wrong-input');
    expect((await failureOf(open.copy(at('stick', '甲乡', 'media'), '里面', unwatched))).code).toBe('wrong-input');
    expect((await failureOf(open.copy(at('nowhere'), 'x', unwatched))).code).toBe('not-found');
    expect((await failureOf(open.copy(at('usb'), ' / ', unwatched))).code).toBe('wrong-input');
    expect(await readdir(at('usb', '甲乡备份'))).toEqual([]);
  });

  it('that is cancelled or meets a full or failing disk leaves nothing that looks like a ledger', async () => {
    const open = await withMedia();
    await mkdir(at('usb'));
    const control = new AbortController();
    await expect(open.copy(at('usb'), '甲', { signal: control.signal, progress: () => control.abort() })).rejects.toThrow();
    expect(await readdir(at('usb'))).toEqual([]);
    for (const fault of [{ code: 'ENOSPC' }, { code: 'EIO' }] as const) {
      for (const first of [1, 4, 9, 14, 20]) {
        const disk = faultyDisk(realDisk, fault, first, 1, (_, path) => path.startsWith(at('usb')));
        const failure = await copyLedger(open.current(), at('usb', '甲'), unwatched, disk).then(() => undefined, (error: unknown) => (error as FailureError).failure);
        if (failure) expect(failure.message.zh, `${fault.code} at ${first}`).toContain('没有拷成');
        else await rm(at('usb', '甲'), { recursive: true });
        expect(await readdir(at('usb'))).toEqual([]);
      }
    }
  });

  it('that was interrupted by a power cut is not a ledger', async () => {
    const open = await withMedia();
    await mkdir(at('usb'));
    let left: string[] = [];
    // What is there just before the last name is given is what a power cut would leave.
    const stopped = { ...realDisk, rename: async (from: string, to: string) => {
      if (from.endsWith('ledger.json.part')) left = await readdir(join(from, '..'));
      await realDisk.rename(from, to);
    } };
    await copyLedger(open.current(), at('usb', '甲'), unwatched, stopped);
    expect(left).toContain('ledger.json.part');
    expect(left).not.toContain('ledger.json');
  });

  it('in which a bit was flipped on the way is found and thrown away', async () => {
    const open = await withMedia();
    await mkdir(at('usb'));
    const flipping = { ...realDisk, open: async (path: string, how: 'read' | 'change' | 'replace' | 'make') => {
      const file = await realDisk.open(path, how);
      return how === 'make' && path.includes('ledger.json') ? { ...file, write: (bytes: Uint8Array, position: number) => { const wrong = Buffer.from(bytes); wrong[100] = (wrong[100] as number) ^ 1; return file.write(wrong, position); } } : file;
    } };
    expect((await failureOf(copyLedger(open.current(), at('usb', '甲'), unwatched, flipping))).message.zh).toContain('对不上');
    expect(await readdir(at('usb'))).toEqual([]);
  });
});

describe('a ledger that is moved', () => {
  it('on the same drive is in its new place at once, open, with nothing left behind', async () => {
    const open = await start();
    await open.current().commit(rename0(open.current(), '搬前'));
    await mkdir(at('new'));
    const { folder, notices } = await open.move(at('new'), '乙乡', unwatched);
    expect([folder, notices, open.status().folder]).toEqual([at('new', '乙乡'), [], at('new', '乙乡')]);
    expect(await readdir(at('stick'))).toEqual([]);
    await open.current().commit(rename0(open.current(), '搬后'));
    expect(open.status()).toMatchObject({ seq: 2, readOnly: false });
    expect(settings.ledgers()).toEqual([at('new', '乙乡')]);
    expect(reloads).toBe(1);
  });

  it('is not moved over another folder', async () => {
    const open = await start();
    await mkdir(at('new', '乙乡'), { recursive: true });
    expect((await failureOf(open.move(at('new'), '乙乡', unwatched))).code).toBe('wrong-input');
    await open.current().commit(rename0(open.current(), '还在原处'));
    expect(open.status()).toMatchObject({ folder: at('stick', '甲乡'), seq: 1 });
  });

  it('to another drive is removed here only as far as it was copied', async () => {
    const folder = at('甲乡');
    const ledger = await createLedger(folder, buildLedgerData({ assets: 3 }));
    const copied = await copyLedger(ledger, at('there'), unwatched);
    await ledger.close();
    await writeFile(join(folder, '我的笔记.txt'), '别删');
    expect(await removeCopied(folder, copied)).toBe(false);
    expect(await readdir(folder)).toEqual(['我的笔记.txt']);
    await rm(join(folder, '我的笔记.txt'));
    expect(await removeCopied(folder, [])).toBe(true);
    expect((await readdir(root)).sort()).toEqual(['there']);
  });
});

describe('the list of ledgers', () => {
  it('says which are not there now, and forgets one without touching its folder', async () => {
    const open = await start();
    const other = at('other', '乙乡');
    await (await createLedger(other, buildLedgerData({ assets: 1 }))).close();
    await open.open(other);
    await open.open(at('stick', '甲乡'));
    await rename(at('other'), at('gone'));
    expect((await open.list()).find((ledger) => ledger.folder === other)).toMatchObject({ missing: true, open: false });
    await rename(at('gone'), at('other'));
    await open.forget(other);
    expect((await open.list()).map((ledger) => ledger.folder)).not.toContain(other);
    expect((await stat(join(other, 'ledger.json'))).isFile()).toBe(true);
    expect((await failureOf(open.forget(at('stick', '甲乡')))).code).toBe('wrong-input');
  });

  it('opens one for writing that was read-only, once the other program has closed it', async () => {
    const folder = at('stick', '甲乡');
    const first = await createLedger(folder, buildLedgerData({ assets: 2 }));
    settings = await openSettings(at('home'));
    ledgers = await openLedgers({ home: at('home'), ledger: folder, shipped: at('nothing'), host: 'test', version: '0', watchMilliseconds: 60_000 }, settings, createEventHub());
    expect(ledgers.status().readOnly).toBe(true);
    await first.commit(draftOf(addEntry('asset', buildAsset('house'))));
    await first.close();
    expect(await ledgers.open(folder)).toMatchObject({ readOnly: false, seq: 1 });
  });
});

describe('looking for folders', () => {
  it('shows folders only, in order, hidden ones left out, ledgers marked', async () => {
    for (const name of ['b10', 'b9', '.hidden', '乙', '$RECYCLE.BIN']) await mkdir(at(name));
    await writeFile(at('file.txt'), '');
    await (await createLedger(at('账'), buildLedgerData({ assets: 1 }))).close();
    await symlink(at('b9'), at('linked'));
    const listing = await listFolders(root);
    expect(listing.folders.map(({ name, ledger }) => [name, ledger])).toEqual(expect.arrayContaining([['b9', false], ['b10', false], ['linked', false], ['账', true], ['乙', false]]));
    expect(listing.folders).toHaveLength(5);
    expect(listing.folders.findIndex(({ name }) => name === 'b9')).toBeLessThan(listing.folders.findIndex(({ name }) => name === 'b10'));
    expect(listing.places.length).toBeGreaterThan(0);
    expect((await listFolders('/')).parent).toBeNull();
  });

  it('says in a sentence why a folder cannot be shown', async () => {
    await appendFile(at('file.txt'), '');
    for (const path of [at('nowhere'), at('file.txt')]) expect((await failureOf(listFolders(path))).message.zh).toContain('不是文件夹');
  });

  it('makes a folder with a name that every system takes, and none twice', async () => {
    expect(await makeFolder(root, ' 新的: 文件夹. ')).toBe(at('新的 文件夹'));
    expect((await failureOf(makeFolder(root, '新的 文件夹'))).code).toBe('wrong-input');
    expect((await failureOf(makeFolder(root, 'CON'))).code).toBe('wrong-input');
    expect((await failureOf(makeFolder(at('nowhere'), 'x'))).code).toBe('not-found');
  });
});
