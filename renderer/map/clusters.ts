import Supercluster from 'supercluster';
import { categories, type Category } from '../../data/schema/vocabularies.js';
import { keptApart } from './keep-apart.js';
import { worldX, worldY } from './world.js';

/** An asset as the map shows it. */
export interface MapPoint {
  readonly id: string; readonly name: string; readonly category: Category; readonly lng: number; readonly lat: number;
  /** The address of a small picture of its cover photo. */
  readonly cover?: string | null;
  /** The stated area of its ground and of its floors, in ㎡. */
  readonly siteArea?: number | null;
  readonly floorArea?: number | null;
}

interface Shift { readonly x: number; readonly y: number }
/** One asset on the map; x, y in the unit square. `fan` moves it, in pixels, out from under others. */
export interface PinMark { readonly kind: 'pin'; readonly key: string; readonly x: number; readonly y: number; readonly point: MapPoint; readonly fan?: Shift }
/** Several assets close together; `mix` counts them by category in the vocabulary's order. */
export interface ClusterMark { readonly kind: 'cluster'; readonly key: string; readonly x: number; readonly y: number; readonly count: number; readonly mix: readonly number[]; readonly clusterId: number; readonly fan?: Shift }
export type Mark = PinMark | ClusterMark;

/** Clusters of a set of points, for every zoom. */
export interface Clusters {
  readonly points: readonly MapPoint[];
  /** An asset of the set by its identity. */
  get(id: string): MapPoint | undefined;
  /** The marks in a part of the world (degrees) at a zoom, clusters after pins so that numbers stay readable. */
  marksIn(bounds: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }, zoom: number): Mark[];
  /** The zoom at which a cluster falls apart; one above the last clustered zoom when its points share a place. */
  expansionZoom(clusterId: number): number;
  /** The least zoom, from the one given, at which the point stands for itself. */
  zoomApart(point: Pick<MapPoint, 'id' | 'lng' | 'lat'>, from: number): number;
}

/** Marks nearer than this on the screen, in pixels, become one. */
const gatherRadius = { few: 54, many: 76 } as const;
/** From so many points on the marks are gathered more widely, or the map would be all discs. */
const manyPoints = 600;
/** Two can stand side by side and still be read. */
const fewestClustered = 3;
/** Beyond this zoom every asset stands for itself; those at one place are fanned out. */
export const lastClusteredZoom = 16;
const firstClusteredZoom = 8;

/** How many of each category, by its number in the vocabulary: the library copies the first of them and hands it on to be added to. */
type Mix = Record<number, number>;

/** Groups points for the map (supercluster; its tiles are as wide as Leaflet's, so its radius is in CSS pixels). */
export function createClusters(points: readonly MapPoint[]): Clusters {
  const kinds = categories.values;
  const one = new Map<Category, Mix>(kinds.map((value) => [value, Object.fromEntries(kinds.map((other, at) => [at, other === value ? 1 : 0]))]));
  const index = new Supercluster<Mix, Mix>({
    radius: points.length < manyPoints ? gatherRadius.few : gatherRadius.many, extent: 256, minPoints: fewestClustered, minZoom: firstClusteredZoom, maxZoom: lastClusteredZoom, nodeSize: 64,
    map: (mix) => mix,
    reduce: (sum, part) => { for (let at = 0; at < kinds.length; at += 1) sum[at]! += part[at]!; },
  });
  index.load(points.map(({ category, lng, lat }, at) => ({ type: 'Feature', id: at, properties: one.get(category) ?? one.get('other')!, geometry: { type: 'Point', coordinates: [lng, lat] } })));

  let byId: Map<string, MapPoint> | null = null;
  const clusters: Clusters = {
    points,
    get(id) { return (byId ??= new Map(points.map((point) => [point.id, point]))).get(id); },
    marksIn({ west, south, east, north }, zoom) {
      const whole = Math.max(firstClusteredZoom, Math.floor(zoom));
      const pins: PinMark[] = [];
      const clusters: ClusterMark[] = [];
      for (const { id, properties, geometry } of index.getClusters([west, south, east, north], whole)) {
        const [lng, lat] = geometry.coordinates as [number, number];
        if ('cluster' in properties && properties.cluster) {
          const { cluster_id: clusterId, point_count: count } = properties;
          clusters.push({ kind: 'cluster', key: `${whole}/${clusterId}`, x: worldX(lng), y: worldY(lat), count, mix: kinds.map((_, kind) => properties[kind]!), clusterId });
        } else {
          const point = points[id as number]!;
          pins.push({ kind: 'pin', key: point.id, x: worldX(lng), y: worldY(lat), point });
        }
      }
      // Southern pins stand in front of northern ones, as things on a slope do.
      pins.sort((one, other) => one.y - other.y);
      clusters.sort((one, other) => one.count - other.count);
      return keptApart([...(whole > lastClusteredZoom ? fannedOut(pins) : pins), ...clusters], whole);
    },
    expansionZoom: (clusterId) => index.getClusterExpansionZoom(clusterId),
    zoomApart({ id, lng, lat }, from) {
      const near = { west: lng - 1e-6, east: lng + 1e-6, south: lat - 1e-6, north: lat + 1e-6 };
      let zoom = Math.floor(from);
      while (zoom <= lastClusteredZoom && !clusters.marksIn(near, zoom).some((mark) => mark.key === id)) zoom += 1;
      return Math.max(from, zoom);
    },
  };
  return clusters;
}

const fanSpacing = 40;
/** Spreads pins that stand at one place (to about a metre) on a small circle around it. */
export function fannedOut(pins: readonly PinMark[]): PinMark[] {
  const metre = 1 / 40_000_000;
  const byPlace = new Map<string, number>();
  const placeOf = (pin: PinMark) => `${Math.round(pin.x / metre)} ${Math.round(pin.y / metre)}`;
  for (const pin of pins) byPlace.set(placeOf(pin), (byPlace.get(placeOf(pin)) ?? 0) + 1);
  const turn = new Map<string, number>();
  return pins.map((pin) => {
    const place = placeOf(pin);
    const many = byPlace.get(place) ?? 1;
    if (many === 1) return pin;
    const order = turn.get(place) ?? 0;
    turn.set(place, order + 1);
    const radius = Math.max(fanSpacing * 0.7, (many * fanSpacing) / (2 * Math.PI));
    const angle = (order / many) * 2 * Math.PI - Math.PI / 2;
    return { ...pin, fan: { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius } };
  });
}
