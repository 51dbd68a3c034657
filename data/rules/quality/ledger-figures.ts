import type { Asset } from '../../schema/asset.js';
import type { Location } from '../../schema/common.js';
import { isOutside, surroundingsOf, type Surroundings } from '../import/outliers.js';

/** What a single asset is measured against: where the township lies, and what is usually asked. */
export interface LedgerFigures {
  readonly surroundings: Surroundings | undefined;
  /** The middle price of a category on a basis, where at least five state one. */
  readonly usualPrice: ReadonlyMap<string, number>;
}

export const noFigures: LedgerFigures = { surroundings: undefined, usualPrice: new Map() };

/** More points than this say no more about the middle. */
const mostSampled = 4_000;
const fewestPrices = 5;

const sampled = <T>(list: readonly T[]): T[] => {
  const step = Math.ceil(list.length / mostSampled);
  return step <= 1 ? [...list] : list.filter((_, at) => at % step === 0);
};
const priceKey = (asset: Asset) => (asset.price && asset.price.yuan !== null && asset.price.yuan > 0 ? `${asset.category} ${asset.price.basis}` : undefined);

/** The middles of a ledger; of a large one, of an even sample. `centre` is the township's own, where points are few. */
export function ledgerFigures(assets: readonly Asset[], centre: Location | undefined): LedgerFigures {
  const points: Location[] = [];
  const prices = new Map<string, number[]>();
  for (const asset of assets) {
    if (asset.location) points.push(asset.location);
    const key = priceKey(asset);
    if (key) { const list = prices.get(key); if (list) list.push(asset.price!.yuan!); else prices.set(key, [asset.price!.yuan!]); }
  }
  const usualPrice = new Map<string, number>();
  for (const [key, list] of prices) {
    if (list.length >= fewestPrices) { const some = sampled(list).sort((one, two) => one - two); usualPrice.set(key, some[Math.floor(some.length / 2)]!); }
  }
  return { surroundings: surroundingsOf(sampled(points), centre), usualPrice };
}

const oddFactor = 1_000;

/** What is usually asked, when the asset's price is a thousand times that, or a thousandth; nothing when it is not. */
export function oddPrice(asset: Asset, figures: LedgerFigures): number | undefined {
  const key = priceKey(asset);
  const usual = key === undefined ? undefined : figures.usualPrice.get(key);
  if (usual === undefined) return undefined;
  const times = asset.price!.yuan! / usual;
  return times >= oddFactor || times <= 1 / oddFactor ? usual : undefined;
}

const isFar = (asset: Asset, figures: LedgerFigures) => asset.location !== undefined && isOutside(asset.location, figures.surroundings);

/** True when new figures may say something else of an asset than the old ones did: what is odd names the middle that it is odd beside. */
export const judgesAnew = (asset: Asset, before: LedgerFigures, after: LedgerFigures): boolean =>
  isFar(asset, before) || isFar(asset, after) || oddPrice(asset, before) !== oddPrice(asset, after);
