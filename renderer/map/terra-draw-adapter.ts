import L from 'leaflet';
import { TerraDrawLeafletAdapter } from 'terra-draw-leaflet-adapter';

/**
 * terra-draw's door to Leaflet. The library writes the order of its panes into style elements of its own, which the page's
 * content policy forbids, and rightly; here the panes are made once per map and ordered by their own style.
 */
export function terraDrawAdapter(map: L.Map): TerraDrawLeafletAdapter {
  return Object.assign(new TerraDrawLeafletAdapter({ lib: L, map, coordinatePrecision: 9 }), {
    createPaneStyleSheet: (name: string, order: number) => {
      const pane = map.getPane(name) ?? map.createPane(name);
      pane.style.zIndex = String(600 + order);
      return { remove: () => undefined };
    },
  });
}
