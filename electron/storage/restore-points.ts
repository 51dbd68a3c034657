import { join } from 'node:path';
import type { RestorePoint } from '../../data/contract.js';
import { FailureError } from '../../data/schema/failure.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { migrated, type Migration } from '../../data/schema/migrations.js';
import { checked } from './checked-records.js';
import { linkOrCopy, type Disk } from './disk.js';
import { journalsAmong, snapshotName, snapshotsAmong, type SnapshotFile } from './folder-names.js';
import { DamagedFile, LedgerFile } from './ledger-file.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A restore point is kept at most this often, in hours, where nobody chose otherwise. */
export const usualHours = 1;
/** Restore points that are always kept, however old and large. */
const keptAlways = 10;
/** Beyond those: the newest of each of so many days, as far as all together stay below so many bytes. */
const keptDays = 30;
const roomForSnapshots = 500 * 1024 * 1024;
/** Moved journals are kept up to so many bytes: they are the history. */
const roomForJournals = 200 * 1024 * 1024;

/** Gives the good ledger.json that is about to be replaced a second name in `snapshots/`: at most one in so many hours. Answers whether it did. */
export async function keepRestorePoint(disk: Disk, folder: string, seq: number, now: Date, hours = usualHours): Promise<boolean> {
  const snapshots = join(folder, 'snapshots');
  const [newest] = snapshotsAmong(await disk.list(snapshots));
  if (newest && (newest.seq === seq || (newest.at <= now.getTime() && now.getTime() - newest.at < hours * hour))) return false;
  await linkOrCopy(disk, join(folder, 'ledger.json'), join(snapshots, snapshotName(seq, now)));
  await disk.syncFolder(snapshots);
  return true;
}

/** Keeps ledger.json, which holds change `seq` and must not be replaced meanwhile, as a restore point; one that holds the same serves as well. Answers with its name. */
export async function keepRestorePointNow(disk: Disk, folder: string, seq: number, now: Date): Promise<string> {
  const snapshots = join(folder, 'snapshots');
  const same = snapshotsAmong(await disk.list(snapshots)).find((file) => file.seq === seq && !file.isKept);
  if (same) return same.name;
  const name = snapshotName(seq, now);
  await linkOrCopy(disk, join(folder, 'ledger.json'), join(snapshots, name));
  await disk.syncFolder(snapshots);
  return name;
}

/** The restore points of a ledger, newest first; none where its folder has no place for them. */
export async function restorePoints(disk: Disk, folder: string): Promise<RestorePoint[]> {
  const place = join(folder, 'snapshots');
  const points: RestorePoint[] = [];
  for (const { name, seq, at } of (await disk.stat(place)) ? snapshotsAmong(await disk.list(place)) : []) {
    const found = await disk.stat(join(place, name));
    if (found) points.push({ id: name, at: new Date(at).toISOString(), seq, bytes: found.size, newest: points.length === 0 });
  }
  return points;
}

/**
 * The records that a restore point holds, brought to this program's schema. Throws `not-found` where there is none of that name,
 * `damaged` where a bit of it is not as it was written.
 */
export async function readRestorePoint(disk: Disk, folder: string, id: string, schemaVersion: number, migrations: readonly Migration[]): Promise<LedgerData> {
  const [file] = snapshotsAmong([id]);
  try {
    const document = file && (await new LedgerFile(disk, join(folder, 'snapshots', file.name), schemaVersion).read());
    if (!document) throw noSuchPoint();
    if (document.schema > schemaVersion) throw newerPoint();
    const { schema, profile, assets, projects, tours } = document;
    // Of this schema, each record satisfied it before it was stored, and the checksum says that no byte has changed since.
    return schema === schemaVersion ? { profile, assets, projects, tours } as LedgerData : await checked(migrated({ profile, assets, projects, tours }, schema, schemaVersion, migrations));
  } catch (error) {
    if (error instanceof DamagedFile) throw damagedPoint();
    throw error;
  }
}

const noSuchPoint = () => new FailureError('not-found', { zh: '没有这个恢复点，可能刚被清理。请刷新列表再选一个。', en: 'There is no such restore point; it may just have been thinned out. Refresh the list and choose another.' });
const newerPoint = () => new FailureError('not-allowed', { zh: '这个恢复点由更新版本的程序写成，这里读不了。请升级程序后再恢复。', en: 'A newer version of the program wrote this restore point. Update the program to restore it.' });
const damagedPoint = () => new FailureError('damaged', { zh: '这个恢复点的文件已损坏，没有恢复，账本一点没有改动。请换一个恢复点。', en: 'The file of this restore point is damaged, so nothing was restored and the ledger is as it was. Choose another one.' });

/** Which restore points have been outlived. `sizes` in bytes by name. */
export function outlived(snapshots: readonly SnapshotFile[], sizes: ReadonlyMap<string, number>, now: Date): string[] {
  const days = new Set<number>();
  let room = roomForSnapshots;
  const gone: string[] = [];
  snapshots.filter((file) => !file.isKept).forEach((file, rank) => {
    room -= sizes.get(file.name) ?? 0;
    const age = Math.floor((now.getTime() - file.at) / day);
    const isNewDay = age < keptDays && !days.has(age);
    if (rank >= keptAlways && (!isNewDay || room < 0)) gone.push(file.name);
    else days.add(age);
  });
  return gone;
}

/** Thins out old restore points and journals; answers with the journals removed. What the two newest restore points need stays. */
export async function thinOut(disk: Disk, folder: string, now: Date): Promise<string[]> {
  const place = join(folder, 'snapshots');
  const names = await disk.list(place);
  const snapshots = snapshotsAmong(names);
  const journals = journalsAmong(names);
  const sizes = new Map<string, number>();
  for (const { name } of [...snapshots, ...journals]) sizes.set(name, (await disk.stat(join(place, name)))?.size ?? 0);
  const needed = snapshots[Math.min(1, snapshots.length - 1)]?.seq ?? 0;
  let room = roomForJournals;
  const goneJournals = journals.toReversed().filter((file, rank) => {
    room -= sizes.get(file.name) ?? 0;
    return rank > 0 && room < 0 && file.last <= needed;
  }).map((file) => file.name);
  for (const name of [...outlived(snapshots, sizes, now), ...goneJournals]) await disk.remove(join(place, name));
  return goneJournals;
}
