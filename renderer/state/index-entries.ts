import type { IndexTable } from '../../data/rules/index-table.js';
import type { Matchable } from '../../data/rules/matching/facts.js';
import type { Price } from '../../data/schema/common.js';
import type { Category, Status } from '../../data/schema/vocabularies.js';

/** One asset as map, filters, matching, search and table see it; `cells` follow the table's `paths`. */
export interface IndexEntry extends Matchable {
  readonly code: string | null;
  readonly river: string | null;
  readonly cover: string | null;
  readonly cells: readonly unknown[];
}

/** Reads the rows of an index table into entries. */
export function readIndex(table: IndexTable): IndexEntry[] {
  const at = Object.fromEntries(table.paths.map((path, index) => [path, index])) as Record<string, number | undefined>;
  const read = (row: readonly unknown[], path: string) => { const index = at[path]; return index === undefined ? null : row[index]; };
  return table.rows.map((row, index) => {
    const location = read(row, 'location') as { lng: number; lat: number } | null;
    return {
      id: read(row, 'id') as string, code: read(row, 'code') as string | null, name: read(row, 'name') as string, nameEn: read(row, 'nameEn') as string | null,
      category: read(row, 'category') as Category, village: read(row, 'village') as string | null, status: read(row, 'status') as Status | null,
      lng: location?.lng ?? null, lat: location?.lat ?? null,
      siteArea: read(row, 'siteArea') as number | null, floorArea: read(row, 'floorArea') as number | null, capacityKw: read(row, 'detail.capacityKw') as number | null,
      cooperation: (read(row, 'cooperation') as string[] | null) ?? [], utilities: (read(row, 'utilities') as string[] | null) ?? [],
      uses: (read(row, 'suggestedUses') as string[] | null) ?? [], term: read(row, 'term') as string | null, distanceKm: read(row, 'distanceToHighwayKm') as number | null, constraints: (read(row, 'constraints') as string[] | null) ?? [],
      floors: read(row, 'detail.floors') as number | null, seats: read(row, 'detail.capacity') as number | null, basicFarmland: read(row, 'detail.basicFarmland') as boolean | null, protection: read(row, 'detail.protection') as string | null, dangerGrade: read(row, 'detail.dangerGrade') as string | null,
      treeSpecies: read(row, 'detail.treeSpecies') as string | null, landType: read(row, 'detail.landType') as string | null, river: read(row, 'detail.river') as string | null, structure: read(row, 'detail.structure') as string | null,
      price: read(row, 'price') as Price | null, cover: read(row, 'photos') as string | null, search: table.search[index] ?? '', cells: row,
    };
  });
}

/** Puts changed rows into the list in place of the old ones, adds new ones at the end, and drops those that are gone. */
export function mergeEntries(entries: readonly IndexEntry[], changed: readonly IndexEntry[], asked: readonly string[]): IndexEntry[] {
  const fresh = new Map(changed.map((entry) => [entry.id, entry]));
  const wanted = new Set(asked);
  const kept = entries.flatMap((entry) => {
    if (!wanted.has(entry.id)) return [entry];
    const next = fresh.get(entry.id);
    fresh.delete(entry.id);
    return next ? [next] : [];
  });
  return [...kept, ...fresh.values()];
}
