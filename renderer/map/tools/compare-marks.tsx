import './tools.css';
import L from 'leaflet';
import { useEffect, useEffectEvent } from 'react';
import { useMap } from 'react-leaflet';
import type { Category } from '../../../data/schema/vocabularies.js';
import { categoryColour } from '../../ui/category-glyph.js';
import type { MapPoint } from '../clusters.js';
import type { Insets } from '../map-handle.js';
import type { Box } from '../name-places.js';
import { placesAround, placesBeside, type Spot } from './place-labels.js';
import { createToolLabels } from './tool-labels.js';
import { toolPane } from './tool-panes.js';

const svg = 'http://www.w3.org/2000/svg';
const [width, height] = [64, 84];

/** A large pin that carries a letter in place of its category's sign. */
function letterPin(letter: string, category: Category): HTMLElement {
  const box = document.createElement('span');
  const picture = document.createElementNS(svg, 'svg');
  for (const [key, value] of Object.entries({ width: String(width), height: String(height), viewBox: '-32 -76 64 84', 'aria-hidden': 'true' })) picture.setAttribute(key, value);
  const drop = document.createElementNS(svg, 'path');
  drop.setAttribute('d', 'M-24.500-51A26.500 26.500 0 1 1 24.500-51C22-31 10-14 0 0-10-14-22-31-24.500-51Z');
  drop.setAttribute('class', 'tool-pin-drop');
  drop.setAttribute('style', `fill:${categoryColour(category)}`);
  const sign = document.createElementNS(svg, 'text');
  for (const [key, value] of Object.entries({ x: '0', y: '-36', 'text-anchor': 'middle', class: 'tool-pin-letter' })) sign.setAttribute(key, value);
  sign.textContent = letter;
  picture.append(drop, sign);
  box.append(picture);
  return box;
}

export interface LetteredPoint { readonly letter: string; readonly point: MapPoint }

/** The pins of the assets that are compared, each with its letter and name, and how far the first is from each other one. */
export function CompareMarks({ marks, distances, insets }: { marks: readonly LetteredPoint[]; distances: readonly { readonly from: MapPoint; readonly to: MapPoint; readonly text: string }[]; insets: () => Insets }) {
  const map = useMap();
  const insetsNow = useEffectEvent(() => insets());
  useEffect(() => {
    const pane = toolPane(map, 'tool-corners');
    const renderer = L.svg({ pane: toolPane(map, 'tool-lines'), padding: 0.6 });
    const ends = distances.map(({ from, to }): L.LatLngTuple[] => [[from.lat, from.lng], [to.lat, to.lng]]);
    const layers: L.Layer[] = [
      ...ends.flatMap((line) => [L.polyline(line, { renderer, interactive: false, className: 'tool-halo' }), L.polyline(line, { renderer, interactive: false, className: 'tool-spoke' })]),
      ...marks.map(({ letter, point }) => L.marker([point.lat, point.lng], { pane, interactive: false, keyboard: false, icon: L.divIcon({ className: 'tool-pin', html: letterPin(letter, point.category), iconSize: [width, height], iconAnchor: [32, 76] }) })),
    ];
    layers.forEach((layer) => layer.addTo(map));
    const spot = (point: MapPoint): Spot => map.latLngToContainerPoint([point.lat, point.lng]);
    const labels = createToolLabels(map, () => insetsNow(), ({ make }) => {
      const taken = marks.map(({ point }): Box => { const { x, y } = spot(point); return [x - 30, y - 78, x + 30, y + 6]; });
      const lines = distances.map(({ from, to }) => [spot(from), spot(to)] as const);
      const names = marks.map(({ letter, point }) => make(letter, point.name, false, (wide, high) => {
        const { x, y } = spot(point);
        return [{ x, y: y + 12 + high / 2 }, ...placesAround({ x, y: y - 40 }, wide, high, 38), { x, y: y + 40 + high / 2 }];
      }));
      return { wanted: [...names, ...distances.map(({ text }, at) => make(`away ${at}`, text, true, (wide, high) => placesBeside(lines[at]!, wide, high)))], taken, lines };
    });
    return () => { layers.forEach((layer) => layer.remove()); labels.remove(); renderer.remove(); };
  }, [map, marks, distances]);
  return null;
}
