import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { StageTheme } from '../../../data/schema/stage.js';
import type { StageCamera } from '../../../data/schema/tour.js';
import { isStill } from '../../ui/motion.js';
import { AssetLayer } from '../asset-layer.js';
import { BoundaryLayer } from '../boundary-layer.js';
import { createBoundarySet, type BoundaryTable } from '../boundary-set.js';
import type { MapPoint } from '../clusters.js';
import { fly } from '../flight.js';
import { createGround, groundColour, type Ground, type Language, type Obstacle, type Sheet } from '../ground/ground.js';
import { readLook } from '../look.js';
import type { Insets } from '../map-handle.js';
import { latitude, longitude, worldX, worldY } from '../world.js';
import { QuietLayer } from './quiet-layer.js';
import { cameraOf, zoomAt1920, type StageLook } from './stage-camera.js';

export interface StageMapProps {
  /** From the lowest up; null until they are known. */
  readonly sheets: readonly Sheet[] | null;
  readonly theme: StageTheme;
  readonly language: Language;
  readonly label: string;
  /** CSS pixels of a stage unit. */
  readonly unit: number;
  readonly lit: readonly MapPoint[];
  readonly quiet: readonly MapPoint[];
  readonly chosen: MapPoint | null;
  /** The lit assets are named however far off the map looks. */
  readonly named: boolean;
  readonly boundaries: BoundaryTable;
  readonly look: StageLook | null;
  /** What words cover, in stage units. */
  readonly insets: Insets;
  /** The map can be moved and its assets opened; left out, it is a picture that flies. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onLook?: ((camera: StageCamera) => void) | undefined;
  /** No flights: a picture in small. */
  readonly still?: boolean;
  /** The map is under way, or at rest with all of it drawn. */
  readonly onRest: (atRest: boolean) => void;
}

/** Names of 14 pixels on a desk are read from the back of a room at this many times the size; the chosen pin grows with them. */
const magnified = 1.9;
/** Names of villages begin at 15 pixels on a desk and must be 24 on a wall. */
const labelsMagnified = 1.72;
/** A pack on a slow stick does not hold up a scene for longer. */
const longestMs = 8_000;
const namedAlways = 3;
/** So many of the cameras that a hand has set here are known when they come back from the host. */
const camerasKept = 24;

interface Parts { readonly map: L.Map; readonly assets: AssetLayer; readonly quiet: QuietLayer; readonly outlines: BoundaryLayer; ground: Ground | null; obstacles: readonly Obstacle[] }

