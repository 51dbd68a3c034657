import './tools.css';
import L from 'leaflet';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useMap } from 'react-leaflet';
import { circleAround } from '../../../data/rules/map/nearby.js';
import type { Location } from '../../../data/schema/common.js';
import type { Insets } from '../map-handle.js';
import type { Box } from '../name-places.js';
import { placesAround, type Spot } from './place-labels.js';
import { takePresses } from './presses.js';
import { createToolLabels, type ToolLabels } from './tool-labels.js';
import { toolPane } from './tool-panes.js';

export interface Spoke { readonly to: Location; readonly text: string }

/** Half of the mark in the middle that can be dragged, in CSS pixels. */
const grip = 22;
/** Far beyond whatever is in sight, so that all outside the circle is veiled. */
const world: L.LatLngTuple[] = [[-85, -360], [85, -360], [85, 360], [-85, 360]];
const latLng = ({ lng, lat }: Location): L.LatLngTuple => [lat, lng];

/** A circle of so many metres on the ground; what lies outside is veiled. Its middle can be dragged where it is no asset's. */
export function NearbyCircle({ centre, metres, text, label, movable, spoke, insets, onMove }: {
  centre: Location; metres: number; text: string; label: string; movable: boolean; spoke: Spoke | null; insets: () => Insets; onMove: (place: Location) => void;
}) {
  const map = useMap();
  const move = useEffectEvent((place: Location) => onMove(place));
  const insetsNow = useEffectEvent(() => insets());
  const labels = useRef<ToolLabels | null>(null);
  const spokeNow = useRef(spoke);
  const { lng, lat } = centre;

  useEffect(() => {
    const renderer = L.svg({ pane: toolPane(map, 'tool-veil'), padding: 0.6 });
    const places = circleAround({ lng, lat }, metres);
    const ring = places.map(latLng);
    const parts = [
      L.polygon([world, ring], { renderer, interactive: false, className: 'tool-veil', smoothFactor: 0 }),
      L.polygon(ring, { renderer, interactive: false, className: 'tool-ring-halo', smoothFactor: 0 }),
      L.polygon(ring, { renderer, interactive: false, className: 'tool-ring', smoothFactor: 0 }),
    ];
    parts.forEach((part) => part.addTo(map));
    const spot = (place: Location): Spot => map.latLngToContainerPoint(latLng(place));
    const made = createToolLabels(map, () => insetsNow(), ({ make }) => {
      const middle = spot({ lng, lat });
      const end = spokeNow.current && spot(spokeNow.current.to);
      // On the ring itself, wherever it is in plain sight.
      const onRing = places.filter((_, at) => at % 5 === 0).map(spot);
      const wanted = [make('ring', text, false, () => onRing)];
      if (end && spokeNow.current) wanted.unshift(make('spoke', spokeNow.current.text, true, (width, height) => [...placesAround(end, width, height, 26), { x: (middle.x + end.x) / 2, y: (middle.y + end.y) / 2 }]));
      const taken: Box[] = [[middle.x - grip, middle.y - grip, middle.x + grip, middle.y + grip]];
      return { wanted, taken, lines: end ? [[middle, end]] : [] };
    });
    labels.current = made;
    return () => { parts.forEach((part) => part.remove()); made.remove(); renderer.remove(); labels.current = null; };
  }, [map, lng, lat, metres, text]);

  useEffect(() => {
    if (!movable) return;
    const marker = L.marker([lat, lng], { pane: toolPane(map, 'tool-corners'), draggable: true, keyboard: false, icon: L.divIcon({ className: 'tool-middle tool-own', html: '<i></i>', iconSize: [2 * grip, 2 * grip] }) }).addTo(map);
    marker.getElement()!.setAttribute('aria-label', label);
    marker.getElement()!.setAttribute('role', 'img');
    marker.on('dragend', () => { const to = marker.getLatLng(); move({ lng: to.lng, lat: to.lat }); });
    return () => { marker.remove(); };
  }, [map, lng, lat, movable, label]);

  useEffect(() => {
    spokeNow.current = spoke;
    labels.current?.refresh();
    if (!spoke) return;
    const renderer = L.svg({ pane: toolPane(map, 'tool-lines'), padding: 0.6 });
    const line = L.polyline([[lat, lng], latLng(spoke.to)], { renderer, interactive: false, className: 'tool-spoke' }).addTo(map);
    return () => { line.remove(); renderer.remove(); };
  }, [map, lng, lat, spoke]);
  return null;
}

/** The next press on the map is an answer: a place. */
export function PlacePicker({ onPick }: { onPick: (place: Location, at: { readonly x: number; readonly y: number }) => void }) {
  const map = useMap();
  const pick = useEffectEvent((place: Location, at: { readonly x: number; readonly y: number }) => onPick(place, at));
  useEffect(() => {
    const container = map.getContainer();
    container.classList.add('map-aiming');
    const release = takePresses(map, ({ lng, lat }, at) => pick({ lng, lat }, at));
    return () => { release(); container.classList.remove('map-aiming'); };
  }, [map]);
  return null;
}
