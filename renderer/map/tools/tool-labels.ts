import L from 'leaflet';
import { marksOnMap, tellCrowded } from '../covers.js';
import { nameFont } from '../look.js';
import type { Insets } from '../map-handle.js';
import type { Box } from '../name-places.js';
import { alongLines, placeLabels, type PlacedLabel, type Spot, type WantedLabel } from './place-labels.js';
import { toolPane } from './tool-panes.js';

/** From this width on the map is a projector's, and labels are read from 8 metres. */
const wideMap = 1500;
/** Once the labels have stood still for so long, other names make room for them, in milliseconds. */
const stillMs = 220;

/** What a tool wants to say on the map, in the order of importance, and what must stay clear. */
export interface LabelPlan { readonly wanted: readonly WantedLabel[]; readonly taken: readonly Box[]; readonly lines: readonly (readonly [Spot, Spot])[] }
export interface LabelMaker {
  /** The part of the map that no panel covers, in CSS pixels. */
  readonly view: Box;
  /** A label and the places where its middle may stand, best first. */
  make(key: string, text: string, strong: boolean, places: (width: number, height: number) => readonly Spot[]): WantedLabel;
}
export interface ToolLabels { refresh(): void; remove(): void }

/** Labels of a tool: laid anew when the map has moved, large on a projector, never on one another nor, if it can be helped, on the tool's lines. */
export function createToolLabels(map: L.Map, insets: () => Insets, plan: (maker: LabelMaker) => LabelPlan): ToolLabels {
  const pane = toolPane(map, 'tool-labels');
  const measurer = document.createElement('canvas').getContext('2d')!;
  let shown: L.Marker[] = [];
  let frame = 0;
  let still: ReturnType<typeof setTimeout> | undefined;
  const tellSoon = () => { clearTimeout(still); still = setTimeout(() => tellCrowded(map), stillMs); };
  const iconOf = ({ text, strong }: PlacedLabel) => {
    const element = document.createElement('span');
    element.textContent = text;
    return L.divIcon({ className: `tool-label ${strong ? 'tool-label-strong' : ''}`, html: element, iconSize: [0, 0] });
  };
  const layOut = () => {
    frame = 0;
    const { left, top, right, bottom } = insets();
    const size = map.getSize();
    const sizes = size.x >= wideMap ? { plain: 21, strong: 28 } : { plain: 17, strong: 22 };
    const view: Box = [left + 8, top, size.x - right - 8, size.y - bottom];
    const make: LabelMaker['make'] = (key, text, strong, places) => {
      const letters = sizes[strong ? 'strong' : 'plain'];
      measurer.font = nameFont(letters, strong ? 700 : 600);
      const [width, height] = [Math.ceil(measurer.measureText(text).width) + letters, Math.round(letters * 1.55)];
      return { key, text, width, height, strong, places: places(width, height) };
    };
    const { wanted, taken, lines } = plan({ view, make });
    const placed = placeLabels(wanted, { taken, lines: alongLines(lines, view), marks: marksOnMap.get(map)?.() ?? [] }, view);
    shown.forEach((marker) => marker.remove());
    shown = placed.map((place) => L.marker(map.containerPointToLatLng([place.x, place.y]), { icon: iconOf(place), pane, interactive: false, keyboard: false }).addTo(map));
    map.getContainer().style.setProperty('--tool-plain', `${sizes.plain}px`);
    map.getContainer().style.setProperty('--tool-strong', `${sizes.strong}px`);
    tellSoon();
  };
  const refresh = () => { if (frame === 0) frame = requestAnimationFrame(layOut); };
  map.on('moveend zoomend resize', refresh);
  refresh();
  return {
    refresh,
    remove() {
      cancelAnimationFrame(frame);
      map.off('moveend zoomend resize', refresh);
      shown.forEach((marker) => marker.remove());
      tellSoon();
    },
  };
}
