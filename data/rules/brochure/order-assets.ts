import type { AssetLayout } from './book.js';

export interface AssetOfOrder { readonly id: string; readonly photos: readonly unknown[] }
export interface AssetPage { readonly id: string; readonly layout: AssetLayout }

/** From so many photos on an asset has a spread of its own: the first is large, the others show more. */
export const photosOfSpread = 2;
const wantsSpread = ({ photos }: AssetOfOrder) => photos.length >= photosOfSpread;

/**
 * The pages of some assets, in order, from the page of index `first` (0 is the cover, a right-hand page). A spread begins on a left-hand
 * page, so that it is seen at once: where one would not, the next asset of one page steps in before it, and where there is none,
 * the asset itself keeps to one page. No page is ever left empty.
 */
export function orderAssets(assets: readonly AssetOfOrder[], first: number): AssetPage[] {
  const waiting = [...assets];
  const pages: AssetPage[] = [];
  while (waiting.length > 0) {
    // The cover is page 1, so that an odd index is a left-hand page.
    const isLeft = (first + pages.length) % 2 === 1;
    const [next] = waiting as [AssetOfOrder];
    if (!wantsSpread(next)) { pages.push({ id: next.id, layout: 'page' }); waiting.shift(); continue; }
    if (isLeft) { pages.push({ id: next.id, layout: 'photos' }, { id: next.id, layout: 'facts' }); waiting.shift(); continue; }
    const single = waiting.findIndex((asset) => !wantsSpread(asset));
    const [stepsIn] = waiting.splice(Math.max(0, single), 1) as [AssetOfOrder];
    pages.push({ id: stepsIn.id, layout: 'page' });
  }
  return pages;
}
