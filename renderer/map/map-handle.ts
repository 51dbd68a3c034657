import L from 'leaflet';
import type { MapPoint } from './clusters.js';
import { unionOf, type Extent } from './extent.js';
import { fly, type Camera } from './flight.js';
import { latitude, longitude, worldSize, worldX, worldY } from './world.js';

/** How much of each edge is covered by panels, in CSS pixels. */
export interface Insets { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** What the page may do with the map. Flights take 0.8 to 1.6 s; where less motion is wanted the map just goes there. */
export interface MapHandle {
  /** Flies to an asset, close enough that it stands apart from its neighbours. */
  flyToAsset(point: MapPoint): void;
  flyTo(place: { readonly lng: number; readonly lat: number }, zoom: number): void;
  fit(extent: Extent, instantly?: boolean): void;
  zoomBy(steps: number): void;
  /** True when the asset stands for itself in plain sight, not under a panel nor in a cluster. */
  shows(point: MapPoint): boolean;
  /** What is in plain sight, not under a panel. */
  seen(): Extent;
}

/** Close enough to tell neighbours apart, and still to see where in the valley one is. */
const closeZoom = 14.5;
/** Where neighbours stand this close, seeing the valley matters more than parting them. */
const closestZoom = 16;
const widest = 15.5;
const edge = 28;

/** The handle of a map; `insets` is asked at each call, since panels come and go. */
export function handleOf(map: L.Map, insets: () => Insets, still: () => boolean, zoomApart: (point: MapPoint, from: number) => number): MapHandle {
  const cameraNow = (): Camera => {
    const { lng, lat } = map.getCenter();
    return { x: worldX(lng), y: worldY(lat), zoom: map.getZoom() };
  };
  const toLatLng = ({ x, y }: Camera) => L.latLng(latitude(y), longitude(x));
  const go = (to: Camera, instantly = false) => {
    if (instantly || still()) map.setView(toLatLng(to), to.zoom, { animate: false });
    else fly(map, cameraNow(), to, toLatLng);
  };
  /** The camera that puts a place into the middle of what the panels leave free. */
  const around = (x: number, y: number, zoom: number): Camera => {
    const { left, top, right, bottom } = insets();
    const scale = worldSize(zoom);
    return { x: x + (right - left) / 2 / scale, y: y + (bottom - top) / 2 / scale, zoom };
  };
  return {
    flyToAsset: (point) => go(around(worldX(point.lng), worldY(point.lat), Math.max(Math.min(closestZoom, map.getMaxZoom(), zoomApart(point, Math.max(map.getZoom(), closeZoom))), Math.min(map.getZoom(), map.getMaxZoom())))),
    flyTo: ({ lng, lat }, zoom) => go(around(worldX(lng), worldY(lat), Math.min(map.getMaxZoom(), zoom))),
    fit(extent, instantly) {
      const { left, top, right, bottom } = insets();
      const size = map.getSize();
      const [x0, x1, y0, y1] = [worldX(extent.west), worldX(extent.east), worldY(extent.north), worldY(extent.south)];
      const room = (length: number, from: number, to: number) => Math.max(120, length - from - to - 2 * edge);
      const scale = Math.min(room(size.x, left, right) / Math.max(x1 - x0, 1e-9), room(size.y, top, bottom) / Math.max(y1 - y0, 1e-9));
      const snap = map.options.zoomSnap ?? 1;
      const zoom = Math.floor(Math.log2(scale / 256) / snap) * snap;
      go(around((x0 + x1) / 2, (y0 + y1) / 2, Math.min(widest, Math.max(map.getMinZoom(), zoom))), instantly);
    },
    zoomBy: (steps) => { map.setZoom(map.getZoom() + steps, { animate: !still() }); },
    seen() {
      const { left, top, right, bottom } = insets();
      const size = map.getSize();
      const [corner, other] = [map.containerPointToLatLng([left, top]), map.containerPointToLatLng([size.x - right, size.y - bottom])];
      return { west: corner.lng, south: other.lat, east: other.lng, north: corner.lat };
    },
    shows(point) {
      const { left, top, right, bottom } = insets();
      const at = map.latLngToContainerPoint([point.lat, point.lng]);
      const size = map.getSize();
      return at.x > left + edge && at.x < size.x - right - edge && at.y > top + 2 * edge && at.y < size.y - bottom - edge
        && zoomApart(point, map.getZoom()) === map.getZoom();
    },
  };
}

/** How far the map may be dragged: over the pack and all assets, and a little beyond. */
export function roamingBounds(pack: Extent, assets: Extent | null): L.LatLngBounds {
  const { west, south, east, north } = assets ? unionOf(pack, assets) : pack;
  return L.latLngBounds([south, west], [north, east]).pad(0.05);
}
