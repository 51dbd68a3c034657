import { isMeasuredInMu } from './format.js';
import type { Filterable } from './filter.js';

/** The township's numbers over some assets. Areas in ㎡, capacity in kW. */
export interface Headline {
  readonly assets: number;
  /** Site area of woods and fields. */
  readonly land: number;
  readonly capacityKw: number;
  /** Floor area of old houses and cultural halls. */
  readonly buildings: number;
  readonly projects: number;
}
export type Counted = Pick<Filterable, 'category' | 'siteArea' | 'floorArea'> & { readonly id: string; readonly capacityKw: number | null };

/**
 * The numbers of the assets found. A project counts when one of them is linked to it; when nothing is filtered
 * (`all`), every project counts, also one without assets. A figure that is not known counts as 0.
 */
export function headlineOf(found: readonly Counted[], projects: readonly { readonly assetIds: readonly string[] }[], all: boolean): Headline {
  let land = 0;
  let capacityKw = 0;
  let buildings = 0;
  for (const asset of found) {
    if (isMeasuredInMu(asset.category)) land += asset.siteArea ?? 0;
    else if (asset.category === 'house' || asset.category === 'hall') buildings += asset.floorArea ?? 0;
    capacityKw += asset.capacityKw ?? 0;
  }
  const ids = all ? null : new Set(found.map((asset) => asset.id));
  const linked = ids ? projects.filter((project) => project.assetIds.some((id) => ids.has(id))).length : projects.length;
  return { assets: found.length, land, capacityKw, buildings, projects: linked };
}
