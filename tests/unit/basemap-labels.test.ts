import { describe, expect, it } from 'vitest';
import { isCut, Occupied } from '../../renderer/map/basemap/label-placement.js';
import { glyphsAlong } from '../../renderer/map/basemap/line-setting.js';

const characters = [...'白鹭溪'].map((text) => ({ text, advance: 30 }));
const view = [0, 0, 1000, 800] as const;
/** A stream that swings from side to side around y = 400. */
const swinging = Array.from({ length: 101 }, (_, k) => [k * 10, 400 + 40 * Math.sin(k / 6)] as const);

describe('names on the map', () => {
  it('are refused where they would touch what is taken, and may stand edge to edge', () => {
    const occupied = new Occupied([[0, 0, 100, 20]]);
    expect(occupied.isFree([[0, 0, 50, 20]], 60, 10)).toBe(false);
    expect(occupied.isFree([[0, 0, 50, 20]], 100, 0)).toBe(true);
    occupied.take([[0, 0, 50, 20]], 100, 0);
    expect(occupied.isFree([[140, 5, 160, 8]])).toBe(false);
  });

  it('are cut by the edge of the view only when they lie partly outside', () => {
    expect(isCut([[-10, 5, 30, 20]], [0, 0, 100, 100])).toBe(true);
    expect(isCut([[10, 5, 30, 20]], [0, 0, 100, 100])).toBe(false);
    expect(isCut([[-90, 5, -30, 20]], [0, 0, 100, 100])).toBe(false);
    expect(isCut([[-90, 5, -30, 20], [10, 5, 30, 20]], [0, 0, 100, 100])).toBe(true);
  });

  it('follow a stream in reading order, all on one side of it', () => {
    const [best] = glyphsAlong(swinging, { characters, offset: 24, upright: true, view });
    expect(best!.map(({ text }) => text).join('')).toBe('白鹭溪');
    expect(best![0]!.x).toBeLessThan(best![2]!.x);
    const heights = best!.map(({ x, y }) => y - (400 + 40 * Math.sin(x / 60)));
    expect(heights.every((height) => Math.sign(height) === Math.sign(heights[0]!))).toBe(true);
  });

  it('run downwards along a stream that falls steeply, with upright characters', () => {
    const falling = Array.from({ length: 80 }, (_, k) => [500 + k, k * 10] as const);
    const [best] = glyphsAlong(falling, { characters, offset: 24, upright: true, view });
    expect(best![0]!.y).toBeLessThan(best![2]!.y);
    expect(Math.max(...best!.map(({ angle }) => Math.abs(angle)))).toBeLessThan(Math.PI / 4);
  });

  it('stand in the water itself where no distance from it is asked for', () => {
    const straight = Array.from({ length: 80 }, (_, k) => [k * 10, 300] as const);
    const [best] = glyphsAlong(straight, { characters, offset: 0, upright: false, view });
    expect(best!.every(({ y, angle }) => Math.abs(y - 300) < 0.01 && Math.abs(angle) < 0.01)).toBe(true);
  });

  it('find no place along a stream shorter than they are', () => {
    expect(glyphsAlong([[0, 0], [60, 0]], { characters, offset: 10, upright: true, view })).toEqual([]);
  });
});
