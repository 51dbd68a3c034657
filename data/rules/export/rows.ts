import type { Language, Text } from '../../schema/text.js';
import { rounded, type SourceColumn } from './columns.js';
import { chineseNumeral } from './shown-text.js';
import type { CellValue, RowMark, RowSum, SheetRow } from './sheet.js';

/** Records under a heading; without a label they stand alone. */
export interface Section<R> { readonly label?: string; readonly records: readonly R[] }

interface RowsInput<R extends object> {
  readonly columns: readonly SourceColumn[];
  readonly sections: readonly Section<R>[];
  readonly language: Language;
  readonly unitOfCount: Text;
  readonly notes: readonly string[];
  /** How a record is marked, where the table is compared with an earlier day. */
  readonly markOf?: ((record: R) => RowMark | undefined) | undefined;
  /** The rows of records that are gone, and what stands over them. */
  readonly removed?: { readonly label: string; readonly rows: readonly (readonly CellValue[])[] } | undefined;
}

/**
 * The rows of a sheet in order: headings, numbered records, 小计 under each section where there are several, 合计, what is gone, notes.
 * A 合计 adds the 小计 rows, or the records themselves where there are none, so that a person can follow it.
 */
export function* sheetRows<R extends object>({ columns, sections, language, unitOfCount, notes, markOf, removed }: RowsInput<R>): Generator<SheetRow> {
  let position = 0;
  let number = 0;
  const headed = sections.some((section) => section.label !== undefined);
  const withSubtotals = sections.length > 1;
  const all = columns.map(() => 0);
  const spans: [number, number][] = [];
  const counted = (word: Text, count: number) => (language === 'zh' ? `${word.zh}（${count} ${unitOfCount.zh}）` : `${word.en} (${count})`);

  for (const [index, section] of sections.entries()) {
    if (headed) {
      const label = section.label ?? '';
      yield { kind: 'section', label: language === 'zh' ? `${chineseNumeral(index + 1)}、${label}（${section.records.length} ${unitOfCount.zh}）` : `${index + 1}. ${label} (${section.records.length})` };
      position += 1;
    }
    const first = position;
    const sums = columns.map(() => 0);
    for (const record of section.records) {
      number += 1;
      const cells: CellValue[] = columns.map((column) => column.cell(record));
      for (const [column, cell] of cells.entries()) if (typeof cell === 'number' && columns[column]?.summed) sums[column] = (sums[column] ?? 0) + cell;
      const mark = markOf?.(record);
      yield { kind: 'record', cells: [number, ...cells], ...(mark ? { mark } : {}) };
      position += 1;
    }
    for (const [column, sum] of sums.entries()) all[column] = (all[column] ?? 0) + sum;
    if (withSubtotals) {
      yield { kind: 'subtotal', label: counted({ zh: '小计', en: 'Subtotal' }, section.records.length), sums: sumCells(columns, sums, [[first, position - 1]]) };
      spans.push([position, position]);
      position += 1;
    } else if (position > first) spans.push([first, position - 1]);
  }
  yield { kind: 'total', label: counted({ zh: '合计', en: 'Total' }, number), sums: sumCells(columns, all, spans) };
  if (removed && removed.rows.length > 0) {
    yield { kind: 'section', label: removed.label };
    for (const cells of removed.rows) yield { kind: 'removed', cells };
  }
  for (const label of notes) yield { kind: 'note', label };
}

function sumCells(columns: readonly SourceColumn[], sums: readonly number[], spans: readonly (readonly [number, number])[]): (RowSum | null)[] {
  return [null, ...columns.map((column, index) => (column.summed ? { value: rounded(sums[index] ?? 0, 4), spans } : null))];
}
