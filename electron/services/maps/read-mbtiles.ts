import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'node-sqlite3-wasm';
import { text } from '../../../data/schema/text.js';
import { FailureError } from '../../../data/schema/failure.js';
import { sayingsOf, type LevelRange, type PackReader, type PackSayings } from './pack-reader.js';
import { refusePack } from './pack-refusals.js';
import { readOnlyName } from './sqlite-files.js';
import { largestTile } from './tile-bytes.js';

/** A pack without an index gets one in memory, for so many tiles at most (some 40 MB). */
const mostWithoutIndex = 1_000_000;
/** Columns of a level in which rows are looked for. */
const sampledColumns = 24;
const content = text('数据库', 'database');

const unsaved = text('旁边还有一个 -wal 文件，最近写入的瓦片还没有并进来。请在写它的软件里正常关闭后再添加，以免缺图。', 'A -wal file lies beside it: the tiles written last are not in the file yet. Close the program that writes it before adding, or they will be missing.');

type Row = Record<string, unknown>;

/** The queries of one open pack; prepared once. */
function queries(database: Database, places: string, tileOf: string) {
  const prepared = new Map<string, ReturnType<Database['prepare']>>();
  const one = (sql: string, ...values: number[]): Row | null => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement.get(values) as Row | null;
  };
  const number = (sql: string, ...values: number[]): number | undefined => {
    const found = one(sql, ...values)?.['n'];
    return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined;
  };
  const from = `FROM ${places} WHERE zoom_level`;
  return {
    number,
    levelAfter: (level: number) => number(`SELECT min(zoom_level) AS n ${from} > ?`, level),
    column: { first: (level: number, at: number) => number(`SELECT min(tile_column) AS n ${from} = ? AND tile_column >= ?`, level, at), last: (level: number, at: number) => number(`SELECT max(tile_column) AS n ${from} = ? AND tile_column <= ?`, level, at) },
    row: {
      first: (level: number, column: number, at: number) => number(`SELECT min(tile_row) AS n ${from} = ? AND tile_column = ? AND tile_row >= ?`, level, column, at),
      last: (level: number, column: number, at: number) => number(`SELECT max(tile_row) AS n ${from} = ? AND tile_column = ? AND tile_row <= ?`, level, column, at),
    },
    tile: (level: number, column: number, row: number) => one(tileOf, level, column, row)?.['d'],
    close: () => { for (const statement of prepared.values()) statement.finalize(); },
  };
}

/** A sound tile is a blob, and not absurdly large: its length is asked before it is read. */
const blob = `CASE WHEN typeof(tile_data) = 'blob' AND length(tile_data) <= ${largestTile} THEN tile_data END AS d`;
const plainTile = `SELECT ${blob} FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1`;

/** How the tiles of a database are found: by its own index, or by one made here in memory. */
function access(database: Database, path: string) {
  const names = (database.all("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')") as Row[]).map(({ name, type }) => ({ name: String(name).toLowerCase(), type }));
  const tiles = names.find(({ name }) => name === 'tiles');
  if (!tiles) throw names.some(({ name }) => name === 'gpkg_contents') ? refusePack.geoPackage(path) : refusePack.noTilesTable(path);
  let plan: string;
  try {
    plan = (database.all(`EXPLAIN QUERY PLAN ${plainTile}`, [1, 1, 1]) as Row[]).map(({ detail }) => String(detail)).join('; ');
  } catch (error) {
    throw /no such column|no such table/i.test(String(error)) ? refusePack.noTilesTable(path) : error;
  }
  if (!/\bSCAN\b/.test(plan)) return queries(database, 'tiles', plainTile);
  if (tiles.type === 'view') {
    // Small ones are read through for each tile; a large one would take seconds.
    if (statSync(path).size > 64 * 2 ** 20) throw refusePack.noIndex(path);
    return queries(database, 'tiles', plainTile);
  }
  database.exec(`PRAGMA temp_store = MEMORY; CREATE TEMP TABLE xishan_places (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, place INTEGER, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
    INSERT OR IGNORE INTO xishan_places SELECT zoom_level, tile_column, tile_row, rowid FROM main.tiles WHERE typeof(zoom_level) = 'integer' AND typeof(tile_column) = 'integer' AND typeof(tile_row) = 'integer' LIMIT ${mostWithoutIndex + 1};`);
  const made = queries(database, 'xishan_places', `SELECT ${blob} FROM main.tiles WHERE rowid = (SELECT place FROM xishan_places WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?)`);
  if ((made.number('SELECT count(*) AS n FROM xishan_places') ?? 0) > mostWithoutIndex) throw refusePack.noIndex(path);
  return made;
}

