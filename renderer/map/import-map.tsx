import 'leaflet/dist/leaflet.css';
import './map.css';
import './import-map.css';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { MapContainer, useMap } from 'react-leaflet';
import { isStill } from '../ui/motion.js';
import { extentOf, overlaps } from './extent.js';
import { createGround, groundColour, type BasemapStyle, type Ground, type Language, type Obstacle, type Sheet } from './ground/ground.js';
import { ImportPlacesLayer, type ImportInk, type ImportMark } from './import-places-layer.js';
import { readLook } from './look.js';
import { ScaleBar } from './map-marks.js';

export type { ImportMark } from './import-places-layer.js';

export interface ImportMapProps {
  /** The sheets of the map from the lowest up; where there are none the places lie on plain paper. */
  readonly sheets: readonly Sheet[] | null;
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly label: string;
  readonly marks: readonly ImportMark[];
  /** The map looks at all marks anew whenever this changes, and not when they only move. */
  readonly lookAt: string;
  readonly active: string | null;
  /** A mark is pointed at, or none. */
  readonly onActive: (key: string | null) => void;
  readonly onPress?: (key: string) => void;
  /** A second line under a mark's name. */
  readonly describe?: (key: string) => string;
}

const closest = 16.5;
/** The base map's names keep clear of so many points; of more, none would find a place. */
const mostObstacles = 120;
const obstacleReach = 9;
const obstaclesOf = (marks: readonly ImportMark[]): Obstacle[] => (marks.length > mostObstacles ? [] : marks.flatMap(({ at }) => (at ? [{ ...at, left: -obstacleReach, top: -obstacleReach, right: obstacleReach, bottom: obstacleReach }] : [])));

function inkNow(): ImportInk {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { read: token('ochre'), known: token('blue'), grid: token('line'), words: token('ink-faint') };
}

/** The places of an import over the township's map, or over plain paper with lines of latitude and longitude. Arrow keys move, plus and minus zoom. */
export function ImportMap(props: ImportMapProps) {
  const [hint, setHint] = useState<{ key: string; x: number; y: number } | null>(null);
  const hinted = hint && props.marks.find((mark) => mark.key === hint.key);
  const more = hinted ? props.describe?.(hinted.key) : undefined;
  return (
    <div className="import-map" style={{ background: groundColour(props.style) }}>
      <MapContainer
        className="map-canvas" center={[29.83, 119.93]} zoom={11} minZoom={4} maxZoom={18} zoomSnap={0.25} zoomDelta={0.75} wheelPxPerZoomLevel={100}
        attributionControl={false} zoomControl={false} zoomAnimation={false} fadeAnimation={false} inertia={!isStill()} keyboardPanDelta={120}
      >
        <Places {...props} onHint={setHint} />
        <div className="import-map-scale"><ScaleBar language={props.language} /></div>
      </MapContainer>
      {hint && hinted && <div className="import-map-hint" style={{ left: hint.x, top: hint.y }} aria-hidden="true"><b>{hinted.name}</b>{more && <span>{more}</span>}</div>}
    </div>
  );
}

function Places({ sheets, style, language, label, marks, lookAt, active, onActive, onPress, onHint }: ImportMapProps & { onHint: (hint: { key: string; x: number; y: number } | null) => void }) {
  const map = useMap();
  const layer = useRef<ImportPlacesLayer | null>(null);
  const ground = useRef<Ground | null>(null);
  const hover = useEffectEvent((key: string | null, place: { x: number; y: number } | null) => { onActive(key); onHint(key && place ? { key, ...place } : null); });
  const press = useEffectEvent((key: string) => onPress?.(key));
  const marksNow = useEffectEvent(() => marks);

  useEffect(() => { map.getContainer().setAttribute('aria-label', label); map.getContainer().setAttribute('role', 'application'); }, [map, label]);

  useEffect(() => {
    const made = new ImportPlacesLayer(readLook(), inkNow(), isStill, (key, place) => hover(key, place), (key) => press(key));
    layer.current = made;
    made.addTo(map);
    made.setMarks(marksNow());
    // The theme is set on the document after this page has rendered.
    const again = () => made.setLook(readLook(), inkNow());
    const watcher = new MutationObserver(again);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const sizes = new ResizeObserver(() => map.invalidateSize(false));
    sizes.observe(map.getContainer());
    // Where no map lies below, plain paper shows where things are.
    const showGraticule = () => {
      const [extent, view] = [ground.current?.extent, map.getBounds()];
      made.setGraticule(!extent || !overlaps(extent, { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() }));
    };
    map.on('moveend zoomend', showGraticule);
    showGraticule();
    return () => { map.off('moveend zoomend', showGraticule); watcher.disconnect(); sizes.disconnect(); made.remove(); layer.current = null; };
  }, [map]);

  useEffect(() => {
    if (sheets === null) return;
    let gone = false;
    void createGround({ sheets, style, language, graticule: false }).then((made) => {
      if (gone) { made.remove(); return; }
      ground.current = made;
      made.setObstacles(obstaclesOf(marksNow()));
      made.layers.forEach((part) => part.addTo(map));
      map.fire('moveend');
    });
    return () => { gone = true; ground.current?.remove(); ground.current = null; };
  }, [map, sheets, style, language]);

  useEffect(() => { layer.current?.setMarks(marks); ground.current?.setObstacles(obstaclesOf(marks)); }, [marks]);
  useEffect(() => { layer.current?.setActive(active); }, [active]);

  useEffect(() => {
    const extent = extentOf(marksNow().flatMap((mark) => [mark.at, mark.plain, mark.before].flatMap((place) => (place ? [place] : []))));
    if (extent) map.fitBounds([[extent.south, extent.west], [extent.north, extent.east]], { paddingTopLeft: [44, 84], paddingBottomRight: [44, 70], maxZoom: closest, animate: false });
  }, [map, lookAt]);
  return null;
}
