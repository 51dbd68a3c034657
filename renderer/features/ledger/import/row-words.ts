import { assetFields, projectFields, type FieldDefinition } from '../../../../data/schema/fields.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import type { Language } from '../../../../data/schema/text.js';
import { valueText } from '../../../ui/fields/value-text.js';

export interface CellWords { readonly path: string; readonly label: string; readonly before: string; readonly after: string; readonly own: boolean }

/** What already stands in a row's first line. */
const inTheTitle: ReadonlySet<string> = new Set(['name', 'code', 'category']);

/**
 * A row's cells as people read them, by the registry's labels. Of a new row only what it brings; of a changed one before and
 * after, its name and code too. The words as they came are told only where nothing else changes.
 */
export function cellWords(row: ImportRow, language: Language): CellWords[] {
  const fields: readonly FieldDefinition[] = row.noun === 'project' ? projectFields : assetFields;
  const changed = row.outcome === 'changed';
  const all = row.cells.flatMap((cell): CellWords[] => {
    const field = fields.find((entry) => entry.path === cell.path);
    if (!field || (!changed && inTheTitle.has(cell.path))) return [];
    const shown = (value: unknown) => valueText(field, value, language, row.category);
    const words = { path: cell.path, label: field.label[language], before: shown(cell.before), after: shown(cell.after), own: field.kind !== 'system' };
    return changed || words.after !== '' ? [words] : [];
  });
  return all.some((cell) => cell.own) ? all.filter((cell) => cell.own) : all;
}
