import './tools.css';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { Location } from '../../../data/schema/common.js';
import type { Language } from '../basemap/basemap.js';
import type { Insets } from '../map-handle.js';
import type { Drawing } from './drawing.js';
import { createMeasureDrawing, type MeasureDrawing, type MeasureWords } from './measure-drawing.js';
import type { Spot } from './place-labels.js';
import { takePresses } from './presses.js';

export interface MeasureToolProps {
  readonly drawing: Drawing;
  readonly language: Language;
  readonly words: MeasureWords;
  /** Where the cross of those who steer by keys stands; null while a pointer is used. */
  readonly cross: Location | null;
  readonly insets: () => Insets;
  /** The place that a press means: an asset's own where its pin is pressed. */
  readonly placeAt: (at: Spot, pressed: Location) => Location;
  readonly onCorner: (place: Location) => void;
  readonly onMove: (at: number, place: Location) => void;
  readonly onRemove: (at: number) => void;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** A press so near to a corner, in CSS pixels, means the corner. */
const sameSpot = 10;

/** Measuring on the map: presses set corners, corners can be dragged, what is measured stands beside the lines. */
export function MeasureTool({ drawing, language, words, cross, insets, placeAt, onCorner, onMove, onRemove, onClose, onEnd }: MeasureToolProps) {
  const map = useMap();
  const made = useRef<MeasureDrawing | null>(null);
  const insetsNow = useEffectEvent(() => insets());
  const move = useEffectEvent((at: number, place: Location) => onMove(at, place));
  const remove = useEffectEvent((at: number) => onRemove(at));
  const corner = useEffectEvent((at: number) => {
    if (!drawing.open) return;
    if (at === 0) onClose();
    else if (at === drawing.corners.length - 1) onEnd();
  });
  const press = useEffectEvent((at: Spot, { lng, lat }: Location) => {
    const isAt = (place: Location | undefined) => {
      if (!place || !drawing.open) return false;
      const spot = map.latLngToContainerPoint([place.lat, place.lng]);
      return Math.hypot(spot.x - at.x, spot.y - at.y) <= sameSpot;
    };
    // Pressed twice: the second press is where the last corner is, whether that has been drawn by now or not.
    if (drawing.corners.length > 2 && isAt(drawing.corners[0])) onClose();
    else if (isAt(drawing.corners.at(-1))) onEnd();
    else onCorner(placeAt(at, { lng, lat }));
  });

  useEffect(() => {
    const shown = createMeasureDrawing(map, () => insetsNow(), { onMove: (at, place) => move(at, place), onRemove: (at) => remove(at), onCorner: (at) => corner(at) });
    made.current = shown;
    const container = map.getContainer();
    container.classList.add('map-aiming');
    const release = takePresses(map, (place, at) => press(at, place));
    const point = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const inside = event.target instanceof Element && event.target.closest('.tool-own') === null;
      shown.setNext(inside ? map.mouseEventToLatLng(event) : null);
    };
    const leave = () => shown.setNext(null);
    container.addEventListener('pointermove', point);
    container.addEventListener('pointerleave', leave);
    return () => {
      release();
      container.removeEventListener('pointermove', point);
      container.removeEventListener('pointerleave', leave);
      container.classList.remove('map-aiming');
      shown.remove();
      made.current = null;
    };
  }, [map]);
  useEffect(() => { made.current?.setLanguage(language, words); }, [map, language, words]);
  useEffect(() => { made.current?.show(drawing); }, [map, drawing]);
  useEffect(() => { if (cross) made.current?.setNext(cross); }, [map, cross]);
  return null;
}
