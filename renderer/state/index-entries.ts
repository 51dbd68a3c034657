import type { IndexTable } from '../../data/rules/index-table.js';
import type { Matchable } from '../../data/rules/matching/facts.js';
import type { Price } from '../../data/schema/common.js';
import type { Category, Status } from '../../data/schema/vocabularies.js';

/** One asset as map, filters, matching and search see it. */
export interface IndexEntry extends Matchable {
  readonly code: string | null;
  readonly river: string | null;
  readonly cover: string | null;
}
/** One asset as the desk's table sees it, too: `cells` follow the table's `paths`. */
export interface DeskEntry extends IndexEntry { readonly cells: readonly unknown[] }

const nothing: readonly string[] = [];

/** Reads the rows of an index table into entries. Lists that many assets have alike (ways of cooperation, utilities, uses) are kept once, and of the rows nothing else is. */
export function readIndex(table: IndexTable): IndexEntry[] {
  const at = Object.fromEntries(table.paths.map((path, index) => [path, index])) as Record<string, number | undefined>;
  const read = (row: readonly unknown[], path: string) => { const index = at[path]; return index === undefined ? null : row[index]; };
  const lists = new Map<string, readonly string[]>();
  const list = (row: readonly unknown[], path: string): readonly string[] => {
    const given = read(row, path) as readonly string[] | null;
    if (!given || given.length === 0) return nothing;
    const key = given.join('\n');
    const known = lists.get(key);
    if (!known) lists.set(key, given);
    return known ?? given;
  };
  return table.rows.map((row, index) => {
    const location = read(row, 'location') as { lng: number; lat: number } | null;
    return {
      id: read(row, 'id') as string, code: read(row, 'code') as string | null, name: read(row, 'name') as string, nameEn: read(row, 'nameEn') as string | null,
      category: read(row, 'category') as Category, village: read(row, 'village') as string | null, status: read(row, 'status') as Status | null,
      lng: location?.lng ?? null, lat: location?.lat ?? null,
      siteArea: read(row, 'siteArea') as number | null, floorArea: read(row, 'floorArea') as number | null, capacityKw: read(row, 'detail.capacityKw') as number | null,
      cooperation: list(row, 'cooperation'), utilities: list(row, 'utilities'),
      uses: list(row, 'suggestedUses'), term: read(row, 'term') as string | null, distanceKm: read(row, 'distanceToHighwayKm') as number | null, constraints: list(row, 'constraints'),
      floors: read(row, 'detail.floors') as number | null, seats: read(row, 'detail.capacity') as number | null, basicFarmland: read(row, 'detail.basicFarmland') as boolean | null, protection: read(row, 'detail.protection') as string | null, dangerGrade: read(row, 'detail.dangerGrade') as string | null,
      treeSpecies: read(row, 'detail.treeSpecies') as string | null, landType: read(row, 'detail.landType') as string | null, river: read(row, 'detail.river') as string | null, structure: read(row, 'detail.structure') as string | null,
      price: read(row, 'price') as Price | null, cover: read(row, 'photos') as string | null, search: table.search[index] ?? '',
    };
  });
}

/** As `readIndex`, with the cells of the desk's table. */
export const readDesk = (table: IndexTable): DeskEntry[] => readIndex(table).map((entry, row) => ({ ...entry, cells: table.rows[row]! }));

/** Puts changed rows into the list in place of the old ones, adds new ones at the end, and drops those that are gone. */
export function mergeEntries<Entry extends IndexEntry>(entries: readonly Entry[], changed: readonly Entry[], asked: readonly string[]): Entry[] {
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
