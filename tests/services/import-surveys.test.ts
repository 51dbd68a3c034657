import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import gcoord from 'gcoord';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChange } from '../../data/rules/apply-change.js';
import { metresBetween } from '../../data/rules/import/outliers.js';
import type { Asset } from '../../data/schema/asset.js';
import type { Location } from '../../data/schema/common.js';
import { FailureError } from '../../data/schema/failure.js';
import { recordSchemas, type LedgerData } from '../../data/schema/ledger.js';
import { changeOf, type ImportPlan } from '../../electron/services/import/run-import.js';
import { planHere } from '../builders/plan-here.js';
import { big5Bytes, gbkBytes } from '../builders/encoded-text.js';
import { layerOf, type ShapeField, type ShapeRecord } from '../builders/shapefile-bytes.js';
import { zipOf } from '../builders/zip-bytes.js';

// A township of the far south-west, in zone 34 of the 3° grid.
const emptyLedger: LedgerData = { profile: { name: { zh: '云岭乡', en: 'Yunling' }, villages: [], maps: [], sample: false }, assets: [], projects: [], tours: [] };
const centre = { lng: 102.7, lat: 25.04 };
let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'xishan-survey-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

async function planOf(files: Readonly<Record<string, Uint8Array | string>>, data = emptyLedger): Promise<ImportPlan> {
  const named = await Promise.all(Object.entries(files).map(async ([name, bytes]) => {
    const path = join(folder, createHash('sha1').update(name).update(bytes).digest('hex'));
    await writeFile(path, bytes);
    return { name, path };
  }));
  return planHere(named, data);
}
async function appliedTo(data: LedgerData, plan: ImportPlan): Promise<LedgerData> {
  const after = applyChange(data, { entries: await changeOf(plan, new Set(), { at: '2026-11-01T00:00:00.000Z', by: '甲' }) });
  for (const asset of after.assets) recordSchemas.asset.parse(asset);
  return after;
}
async function assetsOf(files: Readonly<Record<string, Uint8Array | string>>, data = emptyLedger): Promise<readonly Asset[]> {
  return (await appliedTo(data, await planOf(files, data))).assets;
}
async function refusalOf(files: Readonly<Record<string, Uint8Array | string>>) {
  const error = await planOf(files).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}
const withCentre: LedgerData = { ...emptyLedger, profile: { ...emptyLedger.profile, centre } };
const codesOf = (plan: ImportPlan, row: number, file = 0) => plan.rows[file]?.find((entry) => entry.row === row)?.doubts.map((entry) => entry.code);
const isNear = (place: Location | undefined, lng: number, lat: number, metres = 1) => expect(place && metresBetween(place, { lng, lat }), JSON.stringify(place)).toBeLessThan(metres);

