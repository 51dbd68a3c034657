import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import './pack-map.css';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Sheet } from '../state/use-sheets.js';
import { groundColour, type BasemapStyle, type Language } from './basemap/basemap.js';
import type { Extent } from './extent.js';
import { createGround, type Ground } from './ground/ground.js';
import type { LinkedViews } from './linked-views.js';

/** A place that is known for sure, to hold the map against. */
export interface KnownPlace { readonly id: string; readonly lng: number; readonly lat: number; readonly name: string }

export interface PackMapProps {
  readonly sheets: readonly Sheet[];
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly label: string;
  /** What it looks at first; where nothing is said, what the sheets hold. */
  readonly extent?: Extent | null;
  readonly places?: readonly KnownPlace[];
  /** The place that is named and ringed. */
  readonly focusId?: string | null;
  /** Moves together with the others of the link. */
  readonly link?: LinkedViews;
  /** A picture only: it cannot be moved and takes no key. */
  readonly still?: boolean;
}

const closest = 20;
/** More marks than these would hide what they are held against. */
const mostPlaces = 400;
/** The old sheets stay under the new ones until those are drawn, and no longer than this. */
const handoverMs = 700;

/** Sheets of a map by themselves, drawn on plain paper with known places over them: to look at a pack before it is taken in, and at the stack while it is arranged. */
export function PackMap({ sheets, style, language, label, extent = null, places = [], focusId = null, link, still = false }: PackMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map | null>(null);
  const hasLooked = useRef(false);
  const first = useEffectEvent(() => extent);

  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const made = L.map(node, {
      center: [29.83, 119.93], zoom: 11, minZoom: 1, maxZoom: closest, zoomSnap: 0.25, zoomDelta: 1, zoomControl: false, attributionControl: false, zoomAnimation: false, fadeAnimation: false,
      ...(still ? { dragging: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, keyboard: false, touchZoom: false } : { keyboardPanDelta: 60, wheelPxPerZoomLevel: 100 }),
    });
    if (still) node.removeAttribute('tabindex');
    const now = first();
    hasLooked.current = now !== null;
    if (now) made.fitBounds([[now.south, now.west], [now.north, now.east]], { animate: false, padding: [6, 6] });
    const leave = link?.join(made);
    const watcher = new ResizeObserver(() => {
      made.invalidateSize(false);
      // A box that had no size yet could not be fitted to anything.
      const again = first();
      if (still && again) made.fitBounds([[again.south, again.west], [again.north, again.east]], { animate: false, padding: [6, 6] });
    });
    watcher.observe(node);
    setMap(made);
    return () => { watcher.disconnect(); leave?.(); setMap(null); made.remove(); };
  }, [link, still]);

  useEffect(() => {
    if (!map) return undefined;
    let gone = false;
    let made: Ground | null = null;
    createGround({ sheets, style, language }).then((ground) => {
      if (gone) { ground.remove(); return; }
      made = ground;
      ground.layers.forEach((layer) => layer.addTo(map));
      const home = ground.home ?? ground.extent;
      if (!hasLooked.current && !link && home) map.fitBounds([[home.south, home.west], [home.north, home.east]], { animate: false, padding: [6, 6] });
      hasLooked.current = true;
    }, () => undefined);
    return () => {
      gone = true;
      const old = made;
      if (old) setTimeout(() => { old.layers.forEach((layer) => layer.remove()); old.remove(); }, map.getContainer().isConnected ? handoverMs : 0);
    };
  }, [map, sheets, style, language, link]);

  useEffect(() => {
    if (!map) return undefined;
    const paint = getComputedStyle(document.documentElement);
    const [mark, rim] = [paint.getPropertyValue('--cinnabar').trim(), paint.getPropertyValue('--raised').trim()];
    const canvas = L.canvas({ padding: 0.3 });
    const group = L.layerGroup(places.slice(0, mostPlaces).filter(({ id }) => id !== focusId).map(({ lat, lng }) => L.circleMarker([lat, lng], { renderer: canvas, radius: 4.5, weight: 2, color: rim, fillColor: mark, fillOpacity: 1, interactive: false })));
    const focus = places.find(({ id }) => id === focusId);
    if (focus) {
      const at: L.LatLngTuple = [focus.lat, focus.lng];
      group.addLayer(L.circleMarker(at, { renderer: canvas, radius: 15, weight: 5, color: rim, opacity: 0.9, fill: false, interactive: false }));
      group.addLayer(L.circleMarker(at, { renderer: canvas, radius: 15, weight: 2.5, color: mark, fill: false, interactive: false }));
      group.addLayer(L.circleMarker(at, { renderer: canvas, radius: 2.5, weight: 1.5, color: rim, fillColor: mark, fillOpacity: 1, interactive: false }));
    }
    group.addTo(map);
    return () => { group.remove(); };
  }, [map, places, focusId, style]);

  return <div ref={box} className={`map-canvas pack-map ${still ? 'pack-map-still' : ''}`} role={still ? 'img' : 'application'} aria-label={label} style={{ background: groundColour(style) }} />;
}
