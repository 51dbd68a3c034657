import { sameValue } from '../apply-change.js';
import { keptRecord } from './merge-record.js';
import type { Carried } from './carried.js';

/** What becomes of an asset's identity: another one, or nothing where it is gone. */
export type Relinked = ReadonlyMap<string, string | null>;

const linked = (ids: readonly string[], relinked: Relinked) => [...new Set(ids.flatMap((id) => { const now = relinked.get(id); return now === undefined ? [id] : now === null ? [] : [now]; }))];

/** A project with its links to assets as they are now; the same project where none of them changed. A changed one is a later state of it, the same at every desk. */
export function relinkedProject(project: Carried, relinked: Relinked): Carried {
  const ids = (project['assetIds'] ?? []) as readonly string[];
  const now = linked(ids, relinked);
  return sameValue(ids, now) ? project : { ...keptRecord(project), assetIds: now };
}

interface Stop { readonly assetId?: string; readonly assetIds?: readonly string[] }

/** A tour whose stops lead to the identities that assets have now. A stop whose asset is gone stays: the tour says so and passes it over. */
export function relinkedTour(tour: Carried, relinked: Relinked): Carried {
  const moved: Relinked = new Map([...relinked].filter(([, to]) => to !== null));
  const stops = (tour['stops'] ?? []) as readonly Stop[];
  const now = stops.map((stop) => ({
    ...stop, ...(stop.assetId === undefined ? {} : { assetId: moved.get(stop.assetId) ?? stop.assetId }),
    // Two that became one cannot be compared; the stop keeps what it was told.
    ...(stop.assetIds === undefined || linked(stop.assetIds, moved).length < 2 ? {} : { assetIds: linked(stop.assetIds, moved) }),
  }));
  return sameValue(stops, now) ? tour : { ...keptRecord(tour), stops: now };
}
