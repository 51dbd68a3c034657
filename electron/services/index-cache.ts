import { indexColumns, indexRow, type IndexTable } from '../../data/rules/index-table.js';
import { searchText } from '../../data/rules/search.js';
import type { Asset } from '../../data/schema/asset.js';
import type { Circle } from '../../data/schema/fields.js';
import { eachPaced } from '../storage/slices.js';

/** Makes index tables without holding up other calls, and each asset's row only once: records never change, they are replaced. */
export function createIndexCache(circle: Circle): (assets: readonly Asset[]) => Promise<IndexTable> {
  const paths = indexColumns(circle);
  const known = new WeakMap<Asset, { row: unknown[]; search: string }>();
  return async (assets) => {
    const rows: unknown[][] = [];
    const search: string[] = [];
    await eachPaced(assets, (asset) => {
      let entry = known.get(asset);
      if (!entry) {
        entry = { row: indexRow(asset, paths), search: searchText(asset, circle) };
        known.set(asset, entry);
      }
      rows.push(entry.row);
      search.push(entry.search);
    });
    return { paths, rows, search };
  };
}