type Pair = readonly [number, number];
/** A square plot with its south-west corner here, its sides in degrees. */
const square = (lng: number, lat: number, side = 0.002): Pair[] => [[lng, lat], [lng, lat + side], [lng + side, lat + side], [lng + side, lat], [lng, lat]];
const gauss = (meridian: number, east = 500_000) => `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
const projected = (ring: readonly Pair[], projection: string) => ring.map((pair) => proj4(projection).forward([...pair]) as [number, number]);
const shifted = ([lng, lat]: Pair, to: 'GCJ02' | 'BD09' = 'GCJ02') => gcoord.transform([lng, lat], gcoord.WGS84, gcoord[to]) as [number, number];
const written = (ring: readonly Pair[]) => ring.map(([lng, lat]) => `${lng.toFixed(8)},${lat.toFixed(8)},0`).join(' ');
const kml = (body: string, head = '') => `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${head}${body}</Document></kml>`;
const polygon = (ring: readonly Pair[], holes: readonly (readonly Pair[])[] = []) => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${written(ring)}</coordinates></LinearRing></outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs><LinearRing><coordinates>\n\t${written(hole)}\n</coordinates></LinearRing></innerBoundaryIs>`).join('')}</Polygon>`;
const point = ([lng, lat]: Pair) => `<Point><coordinates>${lng},${lat}</coordinates></Point>`;

describe('KML', () => {
  it('by ogr2ogr names its fields in a schema, in pinyin, and its areas by what is drawn', async () => {
    const body = ['一', '二'].map((name, at) => `<Placemark><name>${at + 1}</name><ExtendedData><SchemaData schemaUrl="#地块"><SimpleData name="ZCBH">YL-${at + 1}</SimpleData><SimpleData name="DKMC">后山${name}号林</SimpleData><SimpleData name="SSCMC">大营村</SimpleData><SimpleData name="MIAN_JI">67.2</SimpleData><SimpleData name="YSSZ">云南松</SimpleData><SimpleData name="Shape_Area">0.0001</SimpleData></SchemaData></ExtendedData><MultiGeometry>${polygon(square(102.7 + at * 0.01, 25.04))}</MultiGeometry></Placemark>`).join('');
    const assets = await assetsOf({ '林地.kml': kml(`<Folder><name>林地</name>${body}</Folder>`, '<Schema name="地块" id="地块"><SimpleField name="ZCBH" type="string"/></Schema>') });
    expect(assets.map((asset) => [asset.code, asset.name, asset.category, asset.village, asset.siteArea])).toEqual([['YL-1', '后山一号林', 'forest', '大营村', 44_800], ['YL-2', '后山二号林', 'forest', '大营村', 44_800]]);
    expect(assets[0]).toMatchObject({ detail: { treeSpecies: '云南松' }, boundary: { type: 'Polygon' } });
    isNear(assets[0]?.location, 102.701, 25.041);
  });
  it('of Google Earth tells category and village by its nested folders', async () => {
    const body = `<Folder><name>大营村</name><Folder><name>老房</name><Placemark><name>李家老宅</name><description>建于1960年代</description>${point([102.71, 25.05])}</Placemark></Folder><Folder><name>田地</name><Placemark><name>坝子田</name>${polygon(square(102.72, 25.05))}</Placemark></Folder></Folder>`;
    const assets = await assetsOf({ 'a.kml': kml(body, '<name>台账.kml</name>') });
    expect(assets.map((asset) => [asset.name, asset.category, asset.village])).toEqual([['李家老宅', 'house', '大营村'], ['坝子田', 'farmland', '大营村']]);
    expect(assets[1]?.siteArea).toBeGreaterThan(44_000);
    expect(assets[1]?.siteAreaText).toMatch(/^图形 6\d\.\d亩$/);
  });
  it('keeps parts and holes of a multiple geometry, and turns its rings as GeoJSON wants them', async () => {
    const ring = square(102.7, 25.04, 0.004);
    const assets = await assetsOf({ 'a.kml': kml(`<Placemark><name>两块林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData><MultiGeometry>${point([102.7015, 25.0415])}${polygon(ring, [square(102.701, 25.041, 0.001)])}${polygon([...square(102.71, 25.04)].reverse())}</MultiGeometry></Placemark>`) });
    const boundary = assets[0]?.boundary;
    expect(boundary?.type).toBe('MultiPolygon');
    expect((boundary?.coordinates as number[][][][]).map((rings) => rings.length)).toEqual([2, 1]);
    isNear(assets[0]?.location, 102.7015, 25.0415);
    const turn = (corners: readonly (readonly number[])[]) => corners.slice(1).reduce((sum, [x, y], at) => sum + (corners[at]?.[0] as number) * (y as number) - (x as number) * (corners[at]?.[1] as number), 0);
    const [outer, hole] = (boundary?.coordinates as number[][][][])[0] as [number[][], number[][]];
    expect([turn(outer) > 0, turn(hole) < 0]).toEqual([true, true]);
  });
  it('leaves out tracks, lines, empty placemarks and lone points, each with its reason, and follows no link', async () => {
    const body = `<NetworkLink><name>远方</name><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink><Placemark><name>路</name><gx:Track><when>2024-01-01</when><gx:coord>102.7 25.04 0</gx:coord></gx:Track></Placemark><Placemark><name>渠</name><LineString><coordinates>102.7,25.04 102.71,25.05</coordinates></LineString></Placemark><Placemark><name>待画</name></Placemark><Placemark><name>乡政府</name>${point([102.7, 25.04])}</Placemark><Placemark><name>后山林</name><ExtendedData><Data name="所在村"><value>大营村</value></Data></ExtendedData>${polygon(square(102.7, 25.04))}</Placemark>`;
    const plan = await planOf({ 'a.kml': kml(body) });
    expect(plan.rows[0]?.map((row) => [row.row, row.outcome])).toEqual([[1, 'refused'], [2, 'refused'], [3, 'refused'], [4, 'refused'], [5, 'new']]);
    expect(plan.rows[0]?.slice(0, 4).every((row) => row.reason?.zh)).toBe(true);
    expect(plan.files[0]?.sheets[0]?.reason.zh).toContain('网络链接');
  });
  it('of 奥维 is taken as GCJ-02 when it says no more than who wrote it, or what every object says', async () => {
    const place = shifted([102.7, 25.04]);
    const body = (datum: string) => `<Placemark><name>后山林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData>${datum}<Point><coordinates>${place.join(',')}</coordinates></Point></Placemark>`;
    for (const text of [kml(body(''), '<name>奥维互动地图标签</name>'), kml(body('<OvCoordType>GCJ-02</OvCoordType>'))]) {
      const plan = await planOf({ '标签.kml': text });
      expect(plan.files[0]?.sheets[0]).toMatchObject({ datum: 'GCJ-02' });
      isNear(plan.rows[0]?.[0]?.location, 102.7, 25.04);
      expect(codesOf(plan, 1)).toContain('datum_gcj02');
    }
  });
  it('closes an open ring, and says of one that crosses itself that it does', async () => {
    const plan = await planOf({ 'a.kml': kml(`<Placemark><name>开口林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData>${polygon(square(102.7, 25.04).slice(0, 4))}</Placemark><Placemark><name>八字林</name><ExtendedData><Data name="编号"><value>A-2</value></Data></ExtendedData>${polygon([[102.7, 25.04], [102.704, 25.044], [102.704, 25.04], [102.7, 25.043], [102.7, 25.04]])}</Placemark>`) });
    expect(codesOf(plan, 1)).toContain('polygon_unclosed');
    expect(codesOf(plan, 2)).toContain('shape_crosses');
  });
  it('reads a table of one line of headings, and lines of words, in its description', async () => {
    const html = '<![CDATA[<html><body><table><tr><td><table><tr><th>编号</th><th>所在村</th><th>占地面积(㎡)</th></tr><tr><td>F-1</td><td>大营村</td><td>120</td></tr></table></td></tr></table></body></html>]]>';
    const plain = '编号：F-2\n所在村：大营村\n占地面积（㎡）：150<br/>通水通电';
    const assets = await assetsOf({ 'a.kml': kml(`<Placemark><name>甲家老房</name><description>${html}</description>${point([102.7, 25.04])}</Placemark><Placemark><name>乙家老房</name><description><![CDATA[${plain}]]></description>${point([102.71, 25.04])}</Placemark>`) });
    expect(assets.map((asset) => [asset.code, asset.village, asset.siteArea, asset.notes])).toEqual([['F-1', '大营村', 120, undefined], ['F-2', '大营村', 150, '通水通电']]);
  });
  it('in GBK, with a prefix to its elements and blanks after commas, is read all the same', async () => {
    const words = '<?xml version="1.0" encoding="GB2312"?><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>后山林</k:name><k:ExtendedData><k:Data name="编号"><k:value>A-1</k:value></k:Data></k:ExtendedData><k:Point><k:coordinates> 102.7, 25.04, 0 </k:coordinates></k:Point></k:Placemark></k:kml>';
    const assets = await assetsOf({ 'a.kml': gbkBytes(words) });
    expect(assets[0]).toMatchObject({ name: '后山林', code: 'A-1', location: { lng: 102.7, lat: 25.04 } });
  });
  it.each([
    ['a document type', '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>&a;</name></Placemark></kml>', '实体'],
    ['an element that is never closed', kml('<Placemark><name>甲</Placemark>'), '第 2 行'],
    ['an entity that nobody declared', kml('<Placemark><name>&x;</name></Placemark>'), '第 2 行'],
  ])('with %s is refused with the place', async (_what, text, why) => {
    expect((await refusalOf({ 'a.kml': text })).message.zh).toContain(why);
  });
});

describe('balloons and attributes in a surveyor’s own words', () => {
  it('of different placemarks say one thing under two words', async () => {
    const body = `<Folder><name>大营村</name><Placemark><name>老供销社</name><description><![CDATA[类别：老房<br/>现状：闲置]]></description>${point([102.71, 25.05])}</Placemark><Placemark><name>旧粮站</name><description><![CDATA[类别：老房<br/>状态：可招商]]></description>${point([102.72, 25.05])}</Placemark></Folder>`;
    expect((await assetsOf({ 'a.kml': kml(body) })).map((asset) => [asset.name, asset.village, asset.status])).toEqual([['老供销社', '大营村', 'idle'], ['旧粮站', '大营村', 'available']]);
  });
  it('cut at ten letters of pinyin name their columns', async () => {
    const names = [['FANGWUBIAN', 'FW-001'], ['FANGWUMING', '下塘老宅'], ['SUOZAICUN', '大营村'], ['JIANZHUMIA', '180.5'], ['JIANCHENGN', '1965'], ['XIANZHUANG', '闲置'], ['LIANXIREN', '赵某'], ['LIANXIDIAN', '19900005551'], ['CHANQUANRE', '赵某某']] as const;
    const layer = layerOf('FWD', names.map(([name]): ShapeField => ({ name, type: 'C', length: 30 })), [0, 1, 2].map((at): ShapeRecord => ({ drawn: { point: [102.7 + at / 100, 25.04] }, values: names.map(([, value], column) => (column < 2 ? `${value}${at}` : value)) })), { encode: gbkBytes });
    const [first] = await assetsOf({ '点.zip': zipOf(layer) });
    expect(first).toMatchObject({ code: 'FW-0010', name: '下塘老宅0', village: '大营村', category: 'house', floorArea: 180.5, status: 'idle', owner: '赵某某', contact: { name: '赵某', phone: '19900005551' }, detail: { builtYear: 1965 } });
  });
  it('name the village as the holder of the land', async () => {
    const features = ['下塘村', '石坑村', '下塘村经济合作社'].map((owner, at) => ({ type: 'Feature', properties: { 地块编号: `LH-${at}`, 地块名称: `${at}号田`, 权属单位: owner, 地类: '水田' }, geometry: { type: 'Polygon', coordinates: [square(102.7 + at * 0.01, 25.04)] } }));
    expect((await assetsOf({ 'a.geojson': JSON.stringify({ type: 'FeatureCollection', features }) })).map((asset) => asset.village)).toEqual(['下塘村', '石坑村', '下塘村']);
  });
});

describe('KMZ', () => {
  it('may call its document anything and keep it in a folder; names in GBK are read', async () => {
    const body = kml(`<Placemark><name>后山林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData>${point([102.7, 25.04])}</Placemark>`);
    const plan = await planOf({ '点.kmz': zipOf([{ name: '图层/台账.kml', bytes: Buffer.from(body), label: gbkBytes('图层/台账.kml') }, { name: 'files/a.png', bytes: Buffer.from('x') }]) });
    expect(plan.files[0]).toMatchObject({ format: 'kmz', counts: { new: 1 } });
  });
});

const fields: readonly ShapeField[] = [{ name: '编号', type: 'C', length: 12 }, { name: '地块名称', type: 'C', length: 30 }, { name: '所在行政村', type: 'C', length: 20 }, { name: '面积', type: 'N', length: 12, decimals: 2 }, { name: '是否基本农', type: 'C', length: 2 }];
const ledgerRows: readonly (readonly [string, string, string, number, string])[] = [['T-1', '坝子田', '大营村', 44_800, '1'], ['T-2', '沟边田', '小营村', 44_800, '2'], ['T-3', '门前田', '大营村', 44_800, '2']];
const rowsIn = (projection?: string): ShapeRecord[] => ledgerRows.map((values, at) => {
  const ring = square(102.7 + at * 0.01, 25.04);
  return { values, drawn: { rings: [projection ? projected(ring, projection) : ring] } };
});
const prjOf = (name: string, meridian: number, east: number) => `PROJCS["${name}",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${east}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const wgsPrj = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

describe('a zipped shapefile', () => {
  it.each([
    ['of the 3° grid without a zone', gauss(102), prjOf('CGCS2000_3_Degree_GK_CM_102E', 102, 500_000), emptyLedger],
    ['of the 3° grid with its zone', gauss(102, 34_500_000), prjOf('CGCS2000_3_Degree_GK_Zone_34', 102, 34_500_000), emptyLedger],
    ['whose .prj knows no zone though its eastings do', gauss(102, 34_500_000), prjOf('CGCS2000_3_Degree_GK_CM_102E', 102, 500_000), emptyLedger],
    ['whose eastings know no zone though its .prj does', gauss(102), prjOf('CGCS2000_3_Degree_GK_Zone_34', 102, 34_500_000), emptyLedger],
    ['with its zone and no .prj', gauss(102, 34_500_000), undefined, emptyLedger],
    ['without a zone and .prj, by where the township lies', gauss(102), undefined, withCentre],
    ['in degrees of WGS-84', undefined, wgsPrj, emptyLedger],
    ['in degrees and without a .prj', undefined, undefined, emptyLedger],
    ['in Web Mercator without a .prj, by where the township lies', 'EPSG:3857', undefined, withCentre],
  ])('%s lies where it should', async (_what, projection, prj, data) => {
    const plan = await planOf({ '田块.zip': zipOf(layerOf('tk', fields, rowsIn(projection), { encode: gbkBytes, ...(prj ? { prj } : {}) })) }, data);
    const { assets } = await appliedTo(data, plan);
    expect(assets.map((asset) => [asset.code, asset.name, asset.village, asset.siteArea, (asset.detail as { basicFarmland?: boolean }).basicFarmland])).toEqual([['T-1', '坝子田', '大营村', 44_800, true], ['T-2', '沟边田', '小营村', 44_800, false], ['T-3', '门前田', '大营村', 44_800, false]]);
    assets.forEach((asset, at) => isNear(asset.location, 102.701 + at * 0.01, 25.041));
    expect(plan.files[0]?.format).toBe('shapefile');
  });
  it('without a zone and with nothing to tell it keeps its attributes and says so', async () => {
    const plan = await planOf({ '田块.zip': zipOf(layerOf('tk', fields, rowsIn(gauss(102)), { encode: gbkBytes })) });
    expect(plan.rows[0]?.map((row) => [row.outcome, row.location, row.doubts.some((entry) => entry.code === 'coord_zone_unknown')])).toEqual([['new', undefined, true], ['new', undefined, true], ['new', undefined, true]]);
  });
  it.each([
    ['GBK and no .cpg', gbkBytes, undefined, 0x4d], ['GBK and a .cpg of 936', gbkBytes, '936', 0], ['GBK and a .cpg of ANSI 936', gbkBytes, 'ANSI 936', 0], ['GBK and a .cpg that lies', gbkBytes, 'UTF-8', 0],
    ['UTF-8 and its .cpg', (words: string) => Buffer.from(words), 'UTF-8', 0], ['UTF-8 and no .cpg', (words: string) => Buffer.from(words), undefined, 0], ['UTF-8 and a .cpg of GBK', (words: string) => Buffer.from(words), 'GBK', 0],
  ])('has its words right in %s', async (_what, encode, cpg, language) => {
    const plan = await planOf({ 'a.zip': zipOf(layerOf('tk', [{ name: '编号', type: 'C', length: 12 }, { name: '名称', type: 'C', length: 30 }, { name: '所在村', type: 'C', length: 20 }], rowsIn().map((row) => ({ ...row, values: row.values.slice(0, 3) })), { encode, language, ...(cpg ? { cpg } : {}) })) });
    expect(plan.rows[0]?.map((row) => row.name)).toEqual(['坝子田', '沟边田', '门前田']);
  });
  it('may lie in folders, in several layers of points and areas, each a sheet of its own', async () => {
    const houses: ShapeRecord[] = [{ values: ['F-1', '李家老宅', '大营村', 120, null], drawn: { point: [102.705, 25.045] } }];
    const plan = await planOf({ '成果.zip': zipOf([...layerOf('成果/田块/田块', fields, rowsIn(), { encode: gbkBytes }), ...layerOf('成果/农房/农房', fields, houses, { encode: gbkBytes }), { name: '成果/说明.txt.bak', bytes: Buffer.from('x') }]) });
    expect(plan.files[0]?.sheets.map((sheet) => [sheet.name, sheet.category, sheet.rows])).toEqual([['田块', 'farmland', 3], ['农房', 'house', 1]]);
    isNear(plan.rows[0]?.find((row) => row.sheet === '农房')?.location, 102.705, 25.045);
  });
  it('keeps the hole of a plot, takes a null shape for its attributes, and refuses lines', async () => {
    const [ring, hole] = [square(102.7, 25.04, 0.004), [...square(102.701, 25.041, 0.001)].reverse()];
    const plan = await planOf({ 'a.zip': zipOf(layerOf('tk', fields, [{ values: ['T-1', '坝子田', '大营村', 200, '1'], drawn: { rings: [ring, hole] } }, { values: ['T-2', '沟边田', '大营村', 10, '1'], drawn: null }], { encode: gbkBytes })) });
    expect((plan.records[0]?.after as Asset).boundary?.coordinates.length).toBe(2);
    expect([plan.rows[0]?.[1]?.outcome, codesOf(plan, 2)]).toEqual(['new', expect.arrayContaining(['no_geometry'])]);
    const lines = await planOf({ 'b.zip': zipOf(layerOf('lu', fields, [{ values: ['L-1', '机耕路', '大营村', null, null], drawn: { line: [[102.7, 25.04], [102.71, 25.05]] } }], { encode: gbkBytes })) });
    expect(lines.rows[0]?.map((row) => row.outcome)).toEqual(['refused']);
  });
  it('is refused when its parts do not belong together, are cut off or missing, with the layer and the record', async () => {
    const parts = layerOf('tk', fields, rowsIn(), { encode: gbkBytes });
    const [shp, shx, dbf] = parts.map((part) => part.bytes) as [Buffer, Buffer, Buffer];
    const packed = (one: Partial<Record<'shp' | 'shx' | 'dbf', Buffer>>) => zipOf(Object.entries({ shp, shx, dbf, ...one }).map(([ending, bytes]) => ({ name: `tk.${ending}`, bytes })));
    const absurd = Buffer.from(shp);
    absurd.writeInt32BE(900_000, 100 + 8 + 128 + 4);
    const fewer = layerOf('tk', fields, rowsIn().slice(0, 2), { encode: gbkBytes })[2]?.bytes as Buffer;
    for (const [one, why] of [[{ dbf: fewer }, '.dbf 2'], [{ dbf: dbf.subarray(0, dbf.length - 100) }, '应有 3 条记录'], [{ shp: shp.subarray(0, 200) }, '不完整'], [{ shp: absurd }, '第 2 条记录'], [{ shp: Buffer.alloc(200) }, '读不出来']] as const) {
      const failure = await refusalOf({ 'a.zip': packed(one) });
      expect(failure.message.zh).toContain(why);
      expect(failure.place).toMatchObject({ file: 'a.zip', sheet: 'tk' });
    }
    expect((await refusalOf({ 'tk.shp': shp })).message.zh).toContain('.zip');
    expect((await refusalOf({ 'tk.dbf': dbf })).message.zh).toContain('.zip');
  });
});

const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });
const collection = (features: readonly object[], more: object = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features });

