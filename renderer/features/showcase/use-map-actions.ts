import { useEffect, useRef } from 'react';
import { geodesicDistance } from '../../../data/rules/map/measure.js';
import type { MapPoint } from '../../map/clusters.js';
import type { MapHandle } from '../../map/map-handle.js';
import { closed, ended, takenBack, withCorner } from '../../map/tools/drawing.js';
import type { Steering } from '../../map/tools/steering.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { selectAsset } from '../../state/program-store.js';
import type { MapActions } from './map-keys.js';
import { toggleList } from './showcase-store.js';
import { askNearby, clearDrawing, closeTool, compareSet, compareWith, draw, pin, setAiming, toggleHeat, toggleMatch, toggleMeasure, turnKeys, turnPrint, useTools } from './tool-store.js';

/** A step of the arrow keys, in CSS pixels: across the map, with Shift, and while something is aimed at. */
const panStep = { plain: 140, far: 420, fine: 24 } as const;
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** So near to the first or last corner on the screen, in CSS pixels, the cross means that corner. */
const cornerReach = 14;
/** In metres. */
const samePlace = 0.01;
/** Parts that scroll with the arrows themselves. */
const ownArrows = '.showcase-card, .comparison, .tool-panel, .showcase-dock';

export interface MapWork {
  readonly rows: readonly IndexEntry[];
  readonly points: readonly MapPoint[];
  readonly chosen: IndexEntry | null;
  readonly hoveredId: string | null;
  readonly handle: () => MapHandle | null;
  readonly steering: () => Steering | null;
  /** The asset whose pin stands at a spot. */
  readonly pinAt: (at: { readonly x: number; readonly y: number }) => MapPoint | null;
  readonly showAll: () => void;
}

/** What every key of the map does; buttons do the same by the same actions. */
export function useMapActions({ rows, points, chosen, hoveredId, handle, steering, pinAt, showAll }: MapWork): MapActions {
  const lastOpen = useRef<string | null>(null);
  useEffect(() => { if (chosen) lastOpen.current = chosen.id; }, [chosen]);

  const step = (by: number) => {
    const { pinnedId } = useTools.getState();
    // The asset that others are compared with stays A; the clicker goes through the others.
    const list = pinnedId === null ? rows : rows.filter(({ id }) => id !== pinnedId);
    if (list.length === 0) return false;
    const at = list.findIndex(({ id }) => id === chosen?.id);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    selectAsset(list[next]!.id);
    return true;
  };
  const setCorner = () => {
    const now = steering()?.cross();
    if (!now) return;
    setAiming(true);
    const place = pinAt(now.at) ?? now.place;
    draw((drawing) => {
      const { corners, open } = drawing;
      const isAt = (order: number) => {
        const corner = corners.at(order);
        if (!corner) return false;
        // On an asset's pin the corner stands at the asset's own place, which the cross may miss by the height of the pin.
        if (geodesicDistance(corner, place) < samePlace) return true;
        const spot = steering()?.spotOf(corner);
        return spot !== undefined && Math.hypot(spot.x - now.at.x, spot.y - now.at.y) <= cornerReach;
      };
      if (open && corners.length > 2 && isAt(0)) return closed(drawing);
      if (open && corners.length > 1 && isAt(-1)) return ended(drawing);
      return open && isAt(-1) ? drawing : withCorner(drawing, { lng: place.lng, lat: place.lat });
    });
  };
  const enter = () => {
    const { tool } = useTools.getState();
    if (tool === 'measure') { setCorner(); return true; }
    const now = steering()?.cross();
    if (tool === 'nearby' && useTools.getState().centre === null) {
      if (!now) return false;
      setAiming(true);
      const asset = pinAt(now.at);
      askNearby(asset ? { kind: 'asset', id: asset.id } : { kind: 'place', place: now.place });
      return true;
    }
    if (chosen) return false;
    const known = rows.some(({ id }) => id === lastOpen.current) ? lastOpen.current : null;
    const { aiming } = useTools.getState();
    const wanted = (aiming ? steering()?.nearest(points)?.id : undefined) ?? known ?? steering()?.nearest(points)?.id;
    if (wanted === undefined) return false;
    selectAsset(wanted);
    return true;
  };
  const back = () => {
    const { tool, pinnedId, comparedIds } = useTools.getState();
    if (comparedIds.length > 0) compareSet([]);
    // The answers stay while one after another is looked at.
    else if (tool === 'match' && pinnedId === null && chosen) selectAsset(null);
    else if (tool) closeTool();
    else if (pinnedId !== null) pin(null);
    else if (chosen) selectAsset(null);
    else return false;
    return true;
  };
  const aim = () => { setAiming(true); return true; };

  return {
    pan: (event) => {
      const arrow = arrows[event.key];
      if (!arrow || (event.target instanceof Element && event.target.closest(ownArrows))) return false;
      const { tool, centre } = useTools.getState();
      const fine = tool === 'measure' || (tool === 'nearby' && centre === null);
      const length = event.shiftKey ? (fine ? panStep.plain : panStep.far) : fine ? panStep.fine : panStep.plain;
      steering()?.pan(arrow[0] * length, arrow[1] * length, fine ? 'exactly' : 'once');
      return aim();
    },
    closer: () => { handle()?.zoomBy(1); },
    farther: () => { handle()?.zoomBy(-1); },
    all: showAll,
    heat: toggleHeat,
    next: () => step(1),
    previous: () => step(-1),
    enter,
    list: toggleList,
    compare: () => {
      const id = hoveredId ?? chosen?.id;
      if (id === undefined) return false;
      compareWith(id);
      return true;
    },
    measure: () => { toggleMeasure(); steering()?.focus(); },
    nearby: () => {
      if (useTools.getState().tool === 'nearby') closeTool();
      else askNearby(chosen && chosen.lng !== null ? { kind: 'asset', id: chosen.id } : null);
      steering()?.focus();
    },
    match: () => { toggleMatch(); },
    print: () => turnPrint(true),
    keys: () => turnKeys(true),
    back,
    takeBack: () => { if (useTools.getState().tool !== 'measure') return false; draw(takenBack); return true; },
    clear: () => { if (useTools.getState().tool !== 'measure') return false; clearDrawing(); return true; },
  };
}
