import type L from 'leaflet';
import type { Box } from './name-places.js';

/** What tools write and pin on the map itself. */
const toolMarks = '.tool-label > span, .tool-pin > span';

/** What lies over the map, in CSS pixels of its container: the page's panels, and what tools have laid on it. No name stands half below it. */
export function coveredBoxes(map: L.Map, panels: Iterable<Element>): Box[] {
  const container = map.getContainer();
  const { left, top } = container.getBoundingClientRect();
  return [...panels, ...container.querySelectorAll(toolMarks)].flatMap((element): Box[] => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 ? [[box.left - left, box.top - top, box.right - left, box.bottom - top]] : [];
  });
}

const crowded = 'crowded';
/** Tells the map's layers that something else lies over the map than before: names are placed anew. */
export const tellCrowded = (map: L.Map) => { map.fire(crowded); };
/** For a layer's `getEvents`. */
export const onCrowded = (place: () => void): Record<string, L.LeafletEventHandlerFn> => ({ [crowded]: place });

/** The pins and numbers that stand on a map, in pixels of its container: what a tool writes keeps clear of them if it can. */
export const marksOnMap = new WeakMap<L.Map, () => readonly Box[]>();
