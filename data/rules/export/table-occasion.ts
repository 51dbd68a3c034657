import type { Asset } from '../../schema/asset.js';
import type { Person } from '../../schema/common.js';
import type { Project } from '../../schema/project.js';
import { text, type Language, type Text } from '../../schema/text.js';
import { formatDate } from '../format.js';
import type { PublicAsset, PublicProject } from '../projection.js';
import type { ChangeMarks } from './change-marks.js';
import { bilingual } from './shown-text.js';
import type { SheetHead } from './sheet.js';

/** For whom and when a table is made. A public table is to be given public projections only: it shows what it gets. */
export interface TableOccasion {
  readonly language: Language;
  readonly internal: boolean;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly township: { readonly name: Text; readonly sample: boolean; readonly publicContact?: Person | undefined };
  /** True when a person sorted the records: then headings stand only where they do not change that order. */
  readonly keepOrder?: boolean;
  /** What a person chose about columns and grouping; left out: as the office sets it. */
  readonly layout?: TableLayout;
  /** How many leads each project has; only an internal table shows it. */
  readonly leads?: Readonly<Record<string, number>> | undefined;
  /** What became of the records since an earlier day, to be marked in the table. */
  readonly marks?: ChangeMarks | undefined;
}

/** Which columns stand in a table and how its rows are grouped. */
export interface TableLayout {
  /** Columns as on screen, in their order: paths of fields, and of a project's derived figures (`totals.siteArea`). */
  readonly columns?: readonly string[] | undefined;
  /** The field by which rows stand under headings, or `none`. */
  readonly group?: string | undefined;
}
/** The word for a table without headings. */
export const ungrouped = 'none';
export type TableAsset = Asset | PublicAsset;
export type TableProject = Project | PublicProject;

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
