import { useMemo } from 'react';
import { useClient } from '../../client/current-client.js';
import type { MapPoint } from '../../map/clusters.js';
import type { LetteredPoint } from '../../map/tools/compare-marks.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useMatching } from './match-store.js';
import { useTools } from './tool-store.js';
import { useFound, type FoundAssets } from './use-found.js';
import { useListRows } from './use-list-rows.js';

/** So many answers carry their number on the map. */
export const numbered = 5;
const noPoints: readonly MapPoint[] = [];
const noneRanked: readonly LetteredPoint[] = [];

/** What the showcase shows of the assets now: on the map, in the list, chosen, and beside each other. */
export interface ShownAssets {
  readonly found: FoundAssets;
  readonly pointOf: ReadonlyMap<IndexEntry, MapPoint>;
  readonly byId: ReadonlyMap<string, IndexEntry>;
  /** What answers a wish and is lit, best first; null while none is answered. */
  readonly answers: readonly IndexEntry[] | null;
  readonly rows: readonly IndexEntry[];
  readonly points: readonly MapPoint[];
  /** What stays on the map in small while others are lit. */
  readonly quiet: readonly MapPoint[];
  readonly ranked: readonly LetteredPoint[];
  readonly isRanked: boolean;
  /** Every point there is; null while they are loading. */
  readonly allPoints: readonly MapPoint[] | null;
  readonly chosen: IndexEntry | null;
  readonly place: MapPoint | undefined;
  /** A is put down, B is whatever is chosen besides. */
  readonly pinned: IndexEntry | null;
  /** Those put beside each other all at once. */
  readonly together: readonly IndexEntry[];
  readonly compared: readonly IndexEntry[];
  readonly comparedPoints: readonly MapPoint[];
  readonly isComparing: boolean;
}

/** Follows ledger, search, filters, wish and choice. */
export function useShownAssets(): ShownAssets {
  const client = useClient();
  const { language } = useSay();
  const loading = useProgram((state) => state.loading);
  const selectedId = useProgram((state) => state.selectedAssetId);
  const found = useFound();
  const { entries } = found;
  const { tool, pinnedId, comparedIds } = useTools();
  const listed = useListRows(found);
  const { lit: litIds, ranked: isRanked } = useMatching();
  const pointOf = useMemo(() => {
    const points = new Map<IndexEntry, MapPoint>();
    for (const entry of entries) {
      const { id, category, lng, lat, cover, siteArea, floorArea } = entry;
      if (lng === null || lat === null) continue;
      points.set(entry, { id, category, lng, lat, siteArea, floorArea, cover: cover ? client.address(`media/${cover}/small`) : null, name: language === 'en' ? entry.nameEn ?? entry.name : entry.name });
    }
    return points;
  }, [entries, client, language]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  // While a wish is answered, what answers it is lit and the clicker goes through that; all others stay on the map as small dots.
  const answers = useMemo(() => (tool === 'match' && litIds.length > 0 ? litIds.flatMap((id) => byId.get(id) ?? []) : null), [tool, litIds, byId]);
  const points = useMemo(() => (answers ?? found.found).flatMap((entry) => pointOf.get(entry) ?? []), [answers, found.found, pointOf]);
  const quiet = useMemo(() => { if (!answers) return noPoints; const lit = new Set(answers); return [...pointOf].flatMap(([entry, point]) => (lit.has(entry) ? [] : [point])); }, [answers, pointOf]);
  const ranked = useMemo(() => (answers && isRanked ? answers.slice(0, numbered).flatMap((entry, at) => { const point = entry.id === selectedId ? undefined : pointOf.get(entry); return point ? [{ letter: String(at + 1), point }] : []; }) : noneRanked), [answers, isRanked, pointOf, selectedId]);
  const allPoints = useMemo(() => (loading ? null : [...pointOf.values()]), [loading, pointOf]);
  const chosen = (selectedId && byId.get(selectedId)) || null;
  const pinned = (pinnedId && byId.get(pinnedId)) || null;
  const together = useMemo(() => comparedIds.flatMap((id) => byId.get(id) ?? []), [comparedIds, byId]);
  const compared = useMemo(() => (together.length > 1 ? together : !pinned ? [] : chosen && chosen !== pinned ? [pinned, chosen] : [pinned]), [together, pinned, chosen]);
  const comparedPoints = useMemo(() => compared.flatMap((entry) => pointOf.get(entry) ?? []), [compared, pointOf]);
  return {
    found, pointOf, byId, answers, rows: answers ?? listed, points, quiet, ranked, isRanked, allPoints, chosen, place: chosen ? pointOf.get(chosen) : undefined,
    pinned, together, compared, comparedPoints, isComparing: compared.length > 1,
  };
}
