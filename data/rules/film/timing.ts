import { framesPerSecond } from '../../schema/film.js';

/** A shot before its length is known: how long it is when there is time, in seconds; an extra one is left out where there is not. */
export interface Wish<Scene> { readonly scene: Scene; readonly seconds: number; readonly extra: boolean }
/** The shots of one stop, and for how long a talk stays there. */
export interface StopWishes<Scene> { readonly id: string; readonly talkSeconds: number; readonly shots: readonly Wish<Scene>[] }
export interface TimedShot<Scene> { readonly id: string; readonly from: number; readonly frames: number; readonly fade: number; readonly scene: Scene }

/** A talk of half a minute becomes the shortest stop of a film, one of two minutes the longest; in seconds. */
const stay = { least: 6, most: 10, shortTalk: 30, longTalk: 120 } as const;
/** Nobody watches longer unasked, in seconds. */
export const usualMost = 180;
/** Less than this a stop cannot be read, more than this it stands still. */
const bounds = { least: 3.6, most: 20 } as const;
/** A shot is at least so long, in seconds. */
const leastShot = 1.6;
/** Frames in which one shot goes over into the next; half a second. */
export const fadeFrames = 15;

/** How long a film stays at a stop for which a talk takes so many seconds. */
export function stopSeconds(talkSeconds: number): number {
  const share = (talkSeconds - stay.shortTalk) / (stay.longTalk - stay.shortTalk);
  return stay.least + (stay.most - stay.least) * Math.min(1, Math.max(0, share));
}

/** The shots that a stop has time for, and their shares of it. */
function shotsFor<Scene>(shots: readonly Wish<Scene>[], seconds: number): { readonly scene: Scene; readonly seconds: number }[] {
  let sum = shots.filter(({ extra }) => !extra).reduce((total, shot) => total + shot.seconds, 0);
  const kept = shots.filter((shot) => {
    if (!shot.extra) return true;
    // A little haste is better than a photo less.
    if (sum + shot.seconds > seconds * 1.25) return false;
    sum += shot.seconds;
    return true;
  });
  const fitting = kept.length * leastShot <= seconds ? kept : kept.filter(({ extra }) => !extra).slice(0, Math.max(1, Math.floor(seconds / leastShot)));
  const total = fitting.reduce((all, shot) => all + shot.seconds, 0);
  return fitting.map((shot) => ({ scene: shot.scene, seconds: (shot.seconds / total) * seconds }));
}

/**
 * Gives every shot its frames. `wanted` is the film's length in seconds; left out, every stop is as long as it needs and the whole at most
 * three minutes, as far as its stops can be so short. The lengths of the shots add up to the film's, to the frame.
 */
export function timeShots<Scene>(stops: readonly StopWishes<Scene>[], wanted: number | null): TimedShot<Scene>[] {
  const usual = stops.map(({ talkSeconds, shots }) => (shots.length === 1 && shots[0]!.seconds < stay.least ? shots[0]!.seconds : stopSeconds(talkSeconds)));
  const sum = usual.reduce((total, seconds) => total + seconds, 0);
  const target = wanted ?? Math.min(sum, usualMost);
  const factor = sum > 0 ? target / sum : 1;
  const lengths = usual.map((seconds) => Math.min(bounds.most, Math.max(bounds.least, seconds * factor)));
  const timed: TimedShot<Scene>[] = [];
  let end = 0;
  let from = 0;
  stops.forEach(({ id, shots }, at) => {
    shotsFor(shots, lengths[at]!).forEach((shot, number) => {
      end += shot.seconds;
      // Rounded where it ends and not in its length, so that nothing adds up over a film.
      const next = Math.round(end * framesPerSecond);
      timed.push({ id: `${id}-${number}`, from, frames: next - from, fade: timed.length === 0 ? 0 : fadeFrames, scene: shot.scene });
      from = next;
    });
  });
  return timed;
}
