import type { ImportColumn, ImportSheet } from '../../schema/import-plan.js';
import { text } from '../../schema/text.js';
import { categories } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { oneLine, textOf } from './cell.js';
import { contentReason } from './check-matches.js';
import { chosenReason, rememberedReason } from './choices.js';
import { unitsOf, unitWordOf } from './column-units.js';
import { storedDatum } from './datum.js';
import type { SheetDraft } from './draft.js';
import type { ColumnMatch } from './match-columns.js';
import type { UnderstoodTable } from './read-table.js';
import type { TableView } from './view-table.js';

/** Adds a table that was read to the description of its sheet. */
export function describeTable(draft: SheetDraft, view: TableView, read: UnderstoodTable): void {
  const { table } = view;
  const label = view.category ? labelOf(categories, view.category)?.zh : undefined;
  const rows = table.headerTop === table.headerBottom ? `${table.headerTop}` : `${table.headerTop}–${table.headerBottom}`;
  const what = view.noun === 'project' ? text('按项目读入', 'read as projects') : label ? text(`按「${label}」读入`, `read as ${labelOf(categories, view.category as string)?.en ?? ''}`) : text('类别逐行判断，判断不了的作「其他」', 'the category is told row by row, else “other”');
  draft.noun = view.noun;
  const { survey } = view.sheet.grid;
  draft.reason = survey
    ? text(`${survey.kind === 'points' ? '点表' : '图层'}，${table.columns.length} 项属性，${what.zh}`, `A ${survey.kind === 'points' ? 'list of points' : 'layer'} with ${table.columns.length} attributes; ${what.en}`)
    : text(`第 ${rows} 行是表头，${what.zh}`, `Header in row ${rows}; ${what.en}`);
  if (!survey) draft.headerRows ??= [table.headerTop, table.headerBottom];
  draft.rows = (draft.rows ?? 0) + read.drafts.length;
  if (view.category) draft.category = view.category;
  if (view.places.has('#lng') || view.places.has('#pair')) {
    draft.datum = storedDatum(view.datum);
    draft.datumFrom = view.datumFrom;
    draft.reason = text(`${draft.reason.zh}；${view.datumReason.zh}`, `${draft.reason.en}; ${view.datumReason.en}`);
  }
  describeColumns(draft, view);
  draft.skippedRows = [...draft.skippedRows, ...table.above.filter((line) => line.row > 0).map((line) => ({ row: line.row, reason: text(`表头之上的标题或说明「${oneLine(line.text).slice(0, 30)}」`, `A title or note above the header, “${oneLine(line.text).slice(0, 30)}”`) })), ...read.skipped];
}

/** Adds a table's columns to the description of its sheet, and whether earlier decisions were taken over. */
export function describeColumns(draft: SheetDraft, view: TableView): void {
  draft.columns = [...draft.columns, ...view.matches.map((match) => columnOf(match, view))];
  if (view.remembered) draft.remembered = true;
}

/** The special roles whose columns feed a field, and that field. */
const rolePaths: Readonly<Record<string, string>> = { '#lng': 'location', '#lat': 'location', '#pair': 'location', '#contact': 'contact', '#phone': 'contact' };
const examples = 4;
const longestExample = 40;
/** Below this only words within the header, or the cells, speak for a match. */
const sure = 80;

function columnOf(match: ColumnMatch, view: TableView): ImportColumn {
  const { column, role } = match;
  const field = view.fields.find((entry) => entry.index === column.index);
  const unit = field && unitWordOf(field);
  const units = field ? unitsOf(field.definition) : [];
  const tick = view.ticks.find((entry) => entry.index === column.index);
  const shown = tick ? tick.path : role;
  const path = shown === null ? null : shown.startsWith('#') ? rolePaths[shown] ?? null : shown;
  const said = view.decidedUnits.get(column.index);
  const reason = said && unit ? unitSaid(match, unit, said === 'memory')
    : field?.unitAssumed && unit ? text(`${match.reason.zh}；没有写单位，按「${unit}」`, `${match.reason.en}; no unit is given, taken as ${unit}`) : match.reason;
  const cells = [...new Set(view.sample(column.index).map((cell) => oneLine(textOf(cell)).slice(0, longestExample)))].slice(0, examples);
  const chosen = said !== undefined || view.decidedRoles.has(column.index);
  return {
    column: column.letters, header: column.title, path, role: shown, reason, ...(unit ? { unit } : {}),
    ...(units.length > 0 ? { units: unit && !units.includes(unit) ? [unit, ...units] : [...units] } : {}),
    ...(cells.length > 0 ? { examples: cells } : {}), ...(chosen ? { chosen } : {}),
    ...(role !== null && !tick && !view.decidedRoles.has(column.index) && (match.score < sure || match.reason === contentReason) ? { doubtful: true } : {}),
  };
}

function unitSaid({ reason }: ColumnMatch, unit: string, before: boolean) {
  const who = before ? rememberedReason : chosenReason;
  return text(`${reason.zh}；单位「${unit}」${who.zh}`, `${reason.en}; the unit ${unit}: ${who.en}`);
}

/** An empty description of a sheet, with why nothing was read yet. */
export const emptySheet = (name: string, reason: ImportSheet['reason'], shape: string | undefined): SheetDraft => ({ name, noun: null, reason, columns: [], skippedRows: [], ...(shape ? { shape } : {}) });
