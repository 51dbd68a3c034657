import { AssetLayer } from '../../../renderer/map/asset-layer.js';
import { BoundaryLayer } from '../../../renderer/map/boundary-layer.js';
import { createBoundarySet } from '../../../renderer/map/boundary-set.js';
import { readLook } from '../../../renderer/map/look.js';
import { boundariesOf, boundaryCount, offer, points } from './shared.js';

const table = boundaryCount > 0 ? boundariesOf(boundaryCount, 60) : null;
offer((map) => {
  const layer = new AssetLayer({ onSelect: () => undefined, onCluster: () => undefined, onHover: () => undefined, onRest: () => undefined }, readLook(), true, false);
  layer.setPoints(points);
  layer.addTo(map);
  if (!table) return;
  const boundaries = createBoundarySet(points, table);
  layer.setBoundaries(boundaries);
  const drawn = new BoundaryLayer(readLook());
  drawn.setBoundaries(boundaries);
  drawn.addTo(map);
});
