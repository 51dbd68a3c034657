import { join } from 'node:path';
import type { Failure } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text } from '../../../data/schema/text.js';
import { realDisk, type Disk } from '../../storage/disk.js';
import { digestOf, shelves, type Shelf } from './media-folder.js';

/** The shelves whose files are called by the hash of what is in them. */
const hashed = ['shown', 'originals', 'documents'] as const satisfies readonly Shelf[];
const hashedName = /^([a-f0-9]{64})\.[a-z0-9]{2,5}$/;

/** The names of the assets that a medium belongs to. */
const usersOf = ({ assets }: LedgerData, id: string) => assets
  .filter((asset) => [...asset.photos, ...asset.videos, ...asset.documents].some((media) => media.id === id || media.original === id))
  .map((asset) => asset.name);

/** Reads every stored photo, film and document of a ledger and answers with those whose bytes are not as they were stored. Nothing is altered. */
export async function checkMedia(folder: string, data: LedgerData, disk: Disk = realDisk): Promise<Failure[]> {
  const problems: Failure[] = [];
  for (const shelf of hashed) {
    const place = join(folder, ...shelves[shelf]);
    for (const name of (await disk.stat(place)) ? await disk.list(place) : []) {
      const hash = hashedName.exec(name)?.[1];
      if (hash && !(await isAsStored(disk, join(place, name), hash))) problems.push(damagedMedium(name, usersOf(data, name)));
    }
  }
  return problems;
}

/** False for what cannot be read, too: it is lost all the same. */
async function isAsStored(disk: Disk, path: string, hash: string): Promise<boolean> {
  const file = await disk.open(path, 'read').catch(() => undefined);
  try {
    return file !== undefined && (await digestOf(file)).hash === hash;
  } catch {
    return false;
  } finally {
    await file?.close();
  }
}

function damagedMedium(file: string, users: readonly string[]): Failure {
  const named = users.slice(0, 3);
  return {
    code: 'damaged',
    message: text(
      `媒体文件「${file}」${named.length > 0 ? `（${named.join('、')}）` : ''}已损坏，和存入时不同。请从备份取回这个文件，或在表单里换一张。`,
      `The media file “${file}”${named.length > 0 ? ` (${named.join(', ')})` : ''} is damaged and not what was stored. Bring the file back from a copy, or replace it in the form.`,
    ),
    place: { file },
  };
}
