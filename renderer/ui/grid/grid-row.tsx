import { memo, type CSSProperties, type ReactNode } from 'react';
import type { GridColumn } from './grid-column.js';

/** Which columns exist on screen: the frozen ones always, of the others those in sight. */
export interface ColumnWindow { readonly from: number; readonly to: number; /** Pixels of the columns left out before them. */ readonly lead: number }

interface RowProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly frozen: number;
  readonly window: ColumnWindow;
  /** Pixels of the row's head; 0 without one. */
  readonly headWidth: number;
  readonly id: string;
  readonly rowKey: string;
  readonly record: R;
  readonly index: number;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly selected: boolean;
  readonly checked: boolean;
  /** The first and last chosen column of this row; -1 without any. */
  readonly first: number;
  readonly last: number;
  /** The column of the cursor when it is in this row, else -1. */
  readonly cursorColumn: number;
  /** What the box in the row's head is called. */
  readonly checkLabel: string;
}

const stuck = (left: number | undefined, width: number): CSSProperties => (left === undefined ? { width } : { width, left, position: 'sticky', zIndex: 1 });
/** The look of a cell: how it is set, and whether it is the first or the last of the frozen ones. */
export const cellClass = (columns: readonly { readonly align?: 'left' | 'right' | 'center' }[], frozen: number, at: number) =>
  `grid-cell grid-${columns[at]?.align ?? 'left'}${at === 0 ? ' grid-first' : ''}${at === frozen - 1 ? ' grid-edge' : ''}`;

const accessClass = { edit: '', shown: ' grid-shown', absent: ' grid-absent' } as const;

function RecordRowPlain<R>({ columns, frozen, window, headWidth, id, rowKey, record, index, top, selected, checked, first, last, cursorColumn, checkLabel }: RowProps<R>) {
  const cell = (column: GridColumn<R>, at: number) => {
    const access = column.access?.(record) ?? 'shown';
    return (
      <div key={column.key} role="gridcell" {...(at === cursorColumn ? { id: `${id}-${at}` } : {})} aria-colindex={at + (headWidth > 0 ? 2 : 1)} aria-selected={at >= first && at <= last} {...(access === 'edit' ? {} : { 'aria-readonly': true })}
        data-column={column.key} className={`${cellClass(columns, frozen, at)}${column.access ? accessClass[access] : ''}`} style={{ width: column.width }}>
        {access === 'absent' ? null : column.cell(record)}
      </div>
    );
  };
  return (
    <div className={`grid-row${selected ? ' grid-row-on' : ''}${checked ? ' grid-row-checked' : ''}`} role="row" id={id} aria-rowindex={index + 2} aria-selected={checked} data-row={rowKey} style={{ top }}>
      {headWidth > 0 && <RowHead index={index} width={headWidth} checked={checked} label={checkLabel} />}
      {columns.slice(0, frozen).map(cell)}
      {window.lead > 0 && <div role="presentation" style={{ width: window.lead, flex: 'none' }} />}
      {columns.slice(window.from, window.to).map((column, at) => cell(column, window.from + at))}
    </div>
  );
}
/** One record; drawn anew only when something of its own changes. */
export const RecordRow = memo(RecordRowPlain) as typeof RecordRowPlain;

/** The head of a row: its number, and a box that takes it into what is changed together. Presses are taken by the table. */
function RowHead({ index, width, checked, label }: { index: number; width: number; checked: boolean; label: string }) {
  return (
    <div role="rowheader" aria-colindex={1} className="grid-cell grid-row-head" style={{ width }}>
      <span role="checkbox" aria-checked={checked} aria-label={`${label} ${index + 1}`} className="grid-check" /><span aria-hidden="true">{index + 1}</span>
    </div>
  );
}

function FrozenRowPlain<R>({ columns, frozen, headWidth, rowKey, record, index, top, selected, checked }: Pick<RowProps<R>, 'columns' | 'frozen' | 'headWidth' | 'rowKey' | 'record' | 'index' | 'top' | 'selected' | 'checked'>) {
  return (
    <div className={`grid-row${selected ? ' grid-row-on' : ''}${checked ? ' grid-row-checked' : ''}`} data-row={rowKey} style={{ top }}>
      {headWidth > 0 && <div className="grid-cell grid-row-head" style={{ width: headWidth }}><span className="grid-check" /><span>{index + 1}</span></div>}
      {columns.slice(0, frozen).map((column, at) => {
        const access = column.access?.(record) ?? 'shown';
        return <div key={column.key} data-column={column.key} className={`${cellClass(columns, frozen, at)}${column.access ? accessClass[access] : ''}`} style={{ width: column.width }}>{access === 'absent' ? null : column.cell(record)}</div>;
      })}
    </div>
  );
}
/** The first cells of a record once more, over the others that were moved away beneath them; for the eye only. */
export const FrozenRow = memo(FrozenRowPlain) as typeof FrozenRowPlain;

/** The head of a group, or the foot of the table: words at the left and sums in their columns. */
export function SumRow<R>({ columns, offsets, headWidth, label, sums, className, index, top }: {
  columns: readonly GridColumn<R>[]; offsets: readonly (number | undefined)[]; headWidth: number; label: ReactNode; sums: Readonly<Record<string, ReactNode>>; className: string; index: number; top?: number;
}) {
  const frozen = offsets.filter((left) => left !== undefined).length;
  return (
    <div className={`grid-row ${className}`} role="row" aria-rowindex={index + 2} style={top === undefined ? undefined : { top }}>
      {headWidth > 0 && <div role="gridcell" aria-colindex={1} className="grid-cell grid-row-head" style={stuck(0, headWidth)} />}
      {columns.map((column, at) => (
        <div key={column.key} role="gridcell" aria-colindex={at + (headWidth > 0 ? 2 : 1)} className={`${cellClass(columns, frozen, at)}${at === 0 ? ' grid-sum-label' : ''}`} style={stuck(offsets[at], column.width)}>
          {at === 0 ? label : sums[column.key]}
        </div>
      ))}
    </div>
  );
}
