import { create } from 'zustand';
import type { SavedView } from '../../../data/schema/view.js';
import type { SortBy } from '../../ui/grid/sort-order.js';
import { noFilter, type LedgerFilter } from '../../ui/ledger-rows.js';

/** How the ledger's table is looked at. `columns` is null for the usual ones; `frozen` counts from the left. */
export interface LedgerLook {
  readonly columns: readonly string[] | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly frozen: number;
  readonly sort: SortBy | null;
  readonly filter: LedgerFilter;
}
export const usualFrozen = 2;
export const usualLook: LedgerLook = { columns: null, widths: {}, frozen: usualFrozen, sort: null, filter: noFilter };

/** The look in use, and the name of the saved view that it began as; kept while the program is open. */
interface LookState { readonly look: LedgerLook; readonly viewName: string | null }
export const useLook = create<LookState>(() => ({ look: usualLook, viewName: null }));
export const changeLook = (change: Partial<LedgerLook>) => useLook.setState(({ look }) => ({ look: { ...look, ...change } }));

/** A look as it is kept in the settings. */
export function viewOf(name: string, { columns, widths, frozen, sort, filter }: LedgerLook): SavedView {
  return {
    name, frozen, ...(columns ? { columns: [...columns] } : {}), ...(Object.keys(widths).length > 0 ? { widths: { ...widths } } : {}), ...(sort ? { sort: { ...sort } } : {}),
    filter: { query: filter.query.slice(0, 200), category: [...filter.category], village: [...filter.village], status: [...filter.status] },
  };
}

/** A saved view as a look. */
export function lookOf(view: SavedView): LedgerLook {
  const { filter } = view;
  return {
    columns: view.columns ?? null, widths: view.widths ?? {}, frozen: view.frozen ?? usualFrozen, sort: view.sort ?? null,
    filter: filter ? { query: filter.query, category: new Set(filter.category), village: new Set(filter.village), status: new Set(filter.status) } : noFilter,
  };
}

/** True when two looks show the same. */
export const sameLook = (one: LedgerLook, other: LedgerLook) => JSON.stringify(viewOf('', one)) === JSON.stringify(viewOf('', other));

/** The columns with one moved before another; null moves it to the end. */
export function movedColumn(columns: readonly string[], moved: string, before: string | null): string[] {
  const rest = columns.filter((path) => path !== moved);
  const at = before === null ? rest.length : rest.indexOf(before);
  return [...rest.slice(0, at < 0 ? rest.length : at), moved, ...rest.slice(at < 0 ? rest.length : at)];
}
