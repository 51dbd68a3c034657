import type { FilmPoint } from '../../data/rules/film/film-plan.js';
import type { StageCamera } from '../../data/schema/tour.js';
import type { Extent } from '../../data/rules/map/extent.js';
import { easeInOut, flightPath, type Camera } from '../map/flight.js';
import type { Insets } from '../map/map-handle.js';
import { cameraOf, type StageLook } from '../map/stage/stage-camera.js';
import { worldSize, worldX, worldY } from '../map/world.js';
import { closeTo } from '../stage/map-view.js';

interface Size { readonly width: number; readonly height: number }

/** How much farther off a flight begins than it ends, in zooms: at least, and at most. */
const farther = { least: 1.2, most: 2.1 } as const;
/** A flight begins so far from its end at most, as a share of the view's smaller side. */
const aside = 0.34;
/** Frames before a flight begins, and for which it lasts at most. */
const flight = { from: 6, frames: 52, share: 0.56 } as const;
/** How much the map comes nearer in an overview, in zooms, and for how many frames. */
const approach = { zooms: 0.45, frames: 70 } as const;

const lookAt = (look: StageLook, { width, height }: Size, insets: Insets): Camera => {
  const { lng, lat, zoom } = cameraOf(look, { x: width, y: height }, 1, insets);
  return { x: worldX(lng), y: worldY(lat), zoom };
};

/** Where a flight to a place ends. A camera that the tour sets is taken as it is set. */
export const placeCamera = ({ lng, lat }: FilmPoint, camera: StageCamera | null, size: Size, insets: Insets): Camera =>
  lookAt(camera ? { kind: 'camera', camera } : { kind: 'fit', extent: { west: lng, east: lng, south: lat, north: lat }, closest: closeTo.one }, size, insets);

/** Where it begins: farther off and, where the film comes from another place, aside towards that. */
export function startCamera(from: FilmPoint | null, end: Camera, { width, height }: Size): Camera {
  if (!from) return { ...end, zoom: end.zoom - farther.least };
  const [dx, dy] = [worldX(from.lng) - end.x, worldY(from.lat) - end.y];
  const fitting = Math.log2(Math.min((width * 0.6) / Math.max(Math.abs(dx), 1e-9), (height * 0.5) / Math.max(Math.abs(dy), 1e-9)) / 256);
  const zoom = Math.min(end.zoom - farther.least, Math.max(end.zoom - farther.most, fitting));
  const distance = Math.hypot(dx, dy);
  const shift = distance === 0 ? 0 : Math.min(distance / 2, (aside * Math.min(width, height)) / worldSize(zoom)) / distance;
  return { x: end.x + dx * shift, y: end.y + dy * shift, zoom };
}

/** The frame at which a flight in a shot of so many frames has arrived. */
export const arrival = (frames: number) => flight.from + Math.round(Math.min(flight.frames, frames * flight.share));

/** The cameras of a flight, frame by frame; at its end from `arrival` on. */
export function flightCameras(start: Camera, end: Camera, width: number, frames: number): readonly Camera[] {
  const path = flightPath(start, end, width);
  const arrived = arrival(frames);
  return Array.from({ length: arrived + 1 }, (_, frame) => (frame >= arrived ? end : path.at(easeInOut(Math.max(0, (frame - flight.from) / (arrived - flight.from))))));
}

/** The cameras of an overview: a little nearer over its first seconds, then at rest. */
export function overviewCameras(extent: Extent, size: Size, insets: Insets): readonly Camera[] {
  const end = lookAt({ kind: 'fit', extent, closest: closeTo.all }, size, insets);
  return Array.from({ length: approach.frames + 1 }, (_, frame) => {
    const share = 1 - (1 - frame / approach.frames) ** 3;
    return { ...end, zoom: end.zoom - approach.zooms * (1 - share) };
  });
}
