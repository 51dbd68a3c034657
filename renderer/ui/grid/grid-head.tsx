import type { MouseEvent, ReactNode } from 'react';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';
import type { GridColumn } from './grid-column.js';
import { cellClass } from './grid-row.js';
import type { SortBy } from './sort-order.js';

const narrowest = 48;
const widest = 1_200;
export const clampWidth = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

export interface HeadProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly offsets: readonly (number | undefined)[];
  readonly headWidth: number;
  readonly sort: SortBy | null;
  readonly onSort: (key: string) => void;
  /** Given where columns can be made wider or narrower by their edge. */
  readonly onWidth?: ((key: string, width: number) => void) | undefined;
  readonly onFit?: ((key: string) => void) | undefined;
  /** What can be done with a column. */
  readonly menu?: ((column: GridColumn<R>, at: number) => ReactNode) | undefined;
  /** All rows at once: whether they are taken, and how to take or leave them. */
  readonly checks?: { readonly state: 'all' | 'some' | 'none'; readonly onAll: () => void } | undefined;
}

/** The header: each name sorts, once up, once down, and a third time back to the ledger's own order; its edge sets the width. */
export function GridHead<R>({ columns, offsets, headWidth, sort, onSort, onWidth, onFit, menu, checks }: HeadProps<R>) {
  const say = useSay();
  const frozen = offsets.filter((one) => one !== undefined).length;
  const pull = (event: MouseEvent, column: GridColumn<R>) => {
    event.preventDefault();
    event.stopPropagation();
    const from = event.clientX;
    const move = (moved: globalThis.MouseEvent) => onWidth?.(column.key, clampWidth(column.width + moved.clientX - from));
    const end = () => { window.removeEventListener('mousemove', move); window.removeEventListener('mouseup', end); };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', end);
  };
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      {headWidth > 0 && (
        <div role="columnheader" aria-colindex={1} className="grid-cell grid-row-head" style={{ width: headWidth, left: 0, position: 'sticky', zIndex: 2 }}>
          {checks && <span role="checkbox" tabIndex={-1} className={`grid-check ${checks.state === 'none' ? '' : `grid-check-${checks.state}`}`} aria-label={say('选中全部行', 'Take all rows')} aria-checked={checks.state === 'some' ? 'mixed' : checks.state === 'all'} onClick={checks.onAll} />}
        </div>
      )}
      {columns.map((column, at) => {
        const left = offsets[at];
        const on = sort?.key === column.key ? sort : null;
        const words = <><span className="grid-head-words">{column.label}{column.unit && <small>{column.unit}</small>}</span>{column.mark}</>;
        return (
          <div key={column.key} role="columnheader" aria-colindex={at + (headWidth > 0 ? 2 : 1)} {...(column.unsortable ? {} : { 'aria-sort': on ? (on.descending ? 'descending' as const : 'ascending' as const) : 'none' as const })} data-column={column.key}
            className={`${cellClass(columns, frozen, at)}${menu ? ' grid-has-menu' : ''}`} style={left === undefined ? { width: column.width } : { width: column.width, left, position: 'sticky', zIndex: 1 }}>
            {column.unsortable ? words : (
              <button type="button" tabIndex={-1} className={`grid-sort ${on ? 'grid-sort-on' : ''}`} title={`${column.label} · ${say('点击排序', 'Click to sort')}`} onClick={() => onSort(column.key)}>
                {words}<Icon name={on?.descending ? 'down' : 'up'} size={14} />
              </button>
            )}
            {menu?.(column, at)}
            {onWidth && <span className="grid-edge-pull" aria-hidden="true" onMouseDown={(event) => pull(event, column)} onDoubleClick={(event) => { event.stopPropagation(); onFit?.(column.key); }} />}
          </div>
        );
      })}
    </div>
  );
}
