import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { nameOf, type VectorName } from './vector-names.js';
import { roleOf, type Geometry, type Properties, type Role } from './vector-roles.js';
import type { TileKind } from './tile-store.js';

/** Rings or lines as x, y, x, y … in shares of the tile's side: 0 to 1 within the tile, a little more at its rim. */
export interface Shape { readonly lines: readonly Float32Array[] }

/** A vector tile, read and sorted for painting. */
export interface ReadTile { readonly shapes: ReadonlyMap<Role, readonly Shape[]>; readonly names: readonly VectorName[]; readonly bytes: number }

const geometries: Readonly<Record<number, Geometry>> = { 1: 'point', 2: 'line', 3: 'area' };
/** Beyond these nothing is drawn; a damaged or a hostile tile must not hold up the page. */
const mostFeatures = 60_000;
const largestTile = 24 * 2 ** 20;
/** A tile in memory takes about so many times its bytes. */
const inMemory = 8;

/** Reads a tile. What is damaged in it is left out; throws only where nothing of it can be read. */
export function readVectorTile(bytes: Uint8Array): ReadTile {
  if (bytes.length > largestTile) throw new Error('tile too large');
  const shapes = new Map<Role, Shape[]>();
  const names: VectorName[] = [];
  let count = 0;
  const { layers } = new VectorTile(new PbfReader(bytes));
  for (const [layerName, layer] of Object.entries(layers)) {
    for (let index = 0; index < layer.length && count < mostFeatures; index += 1, count += 1) {
      try {
        const feature = layer.feature(index);
        const geometry = geometries[feature.type];
        if (!geometry) continue;
        const properties: Properties = feature.properties;
        const role = roleOf(layerName, geometry, properties);
        const lines = role !== null || geometry === 'point' || 'name' in properties ? linesOf(feature) : [];
        if (lines.length === 0) continue;
        const name = nameOf(layerName, geometry, properties, lines);
        if (name) names.push(name);
        if (role === null) continue;
        const list = shapes.get(role);
        if (list) list.push({ lines });
        else shapes.set(role, [{ lines }]);
      } catch { /* One damaged feature is no reason to lose the others. */ }
    }
  }
  return { shapes, names, bytes: bytes.length };
}

function linesOf(feature: VectorTileFeature): Float32Array[] {
  const extent = feature.extent > 0 ? feature.extent : 4096;
  return feature.loadGeometry().flatMap((points) => {
    const line = new Float32Array(points.length * 2);
    points.forEach(({ x, y }, k) => { line[k * 2] = x / extent; line[k * 2 + 1] = y / extent; });
    return line.length > 0 && line.every(Number.isFinite) ? [line] : [];
  });
}

/** Vector tiles as the store keeps them. */
export const vectorTiles: TileKind<ReadTile> = {
  decode: async (answer) => readVectorTile(new Uint8Array(await answer.arrayBuffer())),
  weigh: ({ bytes }) => bytes * inMemory + 512,
  dispose: () => undefined,
};
