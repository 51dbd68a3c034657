import { join } from 'node:path';
import { linkOrCopy, type Disk } from './disk.js';
import { journalsAmong, snapshotName, snapshotsAmong, type SnapshotFile } from './folder-names.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Restore points that are always kept, however old and large. */
const keptAlways = 10;
/** Beyond those: the newest of each of so many days, as far as all together stay below so many bytes. */
const keptDays = 30;
const roomForSnapshots = 500 * 1024 * 1024;
/** Moved journals are kept up to so many bytes: they are the history. */
const roomForJournals = 200 * 1024 * 1024;

/** Gives the good ledger.json that is about to be replaced a second name in `snapshots/`: at most one an hour. Answers whether it did. */
export async function keepRestorePoint(disk: Disk, folder: string, seq: number, now: Date): Promise<boolean> {
  const snapshots = join(folder, 'snapshots');
  const [newest] = snapshotsAmong(await disk.list(snapshots));
  if (newest && (newest.seq === seq || (newest.at <= now.getTime() && now.getTime() - newest.at < hour))) return false;
  await linkOrCopy(disk, join(folder, 'ledger.json'), join(snapshots, snapshotName(seq, now)));
  await disk.syncFolder(snapshots);
  return true;
}

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
