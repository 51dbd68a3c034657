import type { Obstacle } from '../ground/ground.js';
import { latitude, longitude } from '../world.js';
import type { PrintMarks } from './print-marks.js';
import type { PrintView } from './print-view.js';

/** What the ground's own names keep clear of. */
export function obstaclesOf({ boxes }: PrintMarks, { view }: PrintView): Obstacle[] {
  return boxes.map(([left, top, right, bottom]) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return { lng: longitude((x + view.left) / view.scale), lat: latitude((y + view.top) / view.scale), left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  });
}