describe('GeoJSON', () => {
  it('is understood by English keys, and in the plane that its crs names', async () => {
    const ring = projected(square(102.7, 25.04), gauss(102));
    const words = collection([feature({ code: 'T-1', name: '坝子田', village: '大营村', type: '田地', area_mu: 67.2, status: '闲置' }, { type: 'Polygon', coordinates: [ring] })], { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4543' } } });
    const [asset] = await assetsOf({ 'a.geojson': words });
    expect(asset).toMatchObject({ code: 'T-1', name: '坝子田', village: '大营村', category: 'farmland', siteArea: 44_800, status: 'idle' });
    isNear(asset?.location, 102.701, 25.041);
  });
  it.each([
    ['one feature', JSON.stringify(feature({ 编号: 'A-1', 名称: '后山林' }, { type: 'Point', coordinates: [102.7, 25.04, 1_900] }))],
    ['a list of features', JSON.stringify([feature({ 编号: 'A-1', 名称: '后山林' }, { type: 'Point', coordinates: [102.7, 25.04] })])],
    ['a feature a line', `${JSON.stringify(feature({ 编号: 'A-1', 名称: '后山林' }, { type: 'Point', coordinates: [102.7, 25.04] }))}\n${JSON.stringify(feature({ 编号: 'A-2', 名称: '前山林' }, { type: 'Point', coordinates: [102.71, 25.04] }))}\n`],
    ['a collection of geometries', collection([feature({ 编号: 'A-1', 名称: '后山林' }, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [102.7, 25.04] }, { type: 'LineString', coordinates: [[102.7, 25], [102.8, 25]] }] })])],
    ['its type last', '{"features":[{"geometry":{"coordinates":[102.7,25.04],"type":"Point"},"properties":{"编号":"A-1","名称":"后山林"},"type":"Feature"}],"type":"FeatureCollection"}'],
  ])('of %s is read', async (_what, words) => {
    const [asset] = await assetsOf({ 'a.json': words });
    expect(asset).toMatchObject({ code: 'A-1', name: '后山林', category: 'forest', location: { lng: 102.7, lat: 25.04 } });
  });
  it('refuses what has no name, and turns what is swapped', async () => {
    const plan = await planOf({ 'a.geojson': collection([feature({ 名称: '后山林', 编号: 'A-1' }, { type: 'Point', coordinates: [25.04, 102.7] }), feature({ 名称: '前山林', 编号: 'A-2' }, { type: 'Point', coordinates: [102.7, 25.04] }), feature({}, { type: 'Point', coordinates: [102.7, 25.04] }), feature({ 名称: '远山林', 编号: 'A-3' }, { type: 'Point', coordinates: [9_999, 9_999] })]) });
    expect(plan.rows[0]?.map((row) => row.outcome)).toEqual(['new', 'new', 'refused', 'new']);
    expect(codesOf(plan, 1)).toContain('coord_swapped');
    expect(codesOf(plan, 4)).toContain('coord_impossible');
    isNear(plan.rows[0]?.[0]?.location, 102.7, 25.04);
  });
  it('of one bare geometry has nothing to be known by', async () => {
    const plan = await planOf({ 'a.geojson': JSON.stringify({ type: 'Point', coordinates: [102.7, 25.04] }) });
    expect(plan.rows[0]?.map((row) => row.outcome)).toEqual(['refused']);
  });
  it('that is no JSON, or other JSON, is refused with the line', async () => {
    expect((await refusalOf({ 'a.geojson': '{"type":"FeatureCollection",\n"features":[{"x":NaN}]}' })).message.zh).toContain('第 2 行');
    expect((await refusalOf({ 'a.json': '{"name":"xishan","version":1}' })).message.zh).toContain('不是 GeoJSON');
  });
});

