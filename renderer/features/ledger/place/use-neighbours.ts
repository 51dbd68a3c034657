import { useEffect, useMemo, useState } from 'react';
import { metresBetween } from '../../../../data/rules/import/outliers.js';
import type { Asset } from '../../../../data/schema/asset.js';
import type { Location } from '../../../../data/schema/common.js';
import { useClient } from '../../../client/current-client.js';
import type { MapPoint } from '../../../map/clusters.js';
import type { NeighbourArea } from '../../../map/site-map.js';
import { useProgram } from '../../../state/program-store.js';

const shownPoints = 1_200;
const shownAreas = 120;

export interface Neighbours {
  readonly points: readonly MapPoint[];
  readonly areas: readonly NeighbourArea[];
  /** Where the others of its village lie, or all others where the village has too few. */
  readonly kin: readonly Location[];
}

/** What lies around an asset: the nearest others, and the areas of the very nearest. */
export function useNeighbours(record: Asset, home: Location): Neighbours {
  const client = useClient();
  const entries = useProgram((state) => state.deskEntries);
  const [areas, setAreas] = useState<readonly NeighbourArea[]>([]);
  const { id, village } = record;

  const { points, kin } = useMemo(() => {
    const others = (entries ?? []).flatMap((entry) => (entry.id === id || entry.lng === null || entry.lat === null ? [] : [{ id: entry.id, name: entry.name, category: entry.category, village: entry.village, lng: entry.lng, lat: entry.lat }]));
    const mates = others.filter((other) => village !== undefined && other.village === village);
    const near = others.length <= shownPoints ? others : others.map((other) => ({ other, distance: metresBetween(home, other) })).sort((one, two) => one.distance - two.distance).slice(0, shownPoints).map(({ other }) => other);
    return { points: near, kin: mates.length >= 3 ? mates : others };
  }, [entries, id, village, home]);

  const known = entries !== null;
  const nearest = useMemo(() => points.map((point) => ({ id: point.id, distance: metresBetween(home, point) })).sort((one, two) => one.distance - two.distance).slice(0, shownAreas).map((point) => point.id).join(' '), [points, home]);
  useEffect(() => {
    if (!known || nearest === '') return;
    let gone = false;
    client.call('desk.assets', { ids: nearest.split(' ') }).then(
      (assets) => { if (!gone) setAreas(assets.flatMap(({ id, category, boundary }) => (boundary ? [{ id, category, boundary }] : []))); },
      // The neighbours' lines are an aid only; the pin and the plot do without.
      () => undefined,
    );
    return () => { gone = true; };
  }, [client, known, nearest]);
  return { points, areas, kin };
}
