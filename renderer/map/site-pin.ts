import L from 'leaflet';
import { stepped } from '../../data/rules/geometry/place.js';
import type { Location } from '../../data/schema/common.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { categoryColour, categoryGlyphs } from '../ui/category-glyph.js';

const svg = 'http://www.w3.org/2000/svg';
const [width, height] = [40, 52];

function draw(parent: Element, name: string, attributes: Readonly<Record<string, string>>): Element {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

/** The pin of an asset as the maps draw it: its category's sign on its colour. */
function pinPicture(category: Category): HTMLElement {
  const box = document.createElement('span');
  const picture = draw(box, 'svg', { width: String(width), height: String(height), viewBox: '-20 -46 40 52', 'aria-hidden': 'true' });
  const colour = categoryColour(category);
  const glyph = categoryGlyphs[category];
  draw(picture, 'ellipse', { cx: '0', cy: '1.5', rx: '7', ry: '3', class: 'site-pin-shadow' });
  draw(picture, 'path', { d: 'M-15.500-32A17 17 0 1 1 15.500-32C14-19 6-12 0 0-6-12-14-19-15.500-32Z', style: `fill:${colour}`, class: 'site-pin-drop' });
  draw(picture, 'path', { d: glyph.path, transform: 'translate(0 -29) scale(1.15)', style: glyph.filled ? 'fill:var(--on-strong)' : 'fill:none;stroke:var(--on-strong);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round' });
  return box;
}

const iconOf = (category: Category) => L.divIcon({ className: 'site-pin', html: pinPicture(category), iconSize: [width, height], iconAnchor: [20, 46] });
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export interface SitePinListener {
  /** Where it is while it is being dragged; null when it has been let go. */
  onDrag(place: Location | null): void;
  /** It was let go at a place. */
  onDrop(place: Location): void;
  /** It was moved a step by the keyboard. */
  onNudge(place: Location): void;
}

const placeOf = ({ lng, lat }: L.LatLng): Location => ({ lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });

/** The pin that is dragged, or moved by the arrow keys: 1 m a step, 10 m with Shift. */
export function createSitePin(map: L.Map, category: Category, place: Location, words: { readonly label: string; readonly movable: boolean }, listener: SitePinListener): L.Marker {
  const marker = L.marker([place.lat, place.lng], { icon: iconOf(category), draggable: words.movable, keyboard: words.movable, interactive: words.movable, zIndexOffset: 1_000, autoPan: true, autoPanPadding: [36, 36] });
  marker.addTo(map);
  const element = marker.getElement()!;
  element.setAttribute('aria-label', words.label);
  element.dataset['testid'] = 'site-pin';
  if (!words.movable) element.setAttribute('role', 'img');
  marker.on('drag', () => listener.onDrag(placeOf(marker.getLatLng())));
  marker.on('dragend', () => { listener.onDrag(null); listener.onDrop(placeOf(marker.getLatLng())); });
  if (words.movable) element.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 : 1;
    const next = stepped(placeOf(marker.getLatLng()), step[0] * far, step[1] * far);
    marker.setLatLng([next.lat, next.lng]);
    if (!map.getBounds().pad(-0.1).contains([next.lat, next.lng])) map.panTo([next.lat, next.lng], { animate: false });
    listener.onNudge(next);
  });
  return marker;
}
