import { afterEach, describe, expect, it, vi } from 'vitest';
import { zoomMs } from '../../renderer/map/flight.js';
import { ZoomTransition } from '../../renderer/map/zoom-transition.js';

const [from, to] = [{ scale: 1_000, left: 0, top: 0 }, { scale: 4_000, left: 3_000, top: 1_500 }];
const timeline = { currentTime: 0 };
const at = (time: number) => { timeline.currentTime = time; };
afterEach(() => { vi.unstubAllGlobals(); });

describe('The transition of a zoom', () => {
  it('stands in the same place for a layer that is drawn in the frame in which it is asked for and for one that is not', () => {
    vi.stubGlobal('document', { timeline });
    at(100);
    const [early, late] = [new ZoomTransition(from, to), new ZoomTransition(from, to)];
    expect(early.viewNow()).toEqual(from);
    for (const time of [180, 260, 320]) { at(time); expect(early.viewNow()).toEqual(late.viewNow()); }
    expect(early.viewNow().scale).toBeGreaterThan(from.scale);
  });

  it('sets off in the next frame, however long ago the last one was, and ends after its time', () => {
    vi.stubGlobal('document', { timeline });
    at(100);
    const zoom = new ZoomTransition(from, to);
    at(9_000);
    expect([zoom.viewNow(), zoom.isOver()]).toEqual([from, false]);
    at(9_000 + zoomMs / 2);
    expect(zoom.isOver()).toBe(false);
    at(9_000 + zoomMs);
    expect(zoom.isOver()).toBe(true);
    expect(zoom.viewNow().scale).toBeCloseTo(to.scale, 6);
    expect(zoom.viewNow().left).toBeCloseTo(to.left, 6);
  });
});
