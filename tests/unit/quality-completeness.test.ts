import { describe, expect, it } from 'vitest';
import { adviceOf, completenessOf, criteria } from '../../data/rules/quality/completeness.js';
import type { Asset } from '../../data/schema/asset.js';
import { fieldsOfCategory, isSeenBy } from '../../data/schema/fields.js';
import { categories } from '../../data/schema/vocabularies.js';
import { buildAsset } from '../builders/ledger.js';

const alone = { hasPublicLine: false };
const photo = (digit: string) => ({ id: `${digit.repeat(64)}.jpg` });
const full = buildAsset('house', {
  location: { lng: 119.93, lat: 29.83 }, address: '村口', status: 'available', ownership: 'collective', price: { yuan: null, basis: 'negotiable' }, cooperation: ['lease'], term: '10 年',
  utilities: ['water'], distanceToHighwayKm: 3, suggestedUses: ['民宿'], photos: [photo('a'), photo('b'), photo('c')], highlights: { zh: '临溪', en: 'By the stream' }, nameEn: 'House',
  publicContact: { phone: '0571-60000000' }, floorArea: 200, detail: { structure: '砖木', floors: 2, builtYear: 1950, dangerGrade: 'A 级', protection: '非文保' },
});
const gapOf = (asset: Asset, path: string, township = alone) => completenessOf(asset, township).gaps.find((gap) => gap.path === path);

describe('what counts towards a good pitch', () => {
  for (const category of categories.values) {
    it(`is declared for ${category} by paths of the registry that make 100 points, each once`, () => {
      const known = new Set(fieldsOfCategory(category).map((entry) => entry.path));
      const paths = criteria[category].map((criterion) => criterion.path);
      expect(paths.filter((path) => !known.has(path))).toEqual([]);
      expect(new Set(paths).size).toBe(paths.length);
      expect(criteria[category].reduce((sum, criterion) => sum + criterion.points, 0)).toBe(100);
    });
    it(`asks of ${category} nothing that investors will not see, the permit’s number excepted`, () => {
      const hidden = fieldsOfCategory(category).filter((entry) => !isSeenBy('public', entry)).map((entry) => entry.path);
      expect(criteria[category].map((criterion) => criterion.path).filter((path) => hidden.includes(path))).toEqual(category === 'hydropower' ? ['detail.waterPermitNo'] : []);
    });
  }
});

describe('completeness', () => {
  it('gives 100 points where everything is there, and says so', () => {
    expect(completenessOf(full, alone)).toEqual({ score: 100, gaps: [] });
    expect(adviceOf(completenessOf(full, alone)).zh).toBe('该有的都有了');
  });

  it('makes 100 of the score and what the gaps would bring, whatever is missing', () => {
    for (const category of categories.values) {
      const { score, gaps } = completenessOf(buildAsset(category), alone);
      expect(gaps.length, category).toBeGreaterThan(8);
      expect(score + gaps.reduce((sum, gap) => sum + gap.points, 0), category).toBe(100);
      expect([...gaps].sort((one, other) => other.points - one.points)).toEqual(gaps);
    }
  });

  it('names what to add and the score that it leads to', () => {
    const asset = { ...full, photos: [], price: undefined } as unknown as Asset;
    const found = completenessOf(asset, alone);
    expect(found.score).toBe(80);
    expect(adviceOf(found).zh).toBe('补上照片和参考价，可到 100 分');
    expect(adviceOf(found).en).toBe('Add photos and asking price to reach 100');
  });

  it('counts photos up to three, and says how many more', () => {
    const withPhotos = (count: number) => gapOf({ ...full, photos: full.photos.slice(0, count) }, 'photos');
    expect([0, 1, 2, 3].map((count) => withPhotos(count)?.points)).toEqual([12, 9, 5, undefined]);
    expect(withPhotos(1)?.want.zh).toBe('再补 2 张照片');
    expect(adviceOf(completenessOf({ ...full, photos: full.photos.slice(0, 1) }, alone)).zh).toBe('补上 2 张照片，可到 100 分');
  });

  it('takes “negotiable” for a price, and a price that could only be kept as text', () => {
    expect(gapOf(full, 'price')).toBeUndefined();
    expect(gapOf({ ...full, price: undefined, priceText: '看现场再定' } as unknown as Asset, 'price')).toBeUndefined();
    expect(gapOf({ ...full, price: undefined } as unknown as Asset, 'price')?.points).toBe(8);
  });

  it('tells a missing language of the highlights from missing highlights', () => {
    expect(gapOf({ ...full, highlights: { zh: '临溪' } }, 'highlights')).toEqual({ path: 'highlights', points: 2, want: { zh: '英文亮点', en: 'highlights in English' } });
    expect(gapOf({ ...full, highlights: { zh: ' ', en: '' } }, 'highlights')?.points).toBe(8);
  });

  it('lets the township’s own line stand in for an asset’s', () => {
    const asset = { ...full, publicContact: undefined } as unknown as Asset;
    expect(gapOf(asset, 'publicContact')?.points).toBe(4);
    expect(gapOf(asset, 'publicContact', { hasPublicLine: true })).toBeUndefined();
  });

  it('does not miss floors and structure of open ground', () => {
    const ground = buildAsset('other', { siteArea: 900 });
    expect(gapOf(ground, 'detail.structure')).toBeUndefined();
    expect(gapOf({ ...ground, floorArea: 90 }, 'detail.structure')?.points).toBe(2);
  });

  it('takes “no” for an answer: a plot that is no basic farmland has said so', () => {
    expect(gapOf(buildAsset('farmland', { detail: { basicFarmland: false } }), 'detail.basicFarmland')).toBeUndefined();
    expect(gapOf(buildAsset('farmland'), 'detail.basicFarmland')?.points).toBe(3);
  });
});
