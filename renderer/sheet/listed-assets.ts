import { categories, type Category } from '../../data/schema/vocabularies.js';
import type { Language } from '../../data/schema/text.js';
import type { MapPoint } from '../map/clusters.js';
import { mostBadges } from '../map/print/print-marks.js';
import type { PrintView } from '../map/print/print-view.js';
import type { IndexEntry } from '../state/index-entries.js';

export interface ListedAsset { readonly entry: IndexEntry; readonly number: number; readonly name: string }
export interface ListedCategory { readonly category: Category; readonly assets: readonly ListedAsset[] }

/** The assets on a map as its sheet tells of them. */
export interface SheetList {
  /** By category, those in the map's frame; numbered through where the list has room for all. */
  readonly groups: readonly ListedCategory[];
  readonly count: number;
  readonly numbered: boolean;
  /** Those that are printed but have no place, or lie outside the frame. */
  readonly elsewhere: number;
}

const nameIn = ({ name, nameEn }: IndexEntry, language: Language) => (language === 'en' ? nameEn ?? name : name);

/** Sorts the assets in the frame by category and village, and numbers them when the list (`room` lines) can take them. */
export function listOf(entries: readonly IndexEntry[], { extent }: PrintView, language: Language, room: number): SheetList {
  const inside = entries.filter(({ lng, lat }) => lng !== null && lat !== null && lng >= extent.west && lng <= extent.east && lat >= extent.south && lat <= extent.north);
  const groups = categories.values.map((category) => ({
    category,
    entries: inside.filter((entry) => entry.category === category).toSorted((one, other) => (one.village ?? '').localeCompare(other.village ?? '', 'zh') || one.name.localeCompare(other.name, 'zh')),
  })).filter((group) => group.entries.length > 0);
  // Each category's heading takes the room of one line and a half.
  const numbered = inside.length <= mostBadges && inside.length + Math.ceil(groups.length * 1.5) <= room;
  let number = 0;
  return {
    groups: groups.map((group) => ({ category: group.category, assets: group.entries.map((entry) => ({ entry, number: numbered ? (number += 1) : 0, name: nameIn(entry, language) })) })),
    count: inside.length, numbered, elsewhere: entries.length - inside.length,
  };
}

/** The assets as points of the map. */
export const pointsIn = ({ groups }: SheetList): { point: MapPoint; number: number }[] =>
  groups.flatMap(({ assets }) => assets.map(({ entry, number, name }) => ({ number, point: { id: entry.id, name, category: entry.category, lng: entry.lng!, lat: entry.lat!, siteArea: entry.siteArea, floorArea: entry.floorArea } })));

/** How many there are by village, the most first; what has no village comes last under an empty name. */
export function byVillage({ groups }: SheetList): readonly { readonly village: string; readonly counts: ReadonlyMap<Category, number>; readonly total: number }[] {
  const villages = new Map<string, Map<Category, number>>();
  for (const { category, assets } of groups) for (const { entry } of assets) {
    const counts = villages.get(entry.village ?? '') ?? new Map<Category, number>();
    villages.set(entry.village ?? '', counts.set(category, (counts.get(category) ?? 0) + 1));
  }
  return [...villages].map(([village, counts]) => ({ village, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }))
    .toSorted((one, other) => Number(one.village === '') - Number(other.village === '') || other.total - one.total || one.village.localeCompare(other.village, 'zh'));
}
