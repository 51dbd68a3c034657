import { describe, expect, it } from 'vitest';
import { cardOf, titleOf } from '../../data/rules/card.js';
import { publicAsset, type PublicAsset } from '../../data/rules/projection.js';
import type { Asset } from '../../data/schema/asset.js';
import { assetFields, isIn, isSeenBy } from '../../data/schema/fields.js';
import { categories } from '../../data/schema/vocabularies.js';
import { manyAssets } from '../builders/many-assets.js';

const base = { ...manyAssets(1)[0]!, siteArea: undefined, floorArea: undefined, price: undefined, cooperation: [], utilities: [], suggestedUses: [], constraints: [], code: undefined };
const asset = (fields: object): PublicAsset => publicAsset({ ...base, ...fields } as unknown as Asset);
const station = { category: 'hydropower', name: '白鹭溪二级电站', siteArea: 3000, floorArea: 420, detail: { capacityKw: 960, annualOutputKwh: 1_920_000, headM: 54, river: '白鹭溪', builtYear: 1978, waterPermitExpiry: '2030-05', waterPermitNo: '取水-44' } };
const lines = (of: PublicAsset, language: 'zh' | 'en' = 'zh') => Object.fromEntries(cardOf(of, language).lines.map(({ label, value }) => [label, value]));
const figures = (of: PublicAsset, language: 'zh' | 'en' = 'zh') => cardOf(of, language).figures.map(({ label, value, unit }) => `${label} ${value} ${unit}`.trim());

describe('card', () => {
  it('shows capacity, output and head of a station first', () => {
    expect(figures(asset(station))).toEqual(['装机容量 960 kW', '年均发电量 192 万度', '水头 54 米']);
    expect(figures(asset(station), 'en')).toEqual(['Installed capacity 960 kW', 'Annual output 1.92 GWh', 'Head 54 m']);
  });

  it('shows woods and fields in mu and buildings in square metres', () => {
    expect(figures(asset({ category: 'forest', siteArea: 200_000, detail: { stockVolume: 3200, canopyDensity: 0.7 } }))).toEqual(['占地面积 300 亩', '蓄积量 3,200 m³', '郁闭度 0.7']);
    expect(figures(asset({ category: 'house', siteArea: 210, floorArea: 180, detail: { floors: 2 } }))).toEqual(['建筑面积 180 ㎡', '占地面积 210 ㎡', '层数 2 层']);
  });

  it('fills up with the distance, the year and the price where a category has fewer than three figures', () => {
    expect(figures(asset({ category: 'farmland', siteArea: 20_000, distanceToHighwayKm: 18, price: { yuan: 390_000, basis: 'year' }, detail: {} }))).toEqual(['占地面积 30 亩', '距高速口 18 公里', '参考价 39 万元/年']);
    expect(figures(asset({ category: 'house', floorArea: 90, price: { yuan: 2000, basis: 'month' }, detail: { builtYear: 1926 } }), 'en')).toEqual(['Floor area 90 ㎡', 'Built 1926', 'Asking price 2,000 CNY a month']);
    expect(figures(asset({ category: 'house', price: { yuan: null, basis: 'negotiable' }, detail: {} }))).toEqual([]);
  });

  it('says the rest in lines: terms with the years, utilities, permit, years without separators', () => {
    const shown = lines(asset({ ...station, cooperation: ['lease', 'equity'], term: '15 年', price: { yuan: 390_000, basis: 'year' }, utilities: ['water', 'road', 'parking'], distanceToHighwayKm: 18, suggestedUses: ['研学', '营地'] }));
    expect(shown).toMatchObject({ 合作方式: '租赁、入股，15 年', 参考价: '39 万元/年', 配套: '通水、通路、停车', 取水许可有效期至: '2030 年 5 月', 建成年份: '1978 年', 推荐业态: '研学、营地', 距高速口: '18 公里' });
    expect(Object.keys(shown).slice(0, 4)).toEqual(['合作方式', '参考价', '取水许可有效期至', '配套']);
  });

  it('shows each thing once', () => {
    const { figures: big, lines: rest } = cardOf(asset({ category: 'farmland', siteArea: 20_000, distanceToHighwayKm: 18, price: { yuan: 390_000, basis: 'year' }, detail: {} }), 'zh');
    const paths = [...big, ...rest].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('keeps the price as it was written where no amount could be read', () => {
    expect(lines(asset({ ...station, priceText: '一事一议' }))['参考价']).toBe('一事一议');
    expect(lines(asset({ ...station, price: { yuan: null, basis: 'negotiable' } }))['参考价']).toBe('面议');
  });

  it('marks what limits the use', () => {
    const { lines: shown } = cardOf(asset({ category: 'farmland', siteArea: 1000, constraints: ['生态红线'], detail: { basicFarmland: true, irrigation: '渠灌' } }), 'zh');
    expect(shown.filter((line) => line.caution).map((line) => line.value)).toEqual(['生态红线', '是']);
  });

  it('leaves out what is not known, for every category and in both languages', () => {
    for (const category of categories.values) for (const language of ['zh', 'en'] as const) {
      const card = cardOf(asset({ category, detail: {} }), language);
      expect(card.figures).toEqual([]);
      expect(card.lines).toEqual([]);
    }
  });

  it('shows every public card and headline field that has a value, and no other field', () => {
    const shown = new Set(cardOf(asset({ ...station, address: '溪边', landUse: '公用设施', ownership: 'collective', idleSince: '2019', certificateNo: '秘', cooperation: ['lease'], publicContact: { name: '招商办', phone: '0570-1' } }), 'zh').lines.map(({ path }) => path));
    for (const path of ['siteArea', 'floorArea', 'address', 'landUse', 'ownership', 'idleSince', 'detail.river', 'publicContact']) expect(shown.has(path), path).toBe(true);
    for (const path of shown) {
      const entry = assetFields.find((candidate) => candidate.path === path)!;
      expect(isSeenBy('public', entry) && (isIn('card', entry) || isIn('headline', entry)), path).toBe(true);
    }
  });

  it('names the asset in the language, with the other name in small', () => {
    const named = { name: '白鹭溪二级电站', nameEn: 'Bailu Station', highlights: { zh: '临溪而立。' } };
    expect(titleOf(asset({ ...station, ...named }), 'zh')).toEqual({ name: '白鹭溪二级电站', second: 'Bailu Station', highlight: '临溪而立。' });
    expect(titleOf(asset({ ...station, ...named }), 'en')).toEqual({ name: 'Bailu Station', second: '白鹭溪二级电站', highlight: '临溪而立。' });
    expect(titleOf(asset({ ...station, name: '无名' }), 'en')).toEqual({ name: '无名', second: null, highlight: null });
  });
});
