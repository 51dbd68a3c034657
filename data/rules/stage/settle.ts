import type { StageShow } from '../../schema/stage.js';
import { act, type Passage } from './act.js';

/** The nearest stop still there: the one that has taken the place of the stop that is gone, else the one before it, else the first. */
function nearest(stopId: string | null, before: readonly Passage[], now: readonly Passage[]): Passage | undefined {
  const at = before.findIndex(({ stop }) => stop.id === stopId);
  const old = at < 0 ? [] : [...before.slice(at + 1), ...before.slice(0, at).reverse()];
  const there = new Map(now.map((passage) => [passage.stop.id, passage]));
  return old.map(({ stop }) => there.get(stop.id)).find((passage) => passage !== undefined) ?? now[0];
}

/**
 * The show after what it follows has changed under it: a stop edited or taken out, an asset withdrawn, the whole tour deleted.
 * `before` are the passages as they were, `isShown` tells whether the audience may see an asset. Pure; the same value where nothing
 * that the audience sees is gone. Ends the show when nothing of the tour is left.
 */
export function settled(show: StageShow, before: readonly Passage[], now: readonly Passage[], isShown: (assetId: string) => boolean): StageShow {
  if (!show.on) return show;
  if (now.length === 0) return act(show, { do: 'end' }, now);
  const assetId = show.assetId !== null && isShown(show.assetId) ? show.assetId : null;
  const here = now.find(({ stop }) => stop.id === show.stopId);
  const passage = here ?? nearest(show.stopId, before, now);
  if (!passage) return show;
  const step = here ? Math.min(show.step, here.scenes.length - 1) : 0;
  const same = assetId === show.assetId && here && step === show.step;
  return same ? show : { ...show, assetId, stopId: passage.stop.id, step };
}
