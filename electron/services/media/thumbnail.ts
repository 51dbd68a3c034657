import { realDisk, type Disk } from '../../storage/disk.js';
import { makePicture } from './make-picture.js';
import { mediaFile, putNamed, thumbnailName } from './media-folder.js';
import { oneAtATime } from './one-at-a-time.js';
import { refuseMedia } from './media-refusals.js';

/** A picture of at most so many bytes serves as its own thumbnail. */
const smallEnough = 48 * 1024;

/**
 * The file of a shown picture's thumbnail, made anew where it is missing. Nothing when the picture itself should do: it is small,
 * not in this ledger's folder, or a thumbnail cannot be made or written there.
 */
export async function thumbnailOf(folder: string, id: string, { canWrite, workerFile, disk = realDisk }: { canWrite: boolean; workerFile?: string | URL | undefined; disk?: Disk }): Promise<string | undefined> {
  const file = mediaFile(folder, 'thumbnails', thumbnailName(id));
  if (await disk.stat(file)) return file;
  const picture = mediaFile(folder, 'shown', id);
  const state = await disk.stat(picture);
  if (!state || state.size <= smallEnough || !canWrite) return undefined;
  try {
    return await oneAtATime(async () => {
      // Several asked at once; the first has made it.
      if (await disk.stat(file)) return file;
      const { thumbnail } = await makePicture({ path: picture, quarterTurns: 0, want: 'thumbnail' }, id, { workerFile });
      await putNamed(disk, folder, 'thumbnails', thumbnail, thumbnailName(id));
      return file;
    }, undefined, () => refuseMedia.cancelled(id));
  } catch (error) {
    // The picture is there, only its thumbnail is not: a slower page, not a broken one.
    console.error('A thumbnail could not be made:', error instanceof Error ? error.message : error);
    return undefined;
  }
}
