import { describe, expect, it } from 'vitest';
import { publicProject } from '../../data/rules/projection.js';
import { indexTable } from '../../data/rules/index-table.js';
import { metFrom } from '../../data/rules/matching/judge.js';
import { createMatcher, explainFew } from '../../data/rules/matching/matcher.js';
import { sharedPoints, type Match } from '../../data/rules/matching/match.js';
import { readWish } from '../../data/rules/matching/read-wish.js';
import type { Asset } from '../../data/schema/asset.js';
import type { Project } from '../../data/schema/project.js';
import type { Condition } from '../../data/schema/wish.js';
import { readIndex } from '../../renderer/state/index-entries.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildProject } from '../builders/ledger.js';
import { chanceFrom, manyAssets } from '../builders/many-assets.js';

const mu = 10_000 / 15;
const matcherOver = (assets: readonly Asset[], projects: readonly Project[] = []) => createMatcher({ assets: readIndex(indexTable(assets, 'public')), projects: projects.map(publicProject), thisYear: 2026 });
const wish = (...conditions: Condition[]) => ({ conditions });
const forest: Condition = { kind: 'category', any: ['forest'], not: false, together: false };
const largeArea: Condition = { kind: 'area', min: 200, max: null, unit: 'mu', about: false, of: null };
const budget: Condition = { kind: 'budget', min: null, max: 50_000, per: 'year', of: 'whole' };
const water: Condition = { kind: 'utility', utility: 'water' };
const camping: Condition = { kind: 'trade', any: ['camping'], not: false, said: null };
const open: Condition = { kind: 'status', any: ['idle', 'partly-idle', 'available', 'negotiating'], not: false, implied: true };
const first = (assets: readonly Asset[], ...conditions: Condition[]) => matcherOver(assets).answer(wish(...conditions), assets.length).assets;
const reason = (match: Match, kind: Condition['kind']) => match.reasons.find(({ condition }) => condition.kind === kind)!;

/** Wishes of every kind, put together by chance; the same every time. */
function wishesByChance(count: number): Condition[][] {
  const all: readonly Condition[] = [forest, largeArea, budget, water, camping, open, { kind: 'term', min: 10, max: null }, { kind: 'distance', max: 12 }, { kind: 'capacity', min: 300, max: null }, { kind: 'floors', min: 2, max: 2 }, { kind: 'seats', min: 200, max: null }, { kind: 'village', any: ['竹坞村'], not: false }, { kind: 'cooperation', any: ['lease'], not: false }, { kind: 'avoid', hindrance: 'red-line' }, { kind: 'words', text: '竹', any: ['竹'], not: false }, { kind: 'category', any: ['house'], not: true, together: false }];
  const { next } = chanceFrom(11);
  return Array.from({ length: count }, () => all.filter(() => next() < 0.35)).filter((conditions) => conditions.length > 1);
}

