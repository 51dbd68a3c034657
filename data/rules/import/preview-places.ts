import type { Location } from '../../schema/common.js';
import type { ImportPlace, ImportRow } from '../../schema/import-plan.js';
import type { Datum } from '../../schema/vocabularies.js';
import { toWgs84 } from './datum.js';

/** A row beside its degrees as written; nothing where it names a datum of its own, or gives metres, which no choice of datum moves. */
export interface PlacedRow { readonly row: ImportRow; readonly raw: Location | undefined }

/** The places shown at most. */
const most = 2_000;

/**
 * Where the rows of a table stand: under the datum `asked` for, as though their degrees were WGS-84, and where the ledger has them.
 * `own` is the datum of the plan. Of many rows some are taken, evenly; `total` counts all that have a place.
 */
export function previewPlaces(rows: readonly PlacedRow[], own: Datum | undefined, asked: Datum | undefined, before: (id: string) => Location | undefined): { places: ImportPlace[]; total: number } {
  const placed = rows.filter(({ row, raw }) => raw ?? row.location);
  const count = Math.min(most, placed.length);
  const places = Array.from({ length: count }, (_, at): ImportPlace => {
    const { row, raw } = placed[Math.floor((at * placed.length) / count)] as PlacedRow;
    const location = row.location ?? null;
    return {
      key: row.key, name: row.name, ...(row.category ? { category: row.category } : {}),
      at: raw && asked && asked !== own ? toWgs84(raw.lng, raw.lat, asked) : location,
      plain: raw ?? location,
      before: (row.recordId === undefined ? undefined : before(row.recordId)) ?? null,
    };
  });
  return { places, total: placed.length };
}
