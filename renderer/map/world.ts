/** Positions on the map are kept in Web Mercator's unit square (EPSG:3857, x to the east, y to the south, 0 to 1), as tiles are. */

/** The unit square's side in CSS pixels at a zoom. */
export const worldSize = (zoom: number) => 256 * 2 ** zoom;

export const worldX = (lng: number) => lng / 360 + 0.5;
export function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.min(1, Math.max(0, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI));
}

export const longitude = (x: number) => (x - 0.5) * 360;
export const latitude = (y: number) => (360 * Math.atan(Math.exp((180 - y * 360) * (Math.PI / 180)))) / Math.PI - 90;

/** What is in sight: screen = world · scale − corner, in CSS pixels. */
export interface View { readonly scale: number; readonly left: number; readonly top: number }
export const screenX = (view: View, x: number) => x * view.scale - view.left;
export const screenY = (view: View, y: number) => y * view.scale - view.top;

/** Between two views as a CSS transition of the tiles runs: positions on the screen move in straight lines. `share` from 0 to 1. */
export const viewBetween = (from: View, to: View, share: number): View => ({
  scale: from.scale + (to.scale - from.scale) * share,
  left: from.left + (to.left - from.left) * share,
  top: from.top + (to.top - from.top) * share,
});