describe('ranking', () => {
  it('puts what meets more before what meets less, and leaves nothing out', () => {
    const good = buildAsset('forest', { siteArea: 240 * mu, utilities: ['water'], price: { yuan: 100, basis: 'mu-year' }, suggestedUses: ['林间营地'] });
    const small = buildAsset('forest', { siteArea: 150 * mu, utilities: ['water'], price: { yuan: 100, basis: 'mu-year' }, suggestedUses: ['林间营地'] });
    const house = buildAsset('house', { floorArea: 200, utilities: ['power'], suggestedUses: ['民宿'] });
    const { assets, full, total } = matcherOver([house, small, good]).answer(wish(forest, largeArea, water, camping, budget), 3);
    expect(assets.map(({ id }) => id)).toEqual([good.id, small.id, house.id]);
    expect([full, total]).toEqual([1, 3]);
    expect(assets[0]).toMatchObject({ full: true, points: 100 });
    expect(reason(assets[1]!, 'area').text).toEqual({ zh: '面积 150 亩，还差 50 亩', en: 'Area 150 mu: 50 mu short' });
  });

  it('tells in words what every point is for: they add up, of a hundred', () => {
    const matcher = matcherOver(manyAssets(150));
    for (const conditions of wishesByChance(60)) {
      for (const match of matcher.answer({ conditions }, 20).assets) {
        expect(match.reasons).toHaveLength(conditions.length);
        expect(match.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(match.points);
        expect(match.reasons.reduce((sum, { of }) => sum + of, 0)).toBe(100);
        for (const { text, points, of } of match.reasons) {
          expect(text.zh.length).toBeGreaterThan(1);
          expect(text.en).not.toMatch(/[\u4e00-\u9fff]{3,}(?<!村)$|undefined|NaN/);
          expect(points).toBeLessThanOrEqual(of);
        }
      }
      const points = matcher.answer({ conditions }, 150).assets.map((match) => match.points);
      expect(points).toEqual(points.toSorted((one, other) => other - one));
    }
  });

  it('never finds fewer that meet everything when a condition is taken off', () => {
    const matcher = matcherOver(manyAssets(300));
    for (const conditions of wishesByChance(80)) {
      const { full } = matcher.answer({ conditions }, 1);
      for (const gone of conditions) expect(matcher.answer({ conditions: conditions.filter((condition) => condition !== gone) }, 1).full).toBeGreaterThanOrEqual(full);
    }
  });

  it.each([
    ['area', largeArea, { siteArea: 240 * mu }, {}, { siteArea: 20 * mu }],
    ['budget', budget, { price: { yuan: 30_000, basis: 'year' } }, {}, { price: { yuan: 400_000, basis: 'year' } }],
    ['budget', budget, { price: { yuan: 30_000, basis: 'year' } }, { price: { yuan: null, basis: 'negotiable' } }, { price: { yuan: 400_000, basis: 'year' } }],
    ['utility', water, { utilities: ['water'] }, { utilities: [] }, { utilities: ['road'] }],
    ['trade', camping, { suggestedUses: ['露营'] }, { suggestedUses: [] }, { suggestedUses: ['碳汇林'], name: '甲' }],
    ['term', { kind: 'term', min: 15, max: null }, { term: '20 年' }, {}, { term: '3 年' }],
    ['distance', { kind: 'distance', max: 10 }, { distanceToHighwayKm: 8 }, {}, { distanceToHighwayKm: 60 }],
    ['village', { kind: 'village', any: ['梅坞村'], not: false }, { village: '梅坞村' }, { village: undefined }, { village: '溪口村', location: { lng: 118, lat: 28 } }],
    ['cooperation', { kind: 'cooperation', any: ['equity'], not: false }, { cooperation: ['equity'] }, { cooperation: [] }, { cooperation: ['transfer'] }],
    ['status', open, { status: 'available' }, { status: undefined }, { status: 'leased' }],
  ] as const)('takes a missing %s for unknown: less than a yes, more than a no', (kind, condition, yes, unknown, no) => {
    const category = kind === 'trade' ? 'hydropower' : 'forest';
    const [met, missing, missed] = [yes, unknown, no].map((more) => buildAsset(category, more as object)) as [Asset, Asset, Asset];
    const matches = first([missed, missing, met], condition as Condition);
    expect(matches.map(({ id }) => id)).toEqual([met.id, missing.id, missed.id]);
    expect(matches.map((match) => reason(match, kind).standing)).toEqual(['met', 'unknown', expect.stringMatching(/missed|partly/)]);
  });

  it('knows a village’s neighbours, and what is ruled out', () => {
    const there = buildAsset('house', { village: '梅坞村', location: { lng: 119.93, lat: 29.83 } });
    const near = buildAsset('house', { village: '石桥村', location: { lng: 119.94, lat: 29.83 } });
    const far = buildAsset('house', { village: '里湖村', location: { lng: 120.2, lat: 29.83 } });
    expect(first([far, near, there], { kind: 'village', any: ['梅坞村'], not: false }).map(({ id }) => id)).toEqual([there.id, near.id, far.id]);
    const [kept, refused] = first([there, buildAsset('forest')], { kind: 'category', any: ['house'], not: true, together: false });
    expect([reason(kept!, 'category').text.zh, reason(refused!, 'category').text.zh]).toEqual(['不是老房', '是老房，说过不要']);
  });

  it('reckons prices on the basis of the budget', () => {
    const wood = buildAsset('forest', { siteArea: 100 * mu, price: { yuan: 120, basis: 'mu-year' } });
    const shop = buildAsset('house', { floorArea: 100, price: { yuan: 3_000, basis: 'month' } });
    const said = (asset: Asset, condition: Condition) => reason(first([asset], condition)[0]!, 'budget');
    expect(said(wood, { kind: 'budget', min: null, max: 12_000, per: 'year', of: 'whole' }).standing).toBe('met');
    expect(said(wood, { kind: 'budget', min: null, max: 100, per: 'year', of: 'mu' }).text.zh).toContain('超出 20 元');
    expect(said(shop, { kind: 'budget', min: null, max: 3_000, per: 'month', of: 'whole' }).standing).toBe('met');
    expect(said(shop, { kind: 'budget', min: null, max: 400, per: 'year', of: 'm2' }).standing).toBe('met');
    expect(said(shop, { kind: 'budget', min: null, max: 900_000, per: 'total', of: 'whole' }).standing).toBe('unknown');
  });

  it('ranks projects by their own words and by their assets', () => {
    const wood = buildAsset('forest', { siteArea: 300 * mu, village: '竹园村', location: { lng: 119.93, lat: 29.83 } });
    const camp = buildProject({ name: '竹园营地', content: '营位 40 个', investment: 600, assetIds: [wood.id], stage: 'planning' });
    const other = buildProject({ name: '礼堂改造', content: '修缮', investment: 30_000, stage: 'built' });
    const { projects } = matcherOver([wood], [other, camp]).answer(wish(forest, camping, largeArea, { kind: 'investment', min: null, max: 10_000_000 }, open), 2);
    expect(projects.map(({ id, full }) => [id, full])).toEqual([[camp.id, true], [other.id, false]]);
  });
});

describe('what is put together', () => {
  const at = (lng: number, more: object = {}) => buildAsset('forest', { siteArea: 120 * mu, location: { lng, lat: 29.83 }, ...more });
  it('adds up neighbours that are too small alone, says how far apart they lie, and leaves the far ones', () => {
    const [one, two, far] = [at(119.93), at(119.94), at(120.3)];
    const [best, ...others] = matcherOver([one, far, two]).answer(wish(forest, largeArea), 3).combinations;
    expect(best!.ids.toSorted()).toEqual([one.id, two.id].toSorted());
    expect(best!.metres).toBeGreaterThan(900);
    expect(best!.metres).toBeLessThan(1_000);
    expect(reason(best!.match, 'area').text.zh).toBe('面积 240 亩，合适');
    expect(others).toEqual([]);
  });

  it('takes a third where two are not enough, and none where one is', () => {
    const three = [at(119.93), at(119.935), at(119.94)].map((asset) => ({ ...asset, siteArea: 80 * mu }) as Asset);
    expect(matcherOver(three).answer(wish(forest, largeArea), 3).combinations.map(({ ids }) => ids.length)).toEqual([3]);
    expect(matcherOver([at(119.93, { siteArea: 500 * mu }), at(119.94, { siteArea: 500 * mu })]).answer(wish(forest, largeArea), 3).combinations).toEqual([]);
  });

  it('puts different kinds beside each other that are wanted together', () => {
    const [wood, house, far] = [at(119.93), buildAsset('house', { location: { lng: 119.935, lat: 29.83 } }), buildAsset('house', { location: { lng: 120.4, lat: 29.83 } })];
    const both: Condition = { kind: 'category', any: ['forest', 'house'], not: false, together: true };
    const { combinations, assets } = matcherOver([far, house, wood]).answer(wish(both), 3);
    expect(combinations.map(({ ids }) => ids.toSorted())).toEqual([[wood.id, house.id].toSorted()]);
    expect(reason(assets[0]!, 'category').text.zh).toMatch(/还缺/);
  });

  it('has the utilities that each part has, and the price of all', () => {
    const [one, two] = [at(119.93, { utilities: ['water', 'road'], price: { yuan: 20_000, basis: 'year' } }), at(119.94, { utilities: ['road'], price: { yuan: 40_000, basis: 'year' } })];
    const [found] = matcherOver([one, two]).answer(wish(forest, largeArea, water, budget), 2).combinations;
    expect(reason(found!.match, 'utility').standing).toBe('missed');
    expect(reason(found!.match, 'budget').text.zh).toContain('6 万元/年');
  });
});

describe('what is said', () => {
  it('holds nothing internal, whatever the ledger has', () => {
    const { data, canaries } = ledgerOfCanaries();
    const assets = data.assets.slice(0, -1);
    const matcher = matcherOver(assets, data.projects);
    const conditions = wishesByChance(30).flat();
    const said = JSON.stringify([matcher.answer({ conditions: conditions.slice(0, 30) }, 10), explainFew({ conditions: conditions.slice(0, 20) }, assets.map(({ id }) => id), readIndex(indexTable(assets, 'public')), 2026)]);
    expect(canaries.filter(({ word }) => said.includes(word))).toEqual([]);
    expect(canaries.filter(({ word }) => matcher.lexicon.has(word.toLowerCase()))).toEqual([]);
  });

  it('is the same for a few as for all', () => {
    const assets = manyAssets(80);
    const { conditions } = readWish('竹坞村附近200亩以上的林地做露营，通水，每年20万以内', matcherOver(assets).lexicon);
    const found = matcherOver(assets).answer({ conditions }, 5).assets;
    expect(explainFew({ conditions }, found.map(({ id }) => id), readIndex(indexTable(assets, 'public')), 2026)).toEqual(found);
  });

  it('shares a hundred points out in whole ones', () => {
    expect(sharedPoints([1, 1, 1])).toEqual([34, 33, 33]);
    expect(sharedPoints([26, 22, 18, 7]).reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(sharedPoints([])).toEqual([]);
    expect(metFrom).toBeLessThan(1);
  });
});
