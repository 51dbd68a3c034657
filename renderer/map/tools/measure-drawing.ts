import L from 'leaflet';
import { areaWords, geodesicDistance, inWords, lengthWords, measured } from '../../../data/rules/map/measure.js';
import { stepped } from '../../../data/rules/geometry/place.js';
import type { Location } from '../../../data/schema/common.js';
import type { Language } from '../basemap/basemap.js';
import type { Insets } from '../map-handle.js';
import type { Box } from '../name-places.js';
import type { Drawing } from './drawing.js';
import { partWithin, placesAround, placesBeside, type Spot, type WantedLabel } from './place-labels.js';
import { createToolLabels, type LabelMaker, type LabelPlan } from './tool-labels.js';
import { toolPane } from './tool-panes.js';

export interface MeasureListener {
  onMove(at: number, place: Location): void;
  onRemove(at: number): void;
  /** A corner was pressed: the first one closes the line, the last one ends it. */
  onCorner(at: number): void;
}
export interface MeasureWords { readonly corner: (order: number) => string; readonly inAll: string; readonly around: string }

/** What the drawing looks like on the map; it is told everything and keeps nothing but its layers. */
export interface MeasureDrawing {
  show(drawing: Drawing): void;
  /** Where the next corner would be set: the pointer, or the cross of those who steer by keys. */
  setNext(place: Location | null): void;
  setLanguage(language: Language, words: MeasureWords): void;
  remove(): void;
}

/** The half of a corner that takes presses and drags, in CSS pixels: 44 px in all. */
const cornerReach = 22;
const cornerBox = 9;
const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const latLng = ({ lng, lat }: Location): L.LatLngTuple => [lat, lng];
const placeOf = ({ lng, lat }: L.LatLng): Location => ({ lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });

