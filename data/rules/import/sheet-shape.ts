import { plain } from './cell.js';
import { digestOf } from './digest.js';

/**
 * The shape of a sheet: a fingerprint of its format and of the headers with the columns they stand over. Files of the same shape
 * come from the same form, whatever they are called; nothing where there are no headers.
 */
export function shapeOf(format: string, columns: readonly { readonly letters: string; readonly title: string }[]): string | undefined {
  return columns.length === 0 ? undefined : digestOf({ format, columns: columns.map((column) => `${column.letters} ${plain(column.title)}`) });
}
