import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromStored, isOnGrid, toStored } from '../../../data/rules/map/tile-scheme.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import type { GatherTask } from './pack-messages.js';
import { packFailure, refusePack } from './pack-refusals.js';
import { checkRoom, whyNotWritten } from './pack-room.js';
import { filesOfFolder } from './read-folder.js';
import { largestTile } from './tile-bytes.js';

const counting = text('清点瓦片', 'Counting tiles');
const gathering = text('收进一个文件', 'Gathering into one file');
/** Progress is told after so many tiles. */
const tellEvery = 200;
/** What a tile takes besides its bytes, in the database and its index; generously. */
const overheadBytes = 120;

/**
 * Gathers a folder of tiles into one MBTiles file (version 1.3, rows from the south). Tens of thousands of small files would take
 * minutes to bring safely to a stick, gigabytes of it for their clusters alone, and as long again with every copy of the ledger.
 * Answers with how many tiles there are. What is no tile by its name, and links, are left.
 */
export async function gatherFolder({ source, scheme, target, metadata }: GatherTask, tell: (done: number, total: number | null, step: { zh: string; en: string }) => void): Promise<number> {
  const { path, layout } = source;
  if (!layout) throw refusePack.noLevels(path);
  let [total, bytes] = [0, 0];
  try {
    for (const { file } of filesOfFolder(path, layout)) {
      bytes += statSync(file).size + overheadBytes;
      if (++total % tellEvery === 0) tell(total, null, counting);
    }
  } catch (error) {
    throw packFailure(error, path);
  }
  await checkRoom(dirname(target), bytes);
  const { default: sqlite } = await import('node-sqlite3-wasm');
  let [done, kept, written] = [0, 0, 0];
  try {
    const database = new sqlite.Database(target);
    // Nothing is lost by a power cut that would not be cleared away anyway: the file has its name only when all of it is safe.
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192; CREATE TABLE metadata (name text, value text);
      CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob); CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row); BEGIN`);
    for (const [name, value] of Object.entries(metadata)) database.run('INSERT INTO metadata VALUES (?, ?)', [name, value]);
    const insert = database.prepare('INSERT OR IGNORE INTO tiles VALUES (?, ?, ?, ?)');
    for (const { file, ...stored } of filesOfFolder(path, layout)) {
      if (++done % tellEvery === 0) tell(done, total, gathering);
      const place = fromStored(scheme, stored);
      if (!isOnGrid(place)) continue;
      const tile = readTileFile(file, path);
      if (tile.length === 0 || tile.length > largestTile) continue;
      const { level, column, row } = toStored('tms', place);
      insert.run([level, column, row, tile]);
      kept += 1;
      written += tile.length;
    }
    insert.finalize();
    database.exec('COMMIT');
    database.close();
    return kept;
  } catch (error) {
    throw error instanceof FailureError ? error : await whyNotWritten(dirname(target), written);
  }
}

function readTileFile(file: string, path: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw packFailure(error, path);
  }
}
