import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { roleOf, type Geometry, type Properties } from '../../renderer/map/ground/vector-roles.js';
import { readVectorTile } from '../../renderer/map/ground/vector-tile.js';

const types = { point: 1, line: 2, area: 3 } as const;
interface Feature { readonly geometry: Geometry; readonly properties?: Properties; readonly points: readonly (readonly [number, number])[] }

/** A tile as the specification has it (Mapbox vector tile 2.1), of 4096 units to a side. */
function tileOf(layers: Readonly<Record<string, readonly Feature[]>>): Uint8Array {
  const tile = new PbfWriter();
  for (const [name, features] of Object.entries(layers)) tile.writeMessage(3, (_, layer) => {
    const keys: string[] = [];
    const values: (string | number | boolean)[] = [];
    const indexIn = <Item>(list: Item[], item: Item) => { const at = list.indexOf(item); return at < 0 ? list.push(item) - 1 : at; };
    layer.writeVarintField(15, 2);
    layer.writeStringField(1, name);
    for (const { geometry, properties = {}, points } of features) layer.writeMessage(2, (__, feature) => {
      feature.writePackedVarint(2, Object.entries(properties).flatMap(([key, value]) => [indexIn(keys, key), indexIn(values, value)]));
      feature.writeVarintField(3, types[geometry]);
      const zigzag = (value: number) => ((value << 1) ^ (value >> 31)) >>> 0;
      let [x, y] = [0, 0];
      const commands = points.flatMap(([east, south], k) => {
        const step = [zigzag(east - x), zigzag(south - y)];
        [x, y] = [east, south];
        return k === 0 ? [9, ...step] : k === 1 ? [((points.length - 1) << 3) | 2, ...step] : step;
      });
      feature.writePackedVarint(4, geometry === 'area' ? [...commands, 15] : commands);
    }, null);
    for (const key of keys) layer.writeStringField(3, key);
    for (const value of values) layer.writeMessage(4, (__, out) => { if (typeof value === 'string') out.writeStringField(1, value); else if (typeof value === 'number') out.writeDoubleField(3, value); else out.writeBooleanField(7, value); }, null);
    layer.writeVarintField(5, 4096);
  }, null);
  return tile.finish();
}

const line: Feature['points'] = [[100, 100], [2000, 3000]];
const square: Feature['points'] = [[500, 500], [1500, 500], [1500, 1500], [500, 1500]];
const at = (x: number, y: number): Feature['points'] => [[x, y]];

