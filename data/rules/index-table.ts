import { assetFields, isIn, isSeenBy, valueAt, type Circle } from '../schema/fields.js';
import type { Asset } from '../schema/asset.js';
import { searchText } from './search.js';

/**
 * The compact index of a ledger: what map, table, filters and search need of every asset, as rows of cells.
 * `paths` names the columns; `search` holds one prepared string per row (see `searchText`).
 */
export interface IndexTable {
  readonly paths: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly search: readonly string[];
}

const coverPath = 'photos';

/** The columns of the index for a circle: fields placed in `index` or `table` that the circle may see, and the cover photo. */
export const indexColumns = (circle: Circle): readonly string[] => [
  ...assetFields.filter((entry) => (isIn('index', entry) || isIn('table', entry)) && isSeenBy(circle, entry)).map((entry) => entry.path),
  coverPath,
];

/** One asset as a row of the index; under `photos` stands the cover's id alone. */
export const indexRow = (asset: Asset, paths: readonly string[]): unknown[] =>
  paths.map((path) => (path === coverPath ? asset.photos[0]?.id : valueAt(asset, path)) ?? null);

/** The index of assets for a circle. */
export function indexTable(assets: readonly Asset[], circle: Circle): IndexTable {
  const paths = indexColumns(circle);
  return { paths, rows: assets.map((asset) => indexRow(asset, paths)), search: assets.map((asset) => searchText(asset, circle)) };
}
