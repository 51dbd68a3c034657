import type { Asset } from '../../schema/asset.js';
import { codeKey } from '../import/codes.js';
import { metresBetween } from '../import/outliers.js';
import { nameKey } from '../import/same-thing.js';
import { boundaryFacts, boxShare, type BoundaryFacts } from './boundary-facts.js';

/** Who else has the same code, the same name in the same village, or lies in the same place: by maps, so that one asset is looked at without reading the others. */
export interface Neighbours {
  add(asset: Asset): void;
  remove(asset: Asset): void;
  sameCode(asset: Asset): Asset[];
  sameName(asset: Asset): Asset[];
  /** Assets on the same spot, and those whose boundaries' boxes have so much in common that the boundaries may. */
  near(asset: Asset): Asset[];
  /** All of them: whose check depends on this asset. */
  around(asset: Asset): Set<Asset>;
  clear(): void;
}

/** Two pins closer than this stand on one spot, in metres. */
export const oneSpot = 5;
/** Two boundaries lie in one place when one covers so much of the other. */
export const overlapping = 0.5;
/** True when both have a location and the two are one spot. */
export const isOnSpot = (one: Asset, other: Asset) => one.location !== undefined && other.location !== undefined && metresBetween(one.location, other.location) <= oneSpot;

/** Cells of about 11 m, twice what counts as one spot. */
const pointCell = 1e-4;
/** Cells of about 220 m; a boundary over more than 100 of them is kept in one list. */
const boundaryCell = 2e-3;
const mostCells = 100;
/** Thousands on one spot are a fault of the file: a few of them say so as well as all. */
const mostNear = 200;

/** What is kept of an asset, so that it is found and taken out again without working anything out anew. */
interface Entry { readonly asset: Asset; readonly code: string; readonly name: string; readonly point: number | undefined; readonly facts: BoundaryFacts | undefined; readonly cells: readonly number[] | undefined }
type Groups<K> = Map<K, Set<Entry>>;

/** A step from a cell to the one in the next column; more than there are rows. */
const column = 4_000_000;
const cellOf = (lng: number, lat: number, size: number) => Math.floor((lng + 180) / size) * column + Math.floor((lat + 90) / size);

/** The cells that a boundary's box touches; nothing for one that is too large to say. */
function cellsOf({ west, south, east, north }: BoundaryFacts): number[] | undefined {
  const [first, last] = [cellOf(west, south, boundaryCell), cellOf(east, north, boundaryCell)];
  const [columns, rows] = [Math.floor(last / column) - Math.floor(first / column) + 1, (last % column) - (first % column) + 1];
  if (!(columns * rows <= mostCells)) return undefined;
  return Array.from({ length: columns * rows }, (_, at) => first + (at % columns) * column + Math.floor(at / columns));
}

function entryOf(asset: Asset): Entry {
  const facts = asset.boundary ? boundaryFacts(asset.boundary) : undefined;
  return {
    asset, facts, code: asset.code ? codeKey(asset.code) : '', name: `${nameKey(asset.name)}\t${asset.village ?? ''}`,
    point: asset.location ? cellOf(asset.location.lng, asset.location.lat, pointCell) : undefined, cells: facts ? cellsOf(facts) : undefined,
  };
}

function put<K>(groups: Groups<K>, key: K, entry: Entry): void {
  const group = groups.get(key);
  if (group) group.add(entry);
  else groups.set(key, new Set([entry]));
}
function drop<K>(groups: Groups<K>, key: K, entry: Entry): void {
  const group = groups.get(key);
  if (group?.delete(entry) && group.size === 0) groups.delete(key);
}

/** In one order whatever came first, so that the same ledger always reads the same. */
const inOrder = (assets: Iterable<Asset>) => [...assets].sort((one, other) => (one.id < other.id ? -1 : 1));

export function createNeighbours(): Neighbours {
  const entries = new Map<string, Entry>();
  const codes: Groups<string> = new Map();
  const names: Groups<string> = new Map();
  const points: Groups<number> = new Map();
  const boundaries: Groups<number> = new Map();
  const vast = new Set<Entry>();
  const known = (asset: Asset) => { const entry = entries.get(asset.id); return entry?.asset === asset ? entry : entryOf(asset); };

  const eachGroup = (entry: Entry, change: <K>(groups: Groups<K>, key: K, entry: Entry) => void) => {
    if (entry.code) change(codes, entry.code, entry);
    change(names, entry.name, entry);
    if (entry.point !== undefined) change(points, entry.point, entry);
    for (const cell of entry.cells ?? []) change(boundaries, cell, entry);
  };
  /** Collects the others of a group that pass the test, up to `most` in all. */
  const collect = (group: Iterable<Entry> | undefined, asset: Asset, into: Set<Asset>, most = mostNear, test?: (other: Entry) => boolean) => {
    if (!group) return;
    for (const other of group) {
      if (into.size >= most) return;
      if (other.asset.id !== asset.id && (!test || test(other))) into.add(other.asset);
    }
  };
  const near = (asset: Asset): Asset[] => {
    const { point, facts, cells } = known(asset);
    const into = new Set<Asset>();
    if (point !== undefined) {
      const onSpot = (other: Entry) => isOnSpot(asset, other.asset);
      for (const x of [-1, 0, 1]) for (const y of [-1, 0, 1]) collect(points.get(point + x * column + y), asset, into, mostNear, onSpot);
    }
    if (facts) {
      const overlaps = (other: Entry) => other.facts !== undefined && boxShare(facts, other.facts) > overlapping;
      // Looked for with room of its own, so that a crowded spot does not hide it.
      const most = into.size + mostNear;
      for (const cell of cells ?? []) collect(boundaries.get(cell), asset, into, most, overlaps);
      collect(vast, asset, into, most, overlaps);
      if (!cells) for (const group of boundaries.values()) collect(group, asset, into, most, overlaps);
    }
    return inOrder(into);
  };
  const others = (group: Iterable<Entry> | undefined, asset: Asset) => { const into = new Set<Asset>(); collect(group, asset, into); return inOrder(into); };
  const sameCode = (asset: Asset) => { const { code } = known(asset); return code ? others(codes.get(code), asset) : []; };
  const sameName = (asset: Asset) => others(names.get(known(asset).name), asset);

  return {
    add(asset) {
      const entry = entryOf(asset);
      entries.set(asset.id, entry);
      eachGroup(entry, put);
      if (entry.facts && !entry.cells) vast.add(entry);
    },
    remove(asset) {
      const entry = entries.get(asset.id);
      if (!entry) return;
      entries.delete(asset.id);
      eachGroup(entry, drop);
      vast.delete(entry);
    },
    sameCode, sameName, near,
    around: (asset) => new Set([...sameCode(asset), ...sameName(asset), ...near(asset)]),
    clear: () => { for (const map of [entries, codes, names, points, boundaries, vast]) map.clear(); },
  };
}
