import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useMemo, type MouseEvent, type Ref } from 'react';
import { useSay } from '../../state/language.js';
import type { Block, CellAt } from './cell-range.js';
import type { GridColumn, GridItem } from './grid-column.js';
import { footHeight, headHeight, rowHeight } from './grid-geometry.js';
import { GridMarks } from './grid-marks.js';
import { FrozenRow, RecordRow, SumRow, type ColumnWindow } from './grid-row.js';

export interface BodyHandle { scrollTo(row: number, align: 'auto' | 'center'): void; isDrawn(row: number): boolean }

interface BodyProps<R> {
  readonly ref: Ref<BodyHandle>;
  readonly id: string;
  readonly scroller: HTMLDivElement;
  readonly columns: readonly GridColumn<R>[];
  readonly frozen: number;
  readonly offsets: readonly (number | undefined)[];
  readonly edges: readonly number[];
  readonly window: ColumnWindow;
  readonly headWidth: number;
  readonly shifted: boolean;
  readonly count: number;
  readonly itemAt: (index: number) => GridItem<R>;
  readonly cursorKey: string | null;
  readonly block: Block | null;
  readonly cursor: CellAt | null;
  readonly copied: Block | null;
  readonly filling: Block | null;
  readonly editing: boolean;
  readonly checked: ReadonlySet<string> | undefined;
  readonly hasFoot: boolean;
  readonly onPull: ((event: MouseEvent) => void) | undefined;
  readonly onRows: ((first: number, last: number) => void) | undefined;
}

/** The rows in sight and what is drawn over them. Apart from the table around it, so that scrolling draws nothing else anew. */
export function GridBody<R>({ ref, id, scroller, columns, frozen, offsets, edges, window, headWidth, shifted, count, itemAt, cursorKey, block, cursor, copied, filling, editing, checked, hasFoot, onPull, onRows }: BodyProps<R>) {
  const say = useSay();
  const virtual = useVirtualizer({
    count, getScrollElement: () => scroller, estimateSize: () => rowHeight, overscan: 4,
    scrollMargin: headHeight, scrollPaddingStart: headHeight, scrollPaddingEnd: hasFoot ? footHeight : 0,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? -1];
  useImperativeHandle(ref, () => ({ scrollTo: (row, align) => virtual.scrollToIndex(row, { align }), isDrawn: (row) => row >= first && row <= last }), [virtual, first, last]);
  useEffect(() => { if (last >= first) onRows?.(first, last); }, [first, last, onRows]);
  const marks = useMemo(() => ({ edges, block: editing ? null : block, cursor: editing ? null : cursor, copied, filling, onPull: editing ? undefined : onPull }), [edges, block, cursor, copied, filling, editing, onPull]);
  const checkLabel = say('选中第', 'Take row');
  return (
    <div className="grid-body" style={{ height: virtual.getTotalSize() }} role="presentation">
      {shifted && (
        <div className="grid-frozen" aria-hidden="true" style={{ width: edges[frozen] }}>
          {items.map(({ index, start }) => {
            const item = itemAt(index);
            if (item.kind === 'group') return null;
            return <FrozenRow key={item.key} columns={columns} frozen={frozen} headWidth={headWidth} rowKey={item.key} record={item.record} index={index} top={start - headHeight} selected={item.key === cursorKey} checked={checked?.has(item.key) ?? false} />;
          })}
          <GridMarks {...marks} frozen={frozen} />
        </div>
      )}
      {items.map(({ index, start }) => {
        const item = itemAt(index);
        const top = start - headHeight;
        if (item.kind === 'group') return <SumRow key={item.key} className="grid-group" columns={columns} offsets={offsets} headWidth={headWidth} label={item.label} sums={item.sums} index={index} top={top} />;
        const chosen = block !== null && index >= block.top && index <= block.bottom;
        return <RecordRow key={item.key} id={`${id}-${item.key}`} columns={columns} frozen={frozen} window={window} headWidth={headWidth} rowKey={item.key} record={item.record} index={index} top={top} selected={item.key === cursorKey} checked={checked?.has(item.key) ?? false}
          first={chosen ? block.left : -1} last={chosen ? block.right : -2} cursorColumn={item.key === cursorKey ? cursor?.column ?? -1 : -1} checkLabel={checkLabel} />;
      })}
      <GridMarks {...marks} covered={shifted ? frozen : 0} />
    </div>
  );
}
