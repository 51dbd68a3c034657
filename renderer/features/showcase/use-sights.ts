import { useEffect, type RefObject } from 'react';
import { circleAround } from '../../../data/rules/map/nearby.js';
import type { Location } from '../../../data/schema/common.js';
import { extentOf } from '../../map/extent.js';
import type { MapHandle } from '../../map/map-handle.js';
import type { Steering } from '../../map/tools/steering.js';
import { useShowcase } from './showcase-store.js';
import { useTools } from './tool-store.js';
import { numbered, type ShownAssets } from './use-shown-assets.js';

/** Half of a long name beside its pin. */
const nameWide = 130;

/** Brings into sight what is chosen, compared, answered or asked about; `middle` is the place whose surroundings are asked for. */
export function useSights({ shown, opened, handle, steering, chosenOnMap, middle }: {
  shown: ShownAssets; opened: boolean; handle: RefObject<MapHandle | null>; steering: RefObject<Steering | null>; chosenOnMap: RefObject<boolean>; middle: { readonly place: Location } | null;
}): void {
  const { answers, points, place, together, comparedPoints, isComparing, isRanked } = shown;
  const { tool, metres } = useTools();
  const listOpen = useShowcase((state) => state.listOpen);

  // Whatever chose the asset, the map shows it: it flies there, unless it was pressed on the map and stands in plain sight.
  useEffect(() => {
    const byMap = chosenOnMap.current;
    chosenOnMap.current = false;
    if (!opened || !place || !handle.current) return;
    // While the surroundings are looked at, the map stays with them as long as it can.
    if (tool === 'nearby' && steering.current?.sees(place)) return;
    const [first] = comparedPoints;
    if (isComparing && first && comparedPoints.length > 1) { const extent = extentOf(comparedPoints); if (extent) handle.current.fit(extent); return; }
    if (!byMap || !handle.current.shows(place)) handle.current.flyToAsset(place);
    // A change of the asset's other fields is no reason to fly again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, place?.id, isComparing, isComparing && listOpen]);

  // What was put beside each other all at once comes into sight at once.
  useEffect(() => {
    if (!opened || together.length < 2) return;
    const extent = extentOf(comparedPoints);
    if (extent) handle.current?.fit(extent);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another language is no reason to fly
  }, [opened, together]);

  // The best answers come into sight together, while no single one is looked at.
  useEffect(() => {
    if (!opened || !answers || place || isComparing) return;
    const extent = extentOf(points.slice(0, isRanked ? numbered : undefined));
    if (extent) handle.current?.fit(extent);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- closing a card is no reason to fly
  }, [opened, answers]);

  // What is asked about comes into sight as a whole.
  useEffect(() => {
    if (!opened || tool !== 'nearby' || !middle) return;
    const extent = extentOf(circleAround(middle.place, metres, 4));
    if (extent) handle.current?.fit(extent);
  }, [opened, tool, middle, metres, handle]);

  // A tool's panel must not come to lie on the chosen asset, nor on its name.
  useEffect(() => {
    if (tool === 'measure' && place && handle.current && !steering.current?.sees(place, nameWide)) handle.current.flyToAsset(place);
    // Only when the panel opens: while measuring, the map stays where it is put.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tool]);
}
