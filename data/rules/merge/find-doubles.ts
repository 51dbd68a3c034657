import { assetSchema, type Asset } from '../../schema/asset.js';
import { createNeighbours, isOnSpot } from '../quality/neighbours.js';
import { carriedOf, type CarriedCircle } from './carried.js';
import { mergeRecord } from './merge-record.js';
import type { PlannedMerge } from './plan-record.js';

/** An asset that stands the same here and there for comparing: of one category, on one spot, called alike. */
const isLikely = (one: Asset, other: Asset) => one.category === other.category && isOnSpot(one, other);

/**
 * Finds among the assets that would be added those which this ledger seems to have already under another identity: of the same code, of
 * the same name in the same village, or on the same spot and of the same category. Each asset here stands for one of theirs at most.
 * Answers with the plans, such assets planned as doubles, with what a joined record would be.
 */
export function findDoubles(plans: readonly PlannedMerge[], assets: readonly Asset[], circle: CarriedCircle): readonly PlannedMerge[] {
  if (!plans.some(({ kind, noun }) => kind === 'added' && noun === 'asset')) return plans;
  const neighbours = createNeighbours();
  const named = new Set(plans.map(({ id }) => id));
  // One that the other desk knows too is not a double of another of its assets.
  for (const asset of assets) if (!named.has(asset.id)) neighbours.add(asset);
  const taken = new Set<string>();
  return plans.map((plan): PlannedMerge => {
    const parsed = plan.kind === 'added' && plan.noun === 'asset' ? assetSchema.safeParse(plan.theirs) : undefined;
    if (!parsed?.success || !plan.theirs) return plan;
    const { data: asset } = parsed;
    const found = [
      ...neighbours.sameCode(asset).map((other) => [other, 'code'] as const),
      ...neighbours.sameName(asset).map((other) => [other, 'name'] as const),
      ...neighbours.near(asset).filter((other) => isLikely(asset, other)).map((other) => [other, 'place'] as const),
    ].find(([other]) => !taken.has(other.id));
    if (!found) return plan;
    const [here, reason] = found;
    taken.add(here.id);
    const { cells, result } = mergeRecord('asset', circle, [], carriedOf('asset', here, circle), { ...plan.theirs, id: here.id });
    return { ...plan, kind: 'double', id: here.id, held: here, cells, result, double: { id: asset.id, reason } };
  });
}
