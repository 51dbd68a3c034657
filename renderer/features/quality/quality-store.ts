import { create } from 'zustand';
import type { CheckedAsset, QualitySummary, Standing } from '../../../data/schema/quality.js';
import type { Category } from '../../../data/schema/vocabularies.js';

/** Which assets the list shows; all of these hold together. */
export interface CheckFilter { readonly category?: Category; readonly finding?: string; readonly gap?: string; readonly standing?: Standing; readonly query: string }
export const noFilter: CheckFilter = { query: '' };
export const isFiltered = (filter: CheckFilter) => Object.values(filter).some((value) => value !== undefined && value !== '');

/** Where the cursor stands in the list: the row, its asset, and which of its mending keys. */
export interface Cursor { readonly index: number; readonly id: string; readonly key: number }

/** What the page keeps while another one is open, so that coming back is coming back to the same place. */
interface QualityState {
  readonly filter: CheckFilter;
  readonly summary: QualitySummary | null;
  /** Nothing until the list was first asked for. */
  readonly total: number | null;
  /** The rows fetched so far, by their place in the list. */
  readonly rows: ReadonlyMap<number, CheckedAsset>;
  readonly cursor: Cursor | null;
  readonly scroll: number;
}
const start = { filter: noFilter, summary: null, total: null, rows: new Map(), cursor: null, scroll: 0 } satisfies QualityState;
export const useQuality = create<QualityState>(() => start);

/** Changes the filter; the list begins at its top again. */
export const setFilter = (filter: CheckFilter) => useQuality.setState({ filter, cursor: null, scroll: 0 });
/** Sets one part of the filter, or takes it off when it is set already. */
export function toggle<K extends keyof CheckFilter>(part: K, value: CheckFilter[K]): void {
  const { filter } = useQuality.getState();
  const { [part]: before, ...rest } = filter;
  setFilter((before === value ? { query: '', ...rest } : { ...filter, [part]: value }) as CheckFilter);
}
export const setCursor = (cursor: Cursor | null) => useQuality.setState({ cursor });
export const keepScroll = (scroll: number) => useQuality.setState({ scroll });
/** Another ledger: nothing of the old one holds. */
export const startAnew = () => useQuality.setState(start);
