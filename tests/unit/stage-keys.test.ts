import { describe, expect, it } from 'vitest';
import { cameraAround, panned, zoomed } from '../../data/rules/stage/steer.js';
import { gestureOf } from '../../renderer/audience/stage-gestures.js';
import { stageKeyAction, stageKeys } from '../../renderer/state/stage-keys.js';

const action = (key: string, exploring = false) => stageKeyAction({ key }, exploring);

describe('keys of the stage', () => {
  it('take a clicker: its page keys, its black key, its start and its Esc', () => {
    expect(['PageDown', 'PageUp', 'b', '.', 'F5', 'Escape'].map((key) => action(key))).toEqual(['next', 'previous', 'black', 'black', 'first', 'back']);
  });
  it('step on the tour with arrows, and pan the map while it is explored', () => {
    expect([action('ArrowRight'), action('ArrowLeft')]).toEqual(['next', 'previous']);
    expect([action('ArrowRight', true), action('ArrowUp', true), action('+', true)]).toEqual(['pan-right', 'pan-up', 'zoom-in']);
    expect(action('+')).toBeNull();
  });
  it('work with an input method on, and leave the system its own', () => {
    expect(stageKeyAction({ key: 'Process', code: 'KeyB' }, false)).toBe('black');
    expect(action('？')).toBe('keys');
    expect(stageKeyAction({ key: 'f', ctrlKey: true }, false)).toBeNull();
  });
  it('never mean two things at once', () => {
    for (const exploring of [true, false]) {
      const lines = stageKeys.filter((line) => (line.exploring ?? false) === exploring);
      const keys = lines.flatMap((line) => line.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('steering the map', () => {
  const camera = { lng: 119.9, lat: 29.8, zoom: 13 };
  it('goes east and back to where it was, and north to a higher latitude', () => {
    expect(panned(panned(camera, 0.2, 0), -0.2, 0).lng).toBeCloseTo(camera.lng, 9);
    expect(panned(camera, 0, 0.2).lat).toBeGreaterThan(camera.lat);
  });
  it('comes no nearer and goes no farther than a township can be shown', () => {
    expect([zoomed(camera, 20).zoom, zoomed(camera, -20).zoom]).toEqual([18, 9]);
  });
  it('frames all places there are, and nothing where there is none', () => {
    expect(cameraAround([])).toBeNull();
    expect(cameraAround([{ lng: 119, lat: 29 }, { lng: 120, lat: 29 }])!.lng).toBeCloseTo(119.5, 9);
  });
});

describe('a hand on the stage', () => {
  it('steps by a tap at either side, not in the middle', () => {
    const tap = (x: number) => gestureOf({ x, y: 500 }, { x, y: 500 }, 1_920, true);
    expect([tap(100), tap(960), tap(1_800)]).toEqual(['previous', null, 'next']);
  });
  it('steps by a swipe of a finger, not by a drag of the mouse nor up and down', () => {
    expect(gestureOf({ x: 1_000, y: 500 }, { x: 700, y: 520 }, 1_920, true)).toBe('next');
    expect(gestureOf({ x: 1_000, y: 500 }, { x: 700, y: 520 }, 1_920, false)).toBeNull();
    expect(gestureOf({ x: 1_000, y: 500 }, { x: 900, y: 900 }, 1_920, true)).toBeNull();
  });
});
