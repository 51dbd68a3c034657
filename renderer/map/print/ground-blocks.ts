import type { PrintView } from './print-view.js';

/** A piece of the ground of one zoom that is drawn once for all views that show any of it; whole CSS pixels of that zoom's world. */
export interface GroundBlock { readonly key: string; readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type BlockView = Pick<PrintView, 'zoom' | 'width' | 'height' | 'view'>;

/** The side of a block, in CSS pixels: few are drawn, and little of what no view shows. */
const side = 700;
/** Blocks begin and end on these, in CSS pixels: a tenth of a dot to each makes whole dots of them. */
const step = 10;

interface Reach { left: number; top: number; right: number; bottom: number }

/** The cells of the grid that a view touches, each with as much of it as the view needs. */
function cellsOf({ zoom, width, height, view: { left, top } }: BlockView): { readonly key: string; readonly reach: Reach }[] {
  const [right, bottom] = [left + width, top + height];
  const found: { key: string; reach: Reach }[] = [];
  for (let row = Math.floor(top / side); row * side < bottom; row += 1)
    for (let column = Math.floor(left / side); column * side < right; column += 1) {
      const down = (value: number) => Math.floor(value / step) * step;
      const up = (value: number) => Math.ceil(value / step) * step;
      found.push({ key: `${zoom} ${column} ${row}`, reach: {
        left: Math.max(column * side, down(left)), top: Math.max(row * side, down(top)), right: Math.min((column + 1) * side, up(right)), bottom: Math.min((row + 1) * side, up(bottom)),
      } });
    }
  return found;
}

/** Which blocks each of some views is put together of. Where views overlap they share their blocks; ground that none shows is in none. */
export function planBlocks<View extends BlockView>(views: readonly View[]): ReadonlyMap<View, readonly GroundBlock[]> {
  const reaches = new Map<string, Reach>();
  for (const view of views) for (const { key, reach } of cellsOf(view)) {
    const known = reaches.get(key);
    if (!known) { reaches.set(key, reach); continue; }
    Object.assign(known, { left: Math.min(known.left, reach.left), top: Math.min(known.top, reach.top), right: Math.max(known.right, reach.right), bottom: Math.max(known.bottom, reach.bottom) });
  }
  const blocks = new Map([...reaches].map(([key, { left, top, right, bottom }]): [string, GroundBlock] => [key, { key, left, top, width: right - left, height: bottom - top }]));
  return new Map(views.map((view) => [view, cellsOf(view).map(({ key }) => blocks.get(key)!)]));
}
