import type { Asset } from '../../schema/asset.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { sliceCell } from './slice-cells.js';
import { sliceColumns, type SliceAudience, type SliceColumn } from './slice-columns.js';

/*
 * A workbook for a village: one sheet for each category. What the import needs to take it in without being told anything stands in
 * sheets that nobody sees: `markSheet` says which columns are which fields, and of every sheet there is a copy as it was handed out,
 * against which the filled-in one is read. The first column, hidden too, holds each row's identity and revision.
 */

export const sliceFormat = 'xishan-slice';
export const markSheet = '溪山';
/** The words of drop-downs that are too long for a cell's own check. */
export const listSheet = '溪山·词表';
export const issuedName = (sheet: string) => `${sheet}·原样`;
export { identityTitle } from './identity-title.js';
/** Rows above the records: title, instructions, headers. */
export const headerRow = 3;

/** Identity and revision of a row, as its first cell holds them. */
export const identityOf = ({ id, revision }: Pick<Asset, 'id' | 'revision'>) => `${id}@${revision}`;
export function readIdentity(words: string): { readonly id: string; readonly revision: number } | undefined {
  const [, id, revision] = /^([0-9A-HJKMNP-TV-Z]{26})@(\d{1,9})$/.exec(words.trim()) ?? [];
  return id === undefined ? undefined : { id, revision: Number(revision) };
}

export interface SliceRow { readonly identity: string; readonly cells: readonly (string | number)[] }
export interface SliceSheet { readonly name: string; readonly category: Category; readonly title: string; readonly columns: readonly SliceColumn[]; readonly rows: readonly SliceRow[]; readonly blankRows: number }
export interface SliceBook { readonly instructions: string; readonly today: string; readonly sheets: readonly SliceSheet[] }

export interface SliceChoice extends SliceAudience {
  readonly township: string;
  readonly villages: readonly string[];
  /** The villages that were chosen, for the title; empty for all. */
  readonly chosenVillages: readonly string[];
  readonly columns?: readonly string[] | undefined;
  readonly blankRows: number;
  readonly today: string;
}

const instructions = '白色格子可填，灰色格子由乡里填；有下拉的请从下拉里选。没有变化的不用动；新的资产填在表尾空行，编号不用填。填好直接发回，不要改表头和工作表名。';

/** The workbook for some assets: a sheet for each category among them, and with blank rows for every category when none were chosen. */
export function sliceBook(assets: readonly Asset[], choice: SliceChoice): SliceBook {
  const asked = categories.values.filter((category) => assets.some((asset) => asset.category === category));
  const place = choice.chosenVillages.length > 0 && choice.chosenVillages.length <= 3 ? choice.chosenVillages.join('、') : choice.township;
  return {
    instructions, today: choice.today,
    sheets: (asked.length > 0 ? asked : categories.values).map((category): SliceSheet => {
      const name = labelOf(categories, category)?.zh ?? category;
      const columns = sliceColumns(category, choice, choice.villages, choice.columns);
      const rows = assets.filter((asset) => asset.category === category).map((asset): SliceRow => ({ identity: identityOf(asset), cells: columns.map((column) => sliceCell(column.path, asset)) }));
      return { name, category, title: `${place}${name}填报表`, columns, rows, blankRows: choice.blankRows };
    }),
  };
}
