import 'leaflet/dist/leaflet.css';
import './map.css';
import type L from 'leaflet';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { MapContainer, useMap } from 'react-leaflet';
import { isStill } from '../ui/motion.js';
import { AssetLayer } from './asset-layer.js';
import { BoundaryLayer } from './boundary-layer.js';
import { createBoundarySet, type BoundaryTable } from './boundary-set.js';
import type { MapPoint } from './clusters.js';
import { coveredBoxes, tellCrowded } from './covers.js';
import { extentOf, overlaps, type Extent } from './extent.js';
import { createGround, groundColour, type BasemapStyle, type Ground, type Language, type Obstacle, type Sheet } from './ground/ground.js';
import { readLook } from './look.js';
import { handleOf, roamingBounds, type Insets, type MapHandle } from './map-handle.js';
import { latitude, longitude } from './world.js';

export interface MapStageProps {
  /** The sheets of the map from the lowest up; null until they are known. */
  readonly sheets: readonly Sheet[] | null;
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly label: string;
  readonly points: readonly MapPoint[];
  /** Every point there is, whether found or not: the map opens on them. Null while they are loading. */
  readonly allPoints: readonly MapPoint[] | null;
  readonly selected: MapPoint | null;
  readonly hoveredId: string | null;
  /** Something other than the selected asset is looked at: it is not lit above the others. */
  readonly evenLight?: boolean;
  /** The boundaries of all assets; those of the points shown are drawn. */
  readonly boundaries: BoundaryTable;
  readonly insets: () => Insets;
  /** What of the page lies over the map: names stand clear of it. */
  readonly panels?: () => Iterable<Element>;
  /** Which of them are open: when it changes, names are placed anew. */
  readonly layout?: string;
  /** Assets whose names a tool writes. */
  readonly namedElsewhere?: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** The map can be steered from now on; again with null when it is gone. */
  readonly onHandle: (handle: MapHandle | null) => void;
  /** The ground is there, or other sheets of it are shown than before; null when it is gone. */
  readonly onGround: (ground: Ground | null) => void;
  /** The map looks at the township for the first time. */
  readonly onOpened: () => void;
  readonly children?: ReactNode;
}

const manyPoints = 5_000;
const settleMs = 90;
const settleOfVeryManyMs = 240;
/** Panels have slid into their places after so long. */
const panelsMs = 450;
/** Between two pieces of a font that come one after the other, and so long at most. */
const fontsMs = 120;
const noPanels = () => [];
const noneNamed: ReadonlySet<string> = new Set();

/** The whole zoom at which all of an extent is in view, and then some. */
const farthestFor = (map: L.Map, { west, south, east, north }: Extent) => Math.max(3, Math.floor(map.getBoundsZoom([[south, west], [north, east]])) - 1);

/** The map of the township: base map, assets, and whatever is drawn over them. Pans and zooms without rendering React. */
export function MapStage(props: MapStageProps) {
  return (
    <div className="map-stage" style={{ background: groundColour(props.style) }}>
      <MapContainer
        className="map-canvas" center={[29.83, 119.93]} zoom={12} minZoom={5} maxZoom={20} zoomSnap={0.25} zoomDelta={0.75} wheelPxPerZoomLevel={100} wheelDebounceTime={30}
        zoomControl={false} attributionControl={false} zoomAnimation={!isStill()} fadeAnimation={!isStill()} inertia={!isStill()} keyboardPanDelta={140} maxBoundsViscosity={0.8}
      >
        <Layers {...props} />
        {props.children}
      </MapContainer>
    </div>
  );
}

