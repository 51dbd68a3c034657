import { describe, expect, it } from 'vitest';
import { addStops, changeStop, duplicateStops, hideStops, moveStops, removeStops, shiftStops } from '../../data/rules/tour/edit-stops.js';
import type { Stop } from '../../data/schema/tour.js';

const stop = (id: string, kind: 'cover' | 'figures' | 'explore' | 'closing' = 'explore'): Stop => ({ id, kind, hidden: false, seconds: 30 });
const stops = [stop('first-1', 'cover'), stop('second'), stop('third-'), stop('fourth', 'closing')];
const ids = (list: readonly Stop[]) => list.map(({ id }) => id);

describe('editing the stops of a tour', () => {
  it('moves several together, in their own order, before or behind another', () => {
    expect(ids(moveStops(new Set(['third-', 'first-1']), 'fourth', 'after')(stops))).toEqual(['second', 'fourth', 'first-1', 'third-']);
    expect(ids(moveStops(new Set(['fourth']), 'first-1', 'before')(stops))).toEqual(['fourth', 'first-1', 'second', 'third-']);
  });
  it('leaves the list alone when stops are moved beside themselves or beside one that is gone', () => {
    expect(moveStops(new Set(['second']), 'second', 'after')(stops)).toBe(stops);
    expect(moveStops(new Set(['second']), 'nobody', 'after')(stops)).toBe(stops);
  });
  it('shifts by one place and stops at the ends', () => {
    expect(ids(shiftStops(new Set(['second']), 1)(stops))).toEqual(['first-1', 'third-', 'second', 'fourth']);
    expect(shiftStops(new Set(['first-1']), -1)(stops)).toBe(stops);
  });
  it('puts copies with identities of their own behind the last one copied', () => {
    expect(ids(duplicateStops(new Map([['first-1', 'copy-1'], ['second', 'copy-2']]))(stops))).toEqual(['first-1', 'second', 'copy-1', 'copy-2', 'third-', 'fourth']);
  });
  it('adds behind the stop named, and otherwise before the closing', () => {
    expect(ids(addStops([stop('added-')], 'first-1')(stops))).toEqual(['first-1', 'added-', 'second', 'third-', 'fourth']);
    expect(ids(addStops([stop('added-')], null)(stops))).toEqual(['first-1', 'second', 'third-', 'added-', 'fourth']);
  });
  it('changes a text and keeps the camera, and clears what is given as undefined', () => {
    const framed = [{ ...stop('framed'), camera: { lng: 119.9, lat: 29.8, zoom: 14 }, notes: '慢一点' }];
    const [changed] = changeStop('framed', { title: { zh: '新题' }, notes: undefined })(framed);
    expect(changed).toEqual({ ...stop('framed'), camera: framed[0]!.camera, title: { zh: '新题' } });
  });
  it('hides and removes those named and no other', () => {
    expect(hideStops(new Set(['second']), true)(stops).filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual(['second']);
    expect(ids(removeStops(new Set(['second', 'fourth']))(stops))).toEqual(['first-1', 'third-']);
  });
});