/** The map under all scenes: it stays, and flies from stop to stop. Drawn for a wall, in the theme of the stage around it. */
export function StageMap({ sheets, theme, language, label, unit, lit, quiet, chosen, named, boundaries, look, insets, onOpen, onLook, still = false, onRest }: StageMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const parts = useRef<Parts | null>(null);
  const [made, setMade] = useState(0);
  const looked = useRef<StageLook | null>(null);
  const [aim, setAim] = useState(0);
  const told = useEffectEvent((atRest: boolean) => onRest(atRest));
  const opened = useEffectEvent((id: string) => onOpen?.(id));
  const flying = useRef(false);
  const sent = useRef<readonly string[]>([]);
  const moved = useEffectEvent((map: L.Map) => {
    const { lng, lat } = map.getCenter();
    const camera = { lng, lat, zoom: zoomAt1920(map.getZoom(), map.getSize().x) };
    sent.current = [...sent.current.slice(1 - camerasKept), JSON.stringify(camera)];
    onLook?.(camera);
  });
  const free = onLook !== undefined;
  const freeNow = useEffectEvent(() => free);
  const setUp = useEffectEvent(() => ({ theme, language }));

  // Sprites and names are drawn for one size: another screen starts afresh.
  useEffect(() => {
    const node = box.current;
    if (!node || unit <= 0 || !sheets) return undefined;
    const map = L.map(node, { center: [29.83, 119.93], zoom: 12, minZoom: 3, maxZoom: 20, zoomSnap: 0, zoomDelta: 0.75, wheelPxPerZoomLevel: 120, zoomControl: false, attributionControl: false, zoomAnimation: false, fadeAnimation: !still && !isStill(), inertia: !isStill(), dragging: false, keyboard: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, touchZoom: false });
    node.removeAttribute('tabindex');
    const { theme: style, language: words } = setUp();
    const assets = new AssetLayer({
      onSelect: (id) => opened(id), onHover: () => undefined,
      onCluster: ({ x, y }, zoom) => { if (freeNow()) fly(map, { x: worldX(map.getCenter().lng), y: worldY(map.getCenter().lat), zoom: map.getZoom() }, { x, y, zoom: zoom + 0.3 }, (camera) => L.latLng(latitude(camera.y), longitude(camera.x))); },
      onRest: (obstacles) => { if (parts.current) { parts.current.obstacles = obstacles; parts.current.ground?.setObstacles(obstacles); } },
    }, readLook(node), words === 'zh', still || isStill(), { scale: magnified * unit });
    const now: Parts = { map, assets, quiet: new QuietLayer(readLook(node), unit), outlines: new BoundaryLayer(readLook(node)), ground: null, obstacles: [] };
    parts.current = now;
    now.quiet.addTo(map);
    now.outlines.addTo(map);
    assets.addTo(map);
    looked.current = null;
    let gone = false;
    const byHand = () => { if (freeNow() && !flying.current) moved(map); };
    map.on('dragend zoomend', byHand);
    createGround({ sheets, style: style === 'dark' ? 'night' : 'paper', language: words, labelScale: labelsMagnified * unit, graticule: false }).then((ground) => {
      if (gone) { ground.remove(); return; }
      now.ground = ground;
      ground.setObstacles(now.obstacles);
      map.setMaxZoom(Math.max(ground.maxZoom, 18));
      ground.layers.forEach((layer) => layer.addTo(map));
      setMade((count) => count + 1);
    }, () => setMade((count) => count + 1));
    return () => { gone = true; parts.current = null; now.ground?.remove(); map.remove(); };
  }, [sheets, unit, still]);

  useEffect(() => {
    const now = parts.current;
    if (!now) return;
    now.ground?.setStyle(theme === 'dark' ? 'night' : 'paper');
    now.ground?.setLanguage(language);
    const style = readLook(box.current!);
    now.assets.setLook(style, language === 'zh');
    now.quiet.setLook(style);
    now.outlines.setLook(style);
  }, [made, theme, language, unit]);
  useEffect(() => { parts.current?.assets.setPoints(lit); }, [made, lit, unit]);
  useEffect(() => { parts.current?.quiet.setPoints(quiet); }, [made, quiet, unit]);
  useEffect(() => { parts.current?.assets.setSelected(chosen); }, [made, chosen, unit]);
  useEffect(() => { parts.current?.assets.setManner(named ? { quietName: true, namedFrom: namedAlways } : { quietName: true }); }, [made, named, unit]);
  useEffect(() => {
    const set = createBoundarySet(chosen ? [...lit.filter(({ id }) => id !== chosen.id), chosen] : lit, boundaries);
    parts.current?.assets.setBoundaries(set);
    parts.current?.outlines.setBoundaries(set);
  }, [made, lit, chosen, boundaries, unit]);
  useEffect(() => {
    const map = parts.current?.map;
    if (!map) return;
    for (const way of [map.dragging, map.scrollWheelZoom, map.doubleClickZoom, map.touchZoom]) if (free) way?.enable(); else way?.disable();
  }, [made, free, unit]);

  // The screen's own size changes what is in view, not what is looked at.
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const watcher = new ResizeObserver(() => { parts.current?.map.invalidateSize({ animate: false, pan: false }); looked.current = null; setAim((count) => count + 1); });
    watcher.observe(node);
    return () => watcher.disconnect();
  }, []);

  const { left, top, right, bottom } = insets;
  useEffect(() => {
    const now = parts.current;
    if (!now || !look || made === 0) return undefined;
    const { map } = now;
    // What a hand has set here comes back from the host: by then the hand may be farther on.
    if (look.kind === 'camera' && sent.current.includes(JSON.stringify(look.camera))) { told(true); return undefined; }
    let gone = false;
    const rest = async () => {
      await Promise.all([now.ground?.settled(longestMs), now.quiet.settled(), now.outlines.settled()]);
      // Names come a moment after the map stands.
      if (!still) await new Promise((turned) => { setTimeout(turned, 420); });
      if (!gone) told(true);
    };
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return undefined;
    const to = cameraOf(look, size, unit, { left: left * unit, top: top * unit, right: right * unit, bottom: bottom * unit });
    const centre = map.getCenter();
    const from = { x: worldX(centre.lng), y: worldY(centre.lat), zoom: map.getZoom() };
    const isThere = map.latLngToContainerPoint([to.lat, to.lng]).distanceTo(size.divideBy(2)) < 2 && Math.abs(to.zoom - from.zoom) < 0.01;
    told(false);
    if (isThere) { void rest(); return () => { gone = true; }; }
    if (looked.current === null || still || isStill()) { looked.current = look; map.setView([to.lat, to.lng], to.zoom, { animate: false }); void rest(); return () => { gone = true; }; }
    looked.current = look;
    const ended = () => { flying.current = false; void rest(); };
    flying.current = true;
    map.once('moveend', ended);
    fly(map, from, { x: worldX(to.lng), y: worldY(to.lat), zoom: to.zoom }, (camera) => L.latLng(latitude(camera.y), longitude(camera.x)));
    return () => { gone = true; flying.current = false; map.off('moveend', ended); };
  }, [made, look, left, top, right, bottom, unit, aim, still]);

  return <div className="stage-map-box"><div ref={box} className="map-canvas" role="img" aria-label={label} style={{ background: groundColour(theme === 'dark' ? 'night' : 'paper') }} /></div>;
}
