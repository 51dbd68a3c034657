import type { StageCamera } from '../../schema/tour.js';

/** A step of the map under a key: a share of the view's width, and a part of a zoom level. */
export const panShare = 0.18;
export const zoomStep = 0.75;

const nearest = 18;
const farthest = 9;
/** The view that a camera's zoom is meant for, in CSS pixels. */
const view = { width: 1920, height: 1080 };
const tile = 256;

/** The breadth of the world in pixels at a zoom. */
const worldSize = (zoom: number) => tile * 2 ** zoom;
const northing = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const latitudeOf = (value: number) => ((2 * Math.atan(Math.exp(value)) - Math.PI / 2) * 180) / Math.PI;

/** A camera moved by shares of the view: `x` to the east, `y` to the north. */
export function panned(camera: StageCamera, x: number, y: number): StageCamera {
  const size = worldSize(camera.zoom);
  return {
    ...camera,
    lng: camera.lng + (x * view.width * 360) / size,
    lat: latitudeOf(northing(camera.lat) + (y * view.width * 2 * Math.PI) / size),
  };
}

/** A camera nearer by so many zoom levels, within what a township's map can show. */
export const zoomed = (camera: StageCamera, by: number): StageCamera => ({ ...camera, zoom: Math.min(nearest, Math.max(farthest, camera.zoom + by)) });

/** A camera that shows all of some places with a margin; nothing when there are none. */
export function cameraAround(places: readonly { readonly lng: number; readonly lat: number }[]): StageCamera | null {
  if (places.length === 0) return null;
  const lngs = places.map(({ lng }) => lng);
  const norths = places.map(({ lat }) => northing(lat));
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...norths), Math.max(...norths)];
  const share = 0.7;
  const fits = (pixels: number, part: number) => Math.log2((pixels * share) / (tile * Math.max(part, 1e-9)));
  const zoom = Math.min(fits(view.width, (east - west) / 360), fits(view.height, (north - south) / (2 * Math.PI)), 15);
  return { lng: (west + east) / 2, lat: latitudeOf((south + north) / 2), zoom: Math.max(farthest, zoom) };
}