/** Draws a measured line on a map. Lines are vectors, corners can be dragged and nudged, labels never touch one another. */
export function createMeasureDrawing(map: L.Map, insets: () => Insets, listener: MeasureListener): MeasureDrawing {
  const renderer = L.svg({ pane: toolPane(map, 'tool-lines'), padding: 0.5 });
  const corners = toolPane(map, 'tool-corners');
  const line = (className: string) => L.polyline([], { renderer, interactive: false, className, smoothFactor: 0 }).addTo(map);
  const fill = L.polygon([], { renderer, interactive: false, className: 'tool-fill', smoothFactor: 0 }).addTo(map);
  const [halo, ink, band] = [line('tool-halo'), line('tool-line'), line('tool-band')];
  const pins: L.Marker[] = [];
  let shown: Drawing = { corners: [], closed: false, open: true };
  let next: Location | null = null;
  let language: Language = 'zh';
  let words: MeasureWords = { corner: String, inAll: '', around: '' };

  const labelPlan = ({ view, make: label }: LabelMaker): LabelPlan => {
    const spot = (place: Location): Spot => map.latLngToContainerPoint(latLng(place));
    const spots = shown.corners.map(spot);
    const taken = spots.map(({ x, y }): Box => [x - cornerBox, y - cornerBox, x + cornerBox, y + cornerBox]);
    const { sides, length, area } = measured(shown.corners, shown.closed);
    const last = shown.corners.at(-1);
    const wanted: WantedLabel[] = [];
    const length_ = (metres: number) => inWords(lengthWords(metres, language));
    if (shown.open && next && last) {
      const ahead = geodesicDistance(last, next);
      const [from, to] = [spots.at(-1)!, spot(next)];
      taken.push([to.x - cornerBox, to.y - cornerBox, to.x + cornerBox, to.y + cornerBox]);
      if (shown.corners.length > 1) wanted.push(label('all', `${words.inAll} ${length_(length + ahead)}`, true, (width, height) => placesAround(to, width, height, 18)));
      const part = partWithin(from, to, view);
      if (part && ahead > 0) wanted.push(label('ahead', length_(ahead), shown.corners.length === 1, (width, height) => placesBeside(part, width, height)));
    } else if (area !== null) {
      const box = L.bounds(spots.map(({ x, y }) => L.point(x, y)));
      const middle = middleOf(spots);
      const { mu, metric } = areaWords(area, language);
      const places = (width: number, height: number) => [middle, ...placesAround({ x: middle.x, y: box.min!.y }, width, height, 14), ...placesAround({ x: middle.x, y: box.max!.y }, width, height, 14)];
      const both = label('all', `${inWords(mu)} · ${inWords(metric)}`, true, places);
      // In a small figure the 亩 alone; the rest stands in the panel.
      wanted.push(both.width < 0.8 * (box.max!.x - box.min!.x) ? both : label('all', inWords(mu), true, places));
    } else if (last && sides.length > 1) {
      const end = spots.at(-1)!;
      wanted.push(label('all', `${words.inAll} ${length_(length)}`, true, (width, height) => placesAround(end, width, height, 16)));
    }
    const ends = shown.closed ? [...spots, spots[0]!] : spots;
    const lines = ends.slice(1).map((to, at) => [ends[at]!, to] as const);
    if (shown.open && next && last) lines.push([spots.at(-1)!, spot(next)]);
    const sideLabels = sides.flatMap((metres, at) => {
      const part = partWithin(ends[at]!, ends[at + 1]!, view);
      return part && metres > 0 ? [{ part, seen: Math.hypot(part[1].x - part[0].x, part[1].y - part[0].y), metres, at }] : [];
    });
    // The sides that are seen longest come first: where not all fit, the short ones go without.
    sideLabels.sort((one, other) => other.seen - one.seen);
    const alone = sides.length === 1 && wanted.length === 0;
    for (const { part, seen, metres, at } of sideLabels) {
      const made = label(`side ${at}`, length_(metres), alone, (width, height) => placesBeside(part, width, height));
      if (seen > made.width * 0.45) wanted.push(made);
    }
    return { wanted, taken, lines };
  };
  const labels = createToolLabels(map, insets, labelPlan);
  const soon = labels.refresh;

  const makePin = (order: number): L.Marker => {
    const marker = L.marker([0, 0], { pane: corners, draggable: true, keyboard: true, autoPan: true, autoPanPadding: [60, 60], icon: L.divIcon({ className: 'tool-corner tool-own', html: '<i></i>', iconSize: [2 * cornerReach, 2 * cornerReach] }) });
    marker.on('drag', () => listener.onMove(order, placeOf(marker.getLatLng())));
    marker.on('click', () => listener.onCorner(order));
    return marker;
  };
  const nudge = (element: HTMLElement, order: number) => element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = steps[event.key];
    if (step) {
      const metresPerPixel = map.distance(map.containerPointToLatLng([0, 0]), map.containerPointToLatLng([100, 0])) / 100;
      const far = metresPerPixel * (event.shiftKey ? 10 : 1);
      listener.onMove(order, stepped(shown.corners[order]!, step[0] * far, step[1] * far));
    } else if (event.key === 'Delete') listener.onRemove(order);
    else if (event.key === 'Enter') listener.onCorner(order);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const drawBand = () => {
    const last = shown.corners.at(-1);
    band.setLatLngs(shown.open && last && next ? [latLng(last), latLng(next)] : []);
  };
  const layersOfNames = () => pins.forEach((pin, order) => {
    const element = pin.getElement()!;
    element.setAttribute('aria-label', words.corner(order + 1));
    element.classList.toggle('tool-corner-first', order === 0 && shown.open && shown.corners.length > 2);
    element.classList.toggle('tool-corner-last', order === pins.length - 1 && shown.open);
  });

  return {
    show(drawing) {
      shown = drawing;
      while (pins.length > drawing.corners.length) pins.pop()!.remove();
      drawing.corners.forEach((corner, order) => {
        const pin = pins[order] ?? makePin(order);
        pin.setLatLng(latLng(corner));
        if (!pins[order]) { pins.push(pin); pin.addTo(map); nudge(pin.getElement()!, order); }
      });
      const path = drawing.corners.map(latLng);
      const round = drawing.closed ? [...path, ...path.slice(0, 1)] : path;
      halo.setLatLngs(round);
      ink.setLatLngs(round);
      fill.setLatLngs(drawing.closed ? path : []);
      drawBand();
      layersOfNames();
      soon();
    },
    setNext(place) { next = place; drawBand(); soon(); },
    setLanguage(to, said) { language = to; words = said; layersOfNames(); soon(); },
    remove() {
      labels.remove();
      for (const layer of [fill, halo, ink, band, renderer, ...pins]) layer.remove();
    },
  };
}

/** The middle of a figure's area on the screen; of its corners where it has none. */
function middleOf(spots: readonly Spot[]): Spot {
  let [twice, x, y] = [0, 0, 0];
  spots.forEach((from, at) => {
    const to = spots[(at + 1) % spots.length]!;
    const cross = from.x * to.y - to.x * from.y;
    twice += cross;
    x += (from.x + to.x) * cross;
    y += (from.y + to.y) * cross;
  });
  if (Math.abs(twice) < 1e-6) return { x: spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length, y: spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length };
  return { x: x / (3 * twice), y: y / (3 * twice) };
}
