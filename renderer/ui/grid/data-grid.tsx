import { useCallback, useEffect, useId, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { CellHand } from './cell-hand.js';
import { GridBody, type BodyHandle } from './grid-body.js';
import { frozenOffsets, type GridColumn, type GridItem } from './grid-column.js';
import { boxOf, edgesOf, footHeight, headHeight, rowHeight, sameWindow, windowAt } from './grid-geometry.js';
import { GridHead } from './grid-head.js';
import { SumRow } from './grid-row.js';
import './grid.css';
import { PlanQuestion } from './plan-question.js';
import type { SortBy } from './sort-order.js';
import type { CellTable } from './use-cell-table.js';
import { useGridMouse } from './use-grid-mouse.js';

/** Rows that are taken together, by their boxes. */
export interface GridChecks { readonly keys: ReadonlySet<string>; readonly onCheck: (keys: readonly string[], on: boolean | 'turn') => void }

export interface DataGridProps<R> {
  readonly label: string;
  readonly columns: readonly GridColumn<R>[];
  /** So many columns stay in sight while scrolling sideways. */
  readonly frozen: number;
  readonly count: number;
  readonly itemAt: (index: number) => GridItem<R>;
  readonly sort: SortBy | null;
  readonly onSort: (key: string) => void;
  readonly table: CellTable;
  readonly readOnly: boolean;
  readonly checks?: GridChecks;
  readonly foot?: { readonly label: ReactNode; readonly sums: Readonly<Record<string, ReactNode>> };
  readonly empty?: ReactNode;
  readonly onWidth?: (key: string, width: number) => void;
  readonly menu?: (column: GridColumn<R>, at: number, fit: () => void) => ReactNode;
  /** Told which rows are drawn. */
  readonly onRows?: (first: number, last: number) => void;
}

/** A table of any length, edited like a spreadsheet: only the cells in sight exist. Works by keyboard, mouse and touch. */
export function DataGrid<R>({ label, columns, frozen: asked, count, itemAt, sort, onSort, table, readOnly, checks, foot, empty, onWidth, menu, onRows }: DataGridProps<R>) {
  const root = useRef<HTMLDivElement | null>(null);
  // The rows need the element that scrolls, which is there only after the first drawing.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const attach = useCallback((node: HTMLDivElement | null) => { root.current = node; setScroller(node); }, []);
  const body = useRef<BodyHandle>(null);
  const id = useId();
  const frozen = Math.min(asked, columns.length);
  const headWidth = checks ? 44 + String(Math.max(count, 1)).length * 9 : 0;
  const edges = useMemo(() => edgesOf(columns, headWidth), [columns, headWidth]);
  const offsets = useMemo(() => frozenOffsets(columns, frozen).map((left) => (left === undefined ? undefined : left + headWidth)), [columns, frozen, headWidth]);
  const width = edges.at(-1) ?? 0;
  const frozenWidth = edges[frozen] ?? 0;

  // Cells that stick one by one cost a layer each; one sheet over the moved rows costs one, and none while nothing is moved.
  const [shifted, setShifted] = useState(false);
  const [seen, setSeen] = useState({ left: 0, width: 1_600 });
  const window = useMemo(() => windowAt(edges, frozen, seen.left, seen.width), [edges, frozen, seen]);
  const look = useCallback(() => {
    const node = root.current;
    if (!node) return;
    setShifted(node.scrollLeft > 0);
    setSeen((now) => (sameWindow(windowAt(edges, frozen, now.left, now.width), windowAt(edges, frozen, node.scrollLeft, node.clientWidth)) ? now : { left: node.scrollLeft, width: node.clientWidth }));
  }, [edges, frozen]);
  useEffect(() => {
    const node = root.current;
    if (!node) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(node);
    return () => observer.disconnect();
  }, [look]);

  const { cursor, far, block, editing, follow } = table;
  // Brings a cell into sight: after every move by key, and a record that was chosen elsewhere; sorting and filtering leave the view alone.
  const show = (row: number, column: number, align: 'auto' | 'center') => {
    body.current?.scrollTo(row, align);
    const node = root.current;
    if (!node || column < frozen) return;
    const [from, to] = [edges[column] ?? 0, edges[column + 1] ?? 0];
    if (from - frozenWidth < node.scrollLeft) node.scrollLeft = from - frozenWidth;
    else if (to > node.scrollLeft + node.clientWidth) node.scrollLeft = to - node.clientWidth;
  };
  useEffect(() => {
    if (far && follow > 0) show(far.row, far.column, 'auto');
    // Only a move is followed, not what moves the cell under the cursor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [follow]);
  const cursorKey = cursor ? itemAt(cursor.row).key : null;
  const shownKey = useRef<string | null>(null);
  useEffect(() => {
    if (!scroller) return;
    if (cursor && cursorKey !== null && shownKey.current !== cursorKey) {
      const arrived = shownKey.current === null;
      if (arrived || !body.current?.isDrawn(cursor.row)) show(cursor.row, cursor.column, arrived && cursor.row > 20 ? 'center' : 'auto');
    }
    shownKey.current = cursorKey;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cursorKey, scroller]);
  useEffect(() => {
    if (editing) show(editing.at.row, editing.at.column, 'auto');
    if (editing && editing.at.column < frozen && root.current) root.current.scrollLeft = 0;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editing?.edit]);

  const lastCheck = useRef<number | null>(null);
  const onHead = (row: number, extend: boolean) => {
    if (!checks) return;
    const from = extend && lastCheck.current !== null ? lastCheck.current : row;
    const keys: string[] = [];
    for (let at = Math.min(from, row); at <= Math.min(count - 1, Math.max(from, row)); at += 1) { const item = itemAt(at); if (item.kind === 'record') keys.push(item.key); }
    checks.onCheck(keys, extend ? true : 'turn');
    lastCheck.current = row;
    table.go({ row, column: cursor?.column ?? 0 }, false, true);
  };
  const isRecord = (row: number) => row >= 0 && row < count && itemAt(row).kind === 'record';
  const mouse = useGridMouse({ root, edges, frozen, headWidth, count, hasFoot: foot !== undefined, table, isRecord, onHead });
  const rowKeys = () => { const keys: string[] = []; for (let row = 0; row < count; row += 1) { const item = itemAt(row); if (item.kind === 'record') keys.push(item.key); } return keys; };
  // The head has a menu in every column; it is drawn anew only for what it shows.
  const latest = useRef({ onSort, onWidth, rowKeys, checks });
  latest.current = { onSort, onWidth, rowKeys, checks };
  const checkState = !checks || checks.keys.size === 0 ? 'none' as const : checks.keys.size >= count ? 'all' as const : 'some' as const;
  const hasChecks = checks !== undefined;
  const resizable = onWidth !== undefined;
  const head = useMemo(() => {
    const fit = (key: string) => { const wanted = root.current && contentWidth(root.current, key); if (wanted) latest.current.onWidth?.(key, wanted); };
    return <GridHead columns={columns} offsets={offsets} headWidth={headWidth} sort={sort} onSort={(key) => latest.current.onSort(key)} onWidth={resizable ? (key, wide) => latest.current.onWidth?.(key, wide) : undefined} onFit={fit}
      menu={menu && ((column: GridColumn<R>, place: number) => menu(column, place, () => fit(column.key)))} checks={hasChecks ? { state: checkState, onAll: () => latest.current.checks?.onCheck(latest.current.rowKeys(), checkState !== 'all') } : undefined} />;
  }, [columns, offsets, headWidth, sort, menu, resizable, hasChecks, checkState]);

  const activeId = cursor && cursorKey !== null ? `${id}-${cursorKey}-${cursor.column}` : undefined;
  const at = editing?.at ?? cursor;
  const handBox = at ? boxOf({ top: at.row, bottom: at.row, left: at.column, right: at.column }, edges) : { left: 0, top: 0, width: 10, height: rowHeight };
  const sticks = at !== null && at.column < frozen;
  const node = editing ? root.current : null;
  const above = node !== null && handBox.top + headHeight - node.scrollTop > node.clientHeight * 0.55;
  const leftward = node !== null && !sticks && handBox.left - node.scrollLeft > node.clientWidth * 0.62;
  // Only the hand's keys are the table's: what is pressed in a menu or a dialog comes through here too.
  const press = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).closest('.grid-hand')) return;
    if (event.altKey && event.key === 'ArrowDown' && cursor && !editing) { event.preventDefault(); root.current?.querySelector<HTMLElement>(`[data-head-menu="${CSS.escape(columns[cursor.column]?.key ?? '')}"]`)?.click(); return; }
    table.keys(event, Math.max(1, Math.floor(((root.current?.clientHeight ?? 0) - headHeight - (foot ? footHeight : 0)) / rowHeight) - 1));
  };
  const style = { '--grid-width': `${width}px`, '--grid-row': `${rowHeight}px` } as CSSProperties;
  return (
    <div className="grid" ref={attach} style={style} onScroll={look} onKeyDown={press} onMouseDown={mouse.down} onDoubleClick={mouse.twice}>
      <div className="grid-space">
        <div className="grid-hand-place" style={{ position: sticks ? 'sticky' : 'relative' }}>
          <CellHand ref={table.hand} label={label} gridId={id} activeId={activeId} style={{ left: handBox.left, top: handBox.top + headHeight, width: handBox.width, height: rowHeight }} align={at ? columns[at.column]?.align ?? 'left' : 'left'} above={above} leftward={leftward}
            cell={editing} onBegin={() => table.begin(true)} onValue={table.value} onDone={table.done} onClipboard={table.clipboard} />
        </div>
        <div role="grid" id={id} aria-label={label} aria-rowcount={count + 1 + (foot && count > 0 ? 1 : 0)} aria-colcount={columns.length + (headWidth > 0 ? 1 : 0)} aria-multiselectable="true" {...(readOnly ? { 'aria-readonly': true } : {})}>
          {head}
          {count > 0 && scroller && (
            <GridBody ref={body} id={id} scroller={scroller} columns={columns} frozen={frozen} offsets={offsets} edges={edges} window={window} headWidth={headWidth} shifted={shifted} count={count} itemAt={itemAt} cursorKey={cursorKey} block={block} cursor={cursor}
              copied={table.copied} filling={mouse.filling} editing={editing !== null} checked={checks?.keys} hasFoot={foot !== undefined} onPull={readOnly ? undefined : mouse.pull} onRows={onRows} />
          )}
          {foot && count > 0 && <SumRow className="grid-foot" columns={columns} offsets={offsets} headWidth={headWidth} label={foot.label} sums={foot.sums} index={count} />}
        </div>
      </div>
      {count === 0 && <div className="grid-empty">{empty}</div>}
      {table.asked && <PlanQuestion plan={table.asked.plan} action={table.asked.action} onAnswer={table.answer} />}
    </div>
  );
}

/** Room for what the drawn cells of a column hold, in pixels. */
function contentWidth(root: HTMLElement, key: string): number | null {
  const range = document.createRange();
  let widest = 0;
  for (const cell of root.querySelectorAll(`[data-column="${CSS.escape(key)}"]`)) {
    range.selectNodeContents(cell.querySelector('.grid-head-words') ?? cell);
    widest = Math.max(widest, range.getBoundingClientRect().width + (cell.querySelector('.grid-head-words') ? 30 : 0));
  }
  return widest > 0 ? Math.round(Math.min(600, widest + 28)) : null;
}
