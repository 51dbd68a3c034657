import { useVirtualizer } from '@tanstack/react-virtual';
import { forwardRef, useCallback, useEffect, useId, useImperativeHandle, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { openField } from '../../state/program-store.js';
import { useSay } from '../../state/language.js';
import { CheckRow } from './check-row.js';
import { keysOf } from './mending-keys.js';
import { keepScroll, setCursor, useQuality } from './quality-store.js';

const rowHeight = 104;
const rowsBeyond = 5;

export interface CheckListHandle { next(): void }

/** The assets, worst first: arrows go from asset to asset and from key to key, Enter opens the field that mends, N is the next key of all. */
export const CheckList = forwardRef<CheckListHandle, { need: (from: number, to: number) => void }>(function CheckList({ need }, handle) {
  const say = useSay();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const total = useQuality((state) => state.total) ?? 0;
  const rows = useQuality((state) => state.rows);
  const cursor = useQuality((state) => state.cursor);
  const filter = useQuality((state) => state.filter);
  const virtual = useVirtualizer({
    count: total, getScrollElement: () => root.current, estimateSize: () => rowHeight, overscan: rowsBeyond, paddingStart: 4, paddingEnd: 16,
    initialOffset: () => useQuality.getState().scroll,
    initialRect: { width: 800, height: 700 },
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => { if (total > 0) need(first, last); }, [need, first, last, total]);

  // Another filter begins at the top.
  const shownFilter = useRef(filter);
  useEffect(() => {
    if (shownFilter.current === filter) return;
    shownFilter.current = filter;
    root.current?.scrollTo(0, 0);
  }, [filter]);
  // Coming back: the row that was left stands where it stood, whatever the rows above have grown to.
  const isArriving = useRef(true);
  useEffect(() => {
    if (!isArriving.current || total === 0) return;
    isArriving.current = false;
    const left = useQuality.getState().cursor;
    if (left) { virtual.scrollToIndex(Math.min(left.index, total - 1), { align: 'center' }); root.current?.focus({ preventScroll: true }); }
  }, [total, virtual]);

  const go = useCallback((index: number, key: number) => {
    const to = Math.max(0, Math.min(total - 1, index));
    const row = useQuality.getState().rows.get(to);
    const most = row ? Math.max(0, keysOf(row).length - 1) : 0;
    setCursor({ index: to, id: row?.id ?? '', key: Math.max(0, Math.min(most, key)) });
    virtual.scrollToIndex(to, { align: 'auto' });
  }, [total, virtual]);
  const next = useCallback(() => {
    const state = useQuality.getState();
    const at = state.cursor;
    if (!at) { go(0, 0); return; }
    const row = state.rows.get(at.index);
    if (row && at.key + 1 < keysOf(row).length) go(at.index, at.key + 1);
    else if (at.index + 1 < total) go(at.index + 1, 0);
    else go(0, 0);
  }, [go, total]);
  useImperativeHandle(handle, () => ({ next: () => { next(); root.current?.focus({ preventScroll: true }); } }), [next]);

  const open = (index: number, key: number) => {
    const row = useQuality.getState().rows.get(index);
    if (!row) return;
    setCursor({ index, id: row.id, key });
    openField(row.id, keysOf(row)[key]?.path ?? 'name');
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cursor ?? { index: -1, key: 0 };
    const page = Math.max(1, Math.floor((root.current?.clientHeight ?? rowHeight) / rowHeight));
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(at.index + 1, 0), ArrowUp: () => go(at.index - 1, 0), PageDown: () => go(at.index + page, 0), PageUp: () => go(at.index - page, 0), Home: () => go(0, 0), End: () => go(total - 1, 0),
      ArrowRight: () => go(Math.max(0, at.index), at.index < 0 ? 0 : at.key + 1), ArrowLeft: () => go(Math.max(0, at.index), at.key - 1),
      Enter: () => { if (at.index >= 0) open(at.index, at.key); }, ' ': () => { if (at.index >= 0) open(at.index, at.key); },
    };
    const step = steps[event.key];
    if (step) { event.preventDefault(); step(); }
  };
  const click = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? NaN);
    if (Number.isNaN(index)) return;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    if (key !== undefined) open(index, Number(key));
    else go(index, 0);
  };
  const active = cursor && items.some((item) => item.index === cursor.index) && rows.has(cursor.index) ? `${id}-${cursor.index}-${cursor.key}` : undefined;

  return (
    <div ref={root} className="quality-list" role="grid" aria-label={say('资产，最要紧的在前', 'Assets, the most pressing first')} aria-rowcount={total} tabIndex={0} {...(active ? { 'aria-activedescendant': active } : {})}
      onKeyDown={press} onClick={click} onFocus={() => { if (!cursor && total > 0) go(first, 0); }} onScroll={(event) => keepScroll(event.currentTarget.scrollTop)}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {items.map(({ index, start }) => (
          <div key={index} ref={virtual.measureElement} data-index={index} role="row" aria-rowindex={index + 1} className="quality-row" data-cursor={cursor?.index === index || undefined} style={{ transform: `translateY(${start}px)` }}>
            <CheckRow checked={rows.get(index)} id={`${id}-${index}`} activeKey={cursor?.index === index ? cursor.key : null} />
          </div>
        ))}
      </div>
    </div>
  );
});
