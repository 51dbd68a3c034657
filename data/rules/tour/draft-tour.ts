import type { AssetFilter } from '../../schema/asset-filter.js';
import { assetFilterSchema } from '../../schema/asset-filter.js';
import { stopSeconds, type Stop } from '../../schema/tour.js';
import type { Category } from '../../schema/vocabularies.js';
import { routeOrder, type RoutePlace } from './route-order.js';

/** What a draft has to know of an asset that the filter found. */
export interface DraftAsset {
  readonly id: string;
  readonly category: Category;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly status: string | null;
  /** Its cover photo; an asset with one shows better. */
  readonly cover: string | null;
}
export interface DraftMaterial {
  readonly filter: AssetFilter;
  /** The assets found, in the ledger's order. */
  readonly assets: readonly DraftAsset[];
  readonly projects: readonly { readonly id: string; readonly horizon?: string | undefined; readonly assetIds: readonly string[] }[];
  /** How long the tour is to be. */
  readonly minutes: number;
  /** Gives each stop its own identity. */
  readonly newId: () => string;
}

/** Seconds that each kind of stop takes when nobody has said otherwise. */
const usual = { cover: 30, figures: 60, overview: 45, asset: 50, project: 45, table: 60, explore: 90, closing: 40 } as const;
const fewestAssets = 3;
const mostAssets = 24;

/** Assets that an investor can have now, and those with a picture, come before the others. */
const open = new Set(['available', 'idle', 'partly-idle']);
const appeal = ({ status, cover }: DraftAsset) => (status !== null && open.has(status) ? 2 : 0) + (cover ? 1 : 0);

/** The best of the assets, so many of them, drawn from each category in turn so that none is left out. */
function chosenOf(assets: readonly DraftAsset[], count: number): DraftAsset[] {
  const byCategory = new Map<Category, DraftAsset[]>();
  for (const asset of assets) byCategory.set(asset.category, [...(byCategory.get(asset.category) ?? []), asset]);
  const queues = [...byCategory.values()].map((list) => list.toSorted((one, other) => appeal(other) - appeal(one)));
  const chosen: DraftAsset[] = [];
  for (let turn = 0; chosen.length < count && queues.some((queue) => queue.length > turn); turn += 1) {
    for (const queue of queues) if (queue[turn] && chosen.length < count) chosen.push(queue[turn]!);
  }
  return chosen;
}

/**
 * A first tour over what a filter finds: cover, figures, overview, assets in an order of short flights and changing kinds, each project behind the
 * asset that leads to it, the project table, an open map and the closing. As long as wished, as far as three assets and the frame allow.
 */
export function draftStops({ filter, assets, projects, minutes, newId }: DraftMaterial): Stop[] {
  const shared = (seconds: number) => ({ id: newId(), hidden: false, seconds });
  const hasTable = projects.length > 0;
  const frame = usual.cover + usual.figures + usual.overview + usual.explore + usual.closing + (hasTable ? usual.table : 0);
  const room = Math.max(0, minutes * 60 - frame);
  // Every third stop or so tells of a project, so an asset is reckoned with its share of one.
  const each = usual.asset + (hasTable ? usual.project / 3 : 0);
  const count = Math.min(mostAssets, assets.length, Math.max(fewestAssets, Math.floor(room / each)));
  const chosen = chosenOf(assets, count);
  const placed = routeOrder(chosen.flatMap((asset): RoutePlace[] => (asset.lng === null || asset.lat === null ? [] : [{ id: asset.id, lng: asset.lng, lat: asset.lat, category: asset.category }]))).map(({ id }) => id);
  const order = [...placed, ...chosen.filter(({ lng }) => lng === null).map(({ id }) => id)];

  const wanted = Math.max(0, Math.floor((room - order.length * usual.asset) / usual.project));
  const told = new Set(projects.filter((project) => project.assetIds.some((id) => order.includes(id))).toSorted((one, other) => Number(one.horizon === 'far') - Number(other.horizon === 'far')).slice(0, wanted).map(({ id }) => id));
  const middle = order.flatMap((assetId): Stop[] => {
    const project = projects.find((one) => told.has(one.id) && one.assetIds.includes(assetId));
    if (project) told.delete(project.id);
    return [{ ...shared(usual.asset), kind: 'asset', assetId }, ...(project ? [{ ...shared(usual.project), kind: 'project', projectId: project.id } as const] : [])];
  });
  return [
    { ...shared(usual.cover), kind: 'cover' },
    { ...shared(usual.figures), kind: 'figures' },
    { ...shared(usual.overview), kind: 'overview', filter: assetFilterSchema.parse(filter) },
    ...middle,
    ...(hasTable ? [{ ...shared(usual.table), kind: 'table' } as const] : []),
    { ...shared(usual.explore), kind: 'explore' },
    { ...shared(usual.closing), kind: 'closing' },
  ];
}

/** How long the shown stops take, in seconds. */
export const tourSeconds = (stops: readonly Pick<Stop, 'hidden' | 'seconds'>[]) => stops.reduce((sum, stop) => sum + (stop.hidden ? 0 : stop.seconds), 0);

/** A duration brought within what a stop may last, in whole seconds. */
export const withinStop = (seconds: number) => Math.min(stopSeconds.most, Math.max(stopSeconds.least, Math.round(seconds)));
