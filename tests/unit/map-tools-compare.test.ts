import { describe, expect, it } from 'vitest';
import { compareAssets } from '../../data/rules/map/compare-assets.js';
import { publicAsset } from '../../data/rules/projection.js';
import { assetFields, fieldAt, isSeenBy } from '../../data/schema/fields.js';
import type { Asset } from '../../data/schema/asset.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset } from '../builders/ledger.js';

const shown = (assets: readonly Asset[]) => compareAssets(assets.map(publicAsset), 'zh');
const row = (fields: ReturnType<typeof shown>, path: string) => fields.find((field) => field.path === path);

describe('comparing assets', () => {
  const station = buildAsset('hydropower', { village: '竹坞村', siteArea: 2_600, utilities: ['water', 'road'], price: { yuan: 390_000, basis: 'year' }, detail: { capacityKw: 960, builtYear: 1978, irrigatedArea: 200_000 } });
  const other = buildAsset('hydropower', { village: '竹坞村', siteArea: 1_200, utilities: ['road', 'water'], priceText: '面议再谈', detail: { capacityKw: 320, builtYear: 1978 } });

  it('marks what is the same, what differs, and what only one has', () => {
    const fields = shown([station, other]);
    expect(row(fields, 'village')).toMatchObject({ standing: 'same' });
    expect(row(fields, 'detail.capacityKw')).toMatchObject({ cells: ['960 kW', '320 kW'], standing: 'different' });
    expect(row(fields, 'detail.builtYear')).toMatchObject({ cells: ['1978 年', '1978 年'], standing: 'same' });
    expect(row(fields, 'detail.irrigatedArea')).toMatchObject({ cells: ['300 亩', null], standing: 'partly' });
    expect(row(fields, 'utilities')).toMatchObject({ standing: 'same' });
    expect(row(fields, 'price')).toMatchObject({ cells: ['39 万元/年', '面议再谈'] });
  });

  it('leaves out what none of them fills, and what other categories have', () => {
    const paths = shown([station, other]).map(({ path }) => path);
    expect(paths).not.toContain('address');
    expect(paths.filter((path) => path.startsWith('detail.')).every((path) => fieldAt(assetFields, path).categories?.includes('hydropower') ?? true)).toBe(true);
  });

  it('says areas in both units where the assets are used to different ones', () => {
    const wood = buildAsset('forest', { siteArea: 20_000 });
    expect(row(shown([wood, buildAsset('forest', { siteArea: 10_000 })]), 'siteArea')?.cells).toEqual(['30 亩', '15 亩']);
    expect(row(shown([wood, buildAsset('house', { siteArea: 200, floorArea: 180 })]), 'siteArea')?.cells).toEqual(['20,000 ㎡（30 亩）', '200 ㎡（0.3 亩）']);
    expect(row(shown([wood, buildAsset('house', { floorArea: 180 })]), 'floorArea')?.cells).toEqual([null, '180 ㎡']);
  });

  it('shows public fields only, even of whole assets, and every public one that has words', () => {
    const { data, canaries } = ledgerOfCanaries();
    for (const language of ['zh', 'en'] as const) {
      const fields = compareAssets(data.assets.slice(0, -1) as never, language);
      const said = JSON.stringify(fields);
      expect(canaries.filter(({ word }) => said.includes(word))).toEqual([]);
      expect(fields.every(({ path }) => isSeenBy('public', fieldAt(assetFields, path)))).toBe(true);
    }
    const own = ['code', 'category', 'village', 'siteArea', 'status', 'utilities', 'price', 'detail.capacityKw', 'detail.builtYear', 'detail.irrigatedArea'];
    expect(own.filter((path) => !row(shown([station, other]), path))).toEqual([]);
  });

  it('sets four beside each other as well as two', () => {
    const four = shown([station, other, buildAsset('house', { floorArea: 90 }), buildAsset('hall', { floorArea: 300, detail: { capacity: 200 } })]);
    expect(four.every(({ cells }) => cells.length === 4)).toBe(true);
    expect(row(four, 'floorArea')?.cells).toEqual([null, null, '90 ㎡', '300 ㎡']);
  });
});
