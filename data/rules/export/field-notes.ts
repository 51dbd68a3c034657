import type { FieldDefinition } from '../../schema/fields.js';
import type { FieldKind } from '../../schema/field.js';
import { text, type Language, type Text } from '../../schema/text.js';
import type { SourceColumn } from './columns.js';
import { fittedWidths } from './fit.js';
import { listSeparator } from './shown-text.js';
import type { ColumnNote, TableColumn, TableSheet } from './sheet.js';
import { titleBlock, type TableOccasion } from './table-occasion.js';

/** How a value of a kind is written, where it is not chosen from a list. */
const written: Partial<Record<FieldKind, Text>> = {
  text: text('文字', 'Text'), 'long-text': text('文字，可分段', 'Text, in paragraphs'), bilingual: text('文字，中英各一', 'Text in Chinese and English'), number: text('数字', 'A number'), area: text('数字', 'A number'),
  date: text('年、年月或年月日', 'A year, a month or a day'), tags: text('几个词，用顿号隔开', 'Some words, with commas between'), boolean: text('是 / 否', 'Yes / No'), point: text('经度, 纬度（WGS-84）', 'Longitude, latitude (WGS-84)'),
  price: text('金额和计价方式，或面议', 'An amount and its basis, or negotiable'), person: text('姓名、电话', 'Name, phone'), system: text('程序自动记录', 'Kept by the program'),
};
const several = text('（可多选）', ' (several)');
const audiences: Readonly<Record<FieldDefinition['audience'], Text>> = { public: text('公开', 'Public'), internal: text('内部', 'Internal'), personal: text('内部（个人信息）', 'Internal (personal)') };
const computed = text('程序算出', 'Worked out by the program');

/** What one column means, from the registry of fields; a derived one says it itself. */
export function columnNote({ label, unit, field, meaning, summed }: SourceColumn, language: Language): ColumnNote {
  const said = meaning ?? field?.meaning ?? field?.help;
  const words = field?.vocabulary?.words.map((word) => word.label[language]).join(listSeparator(language));
  const values = words ? `${words}${field?.kind === 'choices' ? several[language] : ''}` : (field ? written[field.kind] : computed)?.[language] ?? '';
  const also = field?.synonyms?.slice(0, 3).join('、');
  const other = language === 'zh' && also && !said ? `又称：${also}` : '';
  return {
    label: label[language], unit: unit?.[language] || '', values, audience: audiences[field?.audience ?? 'public'][language],
    meaning: [said?.[language] ?? '', other, summed ? text('有小计、合计。', 'Added up.')[language] : ''].filter(Boolean).join(language === 'zh' ? '' : ' '),
  };
}

const columns: readonly { key: string; label: Text; width: number; minimum: number; align: 'left' | 'center' }[] = [
  { key: 'number', label: text('序号', 'No.'), width: 3, minimum: 3, align: 'center' },
  { key: 'label', label: text('栏目', 'Column'), width: 10, minimum: 8, align: 'left' },
  { key: 'meaning', label: text('含义', 'Meaning'), width: 34, minimum: 20, align: 'left' },
  { key: 'unit', label: text('单位', 'Unit'), width: 5, minimum: 5, align: 'center' },
  { key: 'values', label: text('填写方式或可选项', 'How it is written, or the choices'), width: 40, minimum: 20, align: 'left' },
  { key: 'audience', label: text('公开范围', 'Readers'), width: 8, minimum: 7, align: 'center' },
];

/** 栏目说明: a sheet that says of every column of a table what it means, its unit, its values and who may see it. */
export function fieldNotesTable(notes: readonly ColumnNote[], occasion: TableOccasion): TableSheet {
  const { language } = occasion;
  const widths = fittedWidths(columns);
  return {
    head: {
      ...titleBlock(occasion, text('栏目说明', 'What the Columns Mean'), text('栏目说明', 'Columns')),
      unitLine: language === 'zh' ? `共 ${notes.length} 栏` : `${notes.length} columns`, groups: [], frozenColumns: 2,
      columns: columns.map(({ key, label, align }, at): TableColumn => ({ key, label: label[language], width: widths[at] ?? 8, align, digits: 0, summed: false })),
    },
    recordCount: notes.length,
    *rows() {
      for (const [at, { label, meaning, unit, values, audience }] of notes.entries()) yield { kind: 'record', cells: [at + 1, label, meaning || null, unit || null, values || null, audience] };
    },
  };
}
