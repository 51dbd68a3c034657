import type L from 'leaflet';

/** What the tools draw lies over the assets (460), each kind on its own level. */
const levels = { 'tool-veil': 455, 'tool-lines': 470, 'tool-corners': 480, 'tool-labels': 485 } as const;
export type ToolPane = keyof typeof levels;

/** The pane of a kind; made when it is first asked for. */
export function toolPane(map: L.Map, name: ToolPane): ToolPane {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(levels[name]);
  pane.style.pointerEvents = 'none';
  return name;
}
