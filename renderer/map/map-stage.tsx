import 'leaflet/dist/leaflet.css';
import './map.css';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { MapContainer, useMap } from 'react-leaflet';
import { isStill } from '../ui/motion.js';
import { AssetLayer } from './asset-layer.js';
import { createBasemap, groundColour, type Basemap, type BasemapStyle, type Language } from './basemap/basemap.js';
import type { MapPoint } from './clusters.js';
import { extentOf, overlaps, type Extent } from './extent.js';
import { readLook } from './look.js';
import { handleOf, roamingBounds, type Insets, type MapHandle } from './map-handle.js';
import type { Area } from './paint-scene.js';
import { latitude, longitude } from './world.js';

export interface MapStageProps {
  /** Where the map pack lies, without a slash at the end; null until it is known. */
  readonly packUrl: string | null;
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly label: string;
  readonly points: readonly MapPoint[];
  /** Every point there is, whether found or not: the map opens on them. Null while they are loading. */
  readonly allPoints: readonly MapPoint[] | null;
  readonly selected: MapPoint | null;
  readonly hoveredId: string | null;
  readonly areas: readonly Area[];
  readonly insets: () => Insets;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** The map can be steered from now on; again with null when it is gone. */
  readonly onHandle: (handle: MapHandle | null) => void;
  /** The map pack is there, or cannot be read. */
  readonly onBasemap: (basemap: Basemap | 'missing') => void;
  /** The map looks at the township for the first time. */
  readonly onOpened: () => void;
  readonly children?: ReactNode;
}

const manyPoints = 5_000;
const settleMs = 90;
const settleOfVeryManyMs = 240;

export const extentOfPack = ([west, south, east, north]: readonly [number, number, number, number]): Extent => ({ west, south, east, north });

/** The map of the township: base map, assets, and whatever is drawn over them. Pans and zooms without rendering React. */
export function MapStage(props: MapStageProps) {
  return (
    <div className="map-stage" style={{ background: groundColour(props.style) }}>
      <MapContainer
        className="map-canvas" center={[29.83, 119.93]} zoom={12} minZoom={8} maxZoom={18} zoomSnap={0.25} zoomDelta={0.75} wheelPxPerZoomLevel={100} wheelDebounceTime={30}
        zoomControl={false} attributionControl={false} zoomAnimation={!isStill()} fadeAnimation={!isStill()} inertia={!isStill()} keyboardPanDelta={140} maxBoundsViscosity={0.8}
      >
        <Layers {...props} />
        {props.children}
      </MapContainer>
    </div>
  );
}

function Layers({ packUrl, style, language, label, points, allPoints, selected, hoveredId, areas, insets, onSelect, onHover, onHandle, onBasemap, onOpened }: MapStageProps) {
  const map = useMap();
  const [basemap, setBasemap] = useState<Basemap | 'missing' | null>(null);
  const [layer, setLayer] = useState<AssetLayer | null>(null);
  const opened = useRef(false);
  const heard = useRef({ onSelect, onHover });
  const handle = useRef<MapHandle | null>(null);
  const obstaclesTo = useRef<Basemap | null>(null);
  useEffect(() => { heard.current = { onSelect, onHover }; });

  const firstLook = useEffectEvent(() => ({ style, language }));
  const insetsNow = useEffectEvent(() => insets());
  const tellHandle = useEffectEvent((next: MapHandle | null) => onHandle(next));
  const tellOpened = useEffectEvent(() => onOpened());
  const tellBasemap = useEffectEvent((next: Basemap | 'missing') => onBasemap(next));

  useEffect(() => {
    const made = new AssetLayer({
      onSelect: (id) => heard.current.onSelect(id),
      onHover: (id) => heard.current.onHover(id),
      onCluster: ({ x, y }, zoom) => handle.current?.flyTo({ lng: longitude(x), lat: latitude(y) }, Math.max(zoom + 0.25, map.getZoom() + 1)),
      onRest: (obstacles) => obstaclesTo.current?.setObstacles(obstacles),
    }, readLook(), firstLook().language === 'zh', isStill());
    made.addTo(map);
    handle.current = handleOf(map, () => insetsNow(), isStill, (point, from) => made.zoomApart(point, from));
    setLayer(made);
    tellHandle(handle.current);
    return () => { made.remove(); handle.current = null; tellHandle(null); };
  }, [map]);

  useEffect(() => { map.getContainer().setAttribute('aria-label', label); map.getContainer().setAttribute('role', 'application'); }, [map, label]);

  useEffect(() => {
    if (packUrl === null) return;
    let gone = false;
    let added: Basemap | null = null;
    createBasemap({ packUrl, ...firstLook() }).then((made) => {
      if (gone) return;
      added = made;
      obstaclesTo.current = made;
      map.setMinZoom(made.pack.minZoom).setMaxZoom(made.pack.maxZoom);
      made.layers.forEach((part) => part.addTo(map));
      setBasemap(made);
      tellBasemap(made);
    }, () => { if (!gone) { setBasemap('missing'); tellBasemap('missing'); } });
    return () => { gone = true; obstaclesTo.current = null; added?.layers.forEach((part) => part.remove()); setBasemap(null); };
  }, [map, packUrl]);

  // The map opens once, when both the assets and the pack are known; before that there is nothing to look at.
  useEffect(() => {
    // Another ledger is being opened: the map will look at its assets.
    if (allPoints === null) opened.current = false;
    if (!basemap || allPoints === null || !handle.current) return;
    const pack = basemap === 'missing' ? null : basemap.pack;
    const township = pack ? extentOfPack(pack.townshipBounds) : null;
    const assets = extentOf(allPoints);
    if (pack) map.setMaxBounds(roamingBounds(extentOfPack(pack.bounds), assets));
    if (opened.current) return;
    opened.current = true;
    const first = assets && (!township || allPoints.length > 2 || !overlaps(assets, township)) ? assets : township;
    if (first) handle.current.fit(first, true);
    tellOpened();
  }, [map, basemap, allPoints]);

  useEffect(() => { if (basemap && basemap !== 'missing') { basemap.setStyle(style); basemap.setLanguage(language); } }, [basemap, style, language]);
  useEffect(() => {
    if (!layer) return;
    if (points.length < manyPoints) { layer.setPoints(points); return; }
    // Clustering many takes longer than a keystroke may: it waits for a pause.
    const timer = setTimeout(() => layer.setPoints(points), points.length < 4 * manyPoints ? settleMs : settleOfVeryManyMs);
    return () => clearTimeout(timer);
  }, [layer, points]);
  useEffect(() => { layer?.setSelected(selected); }, [layer, selected]);
  useEffect(() => { layer?.setHovered(hoveredId); }, [layer, hoveredId]);
  useEffect(() => { layer?.setAreas(areas); }, [layer, areas]);
  useEffect(() => { layer?.setLook(readLook(), language === 'zh'); }, [layer, language, style]);
  useEffect(() => {
    if (!layer) return;
    // The theme is set on the document after this page has rendered, and fonts come later still.
    const again = () => layer.setLook(readLook(), language === 'zh');
    const watcher = new MutationObserver(again);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    document.fonts.addEventListener('loadingdone', again);
    return () => { watcher.disconnect(); document.fonts.removeEventListener('loadingdone', again); };
  }, [layer, language]);
  return null;
}