const dms = (value: number) => {
  const [degrees, minutes] = [Math.floor(value), Math.floor((value % 1) * 60)];
  return `${degrees}°${minutes}′${((value * 60 % 1) * 60).toFixed(2)}″`;
};
const dm = (value: number) => `${Math.floor(value)}°${((value % 1) * 60).toFixed(5)}′`;
const listed = [['后山杉木林', 102.7012, 25.0412, '大营村'], ['沟边水田', 102.7123, 25.0523, '小营村'], ['大营文化礼堂', 102.7034, 25.0434, '大营村']] as const;

describe('a list of points', () => {
  it.each([
    ['tabs, degrees first', listed.map(([name, lng, lat, village]) => `${name}\t${lng}\t${lat}\t${village}`).join('\n')],
    ['commas, latitude first', listed.map(([name, lng, lat, village]) => `${name},${lat},${lng},${village}`).join('\r\n')],
    ['blanks, 度分秒', listed.map(([name, lng, lat, village]) => `${name} ${dms(lng)} ${dms(lat)} ${village}`).join('\n')],
    ['tabs, 度分', listed.map(([name, lng, lat, village]) => `${name}\t${dm(lng)}\t${dm(lat)}\t${village}`).join('\n')],
    ['places before names, and a header', `经度,纬度,名称,备注\n${listed.map(([name, lng, lat, village]) => `${lng},${lat},${name},${village}`).join('\n')}`],
    ['one cell for both, and a running number', `序号\t点名\t坐标\t所在村\n${listed.map(([name, lng, lat, village], at) => `${at + 1}\t${name}\t${lng},${lat}\t${village}`).join('\n')}`],
    ['plane metres with their zone', listed.map(([name, lng, lat, village]) => { const [x, y] = proj4(gauss(102, 34_500_000)).forward([lng, lat]); return `${name}\t${y?.toFixed(3)}\t${x?.toFixed(3)}\t${village}`; }).join('\n')],
    ['heights behind the places', listed.map(([name, lng, lat, village]) => `${name}\t${lng}\t${lat}\t1890.5\t${village}`).join('\n')],
    ['a comment and letters for datums', `#导出的点\n${listed.map(([name, lng, lat, village], at) => { const [x, y] = at === 0 ? [lng, lat] : shifted([lng, lat], at === 1 ? 'GCJ02' : 'BD09'); const letter = ['', 'g', 'b'][at]; return `${name}\t${letter}${dms(x)}\t${letter}${dms(y)}\t${village}`; }).join('\n')}`],
  ])('with %s is read', async (_what, words) => {
    for (const bytes of [Buffer.from(words), gbkBytes(words.replaceAll('′', "'").replaceAll('″', '"').replaceAll('°', '度'))]) {
      const assets = await assetsOf({ '点.txt': bytes });
      expect(assets.map((asset) => [asset.name, asset.village, asset.category])).toEqual([['后山杉木林', '大营村', 'forest'], ['沟边水田', '小营村', 'farmland'], ['大营文化礼堂', '大营村', 'hall']]);
      listed.forEach(([, lng, lat], at) => isNear(assets[at]?.location, lng, lat, 1.5));
    }
  });
  it('refuses what is no place, and makes no asset of a point that says nothing else', async () => {
    const words = ['后山杉木林\t102.7012\t25.0412\t大营村', '坏一\t102°75′10″\t25°2′0″\t', '坏二\t102.70\t', '坏三\tx102.7012\tx25.0412\t', '未知点\t102.7044\t25.0444\t'].join('\n');
    const plan = await planOf({ '点.txt': words });
    expect(plan.rows[0]?.map((row) => [row.row, row.outcome])).toEqual([[1, 'new'], [2, 'refused'], [3, 'refused'], [4, 'refused'], [5, 'refused']]);
  });
  it('gives a place to an asset that the ledger has, wherever it stands among the files', async () => {
    const table = '编号,名称,所在村,面积(亩)\nA-1,后山杉木林,大营村,12\nA-2,前山杉木林,大营村,15\n';
    const plan = await planOf({ '点.txt': '后山杉木林\t102.7012\t25.0412\t大营村\n前山杉木林\t102.7022\t25.0422\t大营村', '台账.csv': table });
    expect(plan.records.map((record) => [(record.after as Asset).code, (record.after as Asset).location?.lng])).toEqual([['A-1', 102.7012], ['A-2', 102.7022]]);
  });
});

