import { createHash } from 'node:crypto';
import { readdir, rm, rmdir, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { diskFailure } from '../../storage/disk-failure.js';
import { codeOf, realDisk, writeAll, type Disk } from '../../storage/disk.js';
import type { Ledger } from '../../storage/ledger.js';
import type { JobContext } from '../jobs.js';
import { newKey } from '../new-id.js';

const copying: Text = text('复制', 'Copying');
const verifying: Text = text('核对', 'Verifying');
const copyBytes = 1 << 20;
/** Copied bytes are brought to the medium as they come, so that a slow stick does not stand still at the end. */
const bytesPerSync = 8 << 20;

/** A file to copy: under `to` (below the target) lies what is at `from`, or the bytes given. */
interface Piece { readonly to: string; readonly from?: string; readonly bytes?: Buffer; readonly size: number; /** May be thinned out while we copy. */ readonly isPassing: boolean }

/** Parts that make a folder a ledger get their names last: so what an interrupted copy leaves is none. */
const lateNames = ['ledger.json', 'journal.jsonl', 'snapshots'];
const unfinished = (path: string) => { const [first = '', ...rest] = path.split(sep); return [lateNames.includes(first) ? `${first}.part` : first, ...rest].join(sep); };

/**
 * Copies the folder of an open ledger, as it is at this moment, to `target`, which must not exist; editing may go on. What was copied
 * is read again and compared (contents of ledger.json and the journal, sizes of the rest). Until all is well it lies under another
 * name and is not a ledger; at a failure or a cancel it is removed. Answers with the files copied, relative to the folder.
 */
export async function copyLedger(ledger: Ledger, target: string, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>, disk: Disk = realDisk): Promise<string[]> {
  const temporary = join(dirname(target), `.xishan-${newKey()}`);
  try {
    const pieces = await piecesOf(ledger, disk);
    const total = pieces.reduce((sum, piece) => sum + piece.size, 0);
    await checkRoom(dirname(target), total);
    await disk.makeFolder(temporary);
    for (const name of ['media', 'maps', 'snapshots']) await disk.makeFolder(join(temporary, unfinished(name)));
    let done = 0;
    const copied: { piece: Piece; digest: string; size: number }[] = [];
    for (const piece of pieces) {
      const result = await copyPiece(piece, join(temporary, unfinished(piece.to)), disk, (bytes) => {
        signal.throwIfAborted();
        progress(done += bytes, total, copying);
      });
      if (result) copied.push({ piece, ...result });
    }
    for (const [at, { piece, digest, size }] of copied.entries()) {
      signal.throwIfAborted();
      progress(at, copied.length, verifying);
      await verify(join(temporary, unfinished(piece.to)), lateNames.includes(piece.to) ? digest : undefined, size, disk);
    }
    for (const name of lateNames.toReversed()) await disk.rename(join(temporary, `${name}.part`), join(temporary, name));
    await disk.syncFolder(temporary);
    signal.throwIfAborted();
    if (await disk.stat(target)) throw exists(target);
    await disk.rename(temporary, target);
    await disk.syncFolder(dirname(target));
    return copied.map(({ piece }) => piece.to);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (signal.aborted) throw error;
    throw diskFailure(error, target, 'copy');
  }
}

/** What there is to copy: the records as they are now, the journal up to this moment, and everything else in the folder. */
async function piecesOf(ledger: Ledger, disk: Disk): Promise<Piece[]> {
  const { folder } = ledger;
  // A restore point is never altered, unlike ledger.json, which may be rewritten while we copy.
  const point = ledger.readOnly ? undefined : await ledger.keepPoint();
  const records = point ? join(folder, 'snapshots', point) : join(folder, 'ledger.json');
  const { journal, names } = await ledger.betweenChanges(async () => ({
    journal: (await disk.stat(join(folder, 'journal.jsonl'))) ? await disk.readFile(join(folder, 'journal.jsonl')) : Buffer.alloc(0),
    names: await filesBelow(folder),
  }));
  const pieces: Piece[] = [];
  for (const name of names) {
    const found = await disk.stat(join(folder, name));
    if (found) pieces.push({ to: name, from: join(folder, name), size: found.size, isPassing: name.startsWith(`snapshots${sep}`) });
  }
  pieces.push({ to: 'journal.jsonl', bytes: journal, size: journal.length, isPassing: false });
  pieces.push({ to: 'ledger.json', from: records, size: (await disk.stat(records))?.size ?? 0, isPassing: false });
  return pieces;
}

/** The files of a ledger's folder besides its records, its journal and its lock, relative to it. Links are not followed. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !/^(lock(\..*)?|ledger\.json|journal\.jsonl)$/.test(name) && !name.split(sep).some((part) => part.endsWith('.tmp')));
}

async function checkRoom(parent: string, wanted: number): Promise<void> {
  const room = await statfs(parent).then(({ bavail, bsize }) => bavail * bsize, () => Infinity);
  if (room < wanted) {
    const megabytes = (bytes: number) => Math.ceil(bytes / 1_048_576);
    throw new FailureError('disk', {
      zh: `放不下：账本有 ${megabytes(wanted)} MB，那里只剩 ${megabytes(room)} MB。请腾出空间，或换一个地方。`,
      en: `It does not fit: the ledger has ${megabytes(wanted)} MB and ${megabytes(room)} MB are left there. Free some space or choose another place.`,
    });
  }
}

async function copyPiece(piece: Piece, to: string, disk: Disk, onBytes: (bytes: number) => void): Promise<{ digest: string; size: number } | undefined> {
  const source = piece.from === undefined ? undefined : await disk.open(piece.from, 'read').catch((error: unknown) => {
    if (piece.isPassing && codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (piece.from !== undefined && !source) return undefined;
  const hash = createHash('sha256');
  try {
    await disk.makeFolder(dirname(to));
    const file = await disk.open(to, 'make');
    try {
      let size = 0;
      let synced = 0;
      for (;;) {
        const bytes = source ? await source.read(size, copyBytes) : (piece.bytes as Buffer).subarray(size, size + copyBytes);
        if (bytes.byteLength === 0) break;
        await writeAll(file, bytes, size);
        hash.update(bytes);
        size += bytes.byteLength;
        if (size - synced >= bytesPerSync) { await file.syncData(); synced = size; }
        onBytes(bytes.byteLength);
      }
      await file.sync();
      return { digest: hash.digest('hex'), size };
    } finally {
      await file.close();
    }
  } finally {
    await source?.close();
  }
}

async function verify(path: string, digest: string | undefined, size: number, disk: Disk): Promise<void> {
  const isWhole = (await disk.stat(path))?.size === size && (digest === undefined || (await digestOf(path, disk)) === digest);
  if (!isWhole) throw new FailureError('disk', { zh: '拷出去的和原来的对不上，没有留下拷贝。请换一个 U 盘或硬盘再试。', en: 'What was written differs from the original, so no copy was left. Try another stick or disk.' });
}

async function digestOf(path: string, disk: Disk): Promise<string> {
  const hash = createHash('sha256');
  const file = await disk.open(path, 'read');
  try {
    for (let at = 0; ;) {
      const bytes = await file.read(at, copyBytes);
      if (bytes.byteLength === 0) return hash.digest('hex');
      hash.update(bytes);
      at += bytes.byteLength;
    }
  } finally {
    await file.close();
  }
}

/**
 * Removes a ledger's folder after it was moved: only the files that were copied, then the folders that are empty. The folder gets
 * another name first, so that what an interruption leaves is no ledger. Answers whether nothing is left.
 */
export async function removeCopied(folder: string, copied: readonly string[], disk: Disk = realDisk): Promise<boolean> {
  const aside = join(dirname(folder), `.xishan-${newKey()}`);
  await disk.rename(folder, aside);
  for (const name of [...copied, 'lock']) await disk.remove(join(aside, name));
  const below = await readdir(aside, { withFileTypes: true, recursive: true });
  const folders = below.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...folders.sort((one, other) => other.length - one.length), aside]) await rmdir(path).catch(() => undefined);
  const isGone = !(await disk.stat(aside));
  // What is not ours stays under its own name.
  if (!isGone) await disk.rename(aside, folder);
  return isGone;
}

export const exists = (folder: string) => new FailureError('wrong-input', {
  zh: `「${folder}」已经存在，没有覆盖它。请换一个名字或地方。`, en: `“${folder}” exists already and was not overwritten. Choose another name or place.`,
}, { field: 'name' });
