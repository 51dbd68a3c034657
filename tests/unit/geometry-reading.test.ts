import { describe, expect, it } from 'vitest';
import { readBoundary } from '../../data/rules/geometry/read-boundary.js';
import { pastedLine, readPlace } from '../../data/rules/geometry/read-place.js';
import { metresBetween } from '../../data/rules/import/outliers.js';
import type { Datum } from '../../data/schema/vocabularies.js';

const place = (words: string, datum: Datum = 'WGS-84', meridian?: number) => {
  const read = readPlace(words, { datum, meridian });
  if (read.at !== 'place') throw new Error(`No place in ${words}: ${JSON.stringify(read)}`);
  return read;
};
const valley = { lng: 119.9352500, lat: 29.8252139 };

describe('what is typed or pasted as a place', () => {
  it.each([
    '119.93525, 29.8252139', '29.8252139 119.93525', '119°56′6.90″ 29°49′30.77″', "N29°49'30.77\" E119°56'6.90\"", '东经119度56分6.90秒，北纬29度49分30.77秒', '119.93525\t29.8252139', '119.93525\n29.8252139\n',
  ])('is read as the same place from %s', (words) => {
    expect(metresBetween(place(words).location, valley)).toBeLessThan(0.5);
  });

  it('is moved by its datum, and keeps the text as it came', () => {
    const read = place('119°56′6.90″ 29°49′30.77″', 'GCJ-02');
    expect(read.source).toEqual({ datum: 'GCJ-02', text: '119°56′6.90″ 29°49′30.77″' });
    expect(metresBetween(read.location, valley)).toBeGreaterThan(300);
    expect(metresBetween(read.location, valley)).toBeLessThan(900);
    expect(metresBetween(place('119.93525, 29.8252139', 'CGCS2000').location, valley)).toBeLessThan(0.1);
  });

  it('goes by the datum that the text itself names, and says so', () => {
    const read = place('高德：119.93525, 29.8252139', 'WGS-84');
    expect(read.source.datum).toBe('GCJ-02');
    expect(read.notes.map(({ zh }) => zh).join()).toContain('GCJ-02');
  });

  it('asks for the central meridian of plane metres without a zone, proposing the nearest', () => {
    expect(readPlace('3301236.5, 493737.2', { datum: 'CGCS2000', near: valley })).toEqual({ at: 'plane', proposed: 120 });
    expect(metresBetween(place('3301236.5, 493737.2', 'CGCS2000', 120).location, valley)).toBeLessThan(2_000);
  });

  it('needs no such answer where the zone is written', () => {
    expect(metresBetween(place('40493737.2, 3301236.5', 'CGCS2000').location, place('3301236.5, 493737.2', 'CGCS2000', 120).location)).toBeLessThan(0.01);
  });

  it('is refused with what to do when it is half a place, another country, or words', () => {
    for (const words of ['119.93', '2.35, 48.85', '村口老樟树']) expect(readPlace(words, { datum: 'WGS-84' })).toMatchObject({ at: 'fault' });
    expect(readPlace('  ', { datum: 'WGS-84' })).toEqual({ at: 'empty' });
  });

  it('comes from two cells on one line', () => {
    expect(pastedLine('119.93\t29.83\r\n')).toBe('119.93, 29.83');
  });
});

describe('a pasted boundary', () => {
  const ring = [[119.93, 29.83], [119.931, 29.83], [119.931, 29.831], [119.93, 29.831], [119.93, 29.83]];
  const polygon = { type: 'Polygon', coordinates: [ring] };

  it.each([
    ['a geometry', JSON.stringify(polygon)],
    ['a feature', JSON.stringify({ type: 'Feature', properties: {}, geometry: polygon })],
    ['a collection', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: polygon }] })],
    ['WKT', 'POLYGON ((119.93 29.83, 119.931 29.83, 119.931 29.831, 119.93 29.831, 119.93 29.83))'],
    ['WKT with heights', 'SRID=4490;POLYGON Z ((119.93 29.83 5, 119.931 29.83 5, 119.931 29.831 5, 119.93 29.831 5, 119.93 29.83 5))'],
    ['a list of corners', '119.93, 29.83\n119.931, 29.83\n119.931, 29.831\n119.93, 29.831'],
    ['a numbered list under a heading', '点号 经度 纬度\nJ1\t119.93\t29.83\nJ2\t119.931\t29.83\nJ3\t119.931\t29.831\nJ4\t119.93\t29.831'],
  ])('is read from %s', (_, words) => {
    expect(readBoundary(words, 'WGS-84')).toEqual({ boundary: polygon });
  });

  it('keeps parts and holes', () => {
    const read = readBoundary('MULTIPOLYGON (((119.93 29.83, 119.94 29.83, 119.94 29.84, 119.93 29.84, 119.93 29.83), (119.934 29.834, 119.936 29.834, 119.936 29.836, 119.934 29.834)), ((119.95 29.83, 119.96 29.83, 119.96 29.84, 119.95 29.83)))', 'WGS-84');
    expect('boundary' in read && read.boundary.coordinates.map((rings) => (rings as unknown[]).length)).toEqual([2, 1]);
  });

  it('is moved by its datum', () => {
    const read = readBoundary(JSON.stringify(polygon), 'GCJ-02');
    if (!('boundary' in read)) throw new Error('Not read.');
    const [lng, lat] = (read.boundary.coordinates as number[][][])[0]![0]!;
    expect(metresBetween({ lng: lng!, lat: lat! }, { lng: 119.93, lat: 29.83 })).toBeGreaterThan(300);
  });

  it('is refused when it is no area, names the line that cannot be read, and asks for degrees', () => {
    const fault = (words: string) => { const read = readBoundary(words, 'WGS-84'); return 'fault' in read ? read.fault.zh : ''; };
    expect(fault('{"type":"Point","coordinates":[119,29]}')).toContain('没有范围');
    expect(fault('{broken')).toContain('没有范围');
    expect(fault('119.93, 29.83\n119.931, 29.83\n老樟树\n119.93, 29.831')).toContain('第 3 行');
    expect(fault('POLYGON ((500000 3300000, 500100 3300000, 500100 3300100, 500000 3300000))')).toContain('经纬度');
  });
});