describe('a list of corners', () => {
  const written = (lng: number, lat: number) => [[0, 0], [0.002, 0], [0.002, 0.002], [0, 0.002]].map(([x, y]) => `${(lng + (x as number)).toFixed(4)},${(lat + (y as number)).toFixed(4)}`);
  it('under the name of what they bound draws it', async () => {
    const assets = await assetsOf({ '拐点.txt': `云岭乡林地拐点坐标\n后山云南松林\n${written(102.7, 25.04).join('\n')}\n\n前山毛竹林：\n${written(102.72, 25.05).map((line, at) => `J${at + 1} ${line}`).join('\n')}\n` });
    expect(assets.map((asset) => [asset.name, asset.category, asset.boundary?.type])).toEqual([['后山云南松林', 'forest', 'Polygon'], ['前山毛竹林', 'forest', 'Polygon']]);
    isNear(assets[1]?.location, 102.721, 25.051);
  });
  it('without names stays a list of points, whatever its title says', async () => {
    const plan = await planOf({ '点.txt': `云岭乡闲置农房点位\n${written(102.7, 25.04).join('\n')}\n` });
    expect(plan.rows[0]?.map((row) => row.outcome)).toEqual(['refused', 'refused', 'refused', 'refused']);
  });
  it('of named points under a title that says what they are makes each of them', async () => {
    const assets = await assetsOf({ '点.txt': '云岭乡闲置农房点位\n老供销社，25.0412，102.7012\n旧粮站，25.0422，102.7022\n李家老屋，25.0432，102.7032\n' });
    expect(assets.map((asset) => [asset.name, asset.category])).toEqual([['老供销社', 'house'], ['旧粮站', 'house'], ['李家老屋', 'house']]);
    isNear(assets[0]?.location, 102.7012, 25.0412);
  });
});

