import { isIn } from '../../schema/fields.js';
import type { NounName } from '../../schema/ledger.js';
import type { RecordChange } from '../../schema/record-change.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { categories } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { cellWords, type CellContext } from '../changes/cell-words.js';
import { fieldOfCell } from '../changes/cells.js';
import { changeKindWords, nounWords } from '../changes/change-words.js';
import { formatDate } from '../format.js';
import { fittedWidths } from './fit.js';
import { chineseNumeral, momentText } from './shown-text.js';
import type { CellValue, SheetRow, StreamedSheet, TableColumn } from './sheet.js';
import { titleBlock, type TableOccasion } from './table-occasion.js';

/** What changed between two days. The changes come in order, those of one noun together. */
export interface TableChanges {
  readonly period: { readonly from: string; readonly to: string };
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly counts: Readonly<Record<NounName, number>>;
  readonly notice?: Text | undefined;
  readonly nameOf?: CellContext['nameOf'];
  changes(): AsyncIterable<RecordChange>;
}

/** A spreadsheet holds 1,048,576 rows; some are left for title, headings and notes. */
const mostRows = 1_000_000;

const columns: readonly { key: string; label: Text; width: number; minimum: number; align: 'left' | 'center' }[] = [
  { key: 'number', label: text('序号', 'No.'), width: 3.5, minimum: 3, align: 'center' },
  { key: 'kind', label: text('类型', 'Kind'), width: 4, minimum: 4, align: 'center' },
  { key: 'code', label: text('编号', 'Code'), width: 9, minimum: 7, align: 'center' },
  { key: 'name', label: text('名称', 'Name'), width: 16, minimum: 9, align: 'left' },
  { key: 'village', label: text('村', 'Village'), width: 6, minimum: 5, align: 'center' },
  { key: 'field', label: text('字段', 'Field'), width: 8, minimum: 6, align: 'center' },
  { key: 'before', label: text('原值', 'Before'), width: 22, minimum: 12, align: 'left' },
  { key: 'after', label: text('新值', 'After'), width: 22, minimum: 12, align: 'left' },
  { key: 'by', label: text('修改人', 'Changed by'), width: 6, minimum: 5, align: 'center' },
  { key: 'at', label: text('时间', 'When'), width: 9.5, minimum: 9, align: 'center' },
];

/** 自某日以来的变化: one row for each cell that changed, and one for each record that came or went. Laid out like the other tables. */
export function changesTable(compared: TableChanges, occasion: TableOccasion): StreamedSheet {
  const { language } = occasion;
  const { period: { from, to } } = compared;
  const widths = fittedWidths(columns);
  return {
    head: {
      ...titleBlock(occasion, text('资产与项目变化表', 'What Changed'), text('变化', 'Changes')),
      unitLine: language === 'zh' ? `期间：${formatDate(from, 'zh')}至 ${formatDate(to, 'zh')}` : `Period: ${from} to ${to}`,
      groups: [],
      columns: columns.map(({ key, label, align }, at): TableColumn => ({ key, label: label[language], width: widths[at] ?? 8, align, digits: 0, summed: false })),
      frozenColumns: 4,
    },
    recordCount: compared.added + compared.changed + compared.removed,
    rows: () => rowsOf(compared, language),
  };
}

async function* rowsOf(compared: TableChanges, language: Language): AsyncGenerator<SheetRow> {
  let noun: NounName | undefined;
  let section = 0;
  let number = 0;
  let rows = 0;
  let left = 0;
  for await (const change of compared.changes()) {
    if (change.noun !== noun) {
      noun = change.noun;
      section += 1;
      const label = nounWords[noun][language];
      const count = compared.counts[noun];
      yield { kind: 'section', label: language === 'zh' ? `${chineseNumeral(section)}、${label}（${count} 条）` : `${section}. ${label} (${count})` };
    }
    const lines = linesOf(change, { language, category: change.category, nameOf: compared.nameOf });
    if (rows + lines.length > mostRows) { left += 1; continue; }
    number += 1;
    for (const [field, before, after] of lines) {
      rows += 1;
      yield { kind: 'record', cells: [number, changeKindWords[change.kind][language], change.code ?? null, change.name, change.village ?? null, field, before, after, change.by.join('、') || null, change.at ? momentText(change.at) : null] };
    }
  }
  const { added, changed, removed } = compared;
  yield { kind: 'total', label: language === 'zh' ? `合计　新增 ${added} 条　修改 ${changed} 条　移除 ${removed} 条` : `Total: ${added} added, ${changed} changed, ${removed} removed`, sums: columns.map(() => null) };
  yield { kind: 'note', label: language === 'zh' ? '注：原值为期初、新值为期末；期间改了又改回的不列。修改人以最后一人在前。' : 'Note: before is at the beginning of the period and after at its end; what was changed back is not listed. The last person stands first.' };
  if (compared.notice) yield { kind: 'note', label: compared.notice[language] };
  if (left > 0) yield { kind: 'note', label: language === 'zh' ? `表格写不下，另有 ${left} 条未列，请缩短期间。` : `${left} more do not fit; choose a shorter period.` };
}

type Line = readonly [field: string, before: CellValue, after: CellValue];

/** A changed record cell by cell; one that came or went in one line, with what a table shows of it. */
function linesOf(change: RecordChange, context: CellContext): Line[] {
  const { language } = context;
  if (change.kind === 'changed') {
    return change.cells.flatMap(({ path, before, after }): Line[] => {
      const entry = fieldOfCell(change.noun, path);
      return entry ? [[entry.label[language], cellWords(entry, before, context) || null, cellWords(entry, after, context) || null]] : [];
    });
  }
  const shown = change.cells.flatMap(({ path, before, after }) => {
    const entry = fieldOfCell(change.noun, path);
    if (!entry || ['name', 'code', 'village', 'category'].includes(path) || !(isIn('table', entry) || isIn('headline', entry))) return [];
    return cellWords(entry, before ?? after, context) || [];
  });
  const category = labelOf(categories, change.category ?? '')?.[language];
  const words = [category, ...shown].filter(Boolean).join(language === 'zh' ? '；' : '; ') || null;
  return [[text('整条', 'Record')[language], change.kind === 'removed' ? words : null, change.kind === 'added' ? words : null]];
}
