import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';
import type { GridColumn } from './grid-column.js';
import { cellClass } from './grid-row.js';
import type { SortBy } from './sort-order.js';

/** The header: each name sorts, once up, once down, and a third time back to the ledger's own order. */
export function GridHead<R>({ columns, offsets, sort, onSort }: {
  columns: readonly GridColumn<R>[]; offsets: readonly (number | undefined)[]; sort: SortBy | null; onSort: (key: string) => void;
}) {
  const say = useSay();
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      {columns.map((column, at) => {
        const left = offsets[at];
        const on = sort?.key === column.key ? sort : null;
        const words = <><span className="grid-head-words">{column.label}{column.unit && <small>{column.unit}</small>}</span>{column.mark}</>;
        return (
          <div key={column.key} role="columnheader" aria-sort={on ? (on.descending ? 'descending' : 'ascending') : 'none'} data-column={column.key}
            className={cellClass(columns, offsets.filter((one) => one !== undefined).length, at)} style={left === undefined ? { width: column.width } : { width: column.width, left, position: 'sticky', zIndex: 1 }}>
            {column.unsortable ? words : (
              <button type="button" className={`grid-sort ${on ? 'grid-sort-on' : ''}`} title={say('点击排序', 'Click to sort')} onClick={() => onSort(column.key)}>
                {words}<Icon name={on?.descending ? 'down' : 'up'} size={14} />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