describe('a datum that no file states', () => {
  const known = Array.from({ length: 6 }, (_, at): readonly [string, string, number, number] => [`K-${at}`, `老屋${at}号`, 102.7 + at * 0.004, 25.04 + at * 0.003]);
  const ledger = async () => appliedTo(emptyLedger, await planOf({ '台账.csv': `编号,名称,所在村,经度,纬度,坐标系\n${known.map(([code, name, lng, lat]) => `${code},${name},大营村,${lng},${lat},WGS84`).join('\n')}\n` }));
  const csv = (to: 'GCJ02' | 'BD09' | 'WGS84') => `编号,名称,所在村,经度,纬度\n${known.map(([code, name, lng, lat]) => { const [x, y] = to === 'WGS84' ? [lng, lat] : shifted([lng, lat], to); return `${code},${name},大营村,${x},${y}`; }).join('\n')}\nN-1,新屋,大营村,${(to === 'WGS84' ? [102.71, 25.05] : shifted([102.71, 25.05], to)).join(',')}\n`;
  it.each([['GCJ-02', 'GCJ02'], ['BD-09', 'BD09'], ['WGS-84', 'WGS84']] as const)('is told as %s by how a table lies to known assets', async (datum, to) => {
    const data = await ledger();
    const plan = await planOf({ '房.csv': csv(to) }, data);
    expect(plan.files[0]?.sheets[0]).toMatchObject({ datum, datumFrom: 'proposed' });
    expect(plan.files[0]?.sheets[0]?.evidence?.find((entry) => entry.datum === datum)).toMatchObject({ points: 7, medianMetres: 0 });
    const added = plan.rows[0]?.find((row) => row.code === 'N-1');
    isNear(added?.location, 102.71, 25.05);
    expect(added?.cells.find((cell) => cell.path === 'locationSource')?.after).toMatchObject({ datum });
  });
  it('of a layer outweighs what its writer usually gives', async () => {
    const body = known.map(([code, name, lng, lat]) => `<Placemark><name>${name}</name><ExtendedData><Data name="编号"><value>${code}</value></Data><Data name="所在村"><value>大营村</value></Data></ExtendedData>${point([lng, lat])}</Placemark>`).join('');
    const plan = await planOf({ '奥维导出.kml': kml(body) }, await ledger());
    expect(plan.files[0]?.sheets[0]).toMatchObject({ datum: 'WGS-84', datumFrom: 'proposed' });
    expect(plan.files[0]?.counts).toMatchObject({ new: 0, changed: 0, same: 6 });
  });
  it('stays an assumption, with what little speaks for it, when nothing known is near', async () => {
    const plan = await planOf({ '房.csv': csv('GCJ02') });
    expect(plan.files[0]?.sheets[0]).toMatchObject({ datum: 'WGS-84', datumFrom: 'assumed' });
    expect(plan.files[0]?.sheets[0]?.evidence).toHaveLength(3);
  });
});

