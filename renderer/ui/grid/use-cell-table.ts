import { useCallback, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { editCells, editsSettled, type CellSet, type TableNoun } from '../../state/cell-edits.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { undoOrRedo } from '../../state/undo.js';
import { areaUnitOf } from '../fields/draft.js';
import { notLoaded, planClear, planFill, planPaste, whyClosed, type CellPlan, type SheetCells } from './cell-changes.js';
import { useCellCursor, type CellCursor } from './cell-cursor.js';
import type { EditedCell, HandHandle, Step } from './cell-hand.js';
import { isOneCell, type Block, type CellAt } from './cell-range.js';
import { cellWords, readCellWords } from './cell-words.js';
import { takeCopy, takePaste } from './grid-clipboard.js';
import type { GridColumn, GridItem } from './grid-column.js';
import { movedBy, recordFrom, type MoveTable } from './grid-moves.js';
import { doneOf, labelOf, type CellAction } from './plan-words.js';

export interface CellTableOptions<R> {
  readonly noun: TableNoun;
  readonly columns: readonly GridColumn<R>[];
  readonly count: number;
  readonly itemAt: (index: number) => GridItem<R>;
  /** The stored value of a record's field, with what is on its way to the host; `notLoaded` while it is fetched. */
  readonly valueOf: (record: R, field: FieldDefinition) => unknown;
  readonly categoryOf: (record: R) => Category | undefined;
  readonly nameOf: (record: R) => string;
  readonly readOnly: boolean;
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  /** Space, or an edit of a cell that has a dialog of its own. */
  readonly onOpen: (key: string, column: string | null) => void;
  /** Words that stand in a column already. */
  readonly known?: (field: FieldDefinition) => readonly string[];
  /** Takes rows in or out of what is changed together. */
  /** Fetches values that are not here yet; resolves when the table has them. */
  readonly load?: (keys: readonly string[]) => Promise<void>;
  readonly onCheck?: ((keys: readonly string[], on: boolean | 'turn') => void) | undefined;
}

/** What a DataGrid needs in order to be moved in and edited. */
export interface CellTable extends CellCursor {
  readonly sheet: SheetCells;
  readonly editing: (EditedCell & { readonly at: CellAt }) | null;
  /** The block that the clipboard holds, until something is edited. */
  readonly copied: Block | null;
  readonly hand: RefObject<HandHandle | null>;
  /** What a copy of many cells asks a person first. */
  readonly asked: { readonly plan: CellPlan; readonly action: CellAction } | null;
  answer(yes: boolean): void;
  begin(typed: boolean, at?: CellAt): boolean;
  value(value: unknown, step: Step): void;
  done(step: Step): void;
  /** Ends an edit by storing it; false when it cannot be stored. */
  finish(): boolean;
  keys(event: KeyboardEvent, pageRows: number): void;
  clipboard(event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste'): void;
  fill(source: Block, target: Block, counting: boolean): void;
}

/** More cells than this are shown as a number before they are changed. */
const manyCells = 1_000;
let edits = 0;

/** Cursor, range, editing in place, clipboard and fill of one table. */
export function useCellTable<R>(options: CellTableOptions<R>): CellTable {
  const { noun, columns, count, itemAt, valueOf, categoryOf, nameOf, readOnly, selectedKey, onSelect, onOpen, known, load, onCheck } = options;
  const say = useSay();
  const client = useClient();
  const hand = useRef<HandHandle | null>(null);
  const [editing, setEditing] = useState<CellTable['editing']>(null);
  const [copied, setCopied] = useState<Block | null>(null);
  const [asked, setAsked] = useState<CellTable['asked']>(null);
  const home = useRef<number | null>(null);

  const columnKeys = useMemo(() => columns.map((column) => column.key), [columns]);
  const isRecord = useCallback((row: number) => row >= 0 && row < count && itemAt(row).kind === 'record', [count, itemAt]);
  const keyAt = useCallback((row: number) => itemAt(row).key, [itemAt]);
  const place = useCellCursor({ columnKeys, rows: count, keyAt, isRecord, selectedKey, onSelect });
  const { cursor, far, block, go, choose } = place;

  const sheet = useMemo((): SheetCells => {
    const recordAt = (row: number) => { const item = row < count ? itemAt(row) : undefined; return item?.kind === 'record' ? item : null; };
    return {
      rows: count, columns: columns.length, language: say.language,
      entryAt: (column) => columns[column]?.field,
      recordAt: (row) => { const item = recordAt(row); return item && { id: item.key, category: categoryOf(item.record) }; },
      valueAt: (row, column) => { const item = recordAt(row); const field = columns[column]?.field; return item && field ? valueOf(item.record, field) : undefined; },
    };
  }, [columns, count, itemAt, valueOf, categoryOf, say.language]);

  const newest = useRef(sheet);
  newest.current = sheet;
  /** Does something with a block once all its cells are here: at once, or after they were fetched. */
  const whenLoaded = (wanted: Block, then: (sheet: SheetCells) => void) => {
    const missing: string[] = [];
    for (let row = wanted.top; row <= Math.min(wanted.bottom, count - 1); row += 1) {
      for (let column = wanted.left; column <= Math.min(wanted.right, columns.length - 1); column += 1) {
        if (sheet.valueAt(row, column) === notLoaded) { missing.push(keyAt(row)); break; }
      }
    }
    if (missing.length === 0 || !load) { then(sheet); return; }
    load(missing).then(() => requestAnimationFrame(() => then(newest.current)), (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  };

  const store = (sets: readonly CellSet[], action: CellAction | null, done?: { zh: string; en: string }) => {
    if (sets.length === 0) { if (done) tell(done); return; }
    if (sets.length > 50_000) { tell({ zh: `一次最多改 50,000 格，这里有 ${sets.length.toLocaleString('en-US')} 格。请少选一些。`, en: `At most 50,000 cells are changed at once; here are ${sets.length.toLocaleString('en-US')}. Choose fewer.` }); return; }
    setCopied(null);
    editCells(client, noun, sets, action ? labelOf(action, sets) : undefined).then(() => { if (done) tell(done); }, (error: unknown) => {
      const failure = failureOf(error);
      tell({ zh: `没有保存，已放回原样：${failure.message.zh}`, en: `Not stored; the old values stand again: ${failure.message.en}` }, failure);
    });
  };
  const apply = (plan: CellPlan, action: CellAction) => {
    choose(plan.target);
    store(plan.sets, action, doneOf(plan, action, (row) => { const item = itemAt(row); return item.kind === 'record' ? nameOf(item.record) : ''; }, (column) => columns[column]?.field?.label));
  };
  const act = (plan: CellPlan, action: CellAction) => { if (plan.sets.length > manyCells) setAsked({ plan, action }); else apply(plan, action); };

  const step = (from: CellAt, which: Step) => {
    if (which === 'stay') return;
    const back = which === 'down' || which === 'up' ? home.current : null;
    if (which === 'right' || which === 'left') home.current ??= from.column; else home.current = null;
    const table: MoveTable = { size: { rows: count, columns: columns.length }, pageRows: 1, isRecord, isFilled: () => true };
    const to = movedBy(`Arrow${which[0]!.toUpperCase()}${which.slice(1)}`, false, from, table);
    if (to) go(back === null ? to : { row: to.row, column: back });
  };

  const begin = (typed: boolean, at: CellAt | null = cursor): boolean => {
    const item = at && isRecord(at.row) ? itemAt(at.row) : null;
    const column = at ? columns[at.column] : undefined;
    if (!at || item?.kind !== 'record' || !column) return false;
    const field = column.field;
    if (readOnly) { tell({ zh: '这本账现在只能看，不能改。', en: 'This ledger can only be read at present.' }); return false; }
    if (!field || field.kind === 'links') { if (!typed) onOpen(item.key, column.key); return false; }
    const closed = whyClosed(sheet, at.row, at.column);
    if (closed) { tell({ zh: `「${field.label.zh}」：${closed.zh}`, en: `“${field.label.en}”: ${closed.en}` }); return false; }
    const context = { category: categoryOf(item.record), language: say.language, old: valueOf(item.record, field) };
    if (block && !isOneCell(block)) go(at, false, true);
    setCopied(null);
    setEditing({
      edit: (edits += 1), at, entry: field, label: column.label, words: cellWords(field, context.old, context), value: context.old, typed,
      unit: field.kind === 'area' ? areaUnitOf(field, context.category) === 'mu' ? say('亩', 'mu') : '㎡' : field.kind === 'number' && field.unit ? say(field.unit) : '',
      known: known?.(field) ?? [], read: (words) => readCellWords(field, words, context),
    });
    return true;
  };
  const done = (which: Step) => { const from = editing?.at; setEditing(null); hand.current?.focus(); if (from) step(from, which); };
  const value = (next: unknown, which: Step) => {
    const now = editing;
    done(which);
    if (!now) return;
    const row = now.at.row;
    const record = sheet.recordAt(row);
    const context = { category: record?.category, language: say.language };
    if (record && cellWords(now.entry, next, context) !== cellWords(now.entry, now.value, context)) store([{ id: record.id, path: now.entry.path, value: next, seen: now.value }], null);
  };
  const finish = () => editing === null || (hand.current?.finish() ?? true);

  const keys = (event: KeyboardEvent, pageRows: number) => {
    if (editing || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const stop = () => event.preventDefault();
    if (command && (key === 'z' || key === 'y')) { stop(); void editsSettled().then(() => undoOrRedo(client, key === 'y' || event.shiftKey ? 'redo' : 'undo')); return; }
    if (count === 0 || event.altKey) return;
    if (command && key === 'a') { stop(); choose({ top: 0, left: 0, bottom: count - 1, right: columns.length - 1 }); return; }
    const whole = (at: Block) => ({ ...at, left: 0, right: columns.length - 1 });
    const edges = block && { ...block };
    if (key === ' ' && !command && edges) {
      stop();
      if (event.shiftKey) { choose(whole(edges)); onCheck?.(recordKeys(edges), 'turn'); } else if (cursor) onOpen(keyAt(cursor.row), null);
      return;
    }
    if (key === ' ' && command && edges) { stop(); choose({ ...edges, top: 0, bottom: count - 1 }); return; }
    if (command && (key === 'd' || key === 'r') && edges) {
      stop();
      if (readOnly) return;
      const down = key === 'd';
      // One cell alone takes what is above it, or to its left.
      const source = down ? { ...edges, top: edges.top === edges.bottom ? recordFrom({ size: { rows: count, columns: columns.length }, isRecord }, edges.top - 1, -1) : edges.top } : { ...edges, left: edges.left === edges.right ? edges.left - 1 : edges.left };
      if (source.top < 0 || source.left < 0) return;
      const first = down ? { ...source, bottom: source.top } : { ...source, right: source.left };
      whenLoaded(source, (here) => act(planFill(here, first, source), { kind: down ? 'fill-down' : 'fill-right' }));
      return;
    }
    if ((key === 'Delete' || key === 'Backspace') && edges) { stop(); if (!readOnly) whenLoaded(edges, (here) => act(planClear(here, edges), { kind: 'clear' })); return; }
    if (key === 'Escape') { setCopied(null); if (cursor && block && !isOneCell(block)) { stop(); go(cursor, false, true); } return; }
    if ((key === 'F2' || key === 'Enter') && !command && cursor) { stop(); if (event.shiftKey) step(cursor, 'up'); else begin(false); return; }
    if (key === 'Tab' && cursor) {
      const to = cursor.column + (event.shiftKey ? -1 : 1);
      // At the ends Tab leaves the table, so that no keyboard is caught in it.
      if (to >= 0 && to < columns.length) { stop(); step(cursor, event.shiftKey ? 'left' : 'right'); }
      return;
    }
    const table: MoveTable = { size: { rows: count, columns: columns.length }, pageRows, isRecord, isFilled: (at) => { const held = sheet.valueAt(at.row, at.column); return held !== null && held !== undefined && held !== '' && held !== notLoaded; } };
    const from = event.shiftKey ? far : cursor;
    const to = from ? movedBy(key, command, from, table) : /^(Arrow|Page|Home|End)/.test(key) ? { row: Math.max(0, recordFrom(table, 0, 1)), column: 0 } : null;
    if (to) { stop(); home.current = null; go(to, event.shiftKey); }
  };
  const recordKeys = (at: Block) => { const found: string[] = []; for (let row = at.top; row <= at.bottom; row += 1) if (isRecord(row)) found.push(keyAt(row)); return found; };

  const clipboard = (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste') => {
    if (!block || editing) return;
    event.preventDefault();
    if (kind === 'paste') {
      if (readOnly) { tell({ zh: '这本账现在只能看，不能改。', en: 'This ledger can only be read at present.' }); return; }
      const cells = takePaste(event.clipboardData, sheet);
      if (cells) whenLoaded({ ...block, bottom: Math.max(block.bottom, block.top + cells.length - 1), right: Math.max(block.right, block.left + Math.max(...cells.map((row) => row.length)) - 1) }, (here) => act(planPaste(here, block, cells), { kind: 'paste' }));
      return;
    }
    if (!takeCopy(event.clipboardData, sheet, block)) { whenLoaded(block, () => undefined); return; }
    setCopied(block);
    if (kind === 'cut' && !readOnly) act(planClear(sheet, block), { kind: 'cut' });
  };
  const fill = (source: Block, target: Block, counting: boolean) => { if (!readOnly) whenLoaded(target, (here) => act(planFill(here, source, target, counting), { kind: target.bottom > source.bottom || target.top < source.top ? 'fill-down' : 'fill-right' })); };
  const answer = (yes: boolean) => { const now = asked; setAsked(null); if (yes && now) apply(now.plan, now.action); };

  return { ...place, sheet, editing, copied, hand, asked, answer, begin: (typed, at) => begin(typed, at), value, done, finish, keys, clipboard, fill };
}

