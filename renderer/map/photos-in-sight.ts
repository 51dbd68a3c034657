import type { Arrangement } from './arrange.js';
import type { MapPoint, Mark } from './clusters.js';
import { markX, markY, photoRadius } from './mark-size.js';
import type { View } from './world.js';

/** The cover photos that a view shows, by their ids: the selected asset's first, then those in sight, then those just beside it. `size` in the view's pixels. */
export function photosInSight({ marks, scene, selected, view }: { readonly marks: readonly Mark[]; readonly scene: Arrangement; readonly selected: MapPoint | null; readonly view: View }, size: { readonly x: number; readonly y: number }): readonly string[] {
  const inSight = selected?.cover ? [selected.cover] : [];
  const beside: string[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'pin' || !mark.point.cover || !scene.photos.has(mark.key)) continue;
    const [x, y] = [markX(view, mark), markY(view, mark)];
    (x > 0 && y > 0 && x < size.x && y < size.y + photoRadius ? inSight : beside).push(mark.point.cover);
  }
  return [...inSight, ...beside];
}