describe('layers imported again', () => {
  it('add and change nothing', async () => {
    const files = { '田块.zip': zipOf(layerOf('tk', fields, rowsIn(gauss(102)), { encode: gbkBytes, prj: prjOf('CGCS2000_3_Degree_GK_CM_102E', 102, 500_000) })), '林.kml': kml(`<Placemark><name>后山林</name><description>说明文字</description>${polygon(square(102.73, 25.04))}</Placemark>`), '点.txt': '后山林\t102.7312\t25.0412\t\n沟边田\t102.7105\t25.0405\t小营村' };
    const ledger = await appliedTo(emptyLedger, await planOf(files));
    expect(ledger.assets.length).toBe(4);
    expect((await planOf(files, ledger)).records).toEqual([]);
    for (const [name, bytes] of Object.entries(files)) expect((await planOf({ [name]: bytes }, ledger)).records).toEqual([]);
  });
  it('bring an area only where none is stated, and a place within it gives way to a stated one', async () => {
    const layer = kml(`<Placemark><name>后山林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData>${polygon(square(102.7, 25.04))}</Placemark>`);
    const before = await appliedTo(emptyLedger, await planOf({ '林.kml': layer }));
    expect(before.assets[0]?.locationSource?.text).toContain('图形内一点');
    const after = await appliedTo(before, await planOf({ '点.csv': '编号,名称,面积(亩),经度,纬度,坐标系\nA-1,后山林,120,102.7005,25.0405,WGS84\n' }, before));
    expect(after.assets[0]).toMatchObject({ location: { lng: 102.7005, lat: 25.0405 } });
    const again = await planOf({ '林.kml': layer }, after);
    expect(again.records).toEqual([]);
  });
});

describe('a table in Big5', () => {
  it('is told from GBK and understood, its names kept as they are', async () => {
    const assets = await assetsOf({ '資產.csv': big5Bytes('編號,資產名稱,所在村,面積(畝),狀態,經度,緯度\r\nA-1,後山杉木林,大營村,12,閒置,102.7,25.04\r\nA-2,灘頭水田,大營村,5.5,閒置,102.71,25.04\r\n') });
    expect(assets.map((asset) => [asset.name, asset.category, asset.siteArea, asset.status])).toEqual([['後山杉木林', 'forest', 8_000, 'idle'], ['灘頭水田', 'farmland', 3_666.67, 'idle']]);
  });
});
