import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { StoredPlace } from '../../../data/rules/map/tile-scheme.js';
import type { PackSource } from './pack-messages.js';
import type { PackReader } from './pack-reader.js';
import { packFailure, refusePack } from './pack-refusals.js';
import { openFolder, openKnownFolder } from './read-folder.js';
import { openMbtiles } from './read-mbtiles.js';
import { openPmtiles } from './read-pmtiles.js';
import { formatOf } from './tile-bytes.js';

/** The first bytes of a file, fewer when it is shorter. */
function firstBytes(path: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** What kind of pack lies at a path, told by its first bytes and never by its name. Throws a refusal for whatever is none. */
export function kindOf(path: string): 'folder' | 'pmtiles' | 'mbtiles' {
  const state = statSync(path);
  if (state.isDirectory()) return 'folder';
  // A pipe or a device would be waited for without end.
  if (!state.isFile()) throw refusePack.unknown(path);
  if (state.size === 0) throw refusePack.empty(path);
  const first = firstBytes(path, 64);
  // Version 1 begins with PM and its number, versions from 2 on with the whole word.
  if (first.toString('latin1', 0, 7) === 'PMTiles' || (first.toString('latin1', 0, 2) === 'PM' && (first[2] === 1 || first[2] === 2) && first[3] === 0)) return 'pmtiles';
  if (first.toString('latin1', 0, 16) === 'SQLite format 3\0') return 'mbtiles';
  if (first.toString('latin1', 0, 4) === 'PK\x03\x04' || first.toString('latin1', 0, 4) === 'Rar!' || first.toString('latin1', 0, 2) === '7z') throw refusePack.zip(path);
  const format = formatOf(first);
  if (format && format !== 'mvt') throw refusePack.picture(path);
  throw refusePack.unknown(path);
}

/** Opens whatever pack lies at a path to look into it. */
export async function openUnknown(path: string): Promise<PackReader> {
  try {
    const kind = kindOf(path);
    if (kind === 'folder') return openFolder(path);
    return await (kind === 'pmtiles' ? openPmtiles : openMbtiles)(path);
  } catch (error) {
    throw packFailure(error, path);
  }
}

/** A pack that serves tiles. */
export interface OpenPack { tile(place: StoredPlace): Promise<Uint8Array | undefined>; close(): void }

/** Opens a pack that was looked into before. Throws a refusal when it is away, damaged, or another one now. */
export async function openKnown({ path, container, layout, bytes }: PackSource): Promise<OpenPack> {
  try {
    if (container === 'folder') return layout ? openKnownFolder(path, layout) : openFolder(path);
    if (bytes !== undefined && statSync(path).size !== bytes) throw refusePack.changed(path);
    const kind = kindOf(path);
    if (kind !== container) throw refusePack.changed(path);
    return await (kind === 'pmtiles' ? openPmtiles : openMbtiles)(path);
  } catch (error) {
    throw packFailure(error, path);
  }
}
