import { describe, expect, it } from 'vitest';
import { frameExtent, placeInFrame, tileFrame, tileSide } from '../../data/rules/web/tile-frame.js';

const township = [{ lng: 119.8775, lat: 29.7885 }, { lng: 119.9928, lat: 29.8828 }, { lng: 119.93, lat: 29.83 }];

describe('the frame of a page’s map', () => {
  it('holds every place with ground around it, in a picture that an engine can draw', () => {
    const frame = tileFrame(township)!;
    const { west, south, east, north } = frameExtent(frame);
    for (const { lng, lat } of township) expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
    expect((frame.columns[1] - frame.columns[0]) * tileSide).toBeLessThanOrEqual(2560);
    expect((frame.rows[1] - frame.rows[0]) * tileSide).toBeLessThanOrEqual(2560);
  });
  it('falls on the edges of the level above, which is cut of the same picture', () => {
    const { columns, rows } = tileFrame(township)!;
    expect([...columns, ...rows].filter((edge) => edge % 2 !== 0)).toEqual([]);
  });
  it('shows a single place from nearby with its surroundings, and nothing for none', () => {
    const frame = tileFrame([township[2]!])!;
    expect(frame.zoom).toBe(16);
    const { x, y } = placeInFrame(frame, township[2]!);
    expect(Math.min(x, y)).toBeGreaterThan(100);
    expect(tileFrame([])).toBeNull();
  });
  it('is not drawn out by one place that lies in another province', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ lng: 119.9 + at * 0.005, lat: 29.8 + at * 0.004 }));
    expect(tileFrame([...many, { lng: 104.06, lat: 30.66 }])).toEqual(tileFrame(many));
  });
});
