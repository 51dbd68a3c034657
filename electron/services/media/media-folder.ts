import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { writeDurably, type Disk } from '../../storage/disk.js';
import { shelves } from '../../storage/media-shelves.js';

export { shelves };

export type Shelf = keyof typeof shelves;

/** The file of a medium on a shelf. Ids are a hash and an ending, so no path can be made of them. */
export const mediaFile = (folder: string, shelf: Shelf, id: string) => join(folder, ...shelves[shelf], id);
/** The name of a shown picture's thumbnail. */
export const thumbnailName = (id: string) => `${id.slice(0, 64)}.webp`;

const chunk = 1 << 20;

/** Bytes of a source from a position on, at most `length`; empty at its end. */
export interface ByteSource { read(position: number, length: number): Promise<Uint8Array> }

/** A source held in memory. */
export const sourceOf = (bytes: Uint8Array): ByteSource => ({ read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)) });

/** Goes through a source in portions; stops with the signal's reason. */
async function through(source: ByteSource, take: (bytes: Uint8Array) => Promise<void> | void, signal?: AbortSignal): Promise<number> {
  for (let position = 0; ;) {
    signal?.throwIfAborted();
    const bytes = await source.read(position, chunk);
    if (bytes.byteLength === 0) return position;
    await take(bytes);
    position += bytes.byteLength;
  }
}

/** The SHA-256 of a source in hexadecimal, and its length in bytes. */
export async function digestOf(source: ByteSource, signal?: AbortSignal): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256');
  const bytes = await through(source, (portion) => { hash.update(portion); }, signal);
  return { hash: hash.digest('hex'), bytes };
}

/** Makes a folder and everything above it below the ledger's own, each name durable. Rejects with ENOENT when the ledger's folder is gone. */
async function makeShelf(disk: Disk, folder: string, shelf: Shelf): Promise<string> {
  // A folder that is gone must not be made anew in its old place: the stick may just be out.
  if (!(await disk.stat(folder))) throw Object.assign(new Error('The ledger folder is gone.'), { code: 'ENOENT' });
  let path = folder;
  for (const part of shelves[shelf]) {
    path = join(path, part);
    if (await disk.stat(path)) continue;
    await disk.makeFolder(path);
    await disk.syncFolder(dirname(path));
  }
  return path;
}

/** The source changed between its hash and its copy. */
export class SourceChanged extends Error {}

/**
 * Puts a source on a shelf under its content's hash, durably: when this resolves, a power cut takes nothing away. Content that is
 * there already is not written again. Answers with the id. Rejects with the disk's error, or with SourceChanged.
 */
export async function putOnShelf(disk: Disk, folder: string, shelf: Shelf, source: ByteSource, ending: string, signal?: AbortSignal): Promise<{ id: string; bytes: number }> {
  const { hash, bytes } = await digestOf(source, signal);
  const id = `${hash}.${ending}`;
  await putAs(disk, folder, shelf, source, { name: id, bytes, hash }, signal);
  return { id, bytes };
}

/** Puts bytes on a shelf under a name that is not their hash (thumbnails). */
export const putNamed = (disk: Disk, folder: string, shelf: Shelf, content: Uint8Array, name: string) =>
  putAs(disk, folder, shelf, sourceOf(content), { name, bytes: content.byteLength });

async function putAs(disk: Disk, folder: string, shelf: Shelf, source: ByteSource, { name, bytes, hash }: { name: string; bytes: number; hash?: string }, signal?: AbortSignal): Promise<void> {
  const path = join(await makeShelf(disk, folder, shelf), name);
  if ((await disk.stat(path))?.size === bytes) {
    // Its name may stem from a run that ended before the folder was synced.
    await disk.syncFolder(dirname(path));
    return;
  }
  const copied = createHash('sha256');
  await writeDurably(disk, path, async (append) => {
    await through(source, async (portion) => {
      copied.update(portion);
      await append(portion);
    }, signal);
    if (hash !== undefined && copied.digest('hex') !== hash) throw new SourceChanged();
  });
}
