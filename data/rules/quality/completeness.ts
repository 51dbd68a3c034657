import type { Asset } from '../../schema/asset.js';
import { fieldAt, fieldsOfCategory } from '../../schema/fields.js';
import type { Gap } from '../../schema/quality.js';
import { text, type Text } from '../../schema/text.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { isFilled, reader } from './read.js';

/** What counts towards a good pitch: a field by its path in the registry, and its points. */
export interface Criterion {
  readonly path: string;
  readonly points: number;
  /** Points held already; without it all for a filled field and none for an empty one. */
  readonly held?: (asset: Asset, township: Township) => number;
  /** What is wanted, where the field's own name does not say it. */
  readonly want?: (asset: Asset) => Text;
}
/** What an asset may lean on: the township's own public line stands in for the asset's. */
export interface Township { readonly hasPublicLine: boolean }

const of = (path: string, points: number, rest: Omit<Criterion, 'path' | 'points'> = {}): Criterion => ({ path, points, ...rest });

/** A pitch with three pictures shows the place; the first one is its cover and counts most. */
const wantedPhotos = 3;
const pointsOfPhotos = [0, 3, 7, 12] as const;

/** Relic status is known only once it is said: an empty field is no “no”. */
const relicStatus = (points: number) => of('detail.protection', points, { want: () => text('文保级别（不是文保也请写明）', 'heritage status (say so if there is none)') });
const isBuilding = (asset: Asset) => asset.floorArea !== undefined;
/** Fields that only a building can have are not missed of open ground. */
const ofBuilding = (path: string, points: number) => of(path, points, { held: (asset) => (!isBuilding(asset) || isFilled(reader(path)(asset)) ? points : 0) });

/** What an investor asks first of anything: where, how much, on what terms, what is there, what it looks like. 82 points. */
const shared: readonly Criterion[] = [
  of('location', 8),
  of('address', 3),
  of('status', 5),
  of('ownership', 5),
  of('price', 8, { held: (asset) => (isFilled(asset.price) || isFilled(asset.priceText) ? 8 : 0), want: () => text('参考价（或写面议）', 'asking price (or “negotiable”)') }),
  of('cooperation', 7),
  of('term', 4),
  of('utilities', 6),
  of('distanceToHighwayKm', 2),
  of('suggestedUses', 8),
  of('photos', 12, {
    held: (asset) => pointsOfPhotos[Math.min(asset.photos.length, wantedPhotos)] as number,
    want: (asset) => (asset.photos.length === 0 ? text('照片', 'photos') : text(`再补 ${wantedPhotos - asset.photos.length} 张照片`, `${wantedPhotos - asset.photos.length} more photo${wantedPhotos - asset.photos.length > 1 ? 's' : ''}`)),
  }),
  of('highlights', 8, {
    held: (asset) => (isFilled(asset.highlights?.zh) ? 6 : 0) + (isFilled(asset.highlights?.en) ? 2 : 0),
    want: (asset) => (!isFilled(asset.highlights) ? text('亮点', 'highlights') : isFilled(asset.highlights?.zh) ? text('英文亮点', 'highlights in English') : text('中文亮点', 'highlights in Chinese')),
  }),
  of('nameEn', 2),
  of('publicContact', 4, { held: (asset, township) => (township.hasPublicLine || isFilled(asset.publicContact?.phone) ? 4 : 0) }),
];

/** What is asked of the category besides. 18 points each. */
const own: Readonly<Record<Category, readonly Criterion[]>> = {
  forest: [of('siteArea', 8), of('detail.treeSpecies', 4), of('detail.slope', 2), of('detail.elevation', 2), of('boundary', 2)],
  farmland: [of('siteArea', 7), of('detail.landType', 3), of('detail.basicFarmland', 3), of('detail.irrigation', 3), of('boundary', 2)],
  hydropower: [of('detail.capacityKw', 6), of('detail.annualOutputKwh', 4), of('detail.headM', 2), of('detail.waterPermitNo', 2), of('detail.waterPermitExpiry', 3), of('detail.gridConnection', 1)],
  house: [of('floorArea', 6), of('detail.structure', 3), of('detail.floors', 2), of('detail.builtYear', 2), of('detail.dangerGrade', 3), relicStatus(2)],
  hall: [of('floorArea', 6), of('detail.capacity', 4), of('detail.structure', 2), of('detail.facilities', 2), of('detail.opening', 1), of('detail.dangerGrade', 1), relicStatus(2)],
  other: [
    of('siteArea', 8, { held: (asset) => (asset.siteArea !== undefined || asset.floorArea !== undefined ? 8 : 0) }),
    of('detail.currentUse', 4), ofBuilding('detail.structure', 2), ofBuilding('detail.builtYear', 2), ofBuilding('detail.dangerGrade', 2),
  ],
};

/** The criteria of each category; the points of each make 100. */
export const criteria = Object.fromEntries(categories.values.map((category) => [category, [...shared, ...own[category]]])) as unknown as Readonly<Record<Category, readonly Criterion[]>>;

/** From so many points on, an asset's pitch is called ready. */
export const readyFrom = 90;

type Measure = (asset: Asset, township: Township) => Gap | undefined;

function measureOf(category: Category, { path, points, held, want }: Criterion): Measure {
  const read = reader(path);
  const { label } = fieldAt(fieldsOfCategory(category), path);
  const has = held ?? ((asset: Asset) => (isFilled(read(asset)) ? points : 0));
  // Most gaps are whole fields: one value serves all assets that lack it.
  const whole: Gap = { path, points, want: { zh: label.zh, en: lowered(label.en) } };
  return (asset, township) => {
    const lost = points - has(asset, township);
    if (lost <= 0) return undefined;
    return want || lost !== points ? { path, points: lost, want: want?.(asset) ?? whole.want } : whole;
  };
}
const lowered = (label: string) => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

const measures = Object.fromEntries(categories.values.map((category) => [category, criteria[category].map((criterion) => measureOf(category, criterion))])) as unknown as Readonly<Record<Category, readonly Measure[]>>;

/** How ready an asset is to be pitched, 0 to 100, and what is missing, the most wanted first. */
export function completenessOf(asset: Asset, township: Township): { score: number; gaps: Gap[] } {
  const gaps = measures[asset.category].flatMap((measure) => measure(asset, township) ?? []).sort((one, other) => other.points - one.points);
  return { score: 100 - gaps.reduce((sum, gap) => sum + gap.points, 0), gaps };
}

/** The next step in words: 补上照片和参考价，可到 86 分。 */
export function adviceOf({ score, gaps }: { readonly score: number; readonly gaps: readonly Gap[] }, most = 2): Text {
  const next = gaps.slice(0, most);
  if (next.length === 0) return text('该有的都有了', 'Everything a pitch needs is there');
  const reached = score + next.reduce((sum, gap) => sum + gap.points, 0);
  const joined = (items: readonly string[], comma: string, and: string) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`);
  // The hint in brackets stands with the gap itself; 再补 is in 补上 already.
  const brief = (want: string) => want.replace(/\s*[（(].*[)）]$/, '').replace(/^再补/, '');
  return text(
    `补上${joined(next.map((gap) => brief(gap.want.zh)), '、', '和')}，可到 ${reached} 分`,
    `Add ${joined(next.map((gap) => brief(gap.want.en)), ', ', ' and ')} to reach ${reached}`,
  );
}
