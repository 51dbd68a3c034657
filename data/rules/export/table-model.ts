import type { Asset } from '../../schema/asset.js';
import type { Person } from '../../schema/common.js';
import { assetFields, projectFields, type FieldDefinition } from '../../schema/fields.js';
import type { Project } from '../../schema/project.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { categories } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { formatDate } from '../format.js';
import type { PublicAsset, PublicProject } from '../projection.js';
import { projectTotals } from '../totals.js';
import { asMu, columnsOf, isExported, kilowatts, mu, rounded, squareMetres, type GroupOfSections, type SourceColumn } from './columns.js';
import { fittedWidths } from './fit.js';
import { sheetRows, type Section } from './rows.js';
import { bilingual, listSeparator, nameIn } from './shown-text.js';
import type { ColumnGroup, SheetHead, TableSheet } from './sheet.js';

/** For whom and when a table is made. A public table is to be given public projections only: it shows what it gets. */
export interface TableOccasion {
  readonly language: Language;
  readonly internal: boolean;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly township: { readonly name: Text; readonly sample: boolean; readonly publicContact?: Person | undefined };
  /** True when a person sorted the records: then headings stand only where they do not change that order. */
  readonly keepOrder?: boolean;
}
export type TableAsset = Asset | PublicAsset;
export type TableProject = Project | PublicProject;

const ledgerGroups: readonly GroupOfSections[] = [
  { label: text('基本情况', 'Basics'), sections: ['identity', 'place'] },
  { label: text('规模', 'Size'), sections: ['size', 'detail'] },
  { label: text('权属', 'Title'), sections: ['rights'] },
  { label: text('招商信息', 'Offer'), sections: ['offer', 'story'] },
  { label: text('管理与联系', 'Management and contact'), sections: ['people', 'system'] },
];
const projectGroups: readonly GroupOfSections[] = [
  { label: text('基本情况', 'Basics'), sections: ['identity', 'place', 'story', 'size'] },
  { label: text('招商信息', 'Offer'), sections: ['offer', 'rights', 'detail'] },
];
const linkedAssets = text('关联资产', 'Linked assets');
const projectGroupsAfterLinks: readonly GroupOfSections[] = [{ label: text('推进与联系', 'Progress and contact'), sections: ['people', 'system'] }];

interface LabelledColumns { readonly label: Text; readonly columns: readonly SourceColumn[] }

/** The columns of the groups, in the order of their sections and, within those, of the registry. */
function inGroups(groups: readonly GroupOfSections[], fields: readonly FieldDefinition[], occasion: TableOccasion): LabelledColumns[] {
  const shown = fields.filter((entry) => entry.kind !== 'links' && isExported(entry, occasion.internal));
  return groups.map(({ label, sections }) => ({
    label,
    columns: sections.flatMap((section) => shown.filter((entry) => entry.section === section)).flatMap((entry) => columnsOf(entry, occasion.language)),
  }));
}

/** 资产一本账: assets in sections by category, each area in the unit that its category is known by. */
export function ledgerTable(assets: readonly TableAsset[], occasion: TableOccasion): TableSheet {
  const { language } = occasion;
  const groups = inGroups(ledgerGroups, assetFields, occasion);
  const sections = sectionsBy(assets, (asset) => asset.category, occasion, categories.values)
    ?.map(({ key, records }): Section<TableAsset> => ({ label: labelOf(categories, key)?.[language] ?? key, records }));
  return sheetOf({
    occasion, groups, records: assets, sections, unitOfCount: text('宗', ''),
    sheetName: text('闲置资产台账', 'Idle assets'), title: text('闲置资产台账', 'Ledger of Idle Assets'), notes: [],
  });
}

