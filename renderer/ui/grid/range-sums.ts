import { isMeasuredInMu } from '../../../data/rules/format.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { notLoaded, type SheetCells } from './cell-changes.js';
import type { Block } from './cell-range.js';

/** What chosen cells add up to. Areas are summed in ㎡; `areas` says whether all, none or some of the figures are areas. */
export interface RangeSums { readonly filled: number; readonly figures: number; readonly sum: number; readonly areas: 'all' | 'none' | 'some'; readonly inMu: boolean }

const isFigure = (entry: FieldDefinition | undefined) => entry?.kind === 'number' || entry?.kind === 'area';
const isNothing = (value: unknown) => value === undefined || value === null || value === '' || value === notLoaded || (Array.isArray(value) && value.length === 0);

/** Adds up a block: how many cells are filled, how many hold figures, and their sum. */
export function sumBlock(sheet: SheetCells, block: Block): RangeSums {
  let [filled, figures, sum, areas, mu] = [0, 0, 0, 0, 0];
  const entries = Array.from({ length: block.right - block.left + 1 }, (_, at) => sheet.entryAt(block.left + at));
  for (let row = block.top; row <= block.bottom; row += 1) {
    const record = sheet.recordAt(row);
    if (!record) continue;
    for (let at = 0; at < entries.length; at += 1) {
      const value = sheet.valueAt(row, block.left + at);
      if (isNothing(value)) continue;
      filled += 1;
      const entry = entries[at];
      if (typeof value !== 'number' || !isFigure(entry)) continue;
      figures += 1;
      sum += value;
      if (entry?.kind === 'area') { areas += 1; if (record.category && isMeasuredInMu(record.category) && entry.path !== 'floorArea') mu += 1; }
    }
  }
  return { filled, figures, sum, areas: areas === 0 ? 'none' : areas === figures ? 'all' : 'some', inMu: areas > 0 && mu === areas };
}
