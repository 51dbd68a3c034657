import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import '../map.css';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { StageTheme } from '../../../data/schema/stage.js';
import type { StageCamera } from '../../../data/schema/tour.js';
import { isStill } from '../../ui/motion.js';
import { AssetLayer } from '../asset-layer.js';
import { BoundaryLayer } from '../boundary-layer.js';
import { createBoundarySet, type BoundaryTable } from '../boundary-set.js';
import type { MapPoint } from '../clusters.js';
import { fly, type Camera } from '../flight.js';
import { createGround, groundColour, type BasemapStyle, type Ground, type Language, type Obstacle, type Sheet } from '../ground/ground.js';
import { readLook } from '../look.js';
import type { Insets } from '../map-handle.js';
import { latitude, longitude, worldSize, worldX, worldY } from '../world.js';
import { flyOverPictures, isCovered, type Pace } from './fly-over-pictures.js';
import { createGroundPictures, type GroundPictures } from './ground-pictures.js';
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
  /** What the map will be asked to show next, and what it showed before: drawn ahead while the stage stands still, so that no flight waits. */
  readonly ahead?: readonly StageAim[];
  /** Nothing moves on the stage. */
  readonly idle?: boolean;
  /** The scene that was left takes so many milliseconds to fade from over the map. */
  readonly after?: number;
  /** The map can be moved and its assets opened; left out, it is a picture that flies. */
  readonly onOpen?: ((id: string) => void) | undefined;
  readonly onLook?: ((camera: StageCamera) => void) | undefined;
  /** No flights: a picture in small. */
  readonly still?: boolean;
  /** The map is under way, or at rest with all of it drawn. */
  readonly onRest: (atRest: boolean) => void;
}

/** Where the map looks, and what words cover there, in stage units. */
export interface StageAim { readonly look: StageLook; readonly insets: Insets }

/** Names of 14 pixels on a desk are read from the back of a room at this many times the size; the chosen pin grows with them. */
const magnified = 1.9;
/** Names of villages begin at 15 pixels on a desk and must be 24 on a wall. */
const labelsMagnified = 1.72;
/** A pack on a slow stick does not hold up a scene for longer. */
const longestMs = 8_000;
const namedAlways = 3;
/** So many of the cameras that a hand has set here are known when they come back from the host. */
const camerasKept = 24;

/** How much farther off than all assets the picture is that every flight can fall back on. */
const fartherOff = 1;
const nothing = { left: 0, top: 0, right: 0, bottom: 0 };
const styleOf = (theme: StageTheme): BasemapStyle => (theme === 'dark' ? 'night' : 'paper');
const latLngOf = (camera: Camera) => L.latLng(latitude(camera.y), longitude(camera.x));

interface Parts {
  readonly map: L.Map; readonly assets: AssetLayer; readonly quiet: QuietLayer; readonly outlines: BoundaryLayer; ground: Ground | null; obstacles: readonly Obstacle[];
  pictures: GroundPictures | null;
  /** Where a flight over pictures has come to that was cut short; the live map below is elsewhere. */
  at: Camera | null;
}
const scaled = ({ left, top, right, bottom }: Insets, unit: number): Insets => ({ left: left * unit, top: top * unit, right: right * unit, bottom: bottom * unit });

/** While pictures lie over the live map, it need not be drawn. */
function setAsleep({ assets, quiet, outlines }: Parts, asleep: boolean): void {
  for (const layer of [assets, quiet, outlines]) layer.setAsleep(asleep);
}

