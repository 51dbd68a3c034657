import { text, type Text } from '../../schema/text.js';
import { isBlank, isDitto, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryOfName } from './category.js';
import { codeStyleOf } from './codes.js';
import type { Role } from './column-words.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import type { Sheet } from './merges.js';
import type { CoordinateRules } from './parse-coordinates.js';
import { rememberFields } from './field-memo.js';
import type { FieldColumn } from './read-field.js';
import { readRow, settleField } from './read-row.js';
import { rowKind, skippedReasons, type RowKind } from './row-kinds.js';
import { sectionValues, type Section } from './sections.js';
import { factsOf, surveyRowKind } from './survey-rows.js';
import type { Survey } from './survey.js';
import type { Table } from './table-shape.js';
import type { TableSetting, TableView } from './view-table.js';

export interface UnderstoodTable { readonly drafts: Draft[]; readonly skipped: { row: number; reason: Text }[]; readonly columns: readonly FieldColumn[] }

/** Reads the rows of a table. */
export function readTable(view: TableView, setting: TableSetting): UnderstoodTable {
  const { sheet, table, places, noun } = view;
  const project = noun === 'project';
  const drafts: Draft[] = [];
  /** Rows of a survey file that say a name and a place only. */
  const named = new Set<Draft>();
  const skipped: { row: number; reason: Text }[] = [...table.guideRows.map((row) => ({ row, reason: skippedReasons.guide })), ...table.repeats.map((row) => ({ row, reason: skippedReasons.header }))];
  const repeats = new Set([...table.repeats, ...table.guideRows]);
  const columns = view.fields;
  const fields = rememberFields((column, cell) => settleField(column, cell, project));
  const width = table.columns.length;
  const survey = sheet.grid.survey;
  const codeAt = places.get('code');
  const codes = codeStyleOf(codeAt === undefined ? [] : sheet.grid.rows.filter((row) => row.row >= table.firstRow && row.row <= table.lastRow).map((row) => row.cells[codeAt]));
  const mergesByTop = new Map<number, (typeof sheet.grid.merges)[number][]>();
  for (const merge of sheet.grid.merges) mergesByTop.set(merge.top, [...(mergesByTop.get(merge.top) ?? []), merge]);
  const carried = carriesVillage(view);
  let sections: Section[] = [];
  let previous: readonly Cell[] | undefined;
  let assumed = false;
  const rules: CoordinateRules = {
    datum: view.datum,
    ...(places.has('#pair') && !places.has('#lng') ? (view.order ? { order: view.order } : {}) : { order: 'lng-lat' as const }),
    ...(view.meridian ?? setting.meridian ? { meridian: view.meridian ?? (setting.meridian as number), meridianAssumed: view.meridian === undefined } : {}),
  };

  for (const gridRow of sheet.grid.rows) {
    const { row } = gridRow;
    if (row < table.firstRow || row > table.lastRow || repeats.has(row)) continue;
    if (drafts.length % 1_000 === 999) setting.onRows?.(drafts.length);
    const { cells, continued } = filledCells(sheet, gridRow.cells, row, table, previous);
    const shape = survey?.shapes.get(row);
    const kind: RowKind = survey ? surveyRowKind(cells, places, view.matches, shape, survey) : rowKind(cells, gridRow.cells, places.has('name') || places.has('code') ? places : madePlaces(places), mergesByTop.get(row) ?? [], width);
    if (kind.kind === 'blank') continue;
    if (kind.kind === 'section') {
      sections = [...sections.filter((section) => section.level < kind.level), { level: kind.level, title: kind.title }];
      skipped.push({ row, reason: text(`分节行「${oneLine(kind.title).slice(0, 30)}」`, `A section heading, “${oneLine(kind.title).slice(0, 30)}”`) });
      continue;
    }
    if (kind.kind === 'skipped') {
      skipped.push({ row, reason: kind.reason });
      continue;
    }
    const base = { file: setting.file, sheet: sheet.grid.name, row, noun };
    if (kind.kind === 'refused') {
      drafts.push({ ...base, values: {}, doubts: [], digest: '', breadth: 0, refused: { code: kind.code, reason: kind.reason } });
      continue;
    }
    const villageAt = places.get('village');
    const above = carried && villageAt !== undefined && isBlank(cells[villageAt]) ? previous?.[villageAt] : undefined;
    if (villageAt !== undefined && !isBlank(above)) cells[villageAt] = above;
    previous = cells;
    if (survey) sections = (survey.folders.get(row) ?? []).map((title, level) => ({ level, title }));
    const draft = readRow(view, columns, fields, cells, continued, sectionValues(sections, noun), codes, rules, base, setting);
    if (survey && settleSurveyRow(draft, survey, factsOf(view.matches, cells))) named.add(draft);
    if (!isBlank(above)) draft.doubts.push(doubt('village_carried', 'village', oneLine(textOf(above))));
    if (!project && draft.values['category'] === 'other' && draft.doubts.some((entry) => entry.code === 'category_unknown')) {
      // Said once per table: it is the table that does not say.
      if (assumed && !places.has('category')) draft.doubts.splice(draft.doubts.findIndex((entry) => entry.code === 'category_unknown'), 1);
      assumed = true;
    }
    drafts.push(draft);
  }
  if (survey && !setting.choice?.category) settleBareRows(drafts, named);
  if (setting.choice?.category) for (const draft of drafts) delete draft.bare;
  return { drafts, skipped: skipped.sort((one, two) => one.row - two.row), columns };
}

