import { useCallback, useRef } from 'react';
import type { Asset } from '../../../data/schema/asset.js';
import { valueAt, type FieldDefinition } from '../../../data/schema/fields.js';
import type { Patch } from '../../state/cell-edits.js';
import type { DeskEntry } from '../../state/index-entries.js';
import { notLoaded } from '../../ui/grid/cell-changes.js';

/** One asset in the table: what the index says, what was fetched beside it, and edits that are on their way. */
export interface LedgerRow { readonly entry: DeskEntry; readonly asset: Asset | undefined; readonly patch: Patch | undefined }

/** Reads a field of a row; `notLoaded` when neither index nor fetched asset has it. */
export type LedgerValueOf = (row: LedgerRow, field: Pick<FieldDefinition, 'path'>) => unknown;
export function ledgerValues(paths: readonly string[]): LedgerValueOf {
  const places = new Map(paths.map((path, index) => [path, index]));
  return ({ entry, asset, patch }, { path }) => {
    if (patch?.has(path)) return patch.get(path);
    const at = places.get(path);
    if (at !== undefined) return entry.cells[at];
    return asset ? valueAt(asset, path) : notLoaded;
  };
}

/** What the row is called, with an edit of the name that is on its way. */
export const rowName = ({ entry, patch }: LedgerRow): string => String(patch?.get('name') ?? entry.name);

/** Rows as objects that stay the same while nothing of their own changes, so that only changed ones are drawn anew. */
export function useLedgerRows(pending: ReadonlyMap<string, Patch>, details: ReadonlyMap<string, Asset>) {
  const made = useRef(new WeakMap<DeskEntry, LedgerRow>());
  return useCallback((entry: DeskEntry): LedgerRow => {
    const [asset, patch] = [details.get(entry.id), pending.get(entry.id)];
    const known = made.current.get(entry);
    if (known && known.asset === asset && known.patch === patch) return known;
    const row = { entry, asset, patch };
    made.current.set(entry, row);
    return row;
  }, [pending, details]);
}
