import { memo, type CSSProperties, type ReactNode } from 'react';
import type { GridColumn } from './grid-column.js';

interface RowProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly frozen: number;
  readonly id: string;
  readonly rowKey: string;
  readonly record: R;
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly selected: boolean;
  /** The key of the cell under the cursor, in tables whose cells are edited. */
  readonly activeColumn: string | null;
  readonly editor: ReactNode;
}

const stuck = (left: number | undefined, width: number): CSSProperties => (left === undefined ? { width } : { width, left, position: 'sticky', zIndex: 1 });
/** The look of a cell: how it is set, and whether it is the first or the last of the frozen ones. */
export const cellClass = (columns: readonly { readonly align?: 'left' | 'right' | 'center' }[], frozen: number, at: number) =>
  `grid-cell grid-${columns[at]?.align ?? 'left'}${at === 0 ? ' grid-first' : ''}${at === frozen - 1 ? ' grid-edge' : ''}`;

function RecordRowPlain<R>({ columns, frozen, id, rowKey, record, index, top, selected, activeColumn, editor }: RowProps<R>) {
  return (
    <div className={`grid-row ${selected ? 'grid-row-on' : ''}`} role="row" id={id} aria-rowindex={index + 2} aria-selected={selected} data-row={rowKey} style={{ top }}>
      {columns.map((column, at) => {
        const active = column.key === activeColumn;
        return (
          <div key={column.key} role="gridcell" data-column={column.key} {...(active ? { id: `${id}-cell` } : {})} className={`${cellClass(columns, frozen, at)}${active ? (editor ? ' grid-cell-on grid-cell-editing' : ' grid-cell-on') : ''}`} style={{ width: column.width }}>
            {active && editor ? editor : column.cell(record)}
          </div>
        );
      })}
    </div>
  );
}
/** One record; drawn anew only when something of its own changes. */
export const RecordRow = memo(RecordRowPlain) as typeof RecordRowPlain;

function FrozenRowPlain<R>({ columns, frozen, rowKey, record, top, selected, activeColumn }: Pick<RowProps<R>, 'columns' | 'frozen' | 'rowKey' | 'record' | 'top' | 'selected' | 'activeColumn'>) {
  return (
    <div className={`grid-row ${selected ? 'grid-row-on' : ''}`} data-row={rowKey} style={{ top }}>
      {columns.slice(0, frozen).map((column, at) => <div key={column.key} data-column={column.key} className={`${cellClass(columns, frozen, at)}${column.key === activeColumn ? ' grid-cell-on' : ''}`} style={{ width: column.width }}>{column.cell(record)}</div>)}
    </div>
  );
}
/** The first cells of a record once more, over the others that were moved away beneath them; for the eye only. */
export const FrozenRow = memo(FrozenRowPlain) as typeof FrozenRowPlain;

/** The head of a group, or the foot of the table: words at the left and sums in their columns. */
export function SumRow<R>({ columns, offsets, label, sums, className, index, top }: {
  columns: readonly GridColumn<R>[]; offsets: readonly (number | undefined)[]; label: ReactNode; sums: Readonly<Record<string, ReactNode>>; className: string; index?: number; top?: number;
}) {
  const frozen = offsets.filter((left) => left !== undefined).length;
  return (
    <div className={`grid-row ${className}`} role="row" {...(index === undefined ? {} : { 'aria-rowindex': index + 2, style: { top } })}>
      {columns.map((column, at) => (
        <div key={column.key} role="gridcell" className={`${cellClass(columns, frozen, at)}${at === 0 ? ' grid-sum-label' : ''}`} style={stuck(offsets[at], column.width)}>
          {at === 0 ? label : sums[column.key]}
        </div>
      ))}
    </div>
  );
}
