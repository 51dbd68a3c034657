import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useRef } from 'react';
import { AssetLayer } from './asset-layer.js';
import type { MapPoint } from './clusters.js';
import { createGround, groundColour, type BasemapStyle, type Ground, type Language, type Obstacle, type Sheet } from './ground/ground.js';
import { readLook } from './look.js';

const closestZoom = 16;

/** A small map of some assets, all in view. Can be moved and zoomed by its buttons; a pin that is pressed is told. */
export function MiniMap({ sheets, style, language, label, points, onSelect }: {
  sheets: readonly Sheet[]; style: BasemapStyle; language: Language; label: string; points: readonly MapPoint[]; onSelect: (id: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const parts = useRef<{ map: L.Map; layer: AssetLayer } | null>(null);
  const heard = useRef(onSelect);
  useEffect(() => { heard.current = onSelect; });

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const map = L.map(node, { center: [29.83, 119.93], zoom: 12, zoomSnap: 0.25, zoomControl: false, attributionControl: false, scrollWheelZoom: false, keyboard: false, zoomAnimation: false, fadeAnimation: false });
    let ground: Ground | null = null;
    let obstaclesNow: readonly Obstacle[] = [];
    const layer = new AssetLayer({
      onSelect: (id) => heard.current(id), onHover: () => undefined, onRest: (obstacles) => { obstaclesNow = obstacles; ground?.setObstacles(obstacles); },
      onCluster: (_, zoom) => map.setZoom(zoom + 0.5),
    }, readLook(), language === 'zh', true);
    layer.addTo(map);
    parts.current = { map, layer };
    let gone = false;
    // Where no pack has anything, the pins alone still say how things lie to each other.
    void createGround({ sheets, style, language }).then((made) => {
      if (gone) { made.remove(); return; }
      ground = made;
      // The pins may have come to rest before the ground was there.
      made.setObstacles(obstaclesNow);
      map.setMinZoom(made.minZoom).setMaxZoom(made.maxZoom);
      made.layers.forEach((part) => part.addTo(map));
    });
    const watcher = new ResizeObserver(() => map.invalidateSize(false));
    watcher.observe(node);
    return () => { gone = true; watcher.disconnect(); parts.current = null; ground?.remove(); map.remove(); };
  }, [sheets, style, language]);

  useEffect(() => {
    const now = parts.current;
    if (!now) return;
    now.layer.setPoints(points);
    const [first] = points;
    if (!first) return;
    const bounds = L.latLngBounds(points.map((point) => [point.lat, point.lng] as [number, number]));
    now.map.fitBounds(bounds, { padding: [46, 46], maxZoom: points.length === 1 ? 14.5 : closestZoom, animate: false });
  }, [points, sheets, style, language]);

  return <div ref={box} className="map-canvas" role="img" aria-label={label} style={{ background: groundColour(style) }} />;
}
