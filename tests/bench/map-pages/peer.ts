import L from 'leaflet';
import { centre, firstZoom, panned, points, timed } from './shared.js';

// The plugin has no types of its own and hangs itself onto Leaflet's global name.
Object.assign(window, { L });
await import('leaflet.markercluster');
const { markerClusterGroup } = L as unknown as { markerClusterGroup: () => L.LayerGroup & { addLayers(layers: L.Layer[]): void } };

let map: L.Map;
window.measure = () => timed(() => {
  map = L.map('map', { zoomControl: false, attributionControl: false, zoomSnap: 0.25, maxZoom: 18 }).setView(centre, firstZoom);
  const group = markerClusterGroup();
  group.addLayers(points.map(({ lng, lat }) => L.marker([lat, lng])));
  map.addLayer(group);
});
window.pan = () => panned((x, y) => map.panBy([x, y], { animate: false }));
