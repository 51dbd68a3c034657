import { useCallback, useEffect, useMemo, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { useClient } from '../../client/current-client.js';
import { usePending } from '../../state/cell-edits.js';
import type { DeskEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { selectAsset, useProgram } from '../../state/program-store.js';
import type { HandHandle } from '../../ui/grid/cell-hand.js';
import { DataGrid } from '../../ui/grid/data-grid.js';
import type { GridColumn, GridItem } from '../../ui/grid/grid-column.js';
import { RangeLine } from '../../ui/grid/range-line.js';
import { nextSort } from '../../ui/grid/sort-order.js';
import { useCellTable } from '../../ui/grid/use-cell-table.js';
import { ColumnMenu } from './column-menu.js';
import { ledgerColumns } from './ledger-columns.js';
import { useLedgerFoot } from './ledger-foot.js';
import { ledgerValues, rowName, useLedgerRows, type LedgerRow } from './ledger-row.js';
import { SelectionBar } from './selection-bar.js';
import { useAssetDetails } from './use-asset-details.js';
import { useKnownWords } from './use-known-words.js';
import { useRowChecks } from './use-row-checks.js';
import { changeLook, useLook } from './view-state.js';

/** What the table asks the page to open. */
export type LedgerDialog = { readonly kind: 'add' | 'columns' } | { readonly kind: 'change'; readonly ids: readonly string[] } | { readonly kind: 'remove'; readonly ids: readonly string[]; readonly done: () => void };

interface TableProps {
  readonly entries: readonly DeskEntry[];
  /** Positions of the entries shown, in their order. */
  readonly rows: readonly number[];
  readonly fields: readonly FieldDefinition[];
  readonly readOnly: boolean;
  readonly empty: ReactNode;
  readonly hand: RefObject<HandHandle | null>;
  readonly onForm: (open: boolean | ((open: boolean) => boolean)) => void;
  readonly onDialog: (dialog: LedgerDialog) => void;
}

/** The table of the ledger with its status line. Apart from the page, so that moving and editing in it draws nothing else anew. */
export function LedgerTable({ entries, rows, fields, readOnly, empty, hand, onForm, onDialog }: TableProps) {
  const say = useSay();
  const client = useClient();
  const paths = useProgram((state) => state.deskPaths);
  const selected = useProgram((state) => state.selectedAssetId);
  const villages = useProgram((state) => state.overview?.profile.villages);
  const look = useLook((state) => state.look);
  const indexed = useMemo(() => new Set(paths), [paths]);
  const valueOf = useMemo(() => ledgerValues(paths), [paths]);
  const columns = useMemo(() => ledgerColumns(fields, indexed, look.widths, valueOf, say), [fields, indexed, look.widths, valueOf, say]);

  const pending = usePending('asset');
  const needsDetails = paths.length > 0 && fields.some((entry) => !indexed.has(entry.path));
  const revisionAt = paths.indexOf('revision');
  const revisionOf = useCallback((entry: DeskEntry) => Number(entry.cells[revisionAt] ?? 0), [revisionAt]);
  const { known: details, inSight, load } = useAssetDetails(client, needsDetails, entries, revisionOf, pending);
  const rowOf = useLedgerRows(pending, details);
  const itemAt = useCallback((index: number): GridItem<LedgerRow> => {
    const record = rowOf(entries[rows[index] as number] as DeskEntry);
    return { kind: 'record', key: record.entry.id, record };
  }, [entries, rows, rowOf]);
  const onRows = useCallback((first: number, last: number) => { if (needsDetails) inSight(rows.slice(first, last + 1).flatMap((row) => entries[row] ?? [])); }, [needsDetails, inSight, rows, entries]);

  const checks = useRowChecks(entries);
  const known = useKnownWords(entries, paths, villages);
  const table = useCellTable<LedgerRow>({
    noun: 'asset', columns, count: rows.length, itemAt, valueOf, categoryOf, nameOf: rowName, readOnly, selectedKey: selected, onSelect: selectAsset,
    onOpen: () => onForm((open) => !open), known, load, onCheck: checks.onCheck,
  });
  useEffect(() => { hand.current = table.hand.current; });
  const foot = useLedgerFoot(entries, rows, fields, paths);
  const menu = useCallback((column: GridColumn<LedgerRow>, at: number, fit: () => void) => <ColumnMenu column={column} at={at} columns={columns} look={look} fit={fit} />, [columns, look]);
  const openPressed = (event: MouseEvent) => { if ((event.target as HTMLElement).closest('[data-open]') && !event.shiftKey && !event.ctrlKey) onForm(true); };
  return (
    <div className="page-split-main ledger-main" onClick={openPressed}>
      <DataGrid label={say('资源一本账', 'The ledger')} columns={columns} frozen={look.frozen} count={rows.length} itemAt={itemAt} sort={look.sort} onSort={(key) => changeLook({ sort: nextSort(look.sort, key) })}
        table={table} readOnly={readOnly} checks={checks} foot={foot} empty={empty} onWidth={(key, width) => changeLook({ widths: { ...look.widths, [key]: width } })} onRows={onRows} menu={menu} />
      {entries.length > 0 && (
        <RangeLine table={table}>
          <SelectionBar checks={checks} table={table} readOnly={readOnly} onChange={(ids) => onDialog({ kind: 'change', ids })} onRemove={(ids) => onDialog({ kind: 'remove', ids, done: checks.clear })} />
        </RangeLine>
      )}
    </div>
  );
}

const categoryOf = (row: LedgerRow) => row.entry.category;
