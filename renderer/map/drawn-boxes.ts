import { discBox, pinBox, type Arrangement, type Label } from './arrange.js';
import type { Obstacle } from './basemap/basemap.js';
import type { MapPoint, Mark } from './clusters.js';
import { clusterRadius, markX, markY, photoRadius, pinRadius } from './mark-size.js';
import type { Box } from './name-places.js';
import { boxOf, placeOf, selectedRadius } from './paint-assets.js';
import { countText } from './sprites.js';
import { latitude, longitude, screenX, screenY, worldX, worldY, type View } from './world.js';

/** Something as it is drawn now, in CSS pixels of the map's container. A cluster's box is the square in its disc that holds the number. */
export interface DrawnBox { readonly kind: 'cluster' | 'pin' | 'photo' | 'selected' | Label['kind']; readonly text: string; readonly box: Box }

/** True for what stands for assets themselves, as words do not. */
export const isMark = ({ kind }: DrawnBox) => kind === 'cluster' || kind === 'pin' || kind === 'photo' || kind === 'selected';

/** The marks of a picture, how they stand, and what is selected. */
interface Drawn { readonly marks: readonly Mark[]; readonly scene: Arrangement; readonly selected: MapPoint | null; readonly view: View }

/** The middle of a disc or the point of a pin on the screen, moved aside where something selected needs the room. */
const footOf = (mark: Mark, scene: Arrangement, view: View) => {
  const aside = scene.aside.get(mark.key);
  return [markX(view, mark) + (aside?.x ?? 0), markY(view, mark) + (aside?.y ?? 0)] as const;
};

/** The boxes of all that is drawn in a view; names only where `words` are shown. */
export function drawnBoxes({ marks, scene, selected, view }: Drawn, words: boolean, chinese: boolean): DrawnBox[] {
  const boxes: DrawnBox[] = [];
  for (const mark of marks) {
    if (mark.key === selected?.id) continue;
    const [x, y] = footOf(mark, scene, view);
    if (mark.kind === 'cluster') boxes.push({ kind: 'cluster', text: countText(mark.count, chinese), box: discBox(x, y, clusterRadius(mark.count) * Math.SQRT1_2) });
    else {
      const photo = scene.photos.has(mark.key);
      boxes.push({ kind: photo ? 'photo' : 'pin', text: mark.point.name, box: pinBox(x, y, photo ? photoRadius : pinRadius.plain) });
    }
  }
  if (selected) boxes.push({ kind: 'selected', text: selected.name, box: pinBox(...placeOf(marks, selected, view), selectedRadius(selected)) });
  if (words) for (const label of scene.labels) boxes.push({ kind: label.kind, text: label.text, box: boxOf(label, view) });
  return boxes;
}

/** What is covered while the map is under way: the marks, those that fade out too, what is selected, and words while they are shown. */
export function coveredUnderWay({ marks, scene, selected, view }: Drawn, leaving: readonly Mark[], words: boolean): Obstacle[] {
  const obstacles: Obstacle[] = words ? [...scene.obstacles] : [];
  const cover = ({ x, y }: { readonly x: number; readonly y: number }, box: Box) => {
    const [px, py] = [screenX(view, x), screenY(view, y)];
    obstacles.push({ lng: longitude(x), lat: latitude(y), left: box[0] - px, top: box[1] - py, right: box[2] - px, bottom: box[3] - py });
  };
  for (const mark of [...marks, ...leaving]) {
    const [x, y] = footOf(mark, scene, view);
    cover(mark, mark.kind === 'cluster' ? discBox(x, y, clusterRadius(mark.count)) : pinBox(x, y, scene.photos.has(mark.key) ? photoRadius : pinRadius.plain));
  }
  if (selected) cover({ x: worldX(selected.lng), y: worldY(selected.lat) }, pinBox(...placeOf(marks, selected, view), selectedRadius(selected) + 3));
  return obstacles;
}
