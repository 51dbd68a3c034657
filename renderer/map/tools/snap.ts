import type L from 'leaflet';
import type { MapPoint } from '../clusters.js';
import type { Spot } from './place-labels.js';

/** How far from a pin's foot, or around its head, a press still means the asset, in CSS pixels. */
const aroundFoot = 12;
const [head, headReach] = [21, 18];

/** The asset whose pin is pressed at a place of the screen; `standsAlone` says whether it is drawn as a pin of its own. */
export function pinAt(map: L.Map, points: readonly MapPoint[], at: Spot, standsAlone: (point: MapPoint) => boolean): MapPoint | null {
  // Projecting fifty thousand places takes longer than comparing degrees.
  const reach = head + headReach;
  const northWest = map.containerPointToLatLng([at.x - reach, at.y - reach]);
  const southEast = map.containerPointToLatLng([at.x + reach, at.y + reach]);
  let best: MapPoint | null = null;
  let least = Infinity;
  for (const point of points) {
    if (point.lng < northWest.lng || point.lng > southEast.lng || point.lat > northWest.lat || point.lat < southEast.lat) continue;
    const { x, y } = map.latLngToContainerPoint([point.lat, point.lng]);
    const away = Math.min(Math.hypot(at.x - x, at.y - y) / aroundFoot, Math.hypot(at.x - x, at.y - y + head) / headReach);
    if (away <= 1 && away < least && standsAlone(point)) { least = away; best = point; }
  }
  return best;
}
