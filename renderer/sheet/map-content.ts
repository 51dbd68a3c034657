import type { BoundaryPage, CallOutput, MapRequest } from '../../data/contract.js';
import { unpackedRing } from '../../data/rules/map/boundary-rings.js';
import type { PublicProfile } from '../../data/rules/projection.js';
import type { Client } from '../client/client.js';
import type { Sheet } from '../state/use-sheets.js';
import { readIndex, type IndexEntry } from '../state/index-entries.js';

/** Everything that a printed map shows. */
export interface MapContent {
  readonly request: MapRequest;
  readonly profile: PublicProfile;
  readonly sample: boolean;
  readonly today: string;
  readonly sheets: readonly Sheet[];
  readonly entries: readonly IndexEntry[];
  readonly boundaries: Boundaries;
}
/** Rings of longitude and latitude in turn, by asset. */
export type Boundaries = ReadonlyMap<string, readonly Float64Array[]>;

/** A call takes so many ids at most. */
const idsAtOnce = 5_000;

/** The boundaries of some assets, or of all; asked for page by page. */
export async function loadBoundaries(client: Client, ids: readonly string[] | undefined): Promise<Boundaries> {
  const found = new Map<string, readonly Float64Array[]>();
  const take = ({ rows }: BoundaryPage) => rows.forEach(({ id, rings }) => found.set(id, rings.map(unpackedRing)));
  if (ids && ids.length <= idsAtOnce) {
    if (ids.length > 0) take(await client.call('public.boundaries', { ids: [...ids] }));
    return found;
  }
  const wanted = ids && new Set(ids);
  for (let from: number | null = 0; from !== null;) {
    const page: BoundaryPage = await client.call('public.boundaries', { from });
    take(wanted ? { ...page, rows: page.rows.filter(({ id }) => wanted.has(id)) } : page);
    from = page.next;
  }
  return found;
}

async function loadEntries(client: Client, { ids, audience }: MapRequest): Promise<IndexEntry[]> {
  const [rows, index] = audience === 'public' ? (['public.rows', 'public.index'] as const) : (['desk.rows', 'desk.index'] as const);
  if (ids && ids.length <= idsAtOnce) return readIndex(await client.call(rows, { ids }));
  const entries = readIndex(await client.call(index, {}));
  const wanted = ids && new Set(ids);
  return wanted ? entries.filter(({ id }) => wanted.has(id)) : entries;
}

/** The sheets of the map with where their files lie. */
export const loadSheets = async (client: Client): Promise<Sheet[]> => (await client.call('public.maps', {})).map((sheet) => ({ ...sheet, address: client.address(`maps/${sheet.id}`) }));

/** Asks the host for all that a map shows; for a public print by public calls alone. */
export async function loadMap(client: Client, request: MapRequest): Promise<MapContent> {
  const [{ profile, sample, today }, sheets, entries, boundaries]: [CallOutput<'public.overview'>, Sheet[], IndexEntry[], Boundaries] = await Promise.all([
    client.call('public.overview', {}), loadSheets(client), loadEntries(client, request),
    request.map.boundaries ? loadBoundaries(client, request.ids) : new Map(),
  ]);
  return { request, profile, sample, today, sheets, entries, boundaries };
}
