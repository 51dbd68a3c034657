import type { StageCamera } from '../../../../data/schema/tour.js';
import type { Extent } from '../../../map/extent.js';

/** A camera's zoom is meant for a screen so wide, in CSS pixels. */
const stageWidth = 1_920;
const tile = 256;
const northing = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const latitudeOf = (value: number) => ((2 * Math.atan(Math.exp(value)) - Math.PI / 2) * 180) / Math.PI;
const kept = (value: number, digits: number) => Number(value.toFixed(digits));

/** The zoom at which a map so wide shows what the stage shows at `zoom`. */
export const zoomHere = (zoom: number, width: number) => zoom + Math.log2(Math.max(1, width) / stageWidth);

/** The camera of the stage that shows the width of what is seen, about its middle; nothing where a map has no breadth. */
export function seenCamera({ west, south, east, north }: Extent): StageCamera | null {
  if (east <= west) return null;
  const zoom = Math.log2((stageWidth * 360) / (tile * (east - west)));
  return { lng: kept((west + east) / 2, 6), lat: kept(latitudeOf((northing(south) + northing(north)) / 2), 6), zoom: kept(Math.min(20, Math.max(3, zoom)), 3) };
}
