import { useMemo } from 'react';
import { emptyFilter, facets, isActive, type AssetFilter } from '../../data/rules/filter.js';
import { createFilterIndex, type FilterResult } from '../../data/rules/filter-index.js';
import { createSearchIndex } from '../../data/rules/search-query.js';
import type { WebAsset } from '../../data/rules/web/web-content.js';

/** What is asked for: by words, and by the filters. */
export interface Question { readonly words: string; readonly filter: AssetFilter }
export const nothingAsked: Question = { words: '', filter: emptyFilter };
export const isAsking = ({ words, filter }: Question) => words.trim() !== '' || facets.some((facet) => isActive(filter, facet));

/** The assets that answer a question, and how many there would be of each further choice. */
export function useFoundAssets(assets: readonly WebAsset[], { words, filter }: Question): { readonly found: readonly WebAsset[]; readonly result: FilterResult } {
  const index = useMemo(() => ({ filter: createFilterIndex(assets), search: createSearchIndex(assets.map(({ search }) => search)) }), [assets]);
  return useMemo(() => {
    const searched = index.search.find(words);
    const result = index.filter.run(filter, searched?.flags ?? null);
    return { found: Array.from(result.rows, (row) => assets[row]!), result };
  }, [index, assets, words, filter]);
}
