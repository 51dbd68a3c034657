import L from 'leaflet';
import type { Spot } from './place-labels.js';

/** Leaflet tells of no click after a drag; whoever hears the clicks before Leaflet has to ask. */
const wasDragged = (map: L.Map) => (map.dragging as L.Handler & { moved?: () => boolean }).moved?.() ?? false;

/** Takes every press on the map before Leaflet does, so that none selects an asset or zooms; answers with how to stop. What lies in `.tool-own` keeps its presses. */
export function takePresses(map: L.Map, onPress: (place: L.LatLng, at: Spot) => void): () => void {
  const container = map.getContainer();
  const isOwn = (target: EventTarget | null) => target instanceof Element && target.closest('.tool-own') !== null;
  // A corner that is dragged may lie behind the pointer where that is let go: the press was the corner's all the same.
  let heldOwn = false;
  const hold = (event: PointerEvent) => { heldOwn = isOwn(event.target); };
  const click = (event: MouseEvent) => {
    if (isOwn(event.target)) return;
    event.stopImmediatePropagation();
    if (heldOwn || wasDragged(map)) return;
    const { x, y } = map.mouseEventToContainerPoint(event);
    onPress(map.containerPointToLatLng([x, y]), { x, y });
  };
  const swallow = (event: MouseEvent) => event.stopImmediatePropagation();
  container.addEventListener('pointerdown', hold, true);
  container.addEventListener('click', click, true);
  container.addEventListener('dblclick', swallow, true);
  return () => { container.removeEventListener('pointerdown', hold, true); container.removeEventListener('click', click, true); container.removeEventListener('dblclick', swallow, true); };
}
