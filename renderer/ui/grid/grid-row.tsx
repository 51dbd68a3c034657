import { memo, type CSSProperties, type ReactNode } from 'react';
import type { GridColumn } from './grid-column.js';

interface RowProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly offsets: readonly (number | undefined)[];
  readonly id: string;
  readonly rowKey: string;
  readonly record: R;
  readonly index: number;
  readonly selected: boolean;
  /** The key of the cell under the cursor, in tables whose cells are edited. */
  readonly activeColumn: string | null;
  readonly editor: ReactNode;
}

const place = (left: number | undefined, width: number): CSSProperties => (left === undefined ? { width } : { width, left });
const cellClass = <R,>(column: GridColumn<R>, left: number | undefined, more = '') => `grid-cell grid-${column.align ?? 'left'}${left === undefined ? '' : ' grid-frozen'}${more}`;

function RecordRowPlain<R>({ columns, offsets, id, rowKey, record, index, selected, activeColumn, editor }: RowProps<R>) {
  return (
    <div className={`grid-row ${selected ? 'grid-row-on' : ''}`} role="row" id={id} aria-rowindex={index + 2} aria-selected={selected} data-row={rowKey}>
      {columns.map((column, at) => {
        const active = column.key === activeColumn;
        return (
          <div key={column.key} role="gridcell" data-column={column.key} {...(active ? { id: `${id}-cell` } : {})} className={cellClass(column, offsets[at], active ? ' grid-cell-on' : '')} style={place(offsets[at], column.width)}>
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
export function SumRow<R>({ columns, offsets, label, sums, className, index }: {
  columns: readonly GridColumn<R>[]; offsets: readonly (number | undefined)[]; label: ReactNode; sums: Readonly<Record<string, ReactNode>>; className: string; index?: number;
}) {
  return (
    <div className={`grid-row ${className}`} role="row" {...(index === undefined ? {} : { 'aria-rowindex': index + 2 })}>
      {columns.map((column, at) => (
        <div key={column.key} role="gridcell" className={cellClass(column, offsets[at], at === 0 ? ' grid-sum-label' : '')} style={place(offsets[at], column.width)}>
          {at === 0 ? label : sums[column.key]}
        </div>
      ))}
    </div>
  );
}