/** A list of points whose row gives no place says nothing; a named point or record without facts makes no record by itself. Answers whether the row is no more than that. */
function settleSurveyRow(draft: Draft, survey: Survey, facts: number): boolean {
  if (survey.kind === 'points' && !draft.values['location']) {
    const fault = draft.doubts.find((entry) => entry.field === 'location') ?? doubt('coord_incomplete', 'location');
    draft.refused = { code: fault.code, reason: fault.reason };
  }
  const isNamedSo = categoryOfName(String(draft.values['name'] ?? '')) === draft.values['category'] && !draft.categoryGuessed;
  if (facts > 0 || draft.values['code'] || draft.villageWritten || (draft.shape?.polygons.length ?? 0) > 0) return false;
  if (!isNamedSo) draft.bare = true;
  return true;
}

/** Where every row of a table is no more than a named point, those whose category is told are what the table is for. */
function settleBareRows(drafts: readonly Draft[], named: ReadonlySet<Draft>): void {
  const read = drafts.filter((draft) => !draft.refused);
  if (!read.every((draft) => named.has(draft))) return;
  for (const draft of read) if (!draft.doubts.some((entry) => entry.code === 'category_unknown') && draft.values['category'] !== 'other') delete draft.bare;
}

/** In a table without names the owner or the place stands in for them, so that rows are told apart by it. */
function madePlaces(places: ReadonlyMap<Role, number>): ReadonlyMap<Role, number> {
  const stand = places.get('owner') ?? places.get('address');
  return stand === undefined ? places : new Map([...places, ['name', stand]]);
}

/** The cells of a row with merged blocks and 同上 filled in; `continued` are the columns that a block from above covers. */
function filledCells(sheet: Sheet, own: readonly Cell[], row: number, table: Table, previous: readonly Cell[] | undefined): { cells: Cell[]; continued: ReadonlySet<number> } {
  const cells = own.slice();
  const continued = new Set<number>();
  const merged = sheet.isMerged(row);
  for (const { index } of table.columns) {
    const merge = merged ? sheet.mergeAt(row, index) : undefined;
    if (merge && merge.top < row && merge.top >= table.firstRow && merge.left === index && cells[index] === undefined) {
      cells[index] = sheet.at(merge.top, merge.left);
      continued.add(index);
      if (isDitto(cells[index]) && previous) cells[index] = previous[index];
    } else if (isDitto(cells[index])) cells[index] = previous?.[index];
  }
  return { cells, continued };
}

/**
 * True for a village column that names a village once and leaves the rows below it blank without merging:
 * then no village is written twice in a row, and blanks abound.
 */
function carriesVillage(view: TableView): boolean {
  const index = view.places.get('village');
  if (index === undefined) return false;
  const { sheet, table } = view;
  if (sheet.grid.merges.some((merge) => merge.left === index && merge.top >= table.firstRow && merge.bottom > merge.top)) return false;
  const nameAt = view.places.get('name') ?? view.places.get('code');
  let blanks = 0;
  let last = '';
  let stated = 0;
  for (const { row, cells } of sheet.grid.rows) {
    if (row < table.firstRow || row > table.lastRow || nameAt === undefined || isBlank(cells[nameAt])) continue;
    if (isBlank(cells[index])) {
      if (stated === 0) return false;
      blanks += 1;
      continue;
    }
    const words = plain(textOf(cells[index]));
    if (words === last) return false;
    last = words;
    stated += 1;
  }
  return stated >= 2 && blanks >= 2 && blanks >= stated * 0.5;
}
