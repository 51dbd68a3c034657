import type { Doubt } from '../../schema/import-plan.js';
import { isCellDate, type Cell } from './cell.js';
import type { FieldColumn } from './read-field.js';

/** What a cell gives its record: values that their fields allow, each with its path, and what a person should look at. */
export interface SettledField { readonly paths: readonly string[]; readonly values: readonly unknown[]; readonly doubts: readonly Doubt[] }

interface Memory { known: Map<string | number | boolean, SettledField> | undefined; hits: number; misses: number }

/** Texts longer than this hardly come twice. */
const longest = 40;
/** A column is given up when after so many cells fewer than half were known. */
const trial = 400;
const most = 5_000;

/**
 * Remembers what the cells of each column gave: in office tables the same few words stand in thousands of rows, and what a cell
 * means depends on its column alone. What it gives is shared between rows, so nobody may change it.
 */
export function rememberFields(settle: (column: FieldColumn, cell: Cell) => SettledField): (column: FieldColumn, cell: Cell) => SettledField {
  const memories = new Map<FieldColumn, Memory>();
  return (column, cell) => {
    let memory = memories.get(column);
    if (!memory) memories.set(column, (memory = { known: new Map(), hits: 0, misses: 0 }));
    const key = cell === undefined || (typeof cell === 'string' && cell.length > longest) ? undefined : isCellDate(cell) ? `\u0000${cell.date}` : cell;
    if (!memory.known || key === undefined) return settle(column, cell);
    const found = memory.known.get(key);
    if (found) {
      memory.hits += 1;
      return found;
    }
    const settled = settle(column, cell);
    memory.misses += 1;
    if (memory.misses > most || (memory.misses === trial && memory.hits < trial)) memory.known = undefined;
    else memory.known.set(key, settled);
    return settled;
  };
}
