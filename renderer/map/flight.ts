import type L from 'leaflet';

/** A place to look at: the middle of the view in the unit square, and a zoom. */
export interface Camera { readonly x: number; readonly y: number; readonly zoom: number }

const shortest = 0.8;
const longest = 1.6;
/** How much a flight rises before it moves on: van Wijk and Nuij's ρ, at which people judge it smoothest. */
const rho = 1.42;

/** Slow, fast, slow. */
export const easeInOut = (share: number) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

/**
 * The path of a camera that rises, moves and sinks (van Wijk and Nuij, "Smooth and efficient zooming and panning", 2003);
 * `width` is the view's width in CSS pixels. Answers with the seconds it should take and the camera at a share of the way.
 */
export function flightPath(from: Camera, to: Camera, width: number): { readonly seconds: number; at(share: number): Camera } {
  const size = (zoom: number) => width / (256 * 2 ** zoom);
  const [w0, w1] = [size(from.zoom), size(to.zoom)];
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const seconds = (length: number) => Math.min(longest, Math.max(shortest, 0.55 + 0.22 * length));

  if (distance < w0 * 1e-6) {
    const length = Math.abs(Math.log(w1 / w0)) / rho;
    return { seconds: seconds(length), at: (share) => ({ x: to.x, y: to.y, zoom: from.zoom + (to.zoom - from.zoom) * share }) };
  }
  const b = (wi: number, sign: number) => (w1 ** 2 - w0 ** 2 + sign * rho ** 4 * distance ** 2) / (2 * wi * rho ** 2 * distance);
  const r = (value: number) => Math.log(Math.sqrt(value ** 2 + 1) - value);
  const r0 = r(b(w0, 1));
  const r1 = r(b(w1, -1));
  const length = (r1 - r0) / rho;
  return {
    seconds: seconds(length),
    at(share) {
      if (share >= 1) return to;
      const s = share * length;
      const moved = (w0 * (Math.cosh(r0) * Math.tanh(rho * s + r0) - Math.sinh(r0))) / rho ** 2;
      const w = (w0 * Math.cosh(r0)) / Math.cosh(rho * s + r0);
      const along = moved / distance;
      return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along, zoom: Math.log2(width / (256 * w)) };
    },
  };
}

/** The parts of Leaflet 1.9's own flyTo that have no public name; its easing cannot be chosen, so the frames are ours. */
interface Movable {
  _stop(): void;
  _moveStart(zoomChanged: boolean, quiet: boolean): void;
  _move(centre: L.LatLng, zoom: number, data?: object): void;
  _moveEnd(zoomChanged: boolean): void;
  _flyToFrame?: number;
}

/** Flies the map along a path; a drag or a wheel of the person stops it, as Leaflet stops its own flights. */
export function fly(map: L.Map, from: Camera, to: Camera, toLatLng: (camera: Camera) => L.LatLng): void {
  const movable = map as unknown as Movable;
  movable._stop();
  const path = flightPath(from, to, map.getSize().x);
  let start = 0;
  const frame = (now: number) => {
    if (start === 0) start = now;
    const share = Math.min(1, (now - start) / (path.seconds * 1000));
    const camera = path.at(easeInOut(share));
    movable._move(toLatLng(camera), camera.zoom, { flyTo: true });
    if (share < 1) movable._flyToFrame = requestAnimationFrame(frame);
    else movable._moveEnd(true);
  };
  movable._moveStart(true, false);
  movable._flyToFrame = requestAnimationFrame(frame);
}

/** How long Leaflet's own zoom transition takes. */
export const zoomMs = 250;
/** Its curve, cubic-bezier(0, 0, 0.25, 1), at a share of its time: y of the Bézier whose x is the time, by Newton's method. */
export function zoomCurve(share: number): number {
  let s = share;
  for (let turn = 0; turn < 6; turn += 1) {
    const x = 0.75 * s * s * (1 - s) + s ** 3;
    const slope = 1.5 * s * (1 - s) - 0.75 * s * s + 3 * s * s;
    s = Math.min(1, Math.max(0, s - (x - share) / Math.max(slope, 1e-3)));
  }
  return 3 * s * s * (1 - s) + s ** 3;
}
