import { memo, type CSSProperties, type ReactNode } from 'react';
import type { GridColumn } from './grid-column.js';

interface RowProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly offsets: readonly (number | undefined)[];
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

const place = (left: number | undefined, width: number): CSSProperties => (left === undefined ? { width } : { width, left });
/** The look of a cell: how it is set, and whether it is the first, frozen, or the last of the frozen ones. */
export function cellClass(columns: readonly { readonly align?: 'left' | 'right' | 'center' }[], offsets: readonly (number | undefined)[], at: number): string {
  const frozen = offsets[at] !== undefined;
  const edge = frozen && at + 1 < columns.length && offsets[at + 1] === undefined;
  return `grid-cell grid-${columns[at]?.align ?? 'left'}${at === 0 ? ' grid-first' : ''}${frozen ? ' grid-frozen' : ''}${edge ? ' grid-edge' : ''}`;
}

function RecordRowPlain<R>({ columns, offsets, id, rowKey, record, index, top, selected, activeColumn, editor }: RowProps<R>) {
  return (
    <div className={`grid-row ${selected ? 'grid-row-on' : ''}`} role="row" id={id} aria-rowindex={index + 2} aria-selected={selected} data-row={rowKey} style={{ top }}>
      {columns.map((column, at) => {
        const active = column.key === activeColumn;
        return (
          <div key={column.key} role="gridcell" data-column={column.key} {...(active ? { id: `${id}-cell` } : {})} className={`${cellClass(columns, offsets, at)}${active ? (editor ? ' grid-cell-on grid-cell-editing' : ' grid-cell-on') : ''}`} style={place(offsets[at], column.width)}>
            {active && editor ? editor : column.cell(record)}
          </div>
        );
      })}
    </div>
  );
}
/** One record; drawn anew only when something of its own changes. */
export const RecordRow = memo(RecordRowPlain) as typeof RecordRowPlain;

/** The head of a group, or the foot of the table: words at the left and sums in their columns. */
export function SumRow<R>({ columns, offsets, label, sums, className, index, top }: {
  columns: readonly GridColumn<R>[]; offsets: readonly (number | undefined)[]; label: ReactNode; sums: Readonly<Record<string, ReactNode>>; className: string; index?: number; top?: number;
}) {
  return (
    <div className={`grid-row ${className}`} role="row" {...(index === undefined ? {} : { 'aria-rowindex': index + 2, style: { top } })}>
      {columns.map((column, at) => (
        <div key={column.key} role="gridcell" className={`${cellClass(columns, offsets, at)}${at === 0 ? ' grid-sum-label' : ''}`} style={place(offsets[at], column.width)}>
          {at === 0 ? label : sums[column.key]}
        </div>
      ))}
    </div>
  );
}