/** 项目一张表: projects in sections by sector, with what their assets add up to. `assetById` holds the assets that may be named. */
export function projectTable(projects: readonly TableProject[], assetById: ReadonlyMap<string, TableAsset>, occasion: TableOccasion): TableSheet {
  const { language } = occasion;
  const links = projectFields.filter((entry) => entry.kind === 'links' && isExported(entry, occasion.internal));
  const groups = [
    ...inGroups(projectGroups, projectFields, occasion),
    { label: linkedAssets, columns: links.length > 0 ? assetColumns(assetById, language) : [] },
    ...inGroups(projectGroupsAfterLinks, projectFields, occasion),
  ];
  const unsorted = text('未分产业', 'No sector given');
  const sections = sectionsBy(projects, (project) => project.sector?.trim() ?? '', occasion)
    ?.map(({ key, records }): Section<TableProject> => ({ label: key || unsorted[language], records }));
  const shared = sharedAssetCount(projects, assetById);
  return sheetOf({
    occasion, groups, records: projects, sections, unitOfCount: text('个', ''),
    sheetName: text('招商项目一览表', 'Projects'), title: text('招商项目一览表', 'Investment Projects'),
    notes: shared === 0 ? [] : [text(`有 ${shared} 宗资产关联多个项目，在小计、合计中按项目分别计入。`, `${shared} assets are linked to several projects and count once for each in the sums.`)],
  });
}

const linksOf = (project: object, assetById: ReadonlyMap<string, TableAsset>) =>
  [...new Set((project as TableProject).assetIds)].flatMap((id) => assetById.get(id) ?? []);

/** The assets of a project by code and name, and the sums over them; a sum of nothing is left empty. */
function assetColumns(assetById: ReadonlyMap<string, TableAsset>, language: Language): SourceColumn[] {
  const words = (say: (asset: TableAsset) => string | undefined) => (project: object) =>
    linksOf(project, assetById).flatMap((asset) => say(asset) ?? []).join(listSeparator(language)) || null;
  const totals = (project: object) => projectTotals(project as TableProject, assetById);
  const figure = { align: 'center', summed: true, width: 7, minimum: 5.5 } as const;
  const plain = { align: 'left', summed: false, digits: 0, listed: true } as const;
  return [
    { ...plain, key: 'assetIds/code', label: text('资产编号', 'Asset codes'), width: 8, minimum: 6.5, cell: words((asset) => asset.code) },
    { ...plain, key: 'assetIds/name', label: text('资产名称', 'Asset names'), width: 12, minimum: 7, cell: words((asset) => nameIn(asset, language)) },
    { ...figure, key: 'assetIds/count', label: text('资产数（宗）', 'Assets'), width: 4.5, minimum: 4.5, digits: 0, cell: (project) => totals(project).assetCount },
    { ...figure, key: 'assetIds/siteArea', label: text('占地面积', 'Site area'), unit: mu, digits: 1, cell: (project) => asMu(totals(project).siteArea) || null },
    { ...figure, key: 'assetIds/floorArea', label: text('建筑面积', 'Floor area'), unit: squareMetres, digits: 1, cell: (project) => rounded(totals(project).floorArea, 2) || null },
    { ...figure, key: 'assetIds/capacityKw', label: text('装机容量', 'Capacity'), unit: kilowatts, digits: 2, cell: (project) => rounded(totals(project).capacityKw, 4) || null },
  ];
}

function sharedAssetCount(projects: readonly TableProject[], assetById: ReadonlyMap<string, TableAsset>): number {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const project of projects) for (const id of new Set(project.assetIds)) if (assetById.has(id)) (seen.has(id) ? shared : seen).add(id);
  return shared.size;
}

/** More headings than this are no grouping: the field is then as good as a name. */
const mostSections = 60;

/** The records by a key: in the order given for the keys, or of their first appearance, those without one last. Nothing when headings do not fit. */
function sectionsBy<R>(records: readonly R[], keyOf: (record: R) => string, occasion: TableOccasion, order?: readonly string[]) {
  const byKey = new Map<string, R[]>((order ?? []).map((key) => [key, []]));
  let previous: string | undefined;
  for (const record of records) {
    const key = keyOf(record);
    const known = byKey.get(key);
    if (occasion.keepOrder && key !== previous && known && known.length > 0) return undefined;
    if (known) known.push(record); else byKey.set(key, [record]);
    previous = key;
  }
  let found = [...byKey].filter(([, list]) => list.length > 0).map(([key, list]) => ({ key, records: list }));
  if (occasion.keepOrder) found = found.sort((one, other) => records.indexOf(one.records[0] as R) - records.indexOf(other.records[0] as R));
  else found = [...found.filter(({ key }) => key !== ''), ...found.filter(({ key }) => key === '')];
  return found.length === 0 || found.length > mostSections || (found.length === 1 && found[0]?.key === '') ? undefined : found;
}

