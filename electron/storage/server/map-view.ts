import type { MapView, ViewPoint } from '../../../data/contract/server.js';
import type { Queries } from './connection.js';
import { levelFor, levels, mostShown } from './view-levels.js';

/**
 * What a map shows of a stretch of land: assets one by one where they are few, found by the GiST index; else cells with their counts,
 * which are kept up with every change. Neither way reads more than some thousand rows, however many the ledger has.
 */
export async function mapView(queries: Queries, { west, south, east, north, categories, statuses }: MapView): Promise<readonly ViewPoint[]> {
  const level = levelFor(Math.max(east - west, north - south));
  const column = (degrees: number) => Math.floor(((degrees + 180) / 360) * 2 ** level);
  const row = (degrees: number) => Math.floor(((degrees + 90) / 180) * 2 ** level);
  const cells = await queries.rows<{ lng: number; lat: number; count: number }>(`
    SELECT sum(lng) / sum(count) AS lng, sum(lat) / sum(count) AS lat, sum(count)::int AS count FROM xishan.cells
    WHERE level = $1 AND x BETWEEN $2 AND $3 AND y BETWEEN $4 AND $5 AND ($6::text[] IS NULL OR category = ANY ($6)) AND ($7::text[] IS NULL OR status = ANY ($7))
    GROUP BY x, y HAVING sum(count) > 0`, [level, column(west), column(east), row(south), row(north), categories ?? null, statuses ?? null]);
  // At the finest level a cell is a few hundred metres: the map comes nearer than that only for single assets.
  if (cells.reduce((sum, { count }) => sum + count, 0) > mostShown && level !== levels.at(-1)) return cells;
  const assets = await queries.rows<{ id: string; name: string; category: string; lng: number; lat: number }>(`
    SELECT id, body->>'name' AS name, category, ST_X(place) AS lng, ST_Y(place) AS lat FROM xishan.records
    WHERE place && ST_MakeEnvelope($1, $2, $3, $4, 4326) AND ($5::text[] IS NULL OR category = ANY ($5)) AND ($6::text[] IS NULL OR status = ANY ($6))
    LIMIT ${mostShown + 1}`, [west, south, east, north, categories ?? null, statuses ?? null]);
  return assets.length > mostShown ? cells : assets.map((asset) => ({ ...asset, count: 1 }));
}
