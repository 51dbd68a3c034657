import { describe, expect, it } from 'vitest';
import { activeFacets, areaOf, emptyFilter, facets, matchesFilter, type AssetFilter, type Filterable } from '../../data/rules/filter.js';
import { bestToLoosen, createFilterIndex } from '../../data/rules/filter-index.js';
import { indexTable } from '../../data/rules/index-table.js';
import { readIndex } from '../../renderer/state/index-entries.js';
import { manyAssets } from '../builders/many-assets.js';

const plain: Filterable = { category: 'forest', village: '竹坞村', status: 'available', siteArea: 200 * 10_000 / 15, floorArea: null, cooperation: ['lease'], utilities: ['water', 'power'] };
const asset = (fields: Partial<Filterable> = {}): Filterable => ({ ...plain, ...fields });
const filter = (fields: Partial<AssetFilter>): AssetFilter => ({ ...emptyFilter, ...fields });
const matches = (fields: Partial<AssetFilter>, of: Partial<Filterable> = {}) => matchesFilter(asset(of), filter(fields));

describe('filter', () => {
  it('lets everything pass when nothing is asked', () => {
    expect(matches({})).toBe(true);
    expect(activeFacets(emptyFilter)).toEqual([]);
    expect(activeFacets(filter({ area: { min: null, max: null, unit: 'mu' } }))).toEqual([]);
  });

  it('answers the investor: woods from 200 mu with water and power', () => {
    const asked = { categories: ['forest'] as const, utilities: ['water', 'power'], area: { min: 200, max: null, unit: 'mu' as const } };
    expect(matches(asked)).toBe(true);
    expect(matches(asked, { siteArea: 133_333.33 })).toBe(true);
    expect(matches(asked, { siteArea: 133_300 })).toBe(false);
    expect(matches(asked, { utilities: ['water'] })).toBe(false);
    expect(matches(asked, { category: 'farmland' })).toBe(false);
  });

  it('takes any of the ways to cooperate but all of the utilities', () => {
    expect(matches({ cooperation: ['equity', 'lease'] })).toBe(true);
    expect(matches({ cooperation: ['equity'] })).toBe(false);
    expect(matches({ utilities: ['water', 'road'] })).toBe(false);
  });

  it('does not match what is not known', () => {
    expect(matches({ villages: ['竹坞村'] }, { village: null })).toBe(false);
    expect(matches({ statuses: ['available'] }, { status: null })).toBe(false);
    expect(matches({ area: { min: 0, max: null, unit: 'm2' } }, { siteArea: null })).toBe(false);
    expect(matches({ cooperation: ['lease'] }, { cooperation: [] })).toBe(false);
  });

  it('measures land by its site and buildings by their floor', () => {
    expect(areaOf(asset({ siteArea: 10, floorArea: 20 }))).toBe(10);
    expect(areaOf(asset({ category: 'house', siteArea: 10, floorArea: 20 }))).toBe(20);
    expect(areaOf(asset({ category: 'hall', siteArea: 10, floorArea: null }))).toBe(10);
    expect(matches({ area: { min: 100, max: 200, unit: 'm2' } }, { category: 'house', floorArea: 200 })).toBe(true);
    expect(matches({ area: { min: 100, max: 200, unit: 'm2' } }, { category: 'house', floorArea: 201 })).toBe(false);
  });
});

describe('filter index', () => {
  const entries = readIndex(indexTable(manyAssets(500), 'public'));
  const index = createFilterIndex(entries);
  const asked: AssetFilter[] = [
    emptyFilter, filter({ categories: ['house', 'hall'] }), filter({ villages: ['竹坞村', '松阴村'], statuses: ['available', 'idle'] }),
    filter({ utilities: ['water', 'power', 'road'], cooperation: ['lease'] }), filter({ area: { min: 50, max: 400, unit: 'mu' }, categories: ['forest'] }),
  ];
  const searched = Uint8Array.from(entries, (_, row) => Number(row % 3 !== 0));

  it('finds the same rows as asking each asset by itself', () => {
    for (const wanted of asked) for (const flags of [null, searched]) {
      const expected = entries.flatMap((entry, row) => (matchesFilter(entry, wanted) && (!flags || flags[row]) ? [row] : []));
      expect([...index.run(wanted, flags).rows]).toEqual(expected);
    }
  });

  it('counts each choice with the other conditions applied', () => {
    for (const wanted of asked) {
      const { counts } = index.run(wanted, searched);
      for (const village of ['竹坞村', '青枫岭村']) {
        const others = { ...wanted, villages: [village] };
        expect(counts.villages.get(village)).toBe(entries.filter((entry, row) => matchesFilter(entry, others) && searched[row] === 1).length);
      }
      for (const category of ['forest', 'house'] as const) {
        expect(counts.categories.get(category)).toBe(entries.filter((entry, row) => matchesFilter(entry, { ...wanted, categories: [category] }) && searched[row] === 1).length);
      }
      for (const utility of ['water', 'sewage']) {
        expect(counts.utilities.get(utility)).toBe(entries.filter((entry, row) => matchesFilter(entry, { ...wanted, utilities: [...wanted.utilities, utility] }) && searched[row] === 1).length);
      }
    }
  });

  it('counts those that do not say', () => {
    const some = [asset(), asset({ village: null, siteArea: null }), asset({ cooperation: [], utilities: [] })];
    const { unknown } = createFilterIndex(some).run(emptyFilter, null);
    expect(unknown).toEqual({ categories: 0, villages: 1, statuses: 0, area: 1, cooperation: 1, utilities: 1 });
  });

  it('says which condition to loosen when nothing is found', () => {
    const some = [asset({ utilities: [] }), asset({ utilities: [] }), asset({ village: '松阴村' })];
    const result = createFilterIndex(some).run(filter({ utilities: ['water'], villages: ['竹坞村'] }), null);
    expect(result.rows).toHaveLength(0);
    expect(result.without.utilities).toBe(2);
    expect(bestToLoosen(result)).toBe('utilities');
    expect(bestToLoosen(createFilterIndex(some).run(emptyFilter, new Uint8Array(3)))).toBe('search');
  });

  it('names no condition when only loosening two of them would help', () => {
    const result = createFilterIndex([asset({ village: '松阴村' })]).run(filter({ villages: ['竹坞村'], categories: ['hall'] }), null);
    expect(bestToLoosen(result)).toBeNull();
  });

  it('can tell apart more villages than a word has bits', () => {
    const many = Array.from({ length: 80 }, (_, at) => asset({ village: `村${at}` }));
    const result = createFilterIndex(many).run(filter({ villages: ['村70'] }), null);
    expect([...result.rows]).toEqual([70]);
    expect(result.counts.villages.get('村3')).toBe(1);
  });

  it('knows every respect that a filter can ask for', () => {
    expect(Object.keys(emptyFilter).toSorted()).toEqual([...facets].toSorted());
  });
});
