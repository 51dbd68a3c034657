import L from 'leaflet';
import { offer, points } from './shared.js';

// The plugin has no types of its own and hangs itself onto Leaflet's global name.
Object.assign(window, { L });
await import('leaflet.markercluster');
const { markerClusterGroup } = L as unknown as { markerClusterGroup: () => L.LayerGroup & { addLayers(layers: L.Layer[]): void } };

offer((map) => {
  const group = markerClusterGroup();
  group.addLayers(points.map(({ lng, lat }) => L.marker([lat, lng])));
  map.addLayer(group);
});
