import { create } from 'zustand';
import { emptyFilter, type AssetFilter } from '../../../data/rules/filter.js';

export const listColumns = ['name', 'category', 'village', 'area', 'status', 'price'] as const;
export type ListColumn = (typeof listColumns)[number];
export interface ListSort { readonly column: ListColumn; readonly down: boolean }

/** What a person has set on the showcase; it stays when another page is opened and this one comes back. */
interface ShowcaseState {
  readonly query: string;
  readonly filter: AssetFilter;
  readonly listOpen: boolean;
  /** Null is the ledger's own order. */
  readonly sort: ListSort | null;
}
export const useShowcase = create<ShowcaseState>(() => ({ query: '', filter: emptyFilter, listOpen: false, sort: null }));

const set = useShowcase.setState;
export const setQuery = (query: string) => set({ query });
export const setFilter = (change: Partial<AssetFilter>) => set((state) => ({ filter: { ...state.filter, ...change } }));
export const clearAll = () => set({ query: '', filter: emptyFilter });
export const toggleList = () => set((state) => ({ listOpen: !state.listOpen }));
/** Up, then down, then back to the ledger's order. */
export const turnSort = (column: ListColumn) => set(({ sort }) => ({ sort: sort?.column !== column ? { column, down: false } : sort.down ? null : { column, down: true } }));