/** The map under all scenes: it stays, and flies from stop to stop. Drawn for a wall, in the theme of the stage around it. */
export function StageMap({ sheets, theme, language, label, unit, lit, quiet, chosen, named, boundaries, look, insets, ahead, idle = false, after = 0, onOpen, onLook, still = false, onRest }: StageMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pace = useRef<Pace>({ fineness: 1 });
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
  const fading = useEffectEvent(() => after);
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
      onCluster: ({ x, y }, zoom) => { if (freeNow()) fly(map, { x: worldX(map.getCenter().lng), y: worldY(map.getCenter().lat), zoom: map.getZoom() }, { x, y, zoom: zoom + 0.3 }, latLngOf); },
      onRest: (obstacles) => { if (parts.current) { parts.current.obstacles = obstacles; parts.current.ground?.setObstacles(obstacles); } },
    }, readLook(node), words === 'zh', still || isStill(), { scale: magnified * unit });
    const now: Parts = { map, assets, quiet: new QuietLayer(readLook(node), unit), outlines: new BoundaryLayer(readLook(node)), ground: null, obstacles: [], pictures: null, at: null };
    parts.current = now;
    now.quiet.addTo(map);
    now.outlines.addTo(map);
    assets.addTo(map);
    looked.current = null;
    let gone = false;
    const byHand = () => { if (freeNow() && !flying.current) moved(map); };
    map.on('dragend zoomend', byHand);
    createGround({ sheets, style: styleOf(style), language: words, labelScale: labelsMagnified * unit, graticule: false }).then((ground) => {
      if (gone) { ground.remove(); return; }
      now.ground = ground;
      ground.setObstacles(now.obstacles);
      map.setMaxZoom(Math.max(ground.maxZoom, 18));
      ground.layers.forEach((layer) => layer.addTo(map));
      setMade((count) => count + 1);
    }, () => setMade((count) => count + 1));
    return () => { gone = true; parts.current = null; now.ground?.remove(); map.remove(); };
  }, [sheets, unit, still]);

  const aims = JSON.stringify(ahead ?? []);
  const { left, top, right, bottom } = insets;
  /** Where the map is, where it is to go, and whether pictures show all of the way. */
  const wayOf = useEffectEvent((now: Parts) => {
    const size = now.map.getSize();
    if (!look || size.x === 0 || size.y === 0) return null;
    const to = cameraOf(look, size, unit, scaled(insets, unit));
    const centre = now.map.getCenter();
    const from = now.at ?? { x: worldX(centre.lng), y: worldY(centre.lat), zoom: now.map.getZoom() };
    const aim: Camera = { x: worldX(to.lng), y: worldY(to.lat), zoom: to.zoom };
    const world = worldSize(to.zoom);
    const isThere = Math.hypot(from.x - aim.x, from.y - aim.y) * world < 2 && Math.abs(from.zoom - aim.zoom) < 0.01;
    const pictures = now.pictures?.drawn() ?? [];
    const isFlight = !isThere && looked.current !== null && !still && !isStill();
    return { from, to: aim, size, isThere, isFlight, pictures, isCovered: isFlight && pictures.length > 0 && isCovered(pictures, from, aim, size) };
  });
  // Before the assets of the next scene come, and before its words can be seen: what lies under a flight is not drawn for it, and the words of a place come once the map is there.
  useLayoutEffect(() => {
    const now = parts.current;
    if (!now || made === 0 || !wayOf(now)?.isCovered) return;
    setAsleep(now, true);
    box.current!.dataset['away'] = '';
  }, [made, look, left, top, right, bottom, unit, aim, still]);
  useEffect(() => {
    const now = parts.current;
    if (!now) return;
    now.ground?.setStyle(styleOf(theme));
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

  useEffect(() => {
    const now = parts.current;
    if (!now || !look || made === 0) return undefined;
    const { map } = now;
    let gone = false;
    const sheet = canvas.current!;
    // What lies under the pictures is not drawn at all: without a graphics card it would cost two frames of three.
    const setCovered = (covered: boolean) => { sheet.hidden = !covered; box.current?.toggleAttribute('data-covered', covered); };
    const arrived = () => { delete box.current?.dataset['flying']; delete box.current?.dataset['away']; };
    // What a hand has set here comes back from the host: by then the hand may be farther on.
    if (look.kind === 'camera' && sent.current.includes(JSON.stringify(look.camera))) {
      arrived();
      setAsleep(now, false);
      setCovered(false);
      told(true);
      return undefined;
    }
    const rest = async () => {
      setAsleep(now, false);
      await Promise.all([now.ground?.settled(longestMs), now.quiet.settled(), now.outlines.settled()]);
      if (gone) return;
      setCovered(false);
      // Names come a moment after the map stands.
      if (!still) await new Promise((turned) => { setTimeout(turned, 420); });
      if (!gone) told(true);
    };
    const way = wayOf(now);
    if (!way) return undefined;
    const { from, to, size } = way;
    told(false);
    const first = looked.current === null;
    looked.current = look;
    if (way.isThere && !now.at) { arrived(); void rest(); return () => { gone = true; }; }
    if (way.isCovered) {
      now.pictures!.pause(true);
      let isUnderWay = true;
      // Whatever was under way before may have ended only now.
      box.current!.dataset['away'] = '';
      const stop = flyOverPictures({
        canvas: sheet, pictures: way.pictures, from, to, size, after: fading(), pace: pace.current,
        paint(context, view, dots) { now.quiet.paintUnderWay(context, view, size); now.assets.paintUnderWay(context, view, dots, size); },
        covered: () => setCovered(true),
        began() { box.current!.dataset['flying'] = ''; },
        landed() {
          isUnderWay = false;
          arrived();
          now.at = null;
          flying.current = true;
          map.setView(latLngOf(to), to.zoom, { animate: false });
          flying.current = false;
          void rest();
        },
      });
      return () => { gone = true; if (isUnderWay) now.at = stop(); arrived(); };
    }
    arrived();
    setAsleep(now, false);
    setCovered(false);
    if (now.at) map.setView(latLngOf(now.at), now.at.zoom, { animate: false });
    now.at = null;
    if (first || !way.isFlight) { map.setView(latLngOf(to), to.zoom, { animate: false }); void rest(); return () => { gone = true; }; }
    const ended = () => { flying.current = false; void rest(); };
    flying.current = true;
    map.once('moveend', ended);
    fly(map, from, to, latLngOf);
    return () => { gone = true; flying.current = false; map.off('moveend', ended); };
  }, [made, look, left, top, right, bottom, unit, aim, still]);

  // While nothing moves, what the next flights need is drawn ahead.
  useEffect(() => {
    const now = parts.current;
    if (!now?.ground || !sheets || still || isStill() || made === 0) return undefined;
    const size = now.map.getSize();
    const home = now.ground.home;
    if (!home || size.x === 0 || size.y === 0) return undefined;
    const all = cameraOf({ kind: 'fit', extent: home, closest: zoomAt1920(now.ground.maxZoom, size.x) }, size, unit, nothing);
    const pictures = createGroundPictures({ sheets, style: styleOf(theme), size, all: { ...all, zoom: all.zoom - fartherOff } });
    now.pictures = pictures;
    return () => { now.pictures = null; pictures.remove(); };
  }, [made, sheets, theme, unit, still, aim]);
  useEffect(() => {
    const now = parts.current;
    const pictures = now?.pictures;
    if (!now || !pictures) return undefined;
    // A map that is moved by hand has no time to spare.
    pictures.pause(!idle || free);
    if (!idle || free) return undefined;
    const size = now.map.getSize();
    const wanted = [...(look ? [{ look, insets: { left, top, right, bottom } }] : []), ...JSON.parse(aims) as StageAim[]];
    pictures.prepare(wanted.map((one) => cameraOf(one.look, size, unit, scaled(one.insets, unit))));
    const node = box.current!;
    void pictures.ready().then(() => { if (now.pictures === pictures) node.dataset['ahead'] = ''; });
    return () => { delete node.dataset['ahead']; };
  }, [made, sheets, theme, unit, still, aim, idle, free, aims, look, left, top, right, bottom]);

  return <div className="stage-map-box"><div ref={box} className="map-canvas" role="img" aria-label={label} style={{ background: groundColour(styleOf(theme)) }} /><canvas ref={canvas} className="stage-flight" aria-hidden="true" hidden /></div>;
}
