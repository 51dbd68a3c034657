import type { ProjectTotals } from '../contract.js';
import type { Category, Status } from '../schema/vocabularies.js';
import { categories, statuses } from '../schema/vocabularies.js';
import { valueAt } from '../schema/fields.js';
import { isMeasuredInMu } from './format.js';

/** What totals need of an asset; whole assets, public projections and rows of the index can all give it. */
export interface Countable {
  readonly category: Category;
  readonly status?: Status | undefined;
  readonly siteArea?: number | undefined;
  readonly floorArea?: number | undefined;
  readonly detail?: object;
}

/** Sums over some assets. Areas in ㎡. */
export interface AssetTotals {
  readonly count: number;
  readonly siteArea: number;
  /** The part of `siteArea` that is woods and fields, which people speak of in 亩. */
  readonly landArea: number;
  readonly floorArea: number;
  readonly capacityKw: number;
}
export interface LedgerTotals extends AssetTotals {
  readonly byCategory: Readonly<Record<Category, AssetTotals>>;
  /** An asset whose status is not known is in none of these. */
  readonly byStatus: Readonly<Record<Status, AssetTotals>>;
}

type Sum = { -readonly [K in keyof AssetTotals]: AssetTotals[K] };
const none = (): Sum => ({ count: 0, siteArea: 0, landArea: 0, floorArea: 0, capacityKw: 0 });

/** The installed capacity of a hydropower station in kW; 0 for anything else or where it is not known. */
export function capacityOf(asset: Pick<Countable, 'detail'>): number {
  const value = valueAt(asset, 'detail.capacityKw');
  return typeof value === 'number' ? value : 0;
}

function add(sum: Sum, asset: Countable): void {
  sum.count += 1;
  sum.siteArea += asset.siteArea ?? 0;
  if (isMeasuredInMu(asset.category)) sum.landArea += asset.siteArea ?? 0;
  sum.floorArea += asset.floorArea ?? 0;
  sum.capacityKw += capacityOf(asset);
}

/** Totals of a ledger, in all and by category and status; areas in ㎡. Assets without a figure count as 0. */
export function ledgerTotals(assets: Iterable<Countable>): LedgerTotals {
  const all = none();
  const byCategory = Object.fromEntries(categories.values.map((value) => [value, none()])) as Record<Category, Sum>;
  const byStatus = Object.fromEntries(statuses.values.map((value) => [value, none()])) as Record<Status, Sum>;
  for (const asset of assets) {
    add(all, asset);
    add(byCategory[asset.category], asset);
    if (asset.status) add(byStatus[asset.status], asset);
  }
  return { ...all, byCategory, byStatus };
}

/**
 * What a project adds up to over its linked assets: number, areas in ㎡, capacity in kW.
 * A link to an asset that is not in `assetById` (removed, or not for the public) does not count; a repeated link counts once.
 */
export function projectTotals(project: { readonly assetIds: readonly string[] }, assetById: { get(id: string): Countable | undefined }): ProjectTotals {
  const sum = none();
  for (const id of new Set(project.assetIds)) {
    const asset = assetById.get(id);
    if (asset) add(sum, asset);
  }
  return { assetCount: sum.count, siteArea: sum.siteArea, floorArea: sum.floorArea, capacityKw: sum.capacityKw };
}
