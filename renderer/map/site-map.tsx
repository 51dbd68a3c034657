import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import './site-map.css';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { MapContainer, useMap } from 'react-leaflet';
import type { Parts } from '../../data/rules/geometry/rings.js';
import type { Boundary, Location } from '../../data/schema/common.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { createBoundaryEditor, type BoundaryEditor, type DrawingState } from './boundary-editor.js';
import type { MapPoint } from './clusters.js';
import { createGround, groundColour, type BasemapStyle, type Ground as Sheets, type Language, type Sheet } from './ground/ground.js';
import { readLook, type Look } from './look.js';
import { ScaleBar } from './map-marks.js';
import { createSitePin } from './site-pin.js';

/** Another asset's area, for orientation. */
export interface NeighbourArea { readonly id: string; readonly category: Category; readonly boundary: Boundary }
/** Whether there is a map of the ground shown. */
export type Ground = 'loading' | 'mapped' | 'bare';

export interface SiteMapHandle {
  zoomBy(steps: number): void;
  goTo(place: Location): void;
  /** Goes to a place only where it is out of sight, or seen from too far to draw. */
  show(place: Location): void;
  fit(boundary: Boundary): void;
  /** Begins to draw; one drawing at a time. */
  edit(parts: Parts, onState: (state: DrawingState) => void): BoundaryEditor;
  focus(): void;
}

export interface SiteMapProps {
  /** The sheets of the map from the lowest up; null until they are known. */
  readonly sheets: readonly Sheet[] | null;
  readonly style: BasemapStyle;
  readonly language: Language;
  readonly label: string;
  readonly category: Category;
  /** Where the map opens, and where it goes when another asset is shown. */
  readonly home: Location;
  readonly place: Location | null;
  readonly pinLabel: string;
  /** A place that is not stored yet. */
  readonly proposal: Location | null;
  /** The stored boundary; nothing while it is being drawn. */
  readonly boundary: Boundary | null;
  readonly neighbours: readonly MapPoint[];
  readonly neighbourAreas: readonly NeighbourArea[];
  /** The pin may be dragged and nudged. */
  readonly movable: boolean;
  /** The next press on the map is an answer. */
  readonly picking: boolean;
  /** Something is pointed at with the cross in the middle, by those who steer by keys. */
  readonly aiming: boolean;
  readonly onDrag: (place: Location | null) => void;
  readonly onDrop: (place: Location) => void;
  readonly onNudge: (place: Location) => void;
  readonly onPick: (place: Location) => void;
  readonly onGround: (ground: Ground) => void;
  readonly onHandle: (handle: SiteMapHandle | null) => void;
  readonly children?: ReactNode;
}

const closestZoom = 20;
const firstZoom = 16;
const farthestDrawn = 13;
/** A step of an arrow key, in CSS pixels; Shift makes it larger. */
const panStep = 30;
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const boundsOf = (boundary: Boundary) => L.geoJSON(boundary).getBounds();
const latLng = ({ lng, lat }: Location): [number, number] => [lat, lng];

/** The map of one asset's place: its pin, its boundary, its neighbours, and the ground where a pack has it. */
export function SiteMap(props: SiteMapProps) {
  return (
    <div className="site-map" data-aiming={props.aiming || undefined} style={{ background: groundColour(props.style) }}>
      <MapContainer className={`map-canvas ${props.picking ? 'site-map-picking' : ''}`} center={latLng(props.home)} zoom={firstZoom} minZoom={4} maxZoom={closestZoom} zoomSnap={0.25} zoomDelta={1} wheelPxPerZoomLevel={90} zoomControl={false} attributionControl={false} zoomAnimation={false} fadeAnimation={false} keyboardPanDelta={60}>
        <Layers {...props} />
        <div className="site-map-scale"><ScaleBar language={props.language} /></div>
      </MapContainer>
      <span className="site-map-cross" aria-hidden="true" />
      {props.children}
    </div>
  );
}

