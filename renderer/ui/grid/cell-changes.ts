import { sameValue } from '../../../data/rules/apply-change.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { text, type Language, type Text } from '../../../data/schema/text.js';
import type { Category } from '../../../data/schema/vocabularies.js';
import type { CellSet } from '../../state/cell-edits.js';
import type { Block } from './cell-range.js';
import { accessOf, cellWords, readCellWords } from './cell-words.js';
import type { CopiedCell } from './clipboard-text.js';
import { faultOf } from '../fields/field-fault.js';

/** A value that the table has not got yet: it is on its way from the host. */
export const notLoaded = Symbol('not loaded');

/** The table as the rules of editing see it. Rows that are no records (heads of groups) have none. */
export interface SheetCells {
  readonly rows: number;
  readonly columns: number;
  readonly language: Language;
  entryAt(column: number): FieldDefinition | undefined;
  recordAt(row: number): { readonly id: string; readonly category: Category | undefined } | null;
  valueAt(row: number, column: number): unknown;
}

/** A cell that was left as it is, and why. */
export interface Refusal { readonly row: number; readonly column: number; readonly words: string; readonly reason: Text }
/** What an action on many cells would do. */
export interface CellPlan {
  readonly sets: readonly CellSet[];
  readonly refused: readonly Refusal[];
  /** The cells that it covers, to be shown as chosen afterwards. */
  readonly target: Block;
  /** Rows and columns of what was pasted that found no place. */
  readonly over: { readonly rows: number; readonly columns: number };
}

const shownOnly = text('这一列由程序记着，不能改。', 'This column is kept by the program and cannot be edited.');
const noSuchField = text('这一类资产没有这一项。', 'This kind of asset has no such field.');
const inTheForm = text('类别在表单里改：换了类别，有些项会没有。', 'The category is changed in the form: some fields fall away with it.');
const stillLoading = text('这一格还在取，请稍等再试。', 'This cell is still being fetched; try again in a moment.');

/** Why a cell cannot be edited; nothing when it can. */
export function whyClosed(sheet: SheetCells, row: number, column: number): Text | undefined {
  const record = sheet.recordAt(row);
  if (!record) return shownOnly;
  const access = accessOf(sheet.entryAt(column), record.category);
  if (access === 'absent') return noSuchField;
  if (access === 'shown') return sheet.entryAt(column)?.kind === 'choice' ? inTheForm : shownOnly;
  return sheet.valueAt(row, column) === notLoaded ? stillLoading : undefined;
}

const isNothing = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
/** True when setting the value would change nothing that can be seen: 12 亩 said in ㎡ is the same. */
function isSame(entry: FieldDefinition, old: unknown, next: unknown, category: Category | undefined, language: Language): boolean {
  if (isNothing(old) || isNothing(next)) return isNothing(old) && isNothing(next);
  if (sameValue(old, next)) return true;
  return (entry.kind === 'area' || entry.kind === 'number') && cellWords(entry, old, { category, language }) === cellWords(entry, next, { category, language });
}

type Reader = (entry: FieldDefinition, category: Category | undefined, old: unknown) => { ok: true; value: unknown } | { ok: false; fault: Text };

/** Collects what becomes of single cells. */
class Planner {
  readonly sets: CellSet[] = [];
  readonly refused: Refusal[] = [];
  constructor(private readonly sheet: SheetCells) {}

  put(row: number, column: number, words: string, read: Reader): void {
    const closed = whyClosed(this.sheet, row, column);
    const entry = this.sheet.entryAt(column);
    const record = this.sheet.recordAt(row);
    if (closed || !entry || !record) {
      if (record) this.refused.push({ row, column, words, reason: closed ?? shownOnly });
      return;
    }
    const old = this.sheet.valueAt(row, column);
    const reading = read(entry, record.category, old);
    if (!reading.ok) { this.refused.push({ row, column, words, reason: reading.fault }); return; }
    if (isSame(entry, old, reading.value, record.category, this.sheet.language)) return;
    this.sets.push({ id: record.id, path: entry.path, value: reading.value, seen: old });
  }

  plan(target: Block, over = { rows: 0, columns: 0 }): CellPlan {
    return { sets: this.sets, refused: this.refused, target, over };
  }
}

const checked = (entry: FieldDefinition, value: unknown): ReturnType<Reader> => {
  const fault = faultOf(entry, isNothing(value) ? undefined : value);
  return fault ? { ok: false, fault } : { ok: true, value: isNothing(value) ? undefined : value };
};

/** A copied value may be taken over as it is where the field means the same; elsewhere its words are read anew. */
const fits = (copied: FieldDefinition | undefined, entry: FieldDefinition) => copied !== undefined && (copied.path === entry.path || (copied.kind === entry.kind && copied.kind !== 'choice' && copied.kind !== 'choices' && copied.kind !== 'number'));
const readerOf = (cell: CopiedCell, language: Language): Reader => (entry, category, old) =>
  'value' in cell && fits(cell.entry, entry) ? checked(entry, cell.value) : readCellWords(entry, cell.words, { category, language, old });

