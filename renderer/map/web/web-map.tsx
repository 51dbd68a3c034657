import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import './web-map.css';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { frameExtent, tilePath, tileSide } from '../../../data/rules/web/tile-frame.js';
import type { WebMap as WebMapFiles } from '../../../data/rules/web/web-content.js';
import type { Language } from '../../../data/schema/text.js';
import { isStill } from '../../ui/motion.js';
import { AssetLayer } from '../asset-layer.js';
import type { FeatureFile } from '../basemap/feature-file.js';
import { openLabels } from '../basemap/features.js';
import { LabelLayer } from '../basemap/label-layer.js';
import { palettes, type BasemapStyle } from '../basemap/palette.js';
import { BoundaryLayer } from '../boundary-layer.js';
import { createBoundarySet, type BoundaryTable } from '../boundary-set.js';
import type { MapPoint } from '../clusters.js';
import { extentOf } from '../extent.js';
import { readLook } from '../look.js';
import { handleOf, type Insets, type MapHandle } from '../map-handle.js';
import { latitude, longitude } from '../world.js';

/** The tiles of a page's folder. They are pictures of two levels; closer, the nearer level is enlarged. */
function groundTiles({ frame }: WebMapFiles, style: BasemapStyle): L.GridLayer {
  const { west, south, east, north } = frameExtent(frame);
  // A hair within the edge, or Leaflet asks for the tiles beyond it as well.
  const layer = L.tileLayer('', { tileSize: tileSide, minZoom: 1, maxZoom: frame.zoom + 3, minNativeZoom: frame.zoom - 1, maxNativeZoom: frame.zoom, bounds: L.latLngBounds([south, west], [north, east]).pad(-1e-6), keepBuffer: 3 });
  layer.getTileUrl = ({ x, y, z }) => tilePath(style, z, x, y);
  return layer;
}

interface Parts { readonly map: L.Map; readonly assets: AssetLayer; readonly boundaries: BoundaryLayer; readonly names: LabelLayer | null; readonly handle: MapHandle }

/**
 * The map of a page that was handed out: tiles out of its folder under the program's own names, boundaries and assets. `insets` say how much of
 * each edge something covers. Told what is pressed; null when it is the ground.
 */
export function WebMap({ files, style, language, label, points, allPoints, boundaries, selected, insets, onSelect, onHandle }: {
  files: WebMapFiles; style: BasemapStyle; language: Language; label: string;
  points: readonly MapPoint[]; allPoints: readonly MapPoint[]; boundaries: BoundaryTable; selected: MapPoint | null;
  insets: () => Insets; onSelect: (id: string | null) => void; onHandle: (handle: MapHandle | null) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<Parts | null>(null);
  const first = useEffectEvent(() => ({ style, language, allPoints }));
  const told = useEffectEvent((id: string | null) => onSelect(id));
  const insetsNow = useEffectEvent(() => insets());
  const tellHandle = useEffectEvent((handle: MapHandle | null) => onHandle(handle));

  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const begin = first();
    const still = isStill();
    const { west, south, east, north } = frameExtent(files.frame);
    const bounds = L.latLngBounds([south, west], [north, east]);
    const map = L.map(node, {
      center: bounds.getCenter(), zoom: files.frame.zoom - 2, minZoom: 3, maxZoom: files.frame.zoom + 3, zoomSnap: 0.25, zoomControl: false, attributionControl: false,
      zoomAnimation: !still, fadeAnimation: !still, inertia: !still, maxBounds: bounds, maxBoundsViscosity: 1,
      // The wheel scrolls the page; fingers, keys and buttons zoom the map.
      scrollWheelZoom: false,
    });
    // Heard before the assets hear it: a press on one of them has the last word.
    map.on('click', () => told(null));
    const look = readLook();
    const names = files.names ? new LabelLayer(openLabels(files.names as unknown as Pick<FeatureFile, 'unit' | 'labels' | 'streams'>), begin.style, begin.language, 1).addTo(map) : null;
    const drawn = new BoundaryLayer(look).addTo(map);
    const assets = new AssetLayer({
      onSelect: (id) => told(id), onHover: () => undefined,
      onCluster: ({ x, y }, zoom) => handle.flyTo({ lng: longitude(x), lat: latitude(y) }, Math.max(zoom + 0.25, map.getZoom() + 1)),
      onRest: (obstacles) => names?.setObstacles(obstacles),
    }, look, begin.language === 'zh', still).addTo(map);
    const handle = handleOf(map, () => insetsNow(), isStill, (point, from) => assets.zoomApart(point, from));
    // Never farther off than the tiles reach, whatever the size of the window.
    const keepWithin = () => {
      map.invalidateSize(false);
      map.setMinZoom(Math.min(files.frame.zoom, map.getBoundsZoom(bounds, true)));
    };
    keepWithin();
    const extent = extentOf(begin.allPoints);
    if (extent) handle.fit(extent, true);
    const watcher = new ResizeObserver(keepWithin);
    watcher.observe(node);
    setParts({ map, assets, boundaries: drawn, names, handle });
    tellHandle(handle);
    return () => { watcher.disconnect(); tellHandle(null); setParts(null); map.remove(); };
  }, [files]);

  useEffect(() => {
    if (!parts || !files.styles.includes(style)) return undefined;
    const tiles = groundTiles(files, style).addTo(parts.map);
    return () => { tiles.remove(); };
  }, [parts, files, style]);
  useEffect(() => {
    if (!parts) return;
    const set = createBoundarySet(points, boundaries);
    parts.assets.setPoints(points);
    parts.assets.setBoundaries(set);
    parts.boundaries.setBoundaries(set);
  }, [parts, points, boundaries]);
  useEffect(() => { parts?.assets.setSelected(selected); }, [parts, selected]);
  useEffect(() => {
    if (!parts) return undefined;
    const again = () => {
      const look = readLook();
      parts.assets.setLook(look, language === 'zh');
      parts.boundaries.setLook(look);
    };
    parts.names?.setStyle(style);
    parts.names?.setLanguage(language);
    again();
    document.fonts.addEventListener('loadingdone', again);
    return () => document.fonts.removeEventListener('loadingdone', again);
  }, [parts, style, language]);
  useEffect(() => {
    const node = box.current;
    node?.setAttribute('role', 'application');
    node?.setAttribute('aria-label', label);
  }, [label]);

  return <div className="web-map" style={{ background: palettes[style].ground }}><div ref={box} className="map-canvas" /></div>;
}
