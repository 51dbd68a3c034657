import { randomBytes } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError, type FailurePlace } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { realDisk } from '../../storage/disk.js';

/**
 * Makes a file that appears under its name only when it is whole and on the disk: `write` fills a temporary neighbour,
 * which is then flushed and renamed. Whatever goes wrong, and at a cancel, the neighbour is removed and an older file
 * of the name stays as it was. Answers with the size in bytes; fails with a FailureError.
 */
export async function makeFile(file: string, write: (temporary: string) => Promise<void>, signal?: AbortSignal): Promise<number> {
  const temporary = join(dirname(file), `.xishan-${randomBytes(8).toString('hex')}.tmp`);
  try {
    throwIfCancelled(signal);
    await write(temporary);
    throwIfCancelled(signal);
    await flush(temporary);
    const { size } = await stat(temporary);
    throwIfCancelled(signal);
    await realDisk.rename(temporary, file);
    await realDisk.syncFolder(dirname(file));
    return size;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asFailure(error, { file: basename(file) });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+'); // Windows flushes only what is open for writing.
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Stops the work of a job that was cancelled. */
export function throwIfCancelled(signal?: AbortSignal): void {
  if (signal?.aborted) throw new FailureError('cancelled', text('导出已取消，没有留下文件。', 'The export was cancelled; no file was left.'));
}

const sentences: Readonly<Record<string, (name: string) => Text>> = {
  ENOSPC: (name) => text(`磁盘已满，「${name}」没有写成。请腾出空间或换一个文件夹后再导出。`, `The disk is full, so “${name}” was not written. Free some space or choose another folder, then export again.`),
  EBUSY: (name) => text(`「${name}」正被其他程序打开，无法替换。请先关闭它（例如 Excel 或 WPS）再导出。`, `“${name}” is open in another program and cannot be replaced. Close it there (Excel or WPS, for example) and export again.`),
  ENOENT: (name) => text(`要存放「${name}」的文件夹不存在。请另选文件夹，或插好 U 盘后再导出。`, `The folder for “${name}” is not there. Choose another one, or plug the drive in, and export again.`),
  EROFS: (name) => text(`存放「${name}」的磁盘只读。请换一个文件夹后再导出。`, `The disk for “${name}” is read-only. Choose another folder and export again.`),
  EACCES: (name) => text(`无权写入「${name}」：文件可能正被打开，或文件夹不许写入。请关闭它或换一个文件夹后再导出。`, `“${name}” may not be written: it may be open elsewhere, or the folder may be protected. Close it or choose another folder, then export again.`),
};
const sameAs: Readonly<Record<string, string>> = { EDQUOT: 'ENOSPC', ETXTBSY: 'EBUSY', EPERM: 'EACCES', ENOTDIR: 'ENOENT', ENODEV: 'ENOENT' };

/** A failure to write as a sentence with a next step. */
export function asFailure(error: unknown, place: FailurePlace & { file: string }): FailureError {
  if (error instanceof FailureError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[sameAs[code] ?? code]
    ?? ((name: string) => text(`「${name}」没有写成${code ? `（${code}）` : ''}。请再试一次，或换一个文件夹。`, `“${name}” was not written${code ? ` (${code})` : ''}. Try again, or choose another folder.`));
  const failure = new FailureError(code === '' ? 'internal' : 'disk', sentence(place.file), place);
  failure.cause = error;
  return failure;
}
