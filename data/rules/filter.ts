import type { AreaUnit } from '../schema/area-units.js';
import type { AssetFilter } from '../schema/asset-filter.js';
import type { Category, Status } from '../schema/vocabularies.js';
import { isMeasuredInMu, squareMetresPerMu } from './format.js';

/** What a filter needs of an asset; rows of the index have it. Areas in ㎡; null or an empty list is "not known". */
export interface Filterable {
  readonly category: Category;
  readonly village: string | null;
  readonly status: Status | null;
  readonly siteArea: number | null;
  readonly floorArea: number | null;
  readonly cooperation: readonly string[];
  readonly utilities: readonly string[];
}

export { areaUnits, type AreaUnit } from '../schema/area-units.js';
export type { AreaRange, AssetFilter } from '../schema/asset-filter.js';
export const emptyFilter: AssetFilter = { categories: [], villages: [], statuses: [], area: null, cooperation: [], utilities: [] };

export const facets = ['categories', 'villages', 'statuses', 'area', 'cooperation', 'utilities'] as const;
export type Facet = (typeof facets)[number];

/** True when the filter asks for something in this respect. */
export const isActive = (filter: AssetFilter, facet: Facet) => (facet === 'area' ? filter.area !== null && (filter.area.min !== null || filter.area.max !== null) : filter[facet].length > 0);
export const activeFacets = (filter: AssetFilter) => facets.filter((facet) => isActive(filter, facet));

const squareMetresPer: Record<AreaUnit, number> = { mu: squareMetresPerMu, m2: 1 };
/** An area as a person states it, in ㎡. */
export const inSquareMetres = (value: number, unit: AreaUnit) => value * squareMetresPer[unit];

/** The area that people mean when they ask how big an asset is: the land of woods and fields, the floor of buildings; ㎡, or null. */
export function areaOf(asset: Pick<Filterable, 'category' | 'siteArea' | 'floorArea'>): number | null {
  const landFirst = isMeasuredInMu(asset.category);
  return landFirst ? asset.siteArea ?? asset.floorArea : asset.floorArea ?? asset.siteArea;
}

/** A hair's breadth in ㎡: 200 亩 is stored as 133,333.33, and must still be "from 200 亩". */
export const rangeSlack = 0.01;

/** One test per respect; `unknown` where the asset does not say, which never matches a filter that asks. */
type Test = (asset: Filterable) => boolean;
function testsOf(filter: AssetFilter): Record<Facet, Test> {
  const { area } = filter;
  const from = area && area.min !== null ? inSquareMetres(area.min, area.unit) - rangeSlack : -Infinity;
  const to = area && area.max !== null ? inSquareMetres(area.max, area.unit) + rangeSlack : Infinity;
  const test = (facet: Facet, passes: Test): Test => (isActive(filter, facet) ? passes : () => true);
  return {
    categories: test('categories', (asset) => filter.categories.includes(asset.category)),
    villages: test('villages', (asset) => asset.village !== null && filter.villages.includes(asset.village)),
    statuses: test('statuses', (asset) => asset.status !== null && filter.statuses.includes(asset.status)),
    area: test('area', (asset) => { const size = areaOf(asset); return size !== null && size >= from && size <= to; }),
    cooperation: test('cooperation', (asset) => asset.cooperation.some((way) => filter.cooperation.includes(way))),
    utilities: test('utilities', (asset) => filter.utilities.every((utility) => asset.utilities.includes(utility))),
  };
}

/** True when the asset is all that the filter asks for; what is not known of it does not match. */
export function matchesFilter(asset: Filterable, filter: AssetFilter): boolean {
  const tests = testsOf(filter);
  return facets.every((facet) => tests[facet](asset));
}