function Layers({ sheets, style, language, label, points, allPoints, selected, hoveredId, evenLight = false, boundaries, insets, panels = noPanels, layout = '', namedElsewhere = noneNamed, onSelect, onHover, onHandle, onGround, onOpened }: MapStageProps) {
  const map = useMap();
  const [ground, setGround] = useState<{ readonly made: Ground; readonly sheets: readonly Sheet[] } | null>(null);
  const [layer, setLayer] = useState<AssetLayer | null>(null);
  const [boundaryLayer, setBoundaryLayer] = useState<BoundaryLayer | null>(null);
  const opened = useRef(false);
  const heard = useRef({ onSelect, onHover });
  const handle = useRef<MapHandle | null>(null);
  const painter = useRef<AssetLayer | null>(null);
  const obstaclesTo = useRef<Ground | null>(null);
  const obstaclesNow = useRef<readonly Obstacle[]>([]);
  useEffect(() => { heard.current = { onSelect, onHover }; });

  const firstLook = useEffectEvent(() => ({ sheets: sheets ?? [], style, language }));
  const insetsNow = useEffectEvent(() => insets());
  const coveredNow = useEffectEvent(() => coveredBoxes(map, panels()));
  const tellHandle = useEffectEvent((next: MapHandle | null) => onHandle(next));
  const tellOpened = useEffectEvent(() => onOpened());
  const tellGround = useEffectEvent((next: Ground | null) => onGround(next));
  // The map opens once, when both the assets and the ground are known; before that there is nothing to look at.
  const openOn = useEffectEvent((made: Ground) => {
    if (allPoints === null || !handle.current) return;
    const assets = extentOf(allPoints);
    const all = made.extent ?? assets;
    map.setMinZoom(assets ? Math.min(made.minZoom, farthestFor(map, assets)) : made.minZoom).setMaxZoom(made.maxZoom);
    if (all) map.setMaxBounds(roamingBounds(all, assets));
    const isFirst = !opened.current;
    opened.current = true;
    if (isFirst) {
      // A pack of a whole province must not open on the province: only a schematic's township is where one or two assets are looked for.
      const township = made.schematic ? made.home : null;
      const first = assets && (!township || allPoints.length > 2 || !overlaps(assets, township)) ? assets : made.home;
      if (first) handle.current.fit(first, true);
    }
    // Looks at the township before the ground is laid, so that it is drawn once and not for another view first.
    for (const part of made.layers) if (!map.hasLayer(part)) part.addTo(map);
    if (isFirst) { painter.current?.setAsleep(false); tellOpened(); }
  });

  useEffect(() => {
    const made = new AssetLayer({
      onSelect: (id) => heard.current.onSelect(id),
      onHover: (id) => heard.current.onHover(id),
      onCluster: ({ x, y }, zoom) => handle.current?.flyTo({ lng: longitude(x), lat: latitude(y) }, Math.max(zoom + 0.25, map.getZoom() + 1)),
      onRest: (obstacles) => { obstaclesNow.current = obstacles; obstaclesTo.current?.setObstacles(obstacles); },
    }, readLook(), firstLook().language === 'zh', isStill());
    made.setCovers(() => coveredNow());
    // Until the map looks at the township there is nothing to be painted.
    made.setAsleep(true);
    made.addTo(map);
    const drawn = new BoundaryLayer(readLook()).addTo(map);
    setBoundaryLayer(drawn);
    handle.current = handleOf(map, () => insetsNow(), isStill, (point, from) => made.zoomApart(point, from));
    painter.current = made;
    setLayer(made);
    tellHandle(handle.current);
    return () => { made.remove(); drawn.remove(); handle.current = painter.current = null; tellHandle(null); };
  }, [map]);

  useEffect(() => { map.getContainer().setAttribute('aria-label', label); map.getContainer().setAttribute('role', 'application'); }, [map, label]);

  const known = sheets !== null;
  useEffect(() => {
    if (!known) return;
    let gone = false;
    let added: Ground | null = null;
    const { sheets: first, ...look } = firstLook();
    void createGround({ sheets: first, ...look }).then((made) => {
      if (gone) { made.remove(); return; }
      added = made;
      obstaclesTo.current = made;
      // The assets may have come to rest before the ground was there.
      made.setObstacles(obstaclesNow.current);
      made.setCovers(() => coveredNow());
      openOn(made);
      setGround({ made, sheets: first });
    });
    return () => { gone = true; obstaclesTo.current = null; added?.remove(); setGround(null); tellGround(null); };
  }, [map, known]);

  // Another order or opacity, a sheet more or less: the ground changes in place.
  useEffect(() => {
    if (!ground || !sheets || ground.sheets === sheets) return;
    let gone = false;
    void ground.made.setSheets(sheets).then((made) => { if (!gone) setGround({ made, sheets }); });
    return () => { gone = true; };
  }, [ground, sheets]);

  useEffect(() => {
    // Another ledger is being opened: the map will look at its assets.
    if (allPoints === null) opened.current = false;
    if (ground) openOn(ground.made);
  }, [map, ground, allPoints]);

  useEffect(() => { if (ground) tellGround(ground.made); }, [ground]);
  useEffect(() => { ground?.made.setStyle(style); ground?.made.setLanguage(language); }, [ground, style, language]);
  useEffect(() => {
    if (!layer) return;
    if (points.length < manyPoints) { layer.setPoints(points); return; }
    // Clustering many takes longer than a keystroke may: it waits for a pause.
    const timer = setTimeout(() => layer.setPoints(points), points.length < 4 * manyPoints ? settleMs : settleOfVeryManyMs);
    return () => clearTimeout(timer);
  }, [layer, points]);
  useEffect(() => { layer?.setSelected(selected); }, [layer, selected]);
  useEffect(() => { layer?.setHovered(hoveredId); }, [layer, hoveredId]);
  useEffect(() => { layer?.setEvenLight(evenLight); }, [layer, evenLight]);
  useEffect(() => { layer?.setNamedElsewhere(namedElsewhere); }, [layer, namedElsewhere]);
  useEffect(() => {
    const timer = setTimeout(() => tellCrowded(map), panelsMs);
    return () => clearTimeout(timer);
  }, [map, layout]);
  useEffect(() => {
    if (!layer || !boundaryLayer) return;
    const set = createBoundarySet(points, boundaries);
    layer.setBoundaries(set);
    boundaryLayer.setBoundaries(set);
  }, [layer, boundaryLayer, points, boundaries]);
  useEffect(() => { const look = readLook(); layer?.setLook(look, language === 'zh'); boundaryLayer?.setLook(look); }, [layer, boundaryLayer, language, style]);
  useEffect(() => {
    if (!layer) return;
    // The theme is set on the document after this page has rendered, and fonts come later still.
    const again = () => { layer.setLook(readLook(), language === 'zh'); boundaryLayer?.setLook(readLook()); };
    const watcher = new MutationObserver(again);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    // Fonts come in many pieces, one after another: what is written is written anew once for several.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => { timer ??= setTimeout(() => { timer = undefined; again(); }, fontsMs); };
    document.fonts.addEventListener('loadingdone', soon);
    return () => { clearTimeout(timer); watcher.disconnect(); document.fonts.removeEventListener('loadingdone', soon); };
  }, [layer, boundaryLayer, language]);
  return null;
}