interface SheetParts<R extends object> {
  readonly occasion: TableOccasion;
  readonly groups: readonly LabelledColumns[];
  readonly records: readonly R[];
  readonly sections: readonly Section<R>[] | undefined;
  readonly unitOfCount: Text;
  readonly sheetName: Text;
  readonly title: Text;
  readonly notes: readonly Text[];
}

/** What stands above and below every table: title, marks, the day it was made, the page. */
export function titleBlock({ language, internal, today, township }: TableOccasion, title: Text, sheetName: Text): Omit<SheetHead, 'unitLine' | 'groups' | 'columns' | 'frozenColumns'> {
  const townshipName = bilingual(township.name, language);
  return {
    language,
    sheetName: sheetName[language],
    title: language === 'zh' ? `${townshipName}${title.zh}` : `${townshipName}: ${title.en}`,
    internal,
    edition: (internal ? text('内部资料', 'Internal') : text('公开', 'Public'))[language],
    marks: [
      (internal ? text('内部资料　注意保管', 'Internal. Keep safe.') : text('公开版', 'Public edition'))[language],
      ...(township.sample ? [text('示例数据', 'Sample data')[language]] : []),
    ],
    dateLine: language === 'zh' ? `制表日期：${formatDate(today, 'zh')}` : `Made on ${formatDate(today, 'en')}`,
    pageLine: language === 'zh' ? '第 &P 页 共 &N 页' : 'Page &P of &N',
  };
}

function sheetOf<R extends object>({ occasion, groups, records, sections, unitOfCount, sheetName, title, notes }: SheetParts<R>): TableSheet {
  const { language, internal, township } = occasion;
  const columns = groups.flatMap((group) => group.columns);
  const widths = fittedWidths([{ width: 3, minimum: 3 }, ...columns]);
  const withUnit = ({ label, unit }: SourceColumn) =>
    !unit?.[language] ? label[language] : language === 'zh' ? `${label.zh}（${unit.zh}）` : `${label.en} (${unit.en})`;
  const units = [...new Set(columns.flatMap(({ unit }) => unit?.[language] || []))];
  const head: SheetHead = {
    ...titleBlock(occasion, title, sheetName),
    unitLine: language === 'zh' ? `单位：${units.join('、')}` : `Units: ${units.join(', ')}`,
    groups: positions(groups, language),
    columns: [
      { key: 'number', label: text('序号', 'No.')[language], width: widths[0] ?? 3, align: 'center', digits: 0, summed: false },
      ...columns.map((column, index) => ({
        key: column.key, label: withUnit(column), width: widths[index + 1] ?? column.width, align: column.align, digits: column.digits, summed: column.summed,
        ...(column.listed ? { listed: true } : {}),
      })),
    ],
    frozenColumns: columns.findIndex((column) => column.key === 'name') + 2,
  };
  const { name, phone } = township.publicContact ?? {};
  const hotline = [name, phone].filter(Boolean).join(language === 'zh' ? '　' : ' ');
  const allNotes = [
    ...notes,
    ...(internal ? [text('联系人及电话仅供内部使用，对外材料请用公开版。', 'Names and phones are for staff only; give the public edition to others.')] : []),
    ...(!internal && hotline ? [text(`招商热线：${hotline}`, `Investment office: ${hotline}`)] : []),
    ...(township.sample ? [text('本表为示例数据，均系虚构。', 'This is sample data, invented throughout.')] : []),
  ].map((note, index, all) => {
    const number = all.length > 1 ? `${index + 1}. ` : '';
    return (language === 'zh' ? (index === 0 ? '注：' : '　　') : index === 0 ? 'Note: ' : '') + number + note[language];
  });
  return {
    head, recordCount: records.length,
    rows: () => sheetRows({ columns, sections: sections ?? [{ records }], language, unitOfCount, notes: allNotes }),
  };
}

/** Where each group stands; the first column is the running number, which belongs to none. */
function positions(groups: readonly LabelledColumns[], language: Language): ColumnGroup[] {
  let next = 1;
  return groups.filter((group) => group.columns.length > 0).map(({ label, columns }) => {
    const from = next;
    next += columns.length;
    return { label: label[language], from, to: next - 1 };
  });
}
