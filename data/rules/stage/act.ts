import type { PublicStop, PublicTour } from '../projection.js';
import type { StageCommand, StageShow } from '../../schema/stage.js';
import { scenesOf, type Scene, type StageFacts } from './scenes.js';

/** A stop that can be shown, with its scenes. */
export interface Passage { readonly stop: PublicStop; readonly scenes: readonly Scene[] }

/** The stops of a tour that can be shown now. What is gone from the ledger is left out: on stage nothing is ever an error. */
export const passagesOf = (tour: Pick<PublicTour, 'stops'> | null, facts: StageFacts): readonly Passage[] =>
  (tour?.stops ?? []).map((stop) => ({ stop, scenes: scenesOf(stop, facts) })).filter(({ scenes }) => scenes.length > 0);

/** Where a show stands among the passages; -1 when there are none. A stop that is gone counts as the first. */
export const placeOf = (show: Pick<StageShow, 'stopId'>, passages: readonly Passage[]): number =>
  (passages.length === 0 ? -1 : Math.max(0, passages.findIndex(({ stop }) => stop.id === show.stopId)));

/** The passage and the scene that a show stands at; nothing where the tour has nothing to show. */
export function sceneNow(show: Pick<StageShow, 'stopId' | 'step'>, passages: readonly Passage[]): { readonly passage: Passage; readonly scene: Scene; readonly at: number; readonly step: number } | null {
  const at = placeOf(show, passages);
  const passage = passages[at];
  const step = passage ? Math.min(show.step, passage.scenes.length - 1) : 0;
  const scene = passage?.scenes[step];
  return passage && scene ? { passage, scene, at, step } : null;
}

/** Back on the tour, and nothing left of what was explored. */
const onTour = { mode: 'tour', finding: null, assetId: null, camera: null } as const;
/** A booth that nobody stands at. */
const asleep = { awake: false, finding: null, assetId: null, camera: null } as const;

function stepped(show: StageShow, passages: readonly Passage[], by: 1 | -1): StageShow {
  const now = sceneNow(show, passages);
  if (!now) return show;
  const { passage, at, step } = now;
  if (passage.scenes[step + by]) return { ...show, stopId: passage.stop.id, step: step + by, share: 0.5 };
  const loops = show.mode === 'booth';
  const next = passages[at + by] ?? (loops ? passages.at(by > 0 ? 0 : -1) : undefined);
  if (!next) return show;
  return { ...show, stopId: next.stop.id, step: by > 0 ? 0 : next.scenes.length - 1, share: 0.5 };
}

function goTo(show: StageShow, passage: Passage | undefined, step = 0): StageShow {
  if (!passage) return show;
  // At a booth the loop goes on from there, and what a visitor left open is put away.
  return { ...show, ...(show.mode === 'booth' ? asleep : onTour), stopId: passage.stop.id, step: Math.min(step, passage.scenes.length - 1), share: 0.5, black: false };
}

/** A visitor's or the presenter's own way: at a booth the loop waits for it, else the tour does. */
const leaving = (show: StageShow): StageShow => (show.mode === 'booth' ? { ...show, awake: true } : { ...show, mode: 'explore' });
/** True where the map is somebody's own to move: off the tour, or at a booth with a visitor. */
const isFree = (show: StageShow) => show.mode === 'explore' || show.awake;

/** How the stage looks; said before a show has begun it holds for the screen that waits. */
const presented = (show: StageShow, theme: StageShow['theme'], language: StageShow['language']): StageShow =>
  (theme === show.theme && language === show.language ? show : { ...show, theme, language });

/**
 * The show after a command. Pure; a command that means nothing now gives the same value back. While the screen is black, stepping
 * first lights it again; while the map is explored, stepping first leads back to the stop that was left.
 */
export function act(show: StageShow, command: StageCommand, passages: readonly Passage[]): StageShow {
  if (command.do === 'present') return presented(show, command.theme ?? show.theme, command.language ?? show.language);
  if (!show.on) return show;
  switch (command.do) {
    case 'next': case 'previous':
      if (show.black) return { ...show, black: false };
      if (show.mode === 'explore') return { ...show, ...onTour };
      return stepped(show, passages, command.do === 'next' ? 1 : -1);
    case 'first': return goTo(show, passages[0]);
    case 'last': return goTo(show, passages.at(-1));
    case 'go': return goTo(show, passages.find(({ stop }) => stop.id === command.stopId), command.step);
    case 'black': return { ...show, black: command.on ?? !show.black };
    case 'explore': return { ...leaving(show), black: false, camera: command.camera, assetId: null };
    // Putting away what is not there leads nobody off the tour.
    case 'find': return command.finding === null && !isFree(show) ? show : { ...leaving(show), black: false, finding: command.finding, assetId: null, camera: null };
    case 'open': return command.assetId === null && !isFree(show) ? show : { ...leaving(show), black: false, assetId: command.assetId, camera: command.assetId === null ? show.camera : null };
    case 'look': return { ...(isFree(show) ? show : leaving(show)), camera: command.camera };
    case 'return': case 'sleep':
      return show.mode === 'booth' ? { ...show, ...asleep } : { ...show, ...onTour, black: false };
    case 'slide': return { ...show, share: command.share };
    case 'touch': return show.mode === 'booth' && !show.awake ? { ...show, awake: true } : show;
    case 'end': return { ...show, on: false, black: false, awake: false, ...onTour };
  }
}

/** How long the show rests at the scene it stands at, in seconds: a stop's time is shared out among its scenes. */
export function restSeconds(show: Pick<StageShow, 'stopId' | 'step'>, passages: readonly Passage[]): number | null {
  const now = sceneNow(show, passages);
  return now && now.passage.stop.seconds / now.passage.scenes.length;
}