function Layers({ sheets, style, language, label, category, home, place, pinLabel, proposal, boundary, neighbours, neighbourAreas, movable, picking, onDrag, onDrop, onNudge, onPick, onGround, onHandle }: SiteMapProps) {
  const map = useMap();
  const [look, setLook] = useState(readLook);
  const lookNow = useRef<Look>(look);
  const editor = useRef<BoundaryEditor | null>(null);
  const pin = useRef<L.Marker | null>(null);
  const viewBefore = useRef<{ readonly centre: L.LatLng; readonly zoom: number } | null>(null);
  const tellHandle = useEffectEvent((handle: SiteMapHandle | null) => onHandle(handle));
  const tellGround = useEffectEvent((ground: Ground) => onGround(ground));
  const drag = useEffectEvent((at: Location | null) => onDrag(at));
  const drop = useEffectEvent((at: Location) => onDrop(at));
  const nudge = useEffectEvent((at: Location) => onNudge(at));
  const pick = useEffectEvent((at: Location) => onPick(at));
  const own = useEffectEvent(() => ({ category, boundary, place }));

  useEffect(() => {
    const container = map.getContainer();
    container.setAttribute('role', 'application');
    container.setAttribute('aria-label', label);
  }, [map, label]);

  // Leaflet's own arrow keys glide and let pass what is pressed meanwhile: the cross would never stand where it is wanted.
  useEffect(() => {
    const container = map.getContainer();
    const press = (event: KeyboardEvent) => {
      const arrow = arrows[event.key];
      if (!arrow || event.target !== container || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? 5 * panStep : panStep;
      map.panBy([arrow[0] * step, arrow[1] * step], { animate: false });
    };
    container.addEventListener('keydown', press);
    return () => container.removeEventListener('keydown', press);
  }, [map]);

  useEffect(() => {
    const look = () => { const next = readLook(); lookNow.current = next; setLook(next); editor.current?.setLook(next); };
    // The theme is set on the document after this page has rendered.
    const watcher = new MutationObserver(look);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: true }));
    size.observe(map.getContainer());
    return () => { watcher.disconnect(); size.disconnect(); };
  }, [map]);

  useEffect(() => {
    tellHandle({
      zoomBy: (steps) => { map.setZoom(map.getZoom() + steps, { animate: false }); },
      goTo: (to) => { map.setView(latLng(to), Math.max(map.getZoom(), firstZoom), { animate: false }); },
      show: (to) => { if (map.getZoom() < farthestDrawn || !map.getBounds().contains(latLng(to))) map.setView(latLng(to), Math.max(map.getZoom(), firstZoom), { animate: false }); },
      fit: (shape) => { map.invalidateSize(false); map.fitBounds(boundsOf(shape), { paddingTopLeft: [30, 58], paddingBottomRight: [58, 34], maxZoom: 18.5, animate: false }); },
      edit: (parts, onState) => {
        editor.current?.close();
        const made = createBoundaryEditor(map, parts, own().category, lookNow.current, onState);
        const close = () => { made.close(); if (editor.current === shown) editor.current = null; };
        const shown: BoundaryEditor = { ...made, close };
        editor.current = shown;
        return shown;
      },
      focus: () => map.getContainer().focus({ preventScroll: true }),
    });
    return () => { tellHandle(null); editor.current?.close(); };
  }, [map]);

  // Another asset, or one that had no place: the map goes there. A small move of the pin leaves the view alone.
  const [homeLng, homeLat] = [home.lng, home.lat];
  useEffect(() => {
    const now = own();
    if (now.boundary) map.fitBounds(boundsOf(now.boundary).extend(now.place ? latLng(now.place) : boundsOf(now.boundary).getCenter()), { paddingTopLeft: [26, 46], paddingBottomRight: [54, 18], maxZoom: 17.5, animate: false });
    else map.setView([homeLat, homeLng], now.place ? firstZoom : 13, { animate: false });
  }, [map, homeLng, homeLat]);

  // The ground: the packs where they cover the place, else paper with a graticule.
  useEffect(() => {
    tellGround('loading');
    if (sheets === null) return;
    let gone = false;
    let added: Sheets | null = null;
    void createGround({ sheets, style, language }).then((made) => {
      if (gone) { made.remove(); return; }
      added = made;
      made.layers.forEach((layer) => layer.addTo(map));
      const { extent } = made;
      tellGround(extent && homeLng >= extent.west && homeLng <= extent.east && homeLat >= extent.south && homeLat <= extent.north ? 'mapped' : 'bare');
    });
    return () => { gone = true; added?.remove(); };
  }, [map, sheets, style, language, homeLng, homeLat]);

  useEffect(() => {
    const pane = map.getPane('neighbours') ?? map.createPane('neighbours');
    pane.style.zIndex = '420';
    pane.style.pointerEvents = 'none';
    const renderer = L.canvas({ pane: 'neighbours', padding: 0.4 });
    const group = L.layerGroup();
    for (const area of neighbourAreas) L.geoJSON(area.boundary, { interactive: false, style: { renderer, color: look.category[area.category], weight: 1.2, opacity: 0.55, fillOpacity: 0.08, dashArray: '5 4' } as L.PathOptions }).addTo(group);
    for (const point of neighbours) L.circleMarker(latLng(point), { renderer, interactive: false, radius: 5, color: look.raised, weight: 1.5, opacity: 0.7, fillColor: look.category[point.category], fillOpacity: 0.6 }).addTo(group);
    group.addTo(map);
    return () => { group.remove(); renderer.remove(); };
  }, [map, neighbours, neighbourAreas, look]);

  useEffect(() => {
    if (!boundary) return;
    const halo = L.geoJSON(boundary, { interactive: false, style: { color: look.halo, weight: 5, opacity: 0.6, fill: false } });
    const line = L.geoJSON(boundary, { interactive: false, style: { color: look.category[category], weight: 2.4, fillOpacity: 0.22, dashArray: '7 4' } });
    halo.addTo(map);
    line.addTo(map);
    return () => { halo.remove(); line.remove(); };
  }, [map, boundary, category, look]);

  const [lng, lat] = [place?.lng ?? null, place?.lat ?? null];
  const isThere = lng !== null;
  useEffect(() => {
    if (!isThere) return;
    const at = own().place!;
    const made = createSitePin(map, category, at, { label: pinLabel, movable }, { onDrag: (to) => drag(to), onDrop: (to) => drop(to), onNudge: (to) => nudge(to) });
    pin.current = made;
    return () => { made.remove(); pin.current = null; };
  }, [map, category, pinLabel, movable, isThere]);
  useEffect(() => {
    if (lng === null || lat === null || !pin.current) return;
    pin.current.setLatLng([lat, lng]);
    // Undone from far away, or typed: the pin is not to be lost sight of.
    if (!map.getBounds().contains([lat, lng])) map.panTo([lat, lng], { animate: false });
  }, [map, lng, lat]);

  useEffect(() => {
    if (!proposal) {
      // Stored or thrown away: the map looks again as closely as it did before.
      const view = viewBefore.current;
      viewBefore.current = null;
      const now = own().place;
      if (view) map.setView(view.centre, view.zoom, { animate: false });
      if (view && now && !map.getBounds().contains(latLng(now))) map.panTo(latLng(now), { animate: false });
      return;
    }
    const group = L.layerGroup();
    const at = own().place;
    if (at) L.polyline([latLng(at), latLng(proposal)], { color: look.focus, weight: 2, dashArray: '3 6', interactive: false }).addTo(group);
    L.circleMarker(latLng(proposal), { radius: 9, color: look.focus, weight: 3, fillColor: look.raised, fillOpacity: 0.9, interactive: false, pane: 'markerPane' }).addTo(group);
    group.addTo(map);
    const bounds = L.latLngBounds([latLng(proposal), ...(at ? [latLng(at)] : [])]);
    if (!map.getBounds().pad(-0.08).contains(bounds)) {
      viewBefore.current ??= { centre: map.getCenter(), zoom: map.getZoom() };
      map.fitBounds(bounds, { paddingTopLeft: [30, 50], paddingBottomRight: [64, 24], maxZoom: Math.max(map.getZoom(), firstZoom), animate: false });
    }
    return () => { group.remove(); };
  }, [map, proposal, look]);

  useEffect(() => {
    if (!picking) return;
    const press = (event: L.LeafletMouseEvent) => pick({ lng: Number(event.latlng.lng.toFixed(7)), lat: Number(event.latlng.lat.toFixed(7)) });
    // Without a mouse the place under the cross in the middle is taken.
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      const { lng, lat } = map.getCenter();
      pick({ lng: Number(lng.toFixed(7)), lat: Number(lat.toFixed(7)) });
    };
    const container = map.getContainer();
    map.on('click', press);
    container.addEventListener('keydown', key);
    return () => { map.off('click', press); container.removeEventListener('keydown', key); };
  }, [map, picking]);
  return null;
}
