import { useRef, useState, type PointerEvent } from 'react';

/** What a row needs to be dragged by its handle, with mouse, pen or finger. */
export interface RowDrag {
  /** The row under way, how far it has gone in CSS pixels, and the place (from the top) where it would be laid down. */
  readonly moving: { readonly id: string; readonly from: number; readonly to: number; readonly by: number } | null;
  readonly begin: (id: string, place: number, event: PointerEvent<HTMLElement>) => void;
}

/** Rows of a list dragged up and down by a handle. The list is the handle's nearest `ol`; `onDrop` tells the new place. */
export function useRowDrag(onDrop: (id: string, place: number) => void): RowDrag {
  const [moving, setMoving] = useState<RowDrag['moving']>(null);
  const latest = useRef<RowDrag['moving']>(null);
  const show = (next: RowDrag['moving']) => { latest.current = next; setMoving(next); };
  const begin = (id: string, place: number, event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const rows = [...(handle.closest('ol')?.children ?? [])].map((row) => { const { top, height } = row.getBoundingClientRect(); return top + height / 2; });
    const start = event.clientY;
    const own = rows[place] ?? start;
    handle.setPointerCapture(event.pointerId);
    const move = (now: globalThis.PointerEvent) => {
      const by = now.clientY - start;
      // Where its middle lies among the others' middles.
      const to = rows.filter((middle, at) => at !== place && middle < own + by).length;
      if (Math.abs(by) > 3 || latest.current) show({ id, from: place, to, by });
    };
    const end = (now: globalThis.PointerEvent) => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', leave, true);
      const last = latest.current;
      show(null);
      if (now.type === 'pointerup' && last && last.to !== last.from) onDrop(id, last.to);
    };
    const leave = (key: KeyboardEvent) => { if (key.key === 'Escape') { key.stopPropagation(); latest.current = null; end(new globalThis.PointerEvent('pointercancel')); } };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
    window.addEventListener('keydown', leave, true);
  };
  return { moving, begin };
}
