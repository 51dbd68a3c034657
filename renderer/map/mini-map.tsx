import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useRef } from 'react';
import { AssetLayer } from './asset-layer.js';
import { createBasemap, groundColour, type Basemap, type BasemapStyle, type Language } from './basemap/basemap.js';
import type { MapPoint } from './clusters.js';
import { readLook } from './look.js';

const closestZoom = 16;

/** A small map of some assets, all in view. Can be moved and zoomed by its buttons; a pin that is pressed is told. */
export function MiniMap({ packUrl, style, language, label, points, onSelect }: {
  packUrl: string; style: BasemapStyle; language: Language; label: string; points: readonly MapPoint[]; onSelect: (id: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const parts = useRef<{ map: L.Map; layer: AssetLayer } | null>(null);
  const heard = useRef(onSelect);
  useEffect(() => { heard.current = onSelect; });

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const map = L.map(node, { center: [29.83, 119.93], zoom: 12, zoomSnap: 0.25, zoomControl: false, attributionControl: false, scrollWheelZoom: false, keyboard: false, zoomAnimation: false, fadeAnimation: false });
    let basemap: Basemap | null = null;
    const layer = new AssetLayer({
      onSelect: (id) => heard.current(id), onHover: () => undefined, onRest: (obstacles) => basemap?.setObstacles(obstacles),
      onCluster: (_, zoom) => map.setZoom(zoom + 0.5),
    }, readLook(), language === 'zh', true);
    layer.addTo(map);
    parts.current = { map, layer };
    let gone = false;
    createBasemap({ packUrl, style, language }).then((made) => {
      if (gone) return;
      basemap = made;
      map.setMinZoom(made.pack.minZoom).setMaxZoom(made.pack.maxZoom);
      made.layers.forEach((part) => part.addTo(map));
      // Without the pack the pins alone still say where things lie to each other.
    }, () => undefined);
    const watcher = new ResizeObserver(() => map.invalidateSize(false));
    watcher.observe(node);
    return () => { gone = true; watcher.disconnect(); parts.current = null; map.remove(); };
  }, [packUrl, style, language]);

  useEffect(() => {
    const now = parts.current;
    if (!now) return;
    now.layer.setPoints(points);
    const [first] = points;
    if (!first) return;
    const bounds = L.latLngBounds(points.map((point) => [point.lat, point.lng] as [number, number]));
    now.map.fitBounds(bounds, { padding: [46, 46], maxZoom: points.length === 1 ? 14.5 : closestZoom, animate: false });
  }, [points, packUrl, style, language]);

  return <div ref={box} className="map-canvas" role="img" aria-label={label} style={{ background: groundColour(style) }} />;
}
