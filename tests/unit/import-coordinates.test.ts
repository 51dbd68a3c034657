import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { datumIn } from '../../data/rules/import/datum.js';
import { isOutside, metresBetween, surroundingsOf } from '../../data/rules/import/outliers.js';
import { parseOneCell, parseTwoCells, type CoordinateRules } from '../../data/rules/import/parse-coordinates.js';
import { fromPlane, meridianIn } from '../../data/rules/import/plane.js';

const plain: CoordinateRules = { datum: 'WGS-84', order: 'lng-lat' };
const wanted = { lng: 119.935056, lat: 29.840056 };
const codes = (read: { doubts: readonly { code: string }[] }) => read.doubts.map((entry) => entry.code);

describe('coordinates in two cells', () => {
  it.each([
    [119.935056, 29.840056], ['119.935056', '29.840056'], ['119°56′6.2″', '29°50′24.2″'], ['119度56分6.2秒', '29度50分24.2秒'], ['119°56\'6.2"', '29°50\'24.2"'], ['119º56’6.2”', '29º50’24.2”'], ["119°56'6.2''", "29°50'24.2''"],
    ['东经119°56′6.2″', '北纬29°50′24.2″'], ['E119.935056', 'N29.840056'], ['119.935056°E', '29.840056°N'], ['119-56-6.2', '29-50-24.2'], ['119 56 6.2', '29 50 24.2'], ['119°56.10336′', '29°50.40336′'], ['经度119.935056', '纬度：29.840056'],
  ])('reads %s and %s', (lng, lat) => {
    const read = parseTwoCells(lng, lat, plain);
    expect(read.doubts).toEqual([]);
    expect(metresBetween(read.location ?? { lng: 0, lat: 0 }, wanted)).toBeLessThan(3);
  });
  it('turns a swapped pair and says so', () => {
    const read = parseTwoCells('29°50′24.2″', '119°56′6.2″', plain);
    expect(codes(read)).toEqual(['coord_swapped']);
    expect(metresBetween(read.location ?? { lng: 0, lat: 0 }, wanted)).toBeLessThan(3);
    expect(codes(parseTwoCells('N29.84', 'E119.93', plain))).toEqual(['coord_swapped']);
  });
  it.each([
    [1199.83045, 29.846, 'coord_impossible'], [119.97, 92.816, 'coord_impossible'], ['0', '0', 'coord_impossible'], ['119°75′10″', '29°49′00″', 'coord_impossible'], [19.884655, 29.824368, 'coord_outside'],
    ['见附图', undefined, 'coord_unparsed'], ['119.9', '', 'coord_incomplete'], ['x119.9', 'x29.8', 'datum_unknown'],
  ])('does not use %s, %s', (lng, lat, code) => {
    const read = parseTwoCells(lng, lat, plain);
    expect(read.location).toBeUndefined();
    expect(codes(read)).toEqual([code]);
  });
  it('says nothing of two blank cells', () => {
    expect(parseTwoCells('/', undefined, plain)).toEqual({ doubts: [] });
  });
});

describe('coordinates in one cell', () => {
  it.each(['119.935056,29.840056', '119.935056，29.840056', '119.935056 29.840056', '(119.935056, 29.840056)', '119°56′6.2″，29°50′24.2″', 'E119°56′6.2″ N29°50′24.2″', '东经119°56′6.2″北纬29°50′24.2″', '经度：119.935056；纬度：29.840056', '29°50′24.2″N 119°56′6.2″E', '119.935056/29.840056'])('reads %s', (cell) => {
    const read = parseOneCell(cell, { datum: 'WGS-84' });
    expect(read.doubts).toEqual([]);
    expect(metresBetween(read.location ?? { lng: 0, lat: 0 }, wanted)).toBeLessThan(3);
  });
  it('holds a pair to the order that its header names', () => {
    expect(codes(parseOneCell('29.840056,119.935056', plain))).toEqual(['coord_swapped']);
    expect(codes(parseOneCell('29.840056,119.935056', { datum: 'WGS-84', order: 'lat-lng' }))).toEqual([]);
  });
  it('reads text, three numbers or half a pair as no place', () => {
    expect(codes(parseOneCell('村委会旁', plain))).toEqual(['coord_unparsed']);
    expect(codes(parseOneCell('119.9, 29.8, 35', plain))).toEqual(['coord_unparsed']);
    expect(codes(parseOneCell('119.935056', plain))).toEqual(['coord_incomplete']);
  });
});

