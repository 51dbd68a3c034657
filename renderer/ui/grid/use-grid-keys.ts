import type { KeyboardEvent } from 'react';
import type { GridItem } from './grid-column.js';

interface GridKeys<R> {
  readonly count: number;
  readonly itemAt: (index: number) => GridItem<R>;
  readonly selectedIndex: number;
  readonly pageRows: () => number;
  readonly onSelect: (key: string) => void;
  readonly onOpen: () => void;
  /** The columns and the one under the cursor, where cells are edited. */
  readonly cells?: { readonly keys: readonly string[]; readonly active: string | null; readonly onActive: (key: string) => void } | undefined;
}

/** The nearest record from `index` on in a direction, group heads passed over; -1 when there is none. */
function recordFrom<R>(count: number, itemAt: (index: number) => GridItem<R>, index: number, step: 1 | -1): number {
  for (let at = index; at >= 0 && at < count; at += step) if (itemAt(at).kind === 'record') return at;
  return -1;
}

/** Where a key moves the cursor: rows by arrows, pages and ends; columns by arrows, Tab and ends where cells are edited. */
export function gridKeyHandler<R>({ count, itemAt, selectedIndex, pageRows, onSelect, onOpen, cells }: GridKeys<R>) {
  const go = (index: number, step: 1 | -1) => {
    const clamped = Math.min(count - 1, Math.max(0, index));
    const found = [recordFrom(count, itemAt, clamped, step), recordFrom(count, itemAt, clamped, step === 1 ? -1 : 1)].find((at) => at >= 0);
    const item = found === undefined ? undefined : itemAt(found);
    if (item) onSelect(item.key);
  };
  const turn = (step: number) => {
    if (!cells) return;
    const at = cells.active === null ? (step > 0 ? -1 : 1) : cells.keys.indexOf(cells.active);
    const key = cells.keys[Math.min(cells.keys.length - 1, Math.max(0, at + step))];
    if (key !== undefined) cells.onActive(key);
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey || count === 0) return;
    const all = event.ctrlKey || !cells;
    const moves: Partial<Record<string, () => void>> = {
      ArrowDown: () => go(selectedIndex + 1, 1),
      ArrowUp: () => go(selectedIndex < 0 ? 0 : selectedIndex - 1, -1),
      PageDown: () => go(selectedIndex + pageRows(), 1),
      PageUp: () => go(selectedIndex - pageRows(), -1),
      Home: () => (all ? go(0, 1) : turn(-cells.keys.length)),
      End: () => (all ? go(count - 1, -1) : turn(cells.keys.length)),
      Enter: () => { if (selectedIndex >= 0) onOpen(); },
      F2: () => { if (selectedIndex >= 0) onOpen(); },
      ...(cells ? { ArrowLeft: () => turn(-1), ArrowRight: () => turn(1) } : {}),
    };
    const move = moves[event.key];
    if (!move || (event.ctrlKey && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    move();
  };
}
