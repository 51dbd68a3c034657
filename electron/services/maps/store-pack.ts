import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { realDisk, writeAll, writeDurably, type Disk } from '../../storage/disk.js';
import type { JobContext } from '../jobs.js';
import type { PackReport, PackSource } from './pack-messages.js';
import { linkName, mapsFolder, noteName, packFolder, tilesName, unfinished, type PackLink, type PackNote } from './pack-place.js';
import { packFailure } from './pack-refusals.js';
import { checkRoom, writeFailure } from './pack-room.js';

const copyBytes = 1 << 20;
/** Copied bytes are brought to the medium as they come, so that a slow stick does not stand still at the end. */
const bytesPerSync = 16 << 20;

const copying: Text = text('拷贝底图', 'Copying the map');

const cancelled = () => new FailureError('cancelled', text('已取消，没有留下任何文件，账本没有改动。', 'Cancelled; nothing was left behind and the ledger is unchanged.'));

/** Copies one file durably; told of every stretch that is written. */
async function copyFile({ from, to }: { readonly from: string; readonly to: string }, disk: Disk, onBytes: (bytes: number) => void): Promise<number> {
  const source = await disk.open(from, 'read').catch((error: unknown) => { throw packFailure(error, from); });
  let size = 0;
  try {
    const file = await disk.open(to, 'make');
    try {
      for (let synced = 0; ;) {
        const bytes = await source.read(size, copyBytes).catch((error: unknown) => { throw packFailure(error, from); });
        if (bytes.byteLength === 0) break;
        await writeAll(file, bytes, size);
        size += bytes.byteLength;
        if (size - synced >= bytesPerSync) { await file.syncData(); synced = size; }
        onBytes(bytes.byteLength);
      }
      await file.sync();
      return size;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw writeFailure(error, size);
  } finally {
    await source.close();
  }
}

/** Makes one MBTiles file of a folder of tiles; answers when it is written, though not yet safe on the disk. */
export type Gather = (target: string) => Promise<void>;

/** Copies the tiles of a pack, of a folder into one file, and answers with what then lies in the ledger. */
async function copyTiles(source: PackSource, folder: string, gather: Gather, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>, disk: Disk): Promise<{ container: 'pmtiles' | 'mbtiles'; bytes: number }> {
  const container = source.container === 'folder' ? 'mbtiles' : source.container;
  const target = join(folder, tilesName(container));
  if (source.container === 'folder') {
    await gather(target);
    const file = await disk.open(target, 'change');
    try { await file.sync(); } finally { await file.close(); }
    return { container, bytes: (await disk.stat(target))?.size ?? 0 };
  }
  const total = (await disk.stat(source.path))?.size ?? 0;
  await checkRoom(dirname(folder), total);
  let done = 0;
  await copyFile({ from: source.path, to: target }, disk, (bytes) => {
    if (signal.aborted) throw cancelled();
    progress(done += bytes, total, copying);
  });
  return { container, bytes: done };
}

const writeJson = (disk: Disk, path: string, value: unknown) => writeDurably(disk, path, (append) => append(Buffer.from(`${JSON.stringify(value, null, 1)}\n`)));

const linkOf = ({ source: { container, layout, path }, print, bytes }: Pick<PackReport, 'source' | 'print' | 'bytes'>): PackLink => ({ container, print, bytes, ...(layout ? { layout } : {}), path });

/**
 * Puts a pack into the ledger's folder under a new id: its tiles copied, or a link to where they lie. Until all of it is there it
 * has another name; after a failure or a cancel nothing is left. `gather` makes one file of a folder; `active` keeps the names that are being written.
 */
export async function storePack(
  ledger: string, id: string, how: 'copy' | 'link', { source, print, bytes }: Pick<PackReport, 'source' | 'print' | 'bytes'>, running: Pick<JobContext, 'signal' | 'progress'>, gather: Gather, active: Set<string>, disk: Disk = realDisk,
): Promise<void> {
  const folder = packFolder(ledger, id);
  const temporary = `${folder}${unfinished}`;
  active.add(basename(temporary));
  try {
    await disk.makeFolder(mapsFolder(ledger));
    await disk.makeFolder(temporary);
    if (how === 'link') await writeJson(disk, join(temporary, linkName), linkOf({ source, print, bytes }));
    else await writeJson(disk, join(temporary, noteName), { print, ...await copyTiles(source, temporary, gather, running, disk) } satisfies PackNote);
    if (running.signal.aborted) throw cancelled();
    await disk.syncFolder(temporary);
    await disk.rename(temporary, folder);
    await disk.syncFolder(mapsFolder(ledger));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw writeFailure(error, 0);
  } finally {
    active.delete(basename(temporary));
  }
}

/** Says anew where a linked pack lies. */
export async function relinkPack(ledger: string, id: string, { source, print, bytes }: Pick<PackReport, 'source' | 'print' | 'bytes'>, disk: Disk = realDisk): Promise<void> {
  await writeJson(disk, join(packFolder(ledger, id), linkName), linkOf({ source, print, bytes })).catch((error: unknown) => { throw writeFailure(error, 0); });
}

/** Removes a stored pack: first its name, so that what an interruption leaves is none. The files behind a link stay. */
export async function removePack(ledger: string, id: string, disk: Disk = realDisk): Promise<void> {
  const folder = packFolder(ledger, id);
  try {
    await disk.rename(folder, `${folder}${unfinished}`);
    await rm(`${folder}${unfinished}`, { recursive: true, force: true });
    await disk.syncFolder(mapsFolder(ledger));
  } catch (error) {
    throw writeFailure(error, 0);
  }
}