describe('datums', () => {
  it.each([
    ['高德坐标（GCJ-02）', 'GCJ-02'], ['注：坐标由高德地图拾取，使用前请换算。', 'GCJ-02'], ['坐标取自奥维地图（火星坐标 GCJ-02）', 'GCJ-02'], ['百度地图', 'BD-09'], ['坐标（WGS84）', 'WGS-84'], ['CGCS2000', 'CGCS2000'], ['2000国家大地坐标系', 'CGCS2000'],
    ['由高德拾取，已转换为WGS84坐标', 'WGS-84'], ['西安80坐标系', 'unsupported'], ['中心点坐标', undefined],
  ])('are told from %s', (words, datum) => {
    expect(datumIn(words)).toBe(datum);
  });
  it.each(['GCJ-02', 'BD-09'] as const)('are converted from %s with a word about it', (datum) => {
    const [lng, lat] = gcoord.transform([wanted.lng, wanted.lat], gcoord.WGS84, datum === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09) as [number, number];
    const read = parseTwoCells(lng, lat, { ...plain, datum });
    expect(metresBetween(read.location ?? { lng: 0, lat: 0 }, wanted)).toBeLessThan(0.5);
    expect(codes(read)).toEqual([datum === 'GCJ-02' ? 'datum_gcj02' : 'datum_bd09']);
    expect(read.source).toEqual({ datum, text: expect.stringContaining(String(lng).slice(0, 8)) });
  });
  it('may be named by the cell itself', () => {
    expect(codes(parseTwoCells('g119°53′39.98″', 'g29°52′11.27″', plain))).toEqual(['datum_gcj02']);
    expect(parseTwoCells('g119.9', 'g29.8', plain).source?.datum).toBe('GCJ-02');
  });
});

describe('plane coordinates', () => {
  it('are read in either order, with a zone in the easting or a meridian from elsewhere', () => {
    const [x, y] = [3302345.12, 40512345.67];
    const zoned = fromPlane(x, y, undefined);
    expect(zoned).toMatchObject({ zoneStated: true });
    expect(zoned?.lng).toBeCloseTo(120.1277, 3);
    expect(zoned?.lat).toBeCloseTo(29.8396, 3);
    expect(fromPlane(512345.67, x, 120)).toMatchObject({ lng: zoned?.lng, lat: zoned?.lat, zoneStated: false });
    expect(fromPlane(512345.67, x, undefined)).toBeUndefined();
  });
  it('take their meridian from words', () => {
    expect([meridianIn('CGCS2000 3度带 中央子午线120°'), meridianIn('CM_120E'), meridianIn('3度带第40带'), meridianIn('坐标')]).toEqual([120, 120, 120, undefined]);
  });
});

describe('what lies outside the township', () => {
  const around = Array.from({ length: 20 }, (_, at) => ({ lng: 119.9 + (at % 5) * 0.02, lat: 29.8 + Math.floor(at / 5) * 0.02 }));
  it('is told from the robust middle of the points, whatever strays', () => {
    const found = surroundingsOf([...around, { lng: 119.9, lat: 39.8 }, { lng: 109.9, lat: 29.8 }]);
    expect(isOutside({ lng: 119.9, lat: 39.8 }, found)).toBe(true);
    expect(isOutside({ lng: 119.95, lat: 29.9 }, found)).toBe(false);
  });
  it('is not judged from a handful of points', () => {
    expect(isOutside({ lng: 100, lat: 40 }, surroundingsOf(around.slice(0, 3)))).toBe(false);
  });
});