/** The rows from `top` on that hold records, so many of them. */
function recordRows(sheet: SheetCells, top: number, count: number): number[] {
  const rows: number[] = [];
  for (let row = top; row < sheet.rows && rows.length < count; row += 1) if (sheet.recordAt(row)) rows.push(row);
  return rows;
}
function recordsWithin(sheet: SheetCells, block: Block): number[] {
  const rows: number[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) if (sheet.recordAt(row)) rows.push(row);
  return rows;
}

/** Puts a block of cells into the table at the chosen cells: once from their corner, or repeated where they are a multiple of it. */
export function planPaste(sheet: SheetCells, chosen: Block, cells: readonly (readonly CopiedCell[])[]): CellPlan {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const planner = new Planner(sheet);
  if (height === 0 || width === 0) return planner.plan(chosen);
  const chosenRows = recordsWithin(sheet, chosen);
  const chosenColumns = chosen.right - chosen.left + 1;
  const times = { down: chosenRows.length % height === 0 ? chosenRows.length : height, across: chosenColumns % width === 0 ? chosenColumns : width };
  const rows = recordRows(sheet, chosen.top, Math.max(times.down, height));
  const across = Math.min(Math.max(times.across, width), sheet.columns - chosen.left);
  rows.forEach((row, down) => {
    for (let x = 0; x < across; x += 1) {
      const cell = cells[down % height]?.[x % width];
      if (cell) planner.put(row, chosen.left + x, cell.words, readerOf(cell, sheet.language));
    }
  });
  return planner.plan({ ...chosen, bottom: rows.at(-1) ?? chosen.top, right: chosen.left + across - 1 }, { rows: Math.max(0, height - rows.length), columns: Math.max(0, width - across) });
}

/** What a copied cell is: its words with their unit, and its value for where the same field takes it. */
export function copiedCell(sheet: SheetCells, row: number, column: number): CopiedCell {
  const entry = sheet.entryAt(column);
  const record = sheet.recordAt(row);
  const value = sheet.valueAt(row, column);
  if (!entry || !record || value === notLoaded) return { words: '' };
  return { words: cellWords(entry, value, { category: record.category, language: sheet.language }, true), entry, value, category: record.category };
}
export const copiedBlock = (sheet: SheetCells, block: Block): CopiedCell[][] => recordsWithin(sheet, block).map((row) => {
  const cells: CopiedCell[] = [];
  for (let column = block.left; column <= block.right; column += 1) cells.push(copiedCell(sheet, row, column));
  return cells;
});

/** A number at the end of words counted on, with its zeros: XS-009 → XS-010. Words without one stay. */
export function countedOn(words: string, steps: number): string {
  const found = /^(.*?)(\d{1,12})$/s.exec(words);
  if (!found) return words;
  const next = Number(found[2]) + steps;
  return next < 0 ? words : `${found[1] ?? ''}${String(next).padStart((found[2] as string).length, '0')}`;
}

/**
 * Repeats the source over the target that stretches it. With `counting`, single words that end in a number are counted on
 * downwards, as a drag of the handle does; Ctrl+D and Ctrl+R repeat.
 */
export function planFill(sheet: SheetCells, source: Block, target: Block, counting = false): CellPlan {
  const planner = new Planner(sheet);
  const from = recordsWithin(sheet, source);
  const to = recordsWithin(sheet, target);
  const first = to.indexOf(from[0] ?? -1);
  const [height, width] = [from.length, source.right - source.left + 1];
  if (height === 0) return planner.plan(target);
  const turn = (distance: number, size: number) => ((distance % size) + size) % size;
  to.forEach((row, at) => {
    for (let column = target.left; column <= target.right; column += 1) {
      const down = at - first;
      const isSource = down >= 0 && down < height && column >= source.left && column <= source.right;
      if (isSource) continue;
      const cell = copiedCell(sheet, from[turn(down, height)] as number, source.left + turn(column - source.left, width));
      const counts = counting && height === 1 && cell.entry?.kind === 'text' && column >= source.left && column <= source.right;
      const given: CopiedCell = counts ? { words: countedOn(cell.words, down) } : cell;
      planner.put(row, column, given.words, readerOf(given, sheet.language));
    }
  });
  return planner.plan(target);
}

/** Empties the chosen cells. */
export function planClear(sheet: SheetCells, block: Block): CellPlan {
  const planner = new Planner(sheet);
  for (const row of recordsWithin(sheet, block)) for (let column = block.left; column <= block.right; column += 1) planner.put(row, column, '', (entry) => checked(entry, undefined));
  // What is kept by the program is not meant when a range is emptied; what cannot be empty is worth a word.
  return { ...planner.plan(block), refused: planner.refused.filter(({ reason }) => reason !== shownOnly && reason !== noSuchField && reason !== inTheForm) };
}
