import { basename } from 'node:path';
import type { StoredMedia } from '../../../data/contract.js';
import type { Location } from '../../../data/schema/common.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { Media } from '../../../data/schema/media.js';
import { text } from '../../../data/schema/text.js';
import { diskFailure } from '../../storage/disk-failure.js';
import { realDisk, type Disk, type DiskFile } from '../../storage/disk.js';
import { headLength, kindOf, type FileKind } from './file-kind.js';
import { readFilm } from './film.js';
import { putNamed, putOnShelf, SourceChanged, thumbnailName, type ByteSource } from './media-folder.js';
import { refuseMedia } from './media-refusals.js';
import { makePicture } from './make-picture.js';
import { oneAtATime } from './one-at-a-time.js';

/** The largest files taken in, in MB: photos, and everything else. */
export const largestPhotoMb = 60;
export const largestFileMb = 512;

export interface StoreOptions {
  /** The ledger's folder. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
  /** What it must be, or go as; without it the content decides. */
  readonly as?: StoredMedia['kind'] | undefined;
  /** The built media worker, where it does not lie beside this bundle. */
  readonly workerFile?: string | URL | undefined;
  readonly disk?: Disk;
}
export interface Stored {
  readonly kind: StoredMedia['kind'];
  readonly media: Media;
  /** Where a photo or film was taken, WGS-84, as its maker wrote it into the file. */
  readonly location?: Location;
}

/**
 * Takes one file into a ledger's media folder; the content decides what it is. Photos are put upright, scaled, written without
 * what the camera noted, and kept as they came beside that; films lose their notes too; documents stay as they are, internal.
 * When it resolves everything is durable, so an edit may refer to it. The same content is stored once. Fails with a
 * FailureError: `unreadable-file`, `too-large`, `wrong-input`, `not-found`, `disk`, `cancelled`.
 */
export function storeMedia(file: { readonly name: string; readonly path: string }, options: StoreOptions): Promise<Stored> {
  return oneAtATime(() => store(file, options), options.signal, () => refuseMedia.cancelled(basename(file.name)));
}

async function store(file: { readonly name: string; readonly path: string }, options: StoreOptions): Promise<Stored> {
  const disk = options.disk ?? realDisk;
  const name = basename(file.name);
  const source = await disk.open(file.path, 'read').catch(() => { throw refuseMedia.gone(name); });
  try {
    const size = (await disk.stat(file.path))?.size ?? 0;
    if (size === 0) throw refuseMedia.empty(name);
    const found = wanted(kindOf(await source.read(0, headLength), name), options.as, name);
    const limit = found.kind === 'photo' ? largestPhotoMb : largestFileMb;
    if (size > limit * 2 ** 20) throw refuseMedia.tooLarge(name, limit);
    if (found.kind === 'photo') return await storePhoto({ name, path: file.path }, source, found.ending, disk, options);
    if (found.kind === 'video') return await storeFilm(name, source, size, found.ending, disk, options);
    const { id, bytes } = await putOnShelf(disk, options.folder, 'documents', source, found.ending, options.signal);
    return { kind: 'document', media: { id, fileName: name, bytes } };
  } catch (error) {
    if (error instanceof SourceChanged) throw refuseMedia.changed(name);
    if (options.signal?.aborted) throw refuseMedia.cancelled(name);
    throw error instanceof FailureError ? error : diskFailure(error, options.folder);
  } finally {
    await source.close();
  }
}

type Taken = { readonly kind: 'photo'; readonly ending: string } | { readonly kind: 'video'; readonly ending: 'mp4' | 'mov' | 'webm' } | { readonly kind: 'document'; readonly ending: string };

/** What the file goes as; throws the sentence that says why it cannot. */
function wanted(found: FileKind, as: StoredMedia['kind'] | undefined, name: string): Taken {
  if (found.kind === 'program') throw refuseMedia.program(name);
  if (found.kind === 'unknown') throw refuseMedia.unknown(name);
  if (as === 'document') return { kind: 'document', ending: found.ending };
  if (found.kind === 'other-picture') throw found.ending === 'heic' ? refuseMedia.heic(name) : refuseMedia.otherPicture(name, found.format);
  if (found.kind === 'other-film') throw refuseMedia.otherFilm(name, found.format);
  if (as === 'photo' && found.kind !== 'photo') throw refuseMedia.notA(name, text('照片', 'a photo'));
  if (as === 'video' && found.kind !== 'video') throw refuseMedia.notA(name, text('视频', 'a film'));
  return found as Taken;
}

async function storePhoto(file: { name: string; path: string }, source: DiskFile, ending: string, disk: Disk, { folder, signal, workerFile }: StoreOptions): Promise<Stored> {
  const { shown, thumbnail, takenAt, location } = await makePicture({ path: file.path, quarterTurns: 0, want: 'all' }, file.name, { signal, workerFile });
  if (!shown) throw refuseMedia.broken(file.name);
  const original = await putOnShelf(disk, folder, 'originals', source, ending, signal);
  const stored = await putShown(disk, folder, shown, thumbnail);
  return {
    kind: 'photo',
    media: { id: stored, width: shown.width, height: shown.height, ...(takenAt ? { takenAt } : {}), fileName: file.name, bytes: original.bytes, original: original.id },
    ...(location ? { location } : {}),
  };
}

/** Stores a picture as it is shown with its thumbnail; answers with its id. */
export async function putShown(disk: Disk, folder: string, shown: { bytes: Uint8Array; ending: string }, thumbnail: Uint8Array): Promise<string> {
  const { id } = await putOnShelf(disk, folder, 'shown', { read: (position, length) => Promise.resolve(shown.bytes.subarray(position, position + length)) }, shown.ending);
  await putNamed(disk, folder, 'thumbnails', thumbnail, thumbnailName(id));
  return id;
}

async function storeFilm(name: string, source: DiskFile, size: number, ending: 'mp4' | 'mov' | 'webm', disk: Disk, { folder, signal }: StoreOptions): Promise<Stored> {
  const film = ending === 'webm' ? undefined : await readFilm(source, size);
  if (ending !== 'webm' && !film) throw refuseMedia.broken(name);
  const clean: ByteSource = film?.source ?? source;
  const { id, bytes } = await putOnShelf(disk, folder, 'shown', clean, ending, signal);
  const facts = film?.facts ?? {};
  return {
    kind: 'video',
    media: { id, ...(facts.width && facts.height ? { width: facts.width, height: facts.height } : {}), ...(facts.takenAt ? { takenAt: facts.takenAt } : {}), fileName: name, bytes },
    ...(facts.location ? { location: facts.location } : {}),
  };
}
