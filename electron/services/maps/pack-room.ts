import { statfs } from 'node:fs/promises';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import { codeOf } from '../../storage/disk.js';

/** FAT32 holds no file of 4 GB or more. */
const fatLimit = 2 ** 32 - 1;
/** Left free on the ledger's disk: its own edits need room, too. */
const reserve = 64 * 2 ** 20;
/** `statfs` numbers of FAT (Linux). Elsewhere it is told when the write fails. */
const fatTypes = new Set([0x4d44]);

const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20).toLocaleString('en-US');
const noRoom = (wanted: number, room: number) => new FailureError('disk', text(
  `放不下：底图有 ${megabytes(wanted)} MB，账本所在的盘只剩 ${megabytes(room)} MB。请腾出空间，或改选「链接」，不拷贝。`,
  `It does not fit: the map has ${megabytes(wanted)} MB and ${megabytes(room)} MB are left on the ledger’s disk. Free some space, or link it instead of copying.`,
));
const diskFull = () => new FailureError('disk', text('盘满了，底图没有拷成，没有留下半份。请腾出空间，或改选「链接」，不拷贝。', 'The disk is full; the map was not copied and no half of it was left. Free some space, or link it instead.'));
const tooLongForDisk = () => new FailureError('disk', text(
  '账本所在的盘是 FAT32 格式，单个文件不能超过 4 GB，底图没有拷成。请改选「链接」，或把账本搬到 NTFS、exFAT 格式的盘上。',
  'The ledger’s disk is formatted as FAT32, which holds no file of 4 GB or more, so the map was not copied. Link it instead, or move the ledger to a disk formatted as NTFS or exFAT.',
));
const cannotWrite = () => new FailureError('disk', text('写不进账本文件夹，底图没有添加。请检查文件夹是否只读、U 盘是否还在。', 'The ledger’s folder cannot be written to, so the map was not added. See whether it is read-only, or its stick gone.'));

/** What a failed write means to the person; `written` is how much of one file was there by then, in bytes. */
export function writeFailure(error: unknown, written: number): FailureError {
  if (error instanceof FailureError) return error;
  const code = String(codeOf(error));
  // Windows has no name of its own for this: what fails at 4 GB fails for this reason.
  if (code === 'EFBIG' || (written >= fatLimit - 2 ** 24 && written <= fatLimit + 1)) return tooLongForDisk();
  return code === 'ENOSPC' || code === 'EDQUOT' ? diskFull() : cannotWrite();
}

/** Throws when a file of so many bytes does not fit into a folder's disk. Where the disk does not say, the write will. */
export async function checkRoom(folder: string, wanted: number): Promise<void> {
  const found = await statfs(folder).catch(() => undefined);
  if (!found) return;
  if (wanted >= fatLimit && fatTypes.has(found.type)) throw tooLongForDisk();
  const room = Math.max(0, found.bavail * found.bsize - reserve);
  if (room < wanted) throw noRoom(wanted, room);
}

/** Why SQLite could not write: it says the same of every reason. */
export async function whyNotWritten(folder: string, written: number): Promise<FailureError> {
  const found = await statfs(folder).catch(() => undefined);
  return writeFailure(found && found.bavail * found.bsize < 2 ** 20 ? { code: 'ENOSPC' } : undefined, written);
}
