import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An open file. Positions and lengths in bytes. */
export interface DiskFile {
  read(position: number, length: number): Promise<Buffer>;
  /** Answers with the bytes written, which may be fewer than given; see `writeAll`. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Resolves when the content and the file's length are on the medium. */
  syncData(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface FileState { readonly size: number; /** Milliseconds since 1970. */ readonly modified: number }

/**
 * The handful of file-system calls that a ledger is kept with; tests put faults and power cuts behind it.
 * All reject with Node's error codes.
 */
export interface Disk {
  /** `read`: must exist · `change`: must exist · `replace`: made or emptied · `make`: must not exist (O_EXCL). */
  open(path: string, how: 'read' | 'change' | 'replace' | 'make'): Promise<DiskFile>;
  readFile(path: string): Promise<Buffer>;
  /** Nothing when there is no such file or folder. */
  stat(path: string): Promise<FileState | undefined>;
  list(folder: string): Promise<string[]>;
  makeFolder(folder: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  /** Removes a file; none there is no failure. */
  remove(path: string): Promise<void>;
  touch(path: string, at: Date): Promise<void>;
  /** Makes the folder's entries (new, renamed, removed files) durable. */
  syncFolder(folder: string): Promise<void>;
}

const flags = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  replace: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
  make: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
} as const;

export const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

/** The file system of this machine. */
export const realDisk: Disk = {
  open: async (path, how) => openFile(await open(path, flags[how])),
  readFile: (path) => readFile(path),
  async stat(path) {
    try {
      const found = await stat(path);
      return { size: found.size, modified: found.mtimeMs };
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  list: (folder) => readdir(folder),
  makeFolder: async (folder) => { await mkdir(folder, { recursive: true }); },
  rename: renamePatiently,
  link: (from, to) => link(from, to),
  remove: (path) => rm(path, { force: true }),
  touch: (path, at) => utimes(path, at, at),
  syncFolder,
};

const openFile = (handle: FileHandle): DiskFile => ({
  async read(position, length) {
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  },
  write: async (bytes, position) => (await handle.write(bytes, 0, bytes.byteLength, position)).bytesWritten,
  syncData: () => handle.datasync(),
  sync: () => handle.sync(),
  truncate: (length) => handle.truncate(length),
  close: () => handle.close(),
});

/** On Windows a virus scanner that looks at the file makes a rename fail for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isPassing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(String(codeOf(error)));
      if (!isPassing || attempt === 8) throw error;
      await wait(20 * 2 ** attempt);
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this; NTFS writes renames to its own journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FAT drivers have no such call; nothing more can be done there.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(codeOf(error)))) throw error;
  } finally {
    await handle.close();
  }
}

/** Writes all the bytes or rejects: a full disk may take a part and say nothing. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const written = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
    if (written === 0) throw Object.assign(new Error('The disk takes no more bytes.'), { code: 'ENOSPC' });
    done += written;
  }
}

const copyBytes = 1 << 20;
/** A big file is synced as it grows: else the next sync of the small journal would have to wait for all of it. */
const bytesPerSync = 4 << 20;

/** A second name for a file that is never altered in place any more, or a durable copy where the medium has no links (FAT, some shares). */
export async function linkOrCopy(disk: Disk, from: string, to: string): Promise<void> {
  try {
    return await disk.link(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EISDIR', 'EINVAL', 'UNKNOWN'].includes(String(codeOf(error)))) throw error;
  }
  await copyFile(disk, from, to);
}

/** A durable copy. The new name appears only when all of it is written. */
export async function copyFile(disk: Disk, from: string, to: string): Promise<void> {
  const source = await disk.open(from, 'read');
  try {
    await writeDurably(disk, to, async (append) => {
      for (let position = 0; ;) {
        const bytes = await source.read(position, copyBytes);
        if (bytes.byteLength === 0) return;
        await append(bytes);
        position += bytes.byteLength;
      }
    });
  } finally {
    await source.close();
  }
}

/**
 * Writes a file so that after a power cut either the old or the new one is there, whole: temp file, fsync, rename, folder fsync.
 * `beforeReplacing` runs when the new one is safe and the old one still has its name. Answers with the length.
 */
export async function writeDurably(
  disk: Disk, path: string, write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>, beforeReplacing?: () => Promise<void>,
): Promise<number> {
  const temporary = `${path}.tmp`;
  let length = 0;
  let synced = 0;
  try {
    const file = await disk.open(temporary, 'replace');
    try {
      await write(async (bytes) => {
        await writeAll(file, bytes, length);
        length += bytes.byteLength;
        if (length - synced < bytesPerSync) return;
        synced = length;
        await file.syncData();
      });
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeReplacing?.();
    await disk.rename(temporary, path);
  } catch (error) {
    // A leftover would only take room; the next write empties it anyway.
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(path));
  return length;
}
