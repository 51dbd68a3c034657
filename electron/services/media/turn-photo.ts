import { join } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import type { Media } from '../../../data/schema/media.js';
import { text } from '../../../data/schema/text.js';
import { diskFailure } from '../../storage/disk-failure.js';
import { realDisk, type Disk } from '../../storage/disk.js';
import { makePicture } from './make-picture.js';
import { mediaFile, putOnShelf } from './media-folder.js';
import { oneAtATime } from './one-at-a-time.js';
import { putShown } from './store-media.js';

export interface TurnRequest {
  /** The photo as it is shown. */
  readonly id: string;
  /** What it was made from; a photo that has none (the sample's) becomes the original itself. */
  readonly original?: string | undefined;
  /** Clockwise from how the camera held it, 0 to 3: always from the original, so that turning often loses nothing. */
  readonly quarterTurns: number;
}
export interface TurnOptions {
  /** The ledger's folder. */
  readonly folder: string;
  /** Where shown pictures lie that are not in the ledger's folder (the sample's). */
  readonly elsewhere?: string | undefined;
  readonly workerFile?: string | URL | undefined;
  readonly disk?: Disk;
}

const missing = () => new FailureError('not-found', text('这张照片的文件不在账本文件夹里，转不了。请从原处重新添加这张照片。', 'The file of this photo is not in the ledger’s folder, so it cannot be turned. Add the photo again.'));

/** The first of these files that is there. */
async function firstThere(disk: Disk, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await disk.stat(path)) return path;
  return undefined;
}

/** Makes a turned version of a photo, durably. Answers with what the record should name in place of the old one, without caption and notes. */
export function turnPhoto({ id, original, quarterTurns }: TurnRequest, { folder, elsewhere, workerFile, disk = realDisk }: TurnOptions): Promise<Media> {
  return oneAtATime(async () => {
    const path = await firstThere(disk, [
      ...(original ? [mediaFile(folder, 'originals', original), mediaFile(folder, 'shown', original)] : []),
      mediaFile(folder, 'shown', id), ...(elsewhere ? [join(elsewhere, original ?? id), join(elsewhere, id)] : []),
    ]);
    if (!path) throw missing();
    const { shown, thumbnail } = await makePicture({ path, quarterTurns, want: 'all' }, id, { workerFile });
    if (!shown) throw missing();
    const source = await disk.open(path, 'read');
    try {
      const kept = await putOnShelf(disk, folder, 'originals', source, path.slice(path.lastIndexOf('.') + 1));
      const stored = await putShown(disk, folder, shown, thumbnail);
      return { id: stored, width: shown.width, height: shown.height, bytes: kept.bytes, original: kept.id, ...(quarterTurns > 0 ? { quarterTurns } : {}) };
    } catch (error) {
      throw error instanceof FailureError ? error : diskFailure(error, folder);
    } finally {
      await source.close();
    }
  }, undefined, missing);
}
