import './tools.css';
import { useEffect, useEffectEvent } from 'react';
import { useMap } from 'react-leaflet';
import type { Location } from '../../../data/schema/common.js';
import { isStill } from '../../ui/motion.js';
import type { MapPoint } from '../clusters.js';
import type { Insets } from '../map-handle.js';
import { pinAt } from './snap.js';
import type { Spot } from './place-labels.js';

/** What keys do with the map, beyond flights. */
export interface Steering {
  pan(right: number, down: number, at: 'once' | 'exactly'): void;
  focus(): void;
  /** The place under the cross: the middle of what the panels leave free. */
  cross(): { readonly place: Location; readonly at: Spot };
  /** Where a place stands on the screen. */
  spotOf(place: Location): Spot;
  /** True when a place is in sight, clear of the panels. */
  sees(place: Location, margin?: number): boolean;
  /** The asset in sight that is nearest to the cross. */
  nearest(points: readonly MapPoint[]): MapPoint | null;
  /** The asset whose pin stands at a spot of the screen. */
  pinAt(at: Spot, points: readonly MapPoint[], standsAlone: (point: MapPoint) => boolean): MapPoint | null;
}

const longPressMs = 520;
const slack = 10;
/** A press that follows the long one within this time belongs to it. */
const aftermathMs = 700;
const edge = 36;

/** Hands the page the map's keys, the cross, and long presses (or the right button) on a place. */
export function MapSteering({ insets, layout, crossShown, onSteering, onLongPress, onPointer, onMoved }: {
  insets: () => Insets;
  /** Which panels are open: when it changes, the cross moves to the middle of what they leave. */
  layout: string; crossShown: boolean; onSteering: (steering: Steering | null) => void; onLongPress: (place: Location, at: Spot) => void;
  /** A pointer is used: the cross is not needed. */
  onPointer: () => void;
  /** The map has come to rest, or the cross has been shown: what lies under it now. */
  onMoved: (place: Location) => void;
}) {
  const map = useMap();
  const insetsNow = useEffectEvent(() => insets());
  const tellSteering = useEffectEvent((steering: Steering | null) => onSteering(steering));
  const tellLong = useEffectEvent((place: Location, at: Spot) => onLongPress(place, at));
  const tellPointer = useEffectEvent(() => onPointer());
  const tellMoved = useEffectEvent((place: Location) => onMoved(place));

  useEffect(() => {
    // The page's own keys steer the map wherever the focus is; Leaflet's would move it twice.
    map.keyboard.disable();
    const container = map.getContainer();
    container.tabIndex = 0;
    const middle = (): Spot => {
      const { left, top, right, bottom } = insetsNow();
      const size = map.getSize();
      return { x: (left + size.x - right) / 2, y: (top + size.y - bottom) / 2 };
    };
    const sees = ({ lng, lat }: Location, margin = edge) => {
      const { left, top, right, bottom } = insetsNow();
      const size = map.getSize();
      const { x, y } = map.latLngToContainerPoint([lat, lng]);
      return x > left + margin && x < size.x - right - margin && y > top + edge && y < size.y - bottom - edge;
    };
    tellSteering({
      pan: (right, down, how) => { map.panBy([right, down], { animate: how === 'once' && !isStill(), duration: 0.22 }); },
      focus: () => { container.classList.add('map-quiet'); container.focus({ preventScroll: true }); },
      cross: () => {
        const at = middle();
        const { lng, lat } = map.containerPointToLatLng([at.x, at.y]);
        return { at, place: { lng, lat } };
      },
      spotOf: ({ lng, lat }) => map.latLngToContainerPoint([lat, lng]),
      sees,
      nearest: (points) => {
        const bounds = map.getBounds();
        const { x, y } = middle();
        let [best, least]: [MapPoint | null, number] = [null, Infinity];
        for (const point of points) {
          if (!bounds.contains([point.lat, point.lng])) continue;
          const spot = map.latLngToContainerPoint([point.lat, point.lng]);
          const away = Math.hypot(spot.x - x, spot.y - y);
          if (away < least && sees(point)) [best, least] = [point, away];
        }
        return best;
      },
      pinAt: (at, points, standsAlone) => pinAt(map, points, at, standsAlone),
    });
    // What the tools show says enough; only who comes here by Tab needs the ring.
    const loud = () => container.classList.remove('map-quiet');
    container.addEventListener('blur', loud);
    return () => { container.removeEventListener('blur', loud); tellSteering(null); };
  }, [map]);

  useEffect(() => {
    const container = map.getContainer();
    let timer = 0;
    let start: Spot | null = null;
    let done = -Infinity;
    const forget = () => { clearTimeout(timer); start = null; };
    const take = (at: Spot) => {
      forget();
      done = performance.now();
      const { lng, lat } = map.containerPointToLatLng([at.x, at.y]);
      tellLong({ lng, lat }, at);
    };
    const isOwn = (event: Event) => event.target instanceof Element && event.target.closest('.tool-own') !== null;
    const spotOf = (event: MouseEvent): Spot => map.mouseEventToContainerPoint(event);
    const down = (event: PointerEvent) => {
      tellPointer();
      forget();
      if (event.pointerType !== 'touch' || !event.isPrimary || isOwn(event)) return;
      start = spotOf(event);
      timer = window.setTimeout(() => { if (start) take(start); }, longPressMs);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') { if (event.movementX !== 0 || event.movementY !== 0) tellPointer(); return; }
      const at = spotOf(event);
      if (start && Math.hypot(at.x - start.x, at.y - start.y) > slack) forget();
    };
    const menu = (event: MouseEvent) => {
      event.preventDefault();
      if (isOwn(event) || performance.now() - done < aftermathMs) return;
      take(spotOf(event));
    };
    const click = (event: MouseEvent) => { if (performance.now() - done < aftermathMs) { event.stopImmediatePropagation(); event.preventDefault(); } };
    container.addEventListener('pointerdown', down);
    container.addEventListener('pointermove', move);
    container.addEventListener('pointerup', forget);
    container.addEventListener('pointercancel', forget);
    container.addEventListener('contextmenu', menu);
    container.addEventListener('click', click, true);
    return () => {
      forget();
      container.removeEventListener('pointerdown', down);
      container.removeEventListener('pointermove', move);
      container.removeEventListener('pointerup', forget);
      container.removeEventListener('pointercancel', forget);
      container.removeEventListener('contextmenu', menu);
      container.removeEventListener('click', click, true);
    };
  }, [map]);

  // The cross is an element of its own over the map's panes: it stays where it is while the map moves.
  useEffect(() => {
    if (!crossShown) return;
    const element = document.createElement('span');
    element.className = 'tool-cross';
    element.setAttribute('aria-hidden', 'true');
    map.getContainer().append(element);
    const put = () => {
      const { left, top, right, bottom } = insetsNow();
      const size = map.getSize();
      const at: Spot = { x: (left + size.x - right) / 2, y: (top + size.y - bottom) / 2 };
      element.style.transform = `translate(${at.x}px, ${at.y}px)`;
      const { lng, lat } = map.containerPointToLatLng([at.x, at.y]);
      tellMoved({ lng, lat });
    };
    put();
    map.on('move moveend zoomend resize', put);
    return () => { map.off('move moveend zoomend resize', put); element.remove(); };
  }, [map, crossShown, layout]);
  return null;
}
