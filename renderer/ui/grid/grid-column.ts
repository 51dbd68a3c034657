import type { ReactNode } from 'react';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import type { Language } from '../../../data/schema/text.js';
import type { CellAccess } from './cell-words.js';

/** A column of a table on screen. */
export interface GridColumn<R> {
  readonly key: string;
  readonly label: string;
  /** The unit, said once in the header. */
  readonly unit?: string;
  /** Pixels. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly unsortable?: boolean;
  /** The field whose values stand in it; columns of derived figures have none. */
  readonly field?: FieldDefinition;
  /** How a record's cell is treated; absent: it is only shown. */
  readonly access?: (record: R) => CellAccess;
  /** Marks a column that the public never sees. */
  readonly mark?: ReactNode;
  readonly cell: (record: R) => ReactNode;
}

/** A row: a record, or the head of a group of them with what it adds up to by column. */
export type GridItem<R> =
  | { readonly kind: 'record'; readonly key: string; readonly record: R }
  | { readonly kind: 'group'; readonly key: string; readonly label: ReactNode; readonly sums: Readonly<Record<string, ReactNode>> };

const characterPx = 15;
const latinPx = 8;
/** Room for a field's usual content in pixels: its width from the registry, and no less than its header and the longest word of its vocabulary. */
export function columnWidth(entry: Pick<FieldDefinition, 'width' | 'label' | 'unit' | 'vocabulary' | 'kind'>, language: Language, sign = 0): number {
  const wordPx = (word: string) => [...word].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? latinPx : characterPx), 0);
  const longest = entry.kind === 'choice' ? Math.max(0, ...(entry.vocabulary?.words ?? []).map((word) => wordPx(word.label[language]) + 20)) : 0;
  return Math.round(Math.max((entry.width ?? 8) * characterPx, longest + sign, wordPx(entry.label[language]) + (entry.kind === 'number' && entry.unit ? wordPx(entry.unit[language]) + 4 : 0) + 22) + 26);
}

/** Where the frozen columns stand from the left edge, in pixels; the others have no place of their own. */
export function frozenOffsets(columns: readonly { readonly width: number }[], frozen: number): (number | undefined)[] {
  let left = 0;
  return columns.map((column, index) => {
    if (index >= frozen) return undefined;
    const at = left;
    left += column.width;
    return at;
  });
}
