import { layerOf, type ShapeField, type ShapeRecord } from '../../builders/shapefile-bytes.js';
import { zipOf } from '../../builders/zip-bytes.js';
import type { Corpus } from './corpus.js';

const kml = (body: string, before = '') => `<?xml version="1.0" encoding="UTF-8"?>${before}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
const placemark = (at: number | string, shape: string, more = '') => `<Placemark><name>后山${at}号林</name><ExtendedData><Data name="编号"><value>A-${at}</value></Data>${more}</ExtendedData>${shape}</Placemark>`;
const point = (words: string) => `<Point><coordinates>${words}</coordinates></Point>`;
const ring = (words: string) => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${words}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
const laughs = `<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.split('').map((letter, at) => `<!ENTITY ${letter} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const circle = (corners: number) => Array.from({ length: corners }, (_, at) => `${119.9 + Math.cos((at / corners) * 2 * Math.PI) / 100},${29.8 + Math.sin((at / corners) * 2 * Math.PI) / 100}`).concat('119.91,29.8').join(' ');
const utf16 = (words: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
const doc = (words: string) => ({ name: 'doc.kml', bytes: Buffer.from(words) });
const good = kml(placemark(1, point('119.9,29.8')));

const badKml: Corpus = {
  'entity-external.kml': () => kml(placemark('&a;', point('119.9,29.8')), '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  'entity-bomb.kml': () => kml(placemark('&j;', point('119.9,29.8')), laughs),
  'entity-in-utf16.kml': () => utf16(kml(placemark('&j;', point('119.9,29.8')), laughs)),
  'entity-undeclared.kml': () => kml(placemark('&nothing;', point('119.9,29.8'))),
  'deep.kml': () => kml(`${'<Folder>'.repeat(50_000)}${'</Folder>'.repeat(50_000)}`),
  'unclosed.kml': () => good.slice(0, -20),
  'two-roots.kml': () => good + good.slice(good.indexOf('<kml')),
  'too-many.kml': () => kml('<Placemark/>'.repeat(200_001)),
  'nan.kml': () => kml(placemark(1, point('NaN,29.8')) + placemark(2, point('119.9')) + placemark(3, point('')) + placemark(4, point('1e999,-1e999'))),
  'far.kml': () => kml(placemark(1, point('999,999')) + placemark(2, point('0,0'))),
  'swapped-axes.kml': () => kml([1, 2, 3].map((at) => placemark(at, point(`29.8${at},119.9${at}`))).join('')),
  'rings-of-no-sense.kml': () => kml(placemark(1, ring('119.9,29.8')) + placemark(2, ring('119.9,29.8 119.91,29.8')) + placemark(3, ring('119.9,29.8 119.91,29.81 119.91,29.8 119.9,29.81 119.9,29.8')) + placemark(4, ring(''))),
  'corners-by-thousands.kml': () => kml(placemark(1, ring(circle(60_000)))),
  'prototype.kml': () => kml(placemark(1, point('119.9,29.8'), '<Data name="__proto__"><value>x</value></Data><Data name="constructor"><value>y</value></Data>')),
  'links-alone.kml': () => kml('<NetworkLink><name>远方</name><Link><href>http://evil.example/a.kml</href></Link></NetworkLink>'),
  'description-that-swells.kml': () => kml(`<Placemark><name>后山林</name><description><![CDATA[${'<table><tr><td>'.repeat(20_000)}]]></description>${point('119.9,29.8')}</Placemark>`),
  'wrong-encoding.kml': () => Buffer.from(good.replace('UTF-8', 'GB2312')),
};

const badKmz: Corpus = {
  'slip.kmz': () => zipOf([doc(good), { name: '../../outside.kml', bytes: Buffer.from(good) }]),
  'bomb-stated.kmz': () => zipOf([{ ...doc('x'), claimed: 600 * 2 ** 20 }]),
  'bomb-lying.kmz': () => zipOf([{ name: 'doc.kml', bytes: Buffer.alloc(30 * 2 ** 20, 0x20), claimed: 10 }]),
  'many-entries.kmz': () => zipOf([doc(good), ...Array.from({ length: 10_001 }, (_, at) => ({ name: `files/${at}.png`, bytes: Buffer.alloc(0) }))]),
  'entity-bomb.kmz': () => zipOf([doc(kml(placemark('&j;', point('119.9,29.8')), laughs))]),
  'nested.kmz': () => zipOf([{ name: 'inner.kmz', bytes: zipOf([doc(good)]) }]),
  'pictures-alone.kmz': () => zipOf([{ name: 'files/a.png', bytes: Buffer.from('x') }]),
  'locked.kmz': () => { const bytes = zipOf([doc(good)]); for (const mark of ['PK\x03\x04', 'PK\x01\x02']) { const at = bytes.indexOf(mark, 0, 'latin1') + (mark === 'PK\x03\x04' ? 6 : 8); bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at); } return bytes; },
  'two-documents-of-a-name.kmz': () => zipOf([doc(good), doc(kml(placemark(2, point('119.91,29.81'))))]),
  'cut.kmz': () => zipOf([doc(good)]).subarray(0, 200),
};

const fields: readonly ShapeField[] = [{ name: 'ZCBH', type: 'C', length: 12 }, { name: 'DKMC', type: 'C', length: 30 }, { name: 'MIAN_JI', type: 'N', length: 10, decimals: 2 }];
const square = (lng: number, lat: number) => [[lng, lat], [lng, lat + 0.002], [lng + 0.002, lat + 0.002], [lng + 0.002, lat], [lng, lat]] as (readonly [number, number])[];
const records: readonly ShapeRecord[] = [1, 2, 3].map((at) => ({ drawn: { rings: [square(119.9 + at / 100, 29.8)] }, values: [`A-${at}`, `后山${at}号林`, 12.5] }));
/** A zipped layer of three plots, one of its parts altered or left out. */
function layer(change: Readonly<Record<string, ((bytes: Buffer) => Buffer) | null>> = {}, options: Parameters<typeof layerOf>[3] = {}, drawn = records): Buffer {
  const parts = layerOf('地块', fields, drawn, { cpg: 'UTF-8', prj: 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]', ...options });
  return zipOf(parts.flatMap(({ name, bytes }) => {
    const part = change[name.slice(name.lastIndexOf('.') + 1)];
    return part === null ? [] : [{ name, bytes: part ? part(bytes) : bytes }];
  }));
}
const altered = (change: (bytes: Buffer) => void) => (bytes: Buffer) => { const copy = Buffer.from(bytes); change(copy); return copy; };
const points = (pairs: readonly (readonly [number, number])[]): ShapeRecord[] => pairs.map((point, at) => ({ drawn: { point }, values: [`A-${at}`, `后山${at}号林`, 12.5] }));

const badShapefiles: Corpus = {
  'record-length-absurd.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32BE(0x3fffffff, 104)) }),
  'record-length-negative.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32BE(-5, 104)) }),
  'record-length-nothing.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32BE(0, 104)) }),
  'parts-absurd.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32LE(0x7fffffff, 108 + 36)) }),
  'parts-negative.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32LE(-1, 108 + 36)) }),
  'points-absurd.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32LE(0x7fffffff, 108 + 40)) }),
  'file-length-absurd.zip': () => layer({ shp: altered((bytes) => bytes.writeInt32BE(0x3fffffff, 24)) }),
  'shape-type-unknown.zip': () => layer({ shp: altered((bytes) => { bytes.writeInt32LE(77, 32); bytes.writeInt32LE(77, 108); }) }),
  'shp-cut.zip': () => layer({ shp: (bytes) => bytes.subarray(0, 180) }),
  'shp-empty.zip': () => layer({ shp: () => Buffer.alloc(0) }),
  'dbf-count-absurd.zip': () => layer({ dbf: altered((bytes) => bytes.writeUInt32LE(0xffffffff, 4)) }),
  'dbf-record-length-nothing.zip': () => layer({ dbf: altered((bytes) => bytes.writeUInt16LE(0, 10)) }),
  'dbf-header-length-nothing.zip': () => layer({ dbf: altered((bytes) => bytes.writeUInt16LE(0, 8)) }),
  'dbf-cut.zip': () => layer({ dbf: (bytes) => bytes.subarray(0, -60) }),
  'counts-that-differ.zip': () => layer({ shx: (bytes) => bytes.subarray(0, -8) }),
  'shp-missing.zip': () => layer({ shp: null }),
  'dbf-missing.zip': () => layer({ dbf: null }),
  'nan.zip': () => layer({}, {}, points([[NaN, NaN], [119.9, 29.8], [Infinity, 29.8]])),
  'swapped-axes.zip': () => layer({ prj: null }, {}, points([[29.81, 119.91], [29.82, 119.92], [29.83, 119.93]])),
  'cpg-wrong.zip': () => layer({ cpg: () => Buffer.from('936') }),
  'cpg-of-no-sense.zip': () => layer({ cpg: () => Buffer.alloc(5_000, 0xff) }),
  'prj-of-no-sense.zip': () => layer({ prj: () => Buffer.from(`${'PROJCS["'.repeat(5_000)}`) }),
  'too-many.zip': () => layer({}, {}, Array.from({ length: 200_001 }, (): ShapeRecord => ({ drawn: null, values: [null, null, null] }))),
  'slip.zip': () => zipOf([...layerOf('地块', fields, records), { name: '../地块2.shp', bytes: Buffer.from('x') }]),
  'bomb-stated.zip': () => zipOf([...layerOf('地块', fields, records).slice(1), { name: '地块.shp', bytes: Buffer.from('x'), claimed: 600 * 2 ** 20 }]),
};

const feature = (at: number | string, geometry: string, more = '') => `{"type":"Feature","properties":{"编号":"A-${at}","名称":"后山${at}号林"${more}},"geometry":${geometry}}`;
const collection = (...features: readonly string[]) => `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
const place = (x: number | string, y: number | string) => `{"type":"Point","coordinates":[${x},${y}]}`;

const badGeoJson: Corpus = {
  'nan.geojson': () => collection(feature(1, place('NaN', 29.8))),
  'infinity.geojson': () => collection(feature(1, place('1e999', 29.8)), feature(2, place(119.9, 29.8))),
  'positions-of-no-sense.geojson': () => collection(feature(1, place('"119.9"', '"29.8"')), feature(2, '{"type":"Point","coordinates":[]}'), feature(3, '{"type":"Point","coordinates":null}'), feature(4, '{"type":"Polygon","coordinates":[[null,[119.9,29.8],7]]}'), feature(5, '{"type":"Polygon"}'), feature(6, 'null'), feature(7, '{"type":"Nothing","coordinates":[1,2]}')),
  'features-of-no-sense.geojson': () => '{"type":"FeatureCollection","features":[null,7,"x",[],{},{"type":"Feature"},{"type":"Feature","properties":null,"geometry":null}]}',
  'features-no-list.geojson': () => '{"type":"FeatureCollection","features":{"length":1000000000}}',
  'swapped-axes.geojson': () => collection(...[1, 2, 3].map((at) => feature(at, place(`29.8${at}`, `119.9${at}`)))),
  'far.geojson': () => collection(feature(1, place(999, 999)), feature(2, place(0, 0))),
  'prototype.geojson': () => collection(feature(1, place(119.9, 29.8), ',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}')),
  'deep.geojson': () => collection(feature(1, `${'{"type":"GeometryCollection","geometries":['.repeat(20_000)}${place(119.9, 29.8)}${']}'.repeat(20_000)}`)),
  'deep-list.geojson': () => `{"type":"FeatureCollection","features":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
  'deep-polygon.geojson': () => collection(feature(1, `{"type":"MultiPolygon","coordinates":${'['.repeat(3_000)}119.9,29.8${']'.repeat(3_000)}}`)),
  'cut.geojson': () => collection(feature(1, place(119.9, 29.8))).slice(0, -30),
  'too-many.geojson': () => `{"type":"FeatureCollection","features":[${'{"type":"Feature","properties":null,"geometry":null},'.repeat(200_000)}{"type":"Feature","properties":null,"geometry":null}]}`,
  'properties-that-swell.geojson': () => collection(feature(1, place(119.9, 29.8), Array.from({ length: 20_000 }, (_, at) => `,"栏${at}":"值"`).join(''))),
  'other-json.json': () => '[{"名称":"x"}]',
  'corners-by-thousands.geojson': () => collection(feature(1, `{"type":"Polygon","coordinates":[[${circle(60_000).split(' ').map((pair) => `[${pair}]`).join(',')}]]}`)),
};

/** Bad layers of survey programs. */
export const badLayers: Corpus = { ...badKml, ...badKmz, ...badShapefiles, ...badGeoJson };
