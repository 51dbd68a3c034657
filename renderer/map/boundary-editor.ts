import L from 'leaflet';
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode, type GeoJSONStoreFeatures, type HexColor } from 'terra-draw';
import { faultsOf, type BoundaryFault } from '../../data/rules/geometry/boundary-faults.js';
import { stepped } from '../../data/rules/geometry/place.js';
import type { Parts, Ring } from '../../data/rules/geometry/rings.js';
import { tidyParts } from '../../data/rules/geometry/tidy-boundary.js';
import type { Category } from '../../data/schema/vocabularies.js';
import type { Look } from './look.js';
import { terraDrawAdapter } from './terra-draw-adapter.js';

export type PartKind = 'part' | 'hole';

/** How the drawing stands, told at every stroke. */
export interface DrawingState {
  /** What is drawn so far, with the part in hand as it would be if it ended here. */
  readonly parts: Parts;
  readonly faults: readonly BoundaryFault[];
  /** What the next press begins or goes on with; null while corners are being moved. */
  readonly drawing: PartKind | null;
  /** Corners set of the part in hand. */
  readonly corners: number;
  /** A corner is chosen: it can be nudged and deleted. */
  readonly hasCorner: boolean;
  readonly hasPart: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the page may do with the drawing. */
export interface BoundaryEditor {
  draw(kind: PartKind): void;
  /** Ends the part in hand where it stands; false when it has fewer than three corners. */
  finishPart(): boolean;
  /** Gives up the part in hand; false when there is none. */
  cancelPart(): boolean;
  /** Sets a corner in the middle of the map, for those who steer it by keys. */
  cornerAtCentre(): void;
  /** Chooses the next or the last corner of the part chosen. */
  stepCorner(by: 1 | -1): void;
  nudgeCorner(east: number, north: number): boolean;
  deleteCorner(): boolean;
  deletePart(): void;
  undo(): void;
  redo(): void;
  /** Takes other parts in place of those drawn; can be undone. */
  replace(parts: Parts): void;
  setLook(look: Look): void;
  close(): void;
}

const keys = { finish: 'finish-part', cancel: 'cancel-part' };
/** How near to a corner a press takes hold of it, in CSS pixels. */
const grabbed = 16;
const manyCorners = 600;
const manyRest = 160;

/** Draws and edits a boundary on the map: terra-draw's drawing, our own undo, corners by keyboard, and faults told while they are made. */
export function createBoundaryEditor(map: L.Map, first: Parts, category: Category, firstLook: Look, onState: (state: DrawingState) => void): BoundaryEditor {
  let look = firstLook;
  const colour = () => look.category[category] as HexColor;
  const hex = (value: string) => value as HexColor;
  const drawStyles = (kind: PartKind) => ({
    fillColor: kind === 'part' ? colour() : hex(look.halo), fillOpacity: kind === 'part' ? 0.24 : 0.6, outlineColor: colour(), outlineWidth: 2.5,
    closingPointColor: hex(look.raised), closingPointWidth: 7, closingPointOutlineColor: hex(look.focus), closingPointOutlineWidth: 3,
  });
  const selectStyles = () => ({
    selectedPolygonColor: (feature: GeoJSONStoreFeatures) => (feature.properties['mode'] === 'hole' ? hex(look.halo) : colour()), selectedPolygonFillOpacity: (feature: GeoJSONStoreFeatures) => (feature.properties['mode'] === 'hole' ? 0.7 : 0.3), selectedPolygonOutlineColor: colour(), selectedPolygonOutlineWidth: 3,
    selectionPointColor: hex(look.raised), selectionPointWidth: 6, selectionPointOutlineColor: colour(), selectionPointOutlineWidth: 2.5,
    midPointColor: colour(), midPointWidth: 3.5, midPointOutlineColor: hex(look.raised), midPointOutlineWidth: 1.5,
  });
  const flags = { feature: { draggable: false, coordinates: { draggable: true, midpoints: { draggable: true }, deletable: true } } };
  const modes = {
    part: new TerraDrawPolygonMode({ modeName: 'part', keyEvents: keys, styles: drawStyles('part') }),
    hole: new TerraDrawPolygonMode({ modeName: 'hole', keyEvents: keys, styles: drawStyles('hole') }),
    select: new TerraDrawSelectMode({ keyEvents: null, pointerDistance: grabbed, flags: { part: flags, hole: flags }, styles: selectStyles(), allowManualDeselection: false }),
  };
  const draw = new TerraDraw({ adapter: terraDrawAdapter(map), modes: [modes.part, modes.hole, modes.select], undoRedo: { modeLevel: new TerraDrawModeUndoRedo() } });
  const marks = L.layerGroup().addTo(map);

  const isPart = (feature: GeoJSONStoreFeatures) => feature.geometry.type === 'Polygon' && (feature.properties['mode'] === 'part' || feature.properties['mode'] === 'hole');
  const features = () => draw.getSnapshot().filter(isPart);
  const inHand = () => features().find((feature) => feature.properties['currentlyDrawing'] === true);
  const ringOf = (feature: GeoJSONStoreFeatures) => feature.geometry.coordinates[0] as number[][];
  const partsNow = (): Parts => {
    const rings = (kind: PartKind): Ring[] => features().filter((feature) => feature.properties['mode'] === kind).map(ringOf);
    return tidyParts({ outers: rings('part'), holes: rings('hole') });
  };

  let kind: PartKind | null = null;
  let chosen: GeoJSONStoreFeatures['id'] | null = null;
  let corner: number | null = null;
  let past: Parts[] = [];
  let at = -1;
  let frame = 0;
  let closed = false;

  const chosenFeature = () => (chosen === null || chosen === undefined || !draw.hasFeature(chosen) ? undefined : draw.getSnapshotFeature(chosen));
  const setCorners = () => { const part = inHand(); return part ? Number(part.properties['committedCoordinateCount'] ?? Math.max(0, tidyLength(part) - 1)) : 0; };
  const tidyLength = (feature: GeoJSONStoreFeatures) => new Set(ringOf(feature).map(([lng, lat]) => `${lng!.toFixed(7)} ${lat!.toFixed(7)}`)).size;

  const tellNow = () => {
    frame = 0;
    if (closed) return;
    const parts = partsNow();
    marks.clearLayers();
    const hand = inHand();
    // A part of one or two corners has no area yet, and that is no fault.
    const faults = faultsOf(parts).filter(({ code }) => !hand || code !== 'no-area');
    if (hand) for (const [lng, lat] of ringOf(hand).slice(0, setCorners())) L.circleMarker([lat!, lng!], { radius: 4.5, color: colour(), weight: 2, fillColor: look.raised, fillOpacity: 1, interactive: false, pane: 'markerPane' }).addTo(marks);
    for (const { places } of faults) for (const { lng, lat } of places.slice(0, 20)) L.circleMarker([lat, lng], { radius: 13, color: look.focus, weight: 3, fill: false, interactive: false, pane: 'markerPane' }).addTo(marks);
    const feature = chosenFeature();
    const place = feature && corner !== null ? ringOf(feature)[corner] : undefined;
    if (place) L.circleMarker([place[1]!, place[0]!], { radius: 10, color: look.focus, weight: 2.5, fill: false, interactive: false, pane: 'markerPane' }).addTo(marks);
    onState({
      parts, faults, drawing: kind, corners: setCorners(), hasCorner: place !== undefined, hasPart: feature !== undefined && kind === null,
      canUndo: hand ? true : at > 0, canRedo: hand ? draw.canRedo() : at < past.length - 1,
    });
  };
  const tell = () => {
    if (frame !== 0) return;
    // Looking for crossings takes the square of the corners: a line of very many is looked at after a pause.
    const many = features().reduce((sum, feature) => sum + ringOf(feature).length, 0) > manyCorners;
    frame = many ? window.setTimeout(tellNow, manyRest) : requestAnimationFrame(tellNow);
  };

  const choose = (id: GeoJSONStoreFeatures['id'] | null, at: number | null = null) => {
    chosen = id ?? null;
    corner = at;
    if (id !== null && id !== undefined && draw.hasFeature(id)) draw.selectFeature(id);
  };
  const edit = (id: GeoJSONStoreFeatures['id'] | null) => {
    kind = null;
    if (draw.getMode() !== 'select') draw.setMode('select');
    choose(id ?? features().at(-1)?.id ?? null);
    map.getContainer().style.removeProperty('cursor');
    tell();
  };
  const keep = () => { past = [...past.slice(0, at + 1), partsNow()]; at = past.length - 1; tell(); };
  const put = (parts: Parts) => {
    const old = features().map(({ id }) => id!);
    if (chosenFeature()) draw.deselectFeature(chosen!);
    if (old.length > 0) draw.removeFeatures(old);
    const feature = (mode: PartKind) => (ring: Ring): GeoJSONStoreFeatures => ({ type: 'Feature', properties: { mode }, geometry: { type: 'Polygon', coordinates: [ring.map((position) => [...position])] } });
    const added = draw.addFeatures([...parts.outers.map(feature('part')), ...parts.holes.map(feature('hole'))]);
    return added.find(({ valid }) => valid)?.id ?? null;
  };
  const show = (parts: Parts) => { const id = put(parts); edit(id); };
  const reshape = (feature: GeoJSONStoreFeatures, ring: readonly number[][], next: number | null) => {
    draw.deselectFeature(feature.id!);
    draw.updateFeatureGeometry(feature.id!, { type: 'Polygon', coordinates: [[...ring]] });
    choose(feature.id!, next);
    keep();
  };

  draw.on('change', tell);
  draw.on('finish', (id, { action }) => {
    // The library is still in the middle of its own work: what follows waits for it.
    queueMicrotask(() => {
      if (closed) return;
      if (action === 'draw') edit(id);
      else if (action === 'deleteCoordinate' || action === 'insertMidpoint') corner = null;
      keep();
    });
  });
  draw.on('select', (id) => { if (chosen !== id) { chosen = id; corner = null; } tell(); });

  const press = (event: PointerEvent) => {
    // The library hears of a press only what ends on the map itself: not over a tool, nor over another layer's canvas.
    map.getContainer().setPointerCapture(event.pointerId);
    // Which corner was pressed is ours to remember: the library only drags it.
    const feature = kind === null ? chosenFeature() : undefined;
    if (!feature || event.button !== 0) return;
    const box = map.getContainer().getBoundingClientRect();
    const point = L.point(event.clientX - box.left, event.clientY - box.top);
    const distances = ringOf(feature).slice(0, -1).map(([lng, lat]) => map.latLngToContainerPoint([lat!, lng!]).distanceTo(point));
    const nearest = distances.indexOf(Math.min(...distances));
    corner = (distances[nearest] ?? Infinity) <= grabbed ? nearest : null;
    tell();
  };
  map.getContainer().addEventListener('pointerdown', press, true);

  draw.start();
  show(first);
  past = [partsNow()];
  at = 0;
  tell();

  const wholePart = (): number[][] | undefined => { const feature = chosenFeature(); return feature ? ringOf(feature).slice(0, -1) : undefined; };
  const editor: BoundaryEditor = {
    draw: (next) => {
      if (chosenFeature()) draw.deselectFeature(chosen!);
      chosen = null;
      corner = null;
      kind = next;
      draw.setMode(next);
      tell();
    },
    finishPart: () => {
      const hand = inHand();
      if (!hand || !kind || setCorners() < 3) return false;
      modes[kind].onKeyUp({ key: keys.finish, heldKeys: [], preventDefault: () => undefined });
      return true;
    },
    cancelPart: () => {
      if (kind === null) return false;
      modes[kind].onKeyUp({ key: keys.cancel, heldKeys: [], preventDefault: () => undefined });
      edit(null);
      return true;
    },
    cornerAtCentre: () => {
      if (kind === null) return;
      const { lng, lat } = map.getCenter();
      const { x, y } = map.getSize().divideBy(2);
      const event = { lng, lat, containerX: x, containerY: y, button: 'left' as const, heldKeys: [], isContextMenu: false };
      modes[kind].onMouseMove(event);
      modes[kind].onClick(event);
      tell();
    },
    stepCorner: (by) => {
      const list = features();
      if (kind !== null || list.length === 0) return;
      const feature = chosenFeature() ?? list[0]!;
      const count = ringOf(feature).length - 1;
      const next = corner === null ? (by === 1 ? 0 : count - 1) : corner + by;
      if (next >= 0 && next < count) choose(feature.id!, next);
      else {
        // Past the last corner begins the next part.
        const turn = list[(list.findIndex(({ id }) => id === feature.id) + by + list.length) % list.length]!;
        if (turn.id !== feature.id) draw.deselectFeature(feature.id!);
        choose(turn.id!, by === 1 ? 0 : ringOf(turn).length - 2);
      }
      const place = ringOf(chosenFeature()!)[corner!]!;
      if (!map.getBounds().pad(-0.05).contains([place[1]!, place[0]!])) map.panTo([place[1]!, place[0]!], { animate: false });
      tell();
    },
    nudgeCorner: (east, north) => {
      const [feature, ring] = [chosenFeature(), wholePart()];
      if (!feature || !ring || corner === null) return false;
      const [lng, lat] = ring[corner]! as [number, number];
      const place = stepped({ lng, lat }, east, north);
      const next = ring.with(corner, [place.lng, place.lat]);
      reshape(feature, [...next, next[0]!], corner);
      return true;
    },
    deleteCorner: () => {
      const [feature, ring] = [chosenFeature(), wholePart()];
      if (!feature || !ring || corner === null || ring.length <= 3) return false;
      const next = ring.toSpliced(corner, 1);
      reshape(feature, [...next, next[0]!], null);
      return true;
    },
    deletePart: () => {
      const feature = chosenFeature();
      if (!feature) return;
      draw.deselectFeature(feature.id!);
      draw.removeFeatures([feature.id!]);
      chosen = null;
      corner = null;
      choose(features().at(-1)?.id ?? null);
      keep();
    },
    undo: () => {
      if (inHand()) { if (setCorners() > 1 && draw.canUndo()) draw.undo(); else { const again = kind; editor.cancelPart(); if (again) editor.draw(again); } tell(); }
      else if (at > 0) { at -= 1; show(past[at]!); }
    },
    redo: () => {
      if (inHand()) { draw.redo(); tell(); }
      else if (at < past.length - 1) { at += 1; show(past[at]!); }
    },
    replace: (parts) => { show(parts); keep(); },
    setLook: (next) => {
      look = next;
      draw.updateModeOptions<typeof TerraDrawPolygonMode>('part', { styles: drawStyles('part') });
      draw.updateModeOptions<typeof TerraDrawPolygonMode>('hole', { styles: drawStyles('hole') });
      draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { styles: selectStyles() });
      tell();
    },
    close: () => {
      closed = true;
      cancelAnimationFrame(frame);
      clearTimeout(frame);
      map.getContainer().removeEventListener('pointerdown', press, true);
      draw.stop();
      marks.remove();
      map.getContainer().style.removeProperty('cursor');
    },
  };
  return editor;
}
