import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { geoFormats, geoRequestSchema, type GeoRequest } from '../../data/contract.js';
import { fromWgs84 } from '../../data/rules/map/datum-shift.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { packDatums } from '../../data/schema/map-pack.js';
import { exportGeo } from '../../electron/services/export/export-geo.js';
import { readGeoJson } from '../../electron/services/import/read-geojson.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildLedgerData, buildProfile } from '../builders/ledger.js';
import { unclosed } from '../builders/unclosed.js';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'xishan-geo-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const request = (fields: Partial<GeoRequest>): GeoRequest => geoRequestSchema.parse({ kind: 'geo', format: 'geojson', audience: 'public', ...fields });
async function written(fields: Partial<GeoRequest>, data: LedgerData) {
  const made = await exportGeo(request(fields), data, { folder, today: '2026-11-28' });
  return { ...made, content: await readFile(made.file, 'utf8') };
}
interface Collection { readonly datum: string; readonly features: readonly { readonly id: string; readonly geometry: { readonly type: string; readonly coordinates: unknown }; readonly properties: Readonly<Record<string, unknown>> }[] }

const house = buildAsset('house', { name: '溪边<老>宅 & "院"', siteArea: 180, location: { lng: 119.93, lat: 29.83 }, highlights: { zh: '一行\n两行' } });
const wood = buildAsset('forest', { name: '竹坞林', boundary: { type: 'MultiPolygon', coordinates: [[[[119.9, 29.8], [119.91, 29.8], [119.91, 29.81], [119.9, 29.8]]], [[[119.95, 29.8], [119.96, 29.8], [119.96, 29.81], [119.95, 29.8]]]] } });
const nowhere = buildAsset('hall', { name: '无处礼堂' });
const { location: _place, ...placeless } = nowhere;
const data: LedgerData = { profile: buildProfile({ sample: true }), assets: [house, wood, placeless as typeof nowhere], projects: [], tours: [] };

describe('a layer for mapping programs', () => {
  it.each(packDatums)('says that it is in %s, and has every position in it', async (datum) => {
    const { content, name, notices } = await written({ datum }, data);
    const layer = JSON.parse(content) as Collection;
    expect(layer.datum).toBe(datum);
    expect(name).toContain(datum);
    expect(layer.features.map(({ id }) => id)).toEqual([house.id, wood.id]);
    expect(notices[0]?.zh).toContain('1 宗');
    const [lng, lat] = fromWgs84(119.93, 29.83, datum);
    const [x, y] = layer.features[0]!.geometry.coordinates as [number, number];
    expect([x, y].map((degrees) => degrees.toFixed(6))).toEqual([lng.toFixed(6), lat.toFixed(6)]);
    expect(layer.features[1]!.geometry.type).toBe('MultiPolygon');
    // Our own reader is told the datum and need not guess it.
    const { survey } = readGeoJson(Buffer.from(content), name);
    expect(survey?.kind === 'layer' && survey.reference).toMatchObject({ datum, from: 'stated' });
  });

  it('names the datum in a KML, where WGS-84 would be taken for granted, and stays well-formed whatever a name holds', async () => {
    const { content } = await written({ format: 'kml', datum: 'GCJ-02' }, data);
    expect(content).toMatch(/<name>[^<]*GCJ-02[^<]*<\/name>/);
    expect(content).toContain('溪边&lt;老&gt;宅 &amp; &quot;院&quot;');
    expect(content.match(/<Placemark/g)).toHaveLength(2);
    expect(content.match(/<Polygon>/g)).toHaveLength(2);
    expect(unclosed(content)).toEqual([]);
  });

  it('keeps figures as figures, under a label with their unit', async () => {
    const layer = JSON.parse((await written({}, data)).content) as Collection;
    expect(layer.features[0]?.properties).toMatchObject({ '占地面积（㎡）': 180, 名称: house.name });
  });

  it.each(geoFormats)('for the public as %s holds nothing of any internal or personal field, and the internal one would', async (format) => {
    const { data: secret, canaries } = ledgerOfCanaries();
    const open = (await written({ format, audience: 'public' }, secret)).content;
    expect(open).toContain('公开forest');
    expect(canaries.filter(({ word }) => open.includes(word)).map(({ path }) => path)).toEqual([]);
    const inside = (await written({ format, audience: 'internal' }, secret)).content;
    expect(inside).toContain(canaries.find(({ path }) => path === 'forest.owner')!.word);
    expect(inside).toContain('内部资料');
  });

  it('leaves no file when it is cancelled', async () => {
    const before = await readdir(folder);
    const stop = new AbortController();
    const many = buildLedgerData({ assets: 4_000 });
    const work = exportGeo(request({ datum: 'CGCS2000', language: 'en' }), many, { folder, today: '2026-11-29', signal: stop.signal, onProgress: () => stop.abort() });
    await expect(work).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual(before);
  });
});
