import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { packDatums, type PackDatum } from '../../data/schema/map-pack.js';
import { cellsOf, placeInCell, trueExtent, truePlace } from '../../renderer/map/ground/datum-mesh.js';
import { frameOfTile } from '../../renderer/map/ground/frame.js';
import { worldX, worldY } from '../../renderer/map/world.js';

/** Side of the screen tiles that sheets are painted in, in CSS pixels. */
const side = 512;

/** Where the exact transform has a place of the world in a pack, in the unit square. */
function exactly(lng: number, lat: number, datum: PackDatum): readonly [number, number] {
  const [x, y] = datum === 'GCJ-02' ? gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02) : [lng, lat];
  return [worldX(x!), worldY(y!)];
}

/** How far from its true place a place is painted at a zoom, in CSS pixels of the screen. `parts` are those of a tile's mesh. */
function painted(lng: number, lat: number, zoom: number, datum: PackDatum, ratio = 1, parts?: number): number {
  const world = 256 * 2 ** zoom;
  const [x, y] = [worldX(lng) * world, worldY(lat) * world];
  const frame = frameOfTile({ z: zoom, x: Math.floor(x / side), y: Math.floor(y / side) }, side, ratio);
  const [column, row] = [(worldX(lng) - frame.x) * frame.scale, (worldY(lat) - frame.y) * frame.scale];
  const cell = cellsOf(frame, datum, parts).find(({ left, top, right, bottom }) => column >= left && column < right && row >= top && row < bottom);
  expect(cell, 'every pixel of a tile belongs to a cell').toBeDefined();
  const [u, v] = placeInCell(cell!, column, row);
  const [east, south] = exactly(lng, lat, datum);
  return Math.hypot(u - east, v - south) * world;
}

const grid = (west: number, east: number, south: number, north: number, step: number): [number, number][] => {
  const places: [number, number][] = [];
  // Steps that share no divisor with tiles or with the shift's own waves: no place is like another.
  for (let lng = west; lng <= east; lng += step) for (let lat = south; lat <= north; lat += step * 0.83) places.push([lng, lat]);
  return places;
};
const china = grid(73.31, 135.07, 3.9, 53.57, 0.713);
const elsewhere = [...grid(-170.3, 60.2, -70.1, 70.4, 9.37), ...grid(140.3, 178.9, -60.2, 60.4, 7.13)];
const worst = (places: readonly [number, number][], error: (lng: number, lat: number) => number) => Math.max(...places.map(([lng, lat]) => error(lng, lat)));

describe('the position of a pack under assets in WGS-84', () => {
  it('is true to a fiftieth of a pixel at zoom 17 everywhere in China, for a pack in GCJ-02', () => {
    expect(china.length).toBeGreaterThan(5_000);
    expect(worst(china, (lng, lat) => painted(lng, lat, 17, 'GCJ-02'))).toBeLessThan(0.02);
  });
  it('is no farther off on high-density screens and between zooms', () => {
    for (const ratio of [2, 2 ** 0.5, 1.25 * 2 ** -0.25]) expect(worst(china.filter((_, k) => k % 7 === 0), (lng, lat) => painted(lng, lat, 17, 'GCJ-02', ratio))).toBeLessThan(0.02);
  });
  it('stays under a pixel from the whole county down to a courtyard', () => {
    for (const zoom of [8, 10, 12, 14, 16, 18, 20]) expect(worst(china.filter((_, k) => k % 11 === 0), (lng, lat) => painted(lng, lat, zoom, 'GCJ-02'))).toBeLessThan(0.5);
  });
  it('is true to a pixel for vector packs, whose tiles are placed as one piece', () => {
    for (const zoom of [9, 11, 13, 15, 17]) expect(worst(china.filter((_, k) => k % 5 === 0), (lng, lat) => painted(lng, lat, zoom, 'GCJ-02', 1, 1))).toBeLessThan(1);
  });
  it('is exact outside China, where GCJ-02 is not shifted', () => {
    expect(worst(elsewhere, (lng, lat) => painted(lng, lat, 17, 'GCJ-02'))).toBeLessThan(0.001);
  });
  it('is exact for packs in WGS-84 and CGCS2000', () => {
    for (const datum of packDatums.filter((one) => one !== 'GCJ-02')) expect(worst(china, (lng, lat) => painted(lng, lat, 17, datum))).toBeLessThan(0.001);
  });
  it('would be hundreds of pixels off if the shift were left out', () => {
    const [lng, lat] = [119.93, 29.83];
    const [x, y] = exactly(lng, lat, 'GCJ-02');
    expect(Math.hypot(x - worldX(lng), y - worldY(lat)) * 256 * 2 ** 17).toBeGreaterThan(200);
  });
  it('leads back from a pack to the world to within a fifth of a pixel: names stand where their places are', () => {
    expect(worst(china, (lng, lat) => {
      const [x, y] = truePlace(...exactly(lng, lat, 'GCJ-02'), 'GCJ-02');
      return Math.hypot(x - worldX(lng), y - worldY(lat)) * 256 * 2 ** 17;
    })).toBeLessThan(0.2);
  });
  it('moves the bounds of a pack as well', () => {
    const bounds = [119.85, 29.75, 120.02, 29.9] as const;
    expect(trueExtent(bounds, 'CGCS2000')).toEqual({ west: 119.85, south: 29.75, east: 120.02, north: 29.9 });
    const moved = trueExtent(bounds, 'GCJ-02');
    expect(moved.west - bounds[0]).toBeLessThan(-0.003);
    expect(moved.east - bounds[2]).toBeLessThan(-0.003);
  });
});