function metadataOf(database: Database): PackSayings {
  try {
    const rows = database.all('SELECT name, value FROM metadata LIMIT 200') as Row[];
    return sayingsOf(Object.fromEntries(rows.map(({ name, value }) => [String(name).toLowerCase(), typeof value === 'number' ? String(value) : value])));
  } catch {
    return sayingsOf({});
  }
}

/** Checks what SQLite itself would not say plainly: the file's length against the pages that its header counts (file format, 1.3). */
function checkLength(path: string, size: number): void {
  const header = new Uint8Array(100);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, 100, 0) < 100) throw refusePack.cut(path, text('文件头', 'header'));
  } finally {
    closeSync(file);
  }
  const view = new DataView(header.buffer);
  const pageSize = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const pages = view.getUint32(28);
  // The count of pages is only kept up where both change counters agree.
  if (view.getUint32(24) === view.getUint32(92) && pages * pageSize > size) throw refusePack.cut(path, content);
}

/** Opens MBTiles (an SQLite database with a table or view of tiles) for reading. */
export async function openMbtiles(path: string): Promise<PackReader> {
  const { size } = statSync(path);
  checkLength(path, size);
  if (existsSync(`${path}-journal`) && statSync(`${path}-journal`).size > 512) throw refusePack.beingWritten(path);
  // Taken only when it is needed: SQLite takes longer to start than a pack of another kind to open.
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const { name, release } = readOnlyName(path);
  let database: Database | undefined;
  try {
    database = new sqlite.Database(name, { readOnly: true });
    const find = access(database, path);
    const sayings = metadataOf(database);
    return readerOf(path, size, database, find, sayings, release);
  } catch (error) {
    database?.close();
    release();
    throw error instanceof FailureError ? error : refusePack.damaged(path, content);
  }
}

function readerOf(path: string, size: number, database: Database, find: ReturnType<typeof queries>, sayings: PackSayings, release: () => void): PackReader {
  const far = 2 ** 31;
  const hasUnsaved = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 32;
  /** SQLite's own errors mean a damaged file. */
  const guarded = <T>(work: () => T): Promise<T> => {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(error instanceof FailureError ? error : refusePack.damaged(path, content));
    }
  };
  /** Columns of a level at even steps, first and last among them. */
  function columnsOf(level: number, first: number, last: number): number[] {
    const found = new Set([first, last]);
    for (let step = 1; step < sampledColumns; step += 1) {
      const column = find.column.first(level, first + Math.round(((last - first) * step) / sampledColumns));
      if (column !== undefined) found.add(column);
    }
    return [...found];
  }
  return {
    source: { path, container: 'mbtiles', bytes: size }, bytes: size, sayings, schemes: ['tms', 'xyz'], isOrderOpen: false, remarks: hasUnsaved ? [unsaved] : [],
    levels: () => guarded(() => {
      const ranges: LevelRange[] = [];
      for (let level = find.levelAfter(-1); level !== undefined && ranges.length < 64; level = find.levelAfter(level)) {
        const [minColumn, maxColumn] = [find.column.first(level, 0), find.column.last(level, far)];
        if (minColumn === undefined || maxColumn === undefined) continue;
        let [minRow, maxRow] = [far, -1];
        for (const column of columnsOf(level, minColumn, maxColumn)) {
          minRow = Math.min(minRow, find.row.first(level, column, 0) ?? far);
          maxRow = Math.max(maxRow, find.row.last(level, column, far) ?? -1);
        }
        if (maxRow >= 0) ranges.push({ level, minColumn, maxColumn, minRow, maxRow });
      }
      if (ranges.length === 0 && (find.number('SELECT count(*) AS n FROM (SELECT 1 FROM main.tiles LIMIT 1)') ?? 0) > 0) throw refusePack.wrongTypes(path);
      return ranges;
    }),
    // Counting goes through the whole index; in a large pack that is not worth the wait.
    count: () => guarded(() => (size > 4 * 2 ** 30 ? null : find.number('SELECT count(*) AS n FROM main.tiles') ?? null)),
    near: ({ level, column, row }) => guarded(() => {
      const nearColumn = find.column.first(level, column) ?? find.column.last(level, column);
      if (nearColumn === undefined) return undefined;
      const nearRow = find.row.first(level, nearColumn, row) ?? find.row.last(level, nearColumn, row);
      return nearRow === undefined ? undefined : { level, column: nearColumn, row: nearRow };
    }),
    tile: ({ level, column, row }) => guarded(() => {
      const data = find.tile(level, column, row);
      return data instanceof Uint8Array && data.length > 0 ? data : undefined;
    }),
    close() {
      try {
        find.close();
        database.close();
      } finally {
        release();
      }
    },
  };
}
