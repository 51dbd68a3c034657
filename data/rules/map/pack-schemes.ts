import { deepestLevel, type MapPack, type TileScheme } from '../../schema/map-pack.js';
import { boundsOf, fromStored, isOnGrid, tileAt, toStored, type TilePlace } from './tile-scheme.js';

/** A corner that lies on the edge of a tile belongs to the tile inside it; in degrees, far less than a tile of the deepest level. */
const inside = 1e-6;

/** The pack as it is when its rows and columns are counted another way: elsewhere, and perhaps a level off. Nothing when that is off the grid. */
export function packUnder(pack: MapPack, scheme: TileScheme): MapPack | undefined {
  if (scheme === pack.scheme) return pack;
  const [west, south, east, north] = pack.bounds;
  const meant = (place: TilePlace) => fromStored(scheme, toStored(pack.scheme, place));
  const [one, other] = [meant(tileAt(pack.maxZoom, west + inside, north - inside)), meant(tileAt(pack.maxZoom, east - inside, south + inside))];
  const minZoom = pack.minZoom + one.z - pack.maxZoom;
  if (!isOnGrid(one) || !isOnGrid(other) || minZoom < 0 || one.z > deepestLevel) return undefined;
  const bounds = boundsOf({ z: one.z, minX: one.x, maxX: other.x, minY: Math.min(one.y, other.y), maxY: Math.max(one.y, other.y) });
  return { ...pack, scheme, bounds, minZoom, maxZoom: one.z };
}

/** The ways of counting that a pack of this kind may have; only the files of PMTiles leave no choice. */
export function schemesOf(pack: MapPack): TileScheme[] {
  const usual: readonly TileScheme[] = pack.container === 'pmtiles' ? ['xyz'] : pack.container === 'mbtiles' ? ['tms', 'xyz'] : ['xyz', 'tms', 'from-one'];
  return [pack.scheme, ...usual.filter((scheme) => scheme !== pack.scheme && packUnder(pack, scheme) !== undefined)];
}
