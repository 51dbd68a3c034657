import { useCallback, useMemo, useRef, useState } from 'react';
import { blockBetween, clampCell, type Block, type CellAt } from './cell-range.js';

interface Corner { readonly key: string; readonly column: string }
/** The chosen cells, named by record and column so that sorting and filtering do not move them to others. */
interface Chosen { readonly cursor: Corner; readonly far: Corner; readonly whole?: boolean }

export interface CellCursor {
  /** The cell that is typed into. */
  readonly cursor: CellAt | null;
  /** The corner opposite to it: what Shift moves. */
  readonly far: CellAt | null;
  readonly block: Block | null;
  /** Puts the cursor to a cell, or stretches the range to it. `quiet` leaves the view where it is. */
  go(at: CellAt, extend?: boolean, quiet?: boolean): void;
  choose(block: Block): void;
  /** Counts the moves that the view is to follow. */
  readonly follow: number;
}

interface CursorOptions {
  readonly columnKeys: readonly string[];
  readonly rows: number;
  readonly keyAt: (row: number) => string;
  readonly isRecord: (row: number) => boolean;
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
}

/** Where the cursor and the range of a table are. The record under the cursor is the selected one, wherever it was selected. */
export function useCellCursor({ columnKeys, rows, keyAt, isRecord, selectedKey, onSelect }: CursorOptions): CellCursor {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [follow, setFollow] = useState(0);
  const hints = useRef(new Map<string, number>());

  const rowOf = useCallback((key: string): number => {
    const hint = hints.current.get(key);
    if (hint !== undefined && hint < rows && keyAt(hint) === key) return hint;
    if (hints.current.size > 8) hints.current.clear();
    for (let row = 0; row < rows; row += 1) if (keyAt(row) === key) { hints.current.set(key, row); return row; }
    return -1;
  }, [rows, keyAt]);
  const cellOf = useCallback((corner: Corner | undefined): CellAt | null => {
    if (!corner) return null;
    const row = rowOf(corner.key);
    return row < 0 ? null : { row, column: Math.max(0, columnKeys.indexOf(corner.column)) };
  }, [rowOf, columnKeys]);

  // A record selected elsewhere takes the cursor with it; an unselected one leaves it nowhere.
  const mine: Chosen | null = selectedKey === null ? null : chosen?.cursor.key === selectedKey ? chosen : null;
  const corner = useMemo(() => mine?.cursor ?? (selectedKey === null ? undefined : { key: selectedKey, column: chosen?.cursor.column ?? columnKeys[0] ?? '' }), [mine, selectedKey, chosen, columnKeys]);
  const cursor = useMemo(() => cellOf(corner), [cellOf, corner]);
  const far = useMemo(() => cellOf(mine?.far) ?? cursor, [cellOf, mine, cursor]);
  const block = useMemo(() => (cursor && far ? (mine?.whole ? { top: 0, left: 0, bottom: rows - 1, right: columnKeys.length - 1 } : blockBetween(cursor, far)) : null), [cursor, far, mine, rows, columnKeys]);

  const cornerAt = useCallback((at: CellAt): Corner => { const key = keyAt(at.row); hints.current.set(key, at.row); return { key, column: columnKeys[at.column] ?? '' }; }, [keyAt, columnKeys]);
  const set = useCallback((from: CellAt, to: CellAt, quiet: boolean, whole = false) => {
    const next = { cursor: cornerAt(from), far: cornerAt(to), ...(whole ? { whole } : {}) };
    setChosen(next);
    if (!quiet) setFollow((count) => count + 1);
    onSelect(next.cursor.key);
  }, [cornerAt, onSelect]);
  const go = useCallback((at: CellAt, extend = false, quiet = false) => {
    if (rows === 0) return;
    const to = clampCell(at, { rows, columns: columnKeys.length });
    set(extend && cursor ? cursor : to, to, quiet);
  }, [rows, columnKeys, cursor, set]);
  const choose = useCallback((next: Block) => {
    if (rows === 0) return;
    let top = next.top;
    while (top < next.bottom && !isRecord(top)) top += 1;
    set({ row: top, column: next.left }, { row: Math.min(next.bottom, rows - 1), column: next.right }, true, next.top === 0 && next.left === 0 && next.bottom === rows - 1 && next.right === columnKeys.length - 1);
  }, [rows, columnKeys, isRecord, set]);

  return { cursor, far, block, go, choose, follow };
}