describe('a vector pack', () => {
  it('never has a line or an area of administration drawn, whatever its layer is called', () => {
    for (const layer of ['boundaries', 'boundary', 'admin', 'administrative', 'admin_lines', 'countries', 'province', 'county_line', 'disputed', 'BOUL', 'BOUA', 'XZQ', 'XZQJX', 'CJDCQ', '行政区划', '国界线', '省界', '县级政区', '乡镇界'])
      for (const geometry of ['line', 'area'] as const) expect(roleOf(layer, geometry, {}), layer).toBeNull();
    const marked: readonly Properties[] = [{ admin_level: 4 }, { kind: 'country' }, { class: 'province' }, { boundary: 'administrative' }];
    for (const properties of marked)
      for (const layer of ['water', 'landuse', 'lines', 'earth']) expect(roleOf(layer, 'line', properties), JSON.stringify(properties)).toBeNull();
  });
  it('is understood in the schema of Protomaps', () => {
    const seen = (layer: string, geometry: Geometry, properties: Properties) => roleOf(layer, geometry, properties);
    expect(seen('earth', 'area', {})).toBe('earth');
    expect(seen('landcover', 'area', { kind: 'forest' })).toBe('wood');
    expect(seen('landuse', 'area', { kind: 'park' })).toBe('park');
    expect(seen('water', 'area', { kind: 'lake' })).toBe('water');
    expect(seen('water', 'line', { kind: 'stream' })).toBe('stream');
    expect(seen('water', 'line', { kind: 'river' })).toBe('river');
    expect(seen('roads', 'line', { kind: 'highway', kind_detail: 'motorway' })).toBe('motorway');
    expect(seen('roads', 'line', { kind: 'major_road', kind_detail: 'secondary' })).toBe('major');
    expect(seen('roads', 'line', { kind: 'minor_road', kind_detail: 'residential' })).toBe('minor');
    expect(seen('roads', 'line', { kind: 'path', kind_detail: 'footway' })).toBe('path');
    expect(seen('roads', 'line', { kind: 'rail' })).toBe('rail');
    expect(seen('buildings', 'area', { kind: 'building' })).toBe('building');
  });
  it('is understood in the schema of OpenMapTiles', () => {
    expect(roleOf('transportation', 'line', { class: 'trunk' })).toBe('motorway');
    expect(roleOf('transportation', 'line', { class: 'tertiary' })).toBe('street');
    expect(roleOf('transportation', 'line', { class: 'track' })).toBe('track');
    expect(roleOf('waterway', 'line', { class: 'river' })).toBe('river');
    expect(roleOf('landcover', 'area', { class: 'wood' })).toBe('wood');
    expect(roleOf('landcover', 'area', { class: 'farmland' })).toBe('farmland');
    expect(roleOf('landuse', 'area', { class: 'residential' })).toBe('built');
    expect(roleOf('building', 'area', {})).toBe('building');
    expect(roleOf('transportation_name', 'line', { name: '环溪路' })).toBeNull();
  });
  it('is never blank for having layers that no schema names', () => {
    expect(roleOf('something', 'line', {})).toBe('otherLine');
    expect(roleOf('something', 'area', {})).toBe('otherArea');
    expect(roleOf('something', 'point', {})).toBe('otherPoint');
  });

  it('gives shapes in shares of the tile and names with their places', () => {
    const { shapes, names } = readVectorTile(tileOf({
      transportation: [{ geometry: 'line', properties: { class: 'primary' }, points: line }],
      water: [{ geometry: 'area', properties: { class: 'lake', name: '镜湖', 'name:en': 'Mirror Lake' }, points: square }],
      place: [{ geometry: 'point', properties: { class: 'village', name: 'Zhuwu', 'name:zh': '竹坞村' }, points: at(2048, 1024) }],
    }));
    expect([...shapes.keys()].sort()).toEqual(['major', 'water']);
    expect([...shapes.get('major')![0]!.lines[0]!]).toEqual([100 / 4096, 100 / 4096, 2000 / 4096, 3000 / 4096]);
    expect(names.find(({ zh }) => zh === '竹坞村')).toMatchObject({ en: 'Zhuwu', kind: 'village', x: 0.5, y: 0.25 });
    expect(names.find(({ zh }) => zh === '镜湖')).toMatchObject({ en: 'Mirror Lake', kind: 'stream' });
  });
  it('names no country and no province, and leaves a name in the rim to the neighbouring tile', () => {
    const { names } = readVectorTile(tileOf({ place: [
      { geometry: 'point', properties: { class: 'country', name: '甲国' }, points: at(100, 100) },
      { geometry: 'point', properties: { class: 'state', name: '乙省' }, points: at(200, 100) },
      { geometry: 'point', properties: { class: 'village', name: '丙村' }, points: at(-20, 100) },
      { geometry: 'point', properties: { class: 'village', name: '丁村' }, points: at(20, 100) },
    ] }));
    expect(names.map(({ zh }) => zh)).toEqual(['丁村']);
  });
  it('that is damaged gives what can be read of it, or says so, and never hangs', () => {
    const whole = tileOf({ roads: [{ geometry: 'line', properties: { kind: 'minor_road' }, points: line }], water: [{ geometry: 'area', points: square }] });
    let [read, refused] = [0, 0];
    for (let cut = 0; cut < whole.length; cut += 1)
      for (const bytes of [whole.slice(0, cut), whole.map((byte, k) => (k === cut ? byte ^ 0xff : byte))]) {
        try {
          for (const list of readVectorTile(bytes).shapes.values()) for (const { lines } of list) expect(lines.every((one) => one.every(Number.isFinite))).toBe(true);
          read += 1;
        } catch (error) {
          if (!(error instanceof Error) || error.name === 'AssertionError') throw error;
          refused += 1;
        }
      }
    expect(read).toBeGreaterThan(10);
    expect(refused).toBeGreaterThan(0);
  });
});
