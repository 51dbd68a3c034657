import L from 'leaflet';
import { AssetLayer } from '../../../renderer/map/asset-layer.js';
import { readLook } from '../../../renderer/map/look.js';
import { centre, firstZoom, panned, points, timed } from './shared.js';

let map: L.Map;
window.measure = () => timed(() => {
  map = L.map('map', { zoomControl: false, attributionControl: false, zoomSnap: 0.25 }).setView(centre, firstZoom);
  const layer = new AssetLayer({ onSelect: () => undefined, onCluster: () => undefined, onHover: () => undefined, onRest: () => undefined }, readLook(), true, false);
  layer.setPoints(points);
  layer.addTo(map);
});
window.pan = () => panned((x, y) => map.panBy([x, y], { animate: false }));
