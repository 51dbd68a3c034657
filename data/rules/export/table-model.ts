import { assetFields, projectFields } from '../../schema/fields.js';
import { text, type Text } from '../../schema/text.js';
import { changesColumn, marksNote, removedCells, rowMark } from './change-marks.js';
import { columnGroups, type LabelledColumns } from './column-groups.js';
import type { SourceColumn } from './columns.js';
import { columnNote } from './field-notes.js';
import { fittedWidths } from './fit.js';
import { leadCountColumns, linkedAssetColumns, sharedAssetCount } from './linked-assets.js';
import { sheetRows, type Section } from './rows.js';
import { groupedBy } from './sections.js';
import type { ColumnGroup, SheetHead, TableSheet } from './sheet.js';
import { titleBlock, type TableAsset, type TableOccasion, type TableProject } from './table-occasion.js';

/** 资产一本账: assets in sections by category or as a person chose, each area in the unit that its category is known by. */
export function ledgerTable(assets: readonly TableAsset[], occasion: TableOccasion): TableSheet {
  const { groups, left } = columnGroups({ table: 'ledger', fields: assetFields }, occasion);
  const { sections, notices } = groupedBy(assets, { fields: assetFields, usual: 'category' }, occasion);
  return sheetOf({
    occasion, groups, left, records: assets, sections, notices, unitOfCount: text('宗', ''),
    sheetName: text('闲置资产台账', 'Idle assets'), title: text('闲置资产台账', 'Ledger of Idle Assets'), notes: [],
  });
}

/** 项目一张表: projects in sections by sector or as a person chose, with what their assets add up to. `assetById` holds the assets that may be named. */
export function projectTable(projects: readonly TableProject[], assetById: ReadonlyMap<string, TableAsset>, occasion: TableOccasion): TableSheet {
  const { groups, left } = columnGroups({ table: 'projects', fields: projectFields, linked: new Map([...linkedAssetColumns(assetById, occasion.language), ...leadCountColumns(occasion)]) }, occasion);
  const { sections, notices } = groupedBy(projects, { fields: projectFields, usual: 'sector', blank: text('未分产业', 'No sector given') }, occasion);
  const shared = sharedAssetCount(projects, assetById);
  return sheetOf({
    occasion, groups, left, records: projects, sections, notices, unitOfCount: text('个', ''),
    sheetName: text('招商项目一览表', 'Projects'), title: text('招商项目一览表', 'Investment Projects'),
    notes: shared === 0 ? [] : [text(`有 ${shared} 宗资产关联多个项目，在小计、合计中按项目分别计入。`, `${shared} assets are linked to several projects and count once for each in the sums.`)],
  });
}

/** What a table of any records is made of. */
export interface SheetParts<R extends object> {
  readonly occasion: TableOccasion;
  readonly groups: readonly LabelledColumns[];
  /** How many of the columns asked for these readers may not see. */
  readonly left: number;
  readonly records: readonly R[];
  readonly sections: readonly Section<R>[] | undefined;
  readonly notices: readonly Text[];
  readonly unitOfCount: Text;
  readonly sheetName: Text;
  readonly title: Text;
  readonly notes: readonly Text[];
}

/** The sheet of any records: its head, its columns, its rows while they are asked for. */
export function sheetOf<R extends { readonly id: string }>({ occasion, groups: chosen, left, records, sections, notices, unitOfCount, sheetName, title, notes }: SheetParts<R>): TableSheet {
  const { language, marks } = occasion;
  const groups = marks ? [...chosen, { label: text('变化', 'Changes'), columns: [changesColumn(marks, language)] }] : chosen;
  const columns = groups.flatMap((group) => group.columns);
  const removed = marks && { label: language === 'zh' ? `已移除（${marks.removed.length} ${unitOfCount.zh}，不计入合计）` : `Removed (${marks.removed.length}, counted in nothing)`, rows: marks.removed.map((change) => removedCells(change, columns, language)) };
  const shown = marks && new Set(records.map(({ id }) => id));
  const allNotes = numbered([...notes, ...(marks && shown ? marksNote(marks, shown) : []), ...standingNotes(occasion)], language);
  return {
    head: headOf(occasion, groups, title, sheetName), recordCount: records.length,
    columnNotes: columns.map((column) => columnNote(column, language)),
    notices: [...notices, ...(left > 0 ? [text(`所选栏目中有 ${left} 栏不公开或不能列在表里，未列入。`, `${left} of the columns asked for are not public or cannot stand in a table, and were left out.`)] : [])],
    rows: () => sheetRows({ columns, sections: sections ?? [{ records }], language, unitOfCount, notes: allNotes, markOf: marks && ((record) => rowMark(record, marks, columns)), removed }),
  };
}

function headOf(occasion: TableOccasion, groups: readonly LabelledColumns[], title: Text, sheetName: Text): SheetHead {
  const { language } = occasion;
  const columns = groups.flatMap((group) => group.columns);
  const widths = fittedWidths([{ width: 3, minimum: 3 }, ...columns]);
  const withUnit = ({ label, unit }: SourceColumn) =>
    !unit?.[language] ? label[language] : language === 'zh' ? `${label.zh}（${unit.zh}）` : `${label.en} (${unit.en})`;
  const units = [...new Set(columns.flatMap(({ unit }) => unit?.[language] || []))];
  return {
    ...titleBlock(occasion, title, sheetName),
    unitLine: units.length === 0 ? '' : language === 'zh' ? `单位：${units.join('、')}` : `Units: ${units.join(', ')}`,
    groups: positions(groups, language),
    columns: [
      { key: 'number', label: text('序号', 'No.')[language], width: widths[0] ?? 3, align: 'center', digits: 0, summed: false },
      ...columns.map((column, index) => ({
        key: column.key, label: withUnit(column), width: widths[index + 1] ?? column.width, align: column.align, digits: column.digits, summed: column.summed,
        ...(column.listed ? { listed: true } : {}), ...(column.plain ? { plain: true } : {}),
      })),
    ],
    frozenColumns: columns.findIndex((column) => column.key === 'name') + 2,
  };
}

/** What is said below every table of an edition. */
function standingNotes({ internal, township, language }: TableOccasion): Text[] {
  const { name, phone } = township.publicContact ?? {};
  const hotline = [name, phone].filter(Boolean).join(language === 'zh' ? '　' : ' ');
  return [
    ...(internal ? [text('联系人及电话仅供内部使用，对外材料请用公开版。', 'Names and phones are for staff only; give the public edition to others.')] : []),
    ...(!internal && hotline ? [text(`招商热线：${hotline}`, `Investment office: ${hotline}`)] : []),
    ...(township.sample ? [text('本表为示例数据，均系虚构。', 'This is sample data, invented throughout.')] : []),
  ];
}

const numbered = (notes: readonly Text[], language: 'zh' | 'en') => notes.map((note, index, all) => {
  const number = all.length > 1 ? `${index + 1}. ` : '';
  return (language === 'zh' ? (index === 0 ? '注：' : '　　') : index === 0 ? 'Note: ' : '') + number + note[language];
});

/** Where each group stands; the first column is the running number, which belongs to none. */
function positions(groups: readonly LabelledColumns[], language: 'zh' | 'en'): ColumnGroup[] {
  let next = 1;
  return groups.filter((group) => group.columns.length > 0).map(({ label, columns }) => {
    const from = next;
    next += columns.length;
    return { label: label[language], from, to: next - 1 };
  });
}
