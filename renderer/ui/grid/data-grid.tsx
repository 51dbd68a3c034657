import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { frozenOffsets, type GridColumn, type GridItem } from './grid-column.js';
import { GridHead } from './grid-head.js';
import { FrozenRow, RecordRow, SumRow } from './grid-row.js';
import './grid.css';
import type { SortBy } from './sort-order.js';
import { gridKeyHandler } from './use-grid-keys.js';

const rowHeight = 38;
const headHeight = 42;
const footHeight = 42;

export interface DataGridProps<R> {
  readonly label: string;
  readonly columns: readonly GridColumn<R>[];
  /** So many columns stay in sight while scrolling sideways. */
  readonly frozen: number;
  readonly count: number;
  readonly itemAt: (index: number) => GridItem<R>;
  readonly sort: SortBy | null;
  readonly onSort: (key: string) => void;
  readonly selectedKey: string | null;
  /** Where the selected record stands; -1 when it is not among the rows. */
  readonly selectedIndex: number;
  readonly onSelect: (key: string) => void;
  /** Enter, F2 or a press on a row (on a cell twice, where cells are edited). */
  readonly onOpen: (key: string, column: string | null) => void;
  /** Given where single cells are chosen and edited in place. */
  readonly cells?: { readonly active: string | null; readonly onActive: (key: string) => void; readonly editor: ReactNode };
  readonly foot?: { readonly label: ReactNode; readonly sums: Readonly<Record<string, ReactNode>> };
  readonly empty?: ReactNode;
}

/** A table of any length: only the rows in sight exist. Works by keyboard, mouse and touch. */
export function DataGrid<R>({ label, columns, frozen, count, itemAt, sort, onSort, selectedKey, selectedIndex, onSelect, onOpen, cells, foot, empty }: DataGridProps<R>) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const offsets = useMemo(() => frozenOffsets(columns, frozen), [columns, frozen]);
  const width = useMemo(() => columns.reduce((sum, column) => sum + column.width, 0), [columns]);
  const frozenWidth = useMemo(() => columns.slice(0, frozen).reduce((sum, column) => sum + column.width, 0), [columns, frozen]);
  // Cells that stick one by one cost a layer each; one sheet over the moved rows costs one, and none while nothing is moved.
  const [shifted, setShifted] = useState(false);
  const virtual = useVirtualizer({
    count, getScrollElement: () => root.current, estimateSize: () => rowHeight, overscan: 6,
    scrollMargin: headHeight, scrollPaddingStart: headHeight, scrollPaddingEnd: foot ? footHeight : 0,
  });

  // Follows the cursor, and brings a record chosen elsewhere into sight; sorting and filtering leave the view alone.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selectedKey === null || selectedIndex < 0) { if (selectedKey === null) shown.current = null; return; }
    if (shown.current === selectedKey) return;
    const arrived = shown.current === null;
    shown.current = selectedKey;
    virtual.scrollToIndex(selectedIndex, { align: arrived && selectedIndex > 20 ? 'center' : 'auto' });
  }, [selectedKey, selectedIndex, virtual]);

  const active = cells?.active ?? null;
  const editing = cells?.editor !== undefined && cells.editor !== null;
  useEffect(() => {
    const at = columns.findIndex((column) => column.key === active);
    const node = root.current;
    if (!node || at < 0) return;
    // A frozen cell is edited in its own place.
    if (at < frozen) { if (editing) node.scrollLeft = 0; return; }
    const from = columns.slice(0, at).reduce((sum, column) => sum + column.width, 0);
    const to = from + (columns[at]?.width ?? 0);
    if (from - frozenWidth < node.scrollLeft) node.scrollLeft = from - frozenWidth;
    else if (to > node.scrollLeft + node.clientWidth) node.scrollLeft = to - node.clientWidth;
  }, [active, columns, frozen, frozenWidth, editing]);

  // The cursor comes back to the table when a cell's editor closes.
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing && (document.activeElement === document.body || root.current?.contains(document.activeElement))) root.current?.focus({ preventScroll: true });
    wasEditing.current = editing;
  }, [editing]);

  const press = (event: MouseEvent, twice: boolean) => {
    const target = event.target as HTMLElement;
    if (target.closest('.grid-editor')) return;
    const key = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (key === undefined) return;
    const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'] ?? null;
    onSelect(key);
    if (cells && column !== null) cells.onActive(column);
    if (cells ? twice : !twice) onOpen(key, column);
  };
  const keys = gridKeyHandler({
    count, itemAt, selectedIndex, onSelect,
    pageRows: () => Math.max(1, Math.floor(((root.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    onOpen: () => { if (selectedKey !== null) onOpen(selectedKey, active); },
    ...(cells ? { cells: { keys: columns.map((column) => column.key), active, onActive: cells.onActive } } : {}),
  });

  const items = virtual.getVirtualItems();
  const style = { '--grid-width': `${width}px`, '--grid-row': `${rowHeight}px` } as CSSProperties;
  return (
    <div className="grid" ref={root} style={style} role="grid" aria-label={label} aria-rowcount={count + 1} aria-colcount={columns.length} tabIndex={0}
      aria-activedescendant={selectedIndex >= 0 && selectedKey !== null ? (active ? `${id}-${selectedKey}-cell` : `${id}-${selectedKey}`) : undefined}
      onScroll={(event) => setShifted(event.currentTarget.scrollLeft > 0)} onKeyDown={keys} onClick={(event) => press(event, false)} onDoubleClick={(event) => press(event, true)}>
      <GridHead columns={columns} offsets={offsets} sort={sort} onSort={onSort} />
      {count === 0 ? <div className="grid-empty">{empty}</div> : (
        <div className="grid-body" style={{ height: virtual.getTotalSize() }} role="presentation">
          {shifted && (
            <div className="grid-frozen" aria-hidden="true" style={{ width: frozenWidth }}>
              {items.map(({ index, start }) => {
                const item = itemAt(index);
                if (item.kind === 'group') return null;
                const selected = item.key === selectedKey;
                return <FrozenRow key={item.key} columns={columns} frozen={frozen} rowKey={item.key} record={item.record} top={start - headHeight} selected={selected} activeColumn={selected ? active : null} />;
              })}
            </div>
          )}
          {items.map(({ index, start }) => {
            const item = itemAt(index);
            const top = start - headHeight;
            if (item.kind === 'group') return <SumRow key={item.key} className="grid-group" columns={columns} offsets={offsets} label={item.label} sums={item.sums} index={index} top={top} />;
            const selected = item.key === selectedKey;
            return <RecordRow key={item.key} id={`${id}-${item.key}`} columns={columns} frozen={frozen} rowKey={item.key} record={item.record} index={index} top={top} selected={selected} activeColumn={selected ? active : null} editor={selected ? cells?.editor ?? null : null} />;
          })}
        </div>
      )}
      {foot && count > 0 && <SumRow className="grid-foot" columns={columns} offsets={offsets} label={foot.label} sums={foot.sums} />}
    </div>
  );
}
