import { isSeenBy } from '../../schema/fields.js';
import type { RecordChange } from '../../schema/record-change.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { cellWords } from '../changes/cell-words.js';
import { fieldOfCell } from '../changes/cells.js';
import { changeKindWords } from '../changes/change-words.js';
import { formatDate } from '../format.js';
import type { SourceColumn } from './columns.js';
import { textWidth } from './fit.js';
import type { CellValue, RowMark } from './sheet.js';

/** What became of the records of a table since an earlier day. */
export interface ChangeMarks {
  /** The day, as 2026-03-01. */
  readonly since: string;
  /** By the record's id; a record that is as it was has none. */
  readonly of: ReadonlyMap<string, RecordChange>;
  readonly removed: readonly RecordChange[];
  /** How far the record of changes reaches, where that is not to the day. */
  readonly notice?: Text | undefined;
  /** What the asset of an id is called, for links; the public's know none that is not published. */
  readonly nameOf: (id: string) => string;
}

/** Longer values are not quoted: that they changed is said, and the new one stands in its cell. */
const quotedWidth = 18;
const empty: Text = text('（空）', '(none)');

/** A change as these readers may hear of it; nothing when they would see none. What had been taken off the shelf is new to the public. */
export function toldChange(change: RecordChange, internal: boolean): RecordChange | undefined {
  if (internal) return change;
  const before = change.cells.find(({ path }) => path === 'status')?.before;
  if (change.kind === 'removed') return before === 'withdrawn' ? undefined : change;
  if (change.kind === 'changed' && before === 'withdrawn') return { ...change, kind: 'added', cells: [] };
  const cells = change.cells.filter(({ path }) => { const entry = fieldOfCell(change.noun, path); return entry !== undefined && isSeenBy('public', entry); });
  return change.kind === 'changed' && cells.length === 0 ? undefined : { ...change, cells };
}

/** What changed of a record, in words: 新增, or 状态：闲置 → 可招商. */
export function changeWords(change: RecordChange, { nameOf }: Pick<ChangeMarks, 'nameOf'>, language: Language): string {
  if (change.kind !== 'changed') return changeKindWords[change.kind][language];
  const context = { language, category: change.category, nameOf };
  const said = change.cells.flatMap(({ path, before, after }) => {
    const entry = fieldOfCell(change.noun, path);
    if (!entry) return [];
    const [old, now] = [before, after].map((value) => cellWords(entry, value, context) || empty[language]) as [string, string];
    const label = entry.label[language];
    if (old === now || textWidth(old) > quotedWidth || textWidth(now) > quotedWidth) return [language === 'zh' ? `${label}有改动` : `${label} changed`];
    return [language === 'zh' ? `${label}：${old} → ${now}` : `${label}: ${old} → ${now}`];
  });
  return said.join(language === 'zh' ? '；' : '; ');
}

/** The column that tells in words what changed. */
export const changesColumn = (marks: ChangeMarks, language: Language): SourceColumn => ({
  key: 'changes', label: text('变化', 'Changes'), width: 16, minimum: 9, align: 'left', digits: 0, summed: false,
  meaning: text(`与 ${formatDate(marks.since, 'zh')}相比有什么不同。`, `What differs from ${formatDate(marks.since, 'en')}.`),
  cell: (record) => { const change = marks.of.get((record as { id: string }).id); return change ? changeWords(change, marks, language) : null; },
});

const pathOf = ({ key }: Pick<SourceColumn, 'key'>) => key.split('/')[0] ?? key;

/** Which cells of a record's row are marked; the columns' positions begin after the running number. */
export function rowMark(record: object, marks: ChangeMarks, columns: readonly SourceColumn[]): RowMark | undefined {
  const change = marks.of.get((record as { id: string }).id);
  if (!change || change.kind === 'removed') return undefined;
  const paths = new Set(change.cells.map(({ path }) => path));
  return { kind: change.kind, columns: columns.flatMap((column, at) => (column.key === 'changes' || paths.has(pathOf(column)) ? [at + 1] : [])) };
}

/** The row of a record that is gone: what it was called, and that it is gone. */
export function removedCells(change: RecordChange, columns: readonly SourceColumn[], language: Language): CellValue[] {
  const known: Readonly<Record<string, CellValue>> = { code: change.code ?? null, name: change.name, village: change.village ?? null, changes: changeKindWords.removed[language] };
  return [null, ...columns.map((column) => known[column.key] ?? null)];
}

/** The legend below a table with marks. */
export function marksNote({ since, of, removed, notice }: ChangeMarks, shown: ReadonlySet<string>): Text[] {
  const told = [...of].filter(([id]) => shown.has(id));
  const count = (kind: RecordChange['kind']) => told.filter(([, change]) => change.kind === kind).length;
  return [
    text(`变化：与 ${formatDate(since, 'zh')}相比，新增 ${count('added')} 条（整行绿底），修改 ${count('changed')} 条（改动的格黄底），移除 ${removed.length} 条${removed.length > 0 ? '（列在表末，不计入合计）' : ''}。`,
      `Changes since ${formatDate(since, 'en')}: ${count('added')} added (the whole row green), ${count('changed')} changed (changed cells yellow), ${removed.length} removed${removed.length > 0 ? ' (listed at the end, counted in nothing)' : ''}.`),
    ...(notice ? [notice] : []),
  ];
}

