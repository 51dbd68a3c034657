import * as shpjs from 'shpjs';
import { attributeTable, type SurveyRecord } from '../../../data/rules/import/attribute-table.js';
import type { Cell, Grid } from '../../../data/rules/import/cell.js';
import { referenceOfPrj } from '../../../data/rules/import/prj.js';
import { positionOf, shapeBuilder, type Position, type Shape } from '../../../data/rules/import/survey.js';
import { text } from '../../../data/schema/text.js';
import { readDbf, type DbfTable } from './read-dbf.js';
import { limits, refuse } from './refusals.js';

/** The files of one layer, by extension. */
export type LayerFiles = Readonly<Partial<Record<'shp' | 'shx' | 'dbf' | 'prj' | 'cpg', Buffer>>>;

interface Geometry { readonly type: string; readonly coordinates: unknown }
// The package's types describe its default export only.
const { parseShp } = shpjs as unknown as { readonly parseShp: (shp: Buffer) => readonly (Geometry | null)[] };

const headerBytes = 100;

/** How many records the main file holds, walked one by one: a length that leads outside tells of damage at that record. */
function countRecords(shp: Buffer, file: string, layer: string): number {
  if (shp.length < headerBytes || shp.readInt32BE(0) !== 9994) throw refuse.layer(file, layer, 'shp', undefined);
  if (shp.readInt32BE(24) * 2 > shp.length) throw refuse.cutLayer(file, layer, 'shp', shp.readInt32BE(24) * 2, shp.length);
  const end = Math.min(shp.length, Math.max(headerBytes, shp.readInt32BE(24) * 2));
  let count = 0;
  for (let at = headerBytes; at + 8 <= end; count += 1) {
    const length = shp.readInt32BE(at + 4) * 2;
    if (length < 4 || at + 8 + length > end) throw refuse.layer(file, layer, 'shp', count + 1);
    at += 8 + length;
    if (count >= limits.rows) throw refuse.rows(file, layer);
  }
  return count;
}

const pairs = (value: unknown) => (value as readonly (readonly number[])[]).flatMap((numbers): Position[] => positionOf(numbers) ? [positionOf(numbers) as Position] : []);
function shapeOf(geometry: Geometry | null): Shape | undefined {
  if (!geometry) return undefined;
  const builder = shapeBuilder();
  const { type, coordinates } = geometry;
  if (type === 'Point') builder.point(positionOf(coordinates as number[]));
  else if (type === 'MultiPoint') for (const position of pairs(coordinates)) builder.point(position);
  else if (type.endsWith('LineString')) builder.line();
  else if (type === 'Polygon') builder.polygon((coordinates as unknown[]).map(pairs));
  else if (type === 'MultiPolygon') for (const rings of coordinates as unknown[][]) builder.polygon(rings.map(pairs));
  return builder.shape();
}

/**
 * Reads one layer of a shapefile. What .shp, .shx and .dbf count must agree; otherwise the layer is refused, as attributes would
 * stand beside the wrong shapes. Throws a FailureError that names file, layer and, where it is known, the record.
 */
export function readShapefile(files: LayerFiles, file: string, layer: string, shownLayer: string): Grid {
  const { shp, shx, dbf, prj, cpg } = files;
  if (!shp) throw refuse.layer(file, layer, 'shp', undefined);
  const count = countRecords(shp, file, layer);
  let table: DbfTable | undefined;
  try {
    table = dbf ? readDbf(dbf, cpg?.toString('latin1')) : undefined;
  } catch (error) {
    const told = /(\d+) of (\d+) records/.exec((error as Error).message);
    throw told ? refuse.cutLayer(file, layer, 'dbf', Number(told[2]), Number(told[1])) : refuse.layer(file, layer, 'dbf', undefined);
  }
  const counts = { shp: count, ...(shx ? { shx: Math.floor(Math.max(0, shx.length - headerBytes) / 8) } : {}), ...(table ? { dbf: table.rows.length } : {}) };
  if (new Set(Object.values(counts)).size > 1) throw refuse.layerCounts(file, layer, counts);
  let geometries: readonly (Geometry | null)[];
  try {
    geometries = count === 0 ? [] : parseShp(shp);
  } catch {
    throw refuse.layer(file, layer, 'shp', undefined);
  }
  if (geometries.length !== count) throw refuse.layer(file, layer, 'shp', geometries.length + 1);
  const records = geometries.flatMap((geometry, index): SurveyRecord[] => {
    if (table?.deleted.has(index)) return [];
    const shape = shapeOf(geometry);
    const attributes = new Map<string, Cell>((table?.fields ?? []).map((field, at) => [field, table?.rows[index]?.[at]]));
    return [{ row: index + 1, attributes, ...(shape ? { shape } : {}) }];
  });
  const reference = prj ? referenceOfPrj(prj.toString('utf8')) : undefined;
  const notices = [...(dbf ? [] : [text('缺 .dbf，没有属性', 'has no .dbf, so no attributes')]), ...(prj ? [] : [text('缺 .prj，坐标系按数值判断', 'has no .prj; the reference system is told by the numbers')])];
  return attributeTable(records, { name: shownLayer, about: [layer], notices, ...(reference ? { reference } : {}) });
}
