import type { Location } from '../../schema/common.js';
import type { Failure } from '../../schema/failure.js';
import { assetFields, projectFields } from '../../schema/fields.js';
import type { ImportColumn, ImportSheet } from '../../schema/import-plan.js';
import { text } from '../../schema/text.js';
import { categories } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { oneLine, textOf, type Grid } from './cell.js';
import { datumIn, storedDatum, type NamedDatum } from './datum.js';
import { digestOf } from './digest.js';
import { doubt } from './doubts.js';
import type { Draft, SheetDraft } from './draft.js';
import { sheetOf } from './merges.js';
import { isOutside, surroundingsOf } from './outliers.js';
import type { FieldColumn } from './read-field.js';
import { readTable } from './read-table.js';
import { tablesOf } from './table-shape.js';
import { viewTable, type TableSetting, type TableView } from './view-table.js';
import { learnVillages } from './villages.js';

/** A file as read: its sheets, or why it was refused. */
export interface SourceFile { readonly file: string; readonly format: string; readonly grids: readonly Grid[] }

/** What the ledger tells the import, in few words. */
export interface LedgerHints {
  readonly villages: readonly string[];
  readonly villageCounts: Readonly<Record<string, number>>;
  readonly centre?: Location;
  /** Some of the ledger's points, for telling what lies far outside. */
  readonly points: readonly Location[];
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface UnderstoodFile { readonly file: string; readonly format: string; readonly sheets: readonly ImportSheet[]; readonly refusal?: Failure }
export interface Understood { readonly files: readonly UnderstoodFile[]; readonly drafts: readonly Draft[] }

const definitions = { asset: assetFields, project: projectFields } as const;
const hiddenReason = text('隐藏的工作表，未导入', 'A hidden sheet, not imported');
const tablelessReason = text('没有找到表头，不是明细', 'No header was found: no records');
const blankReason = text('空白工作表', 'A blank sheet');

/** Understands files together: what one says of villages, datum and place helps to read the others. */
export function understandFiles(files: readonly SourceFile[], hints: LedgerHints, onProgress: (done: number, total: number) => void = () => undefined): Understood {
  const drafts: Draft[] = [];
  const words: string[] = [];
  const total = files.reduce((sum, file) => sum + file.grids.reduce((rows, grid) => rows + grid.rows.length, 0), 0);
  let done = 0;
  const understood = files.map((file, index): UnderstoodFile => {
    const sheets = file.grids.map((grid) => ({ grid, sheet: sheetOf(grid), tables: grid.hidden ? [] : tablesOf(sheetOf(grid)) }));
    const bookDatum = datumOfBook(sheets.filter((entry) => !entry.grid.hidden && entry.tables.length === 0).map((entry) => entry.grid));
    const setting: TableSetting = {
      file: index, fileName: file.file, today: hints.today, onRows: (count) => onProgress(done + count, total),
      ...(bookDatum ? { bookDatum } : {}), ...(hints.centre ?? hints.points[0] ? { meridian: Math.round((hints.centre ?? (hints.points[0] as Location)).lng / 3) * 3 } : {}),
    };
    const result = sheets.map(({ grid, sheet, tables }): ImportSheet => {
      words.push(grid.name);
      const draft: SheetDraft = { name: grid.name, noun: null, reason: grid.hidden ? hiddenReason : grid.rows.length === 0 ? blankReason : tablelessReason, columns: [], skippedRows: [] };
      for (const table of tables) {
        const view = viewTable(sheet, table, setting, definitions);
        words.push(...table.above.map((line) => line.text));
        if (view.skip) {
          if (!draft.noun) draft.reason = view.skip;
          continue;
        }
        const read = readTable(view, setting);
        describe(draft, view, read.columns, read.skipped);
        for (const entry of read.drafts) {
          drafts.push(entry);
          if (entry.noun === 'project' && typeof entry.values['location'] === 'string') words.push(entry.values['location']);
        }
      }
      done += grid.rows.length;
      onProgress(done, total);
      return draft;
    });
    return { file: file.file, format: file.format, sheets: result };
  });
  settleVillages(drafts, hints, words.join(' '));
  settlePlaces(drafts, hints);
  for (const draft of drafts) if (!draft.refused) draft.digest = digestOf(draft.links ? { ...draft.values, links: draft.links } : draft.values);
  return { files: understood, drafts };
}

/** A datum that sheets of explanations name for the whole workbook. */
function datumOfBook(grids: readonly Grid[]): NamedDatum | undefined {
  for (const grid of grids) {
    for (const row of grid.rows.slice(0, 200)) {
      for (const cell of row.cells) {
        const named = typeof cell === 'string' && /坐标|经纬/.test(cell) ? datumIn(cell) : undefined;
        if (named) return named;
      }
    }
  }
  return undefined;
}

function describe(draft: SheetDraft, view: TableView, columns: readonly FieldColumn[], skipped: ImportSheet['skippedRows']): void {
  const { table } = view;
  const label = view.category ? labelOf(categories, view.category)?.zh : undefined;
  const rows = table.headerTop === table.headerBottom ? `${table.headerTop}` : `${table.headerTop}–${table.headerBottom}`;
  const what = view.noun === 'project' ? text('按项目读入', 'read as projects') : label ? text(`按「${label}」读入`, `read as ${labelOf(categories, view.category as string)?.en ?? ''}`) : text('类别逐行判断，判断不了的作「其他」', 'the category is told row by row, else “other”');
  draft.noun = view.noun;
  draft.reason = text(`第 ${rows} 行是表头，${what.zh}`, `Header in row ${rows}; ${what.en}`);
  draft.headerRows ??= [table.headerTop, table.headerBottom];
  if (view.category) draft.category = view.category;
  if (view.places.has('#lng') || view.places.has('#pair')) {
    draft.datum = storedDatum(view.datum);
    draft.reason = text(`${draft.reason.zh}；${view.datumReason.zh}`, `${draft.reason.en}; ${view.datumReason.en}`);
  }
  draft.columns = [...draft.columns, ...view.matches.map((match) => columnOf(match, columns, view.ticks))];
  draft.skippedRows = [...draft.skippedRows, ...table.above.map((line) => ({ row: line.row, reason: text(`表头之上的标题或说明「${oneLine(line.text).slice(0, 30)}」`, `A title or note above the header, “${oneLine(line.text).slice(0, 30)}”`) })), ...skipped];
}

const rolePaths: Readonly<Record<string, string>> = { '#lng': 'location', '#lat': 'location', '#pair': 'location', '#contact': 'contact', '#phone': 'contact' };

function columnOf(match: TableView['matches'][number], columns: readonly FieldColumn[], ticks: TableView['ticks']): ImportColumn {
  const column = columns.find((entry) => entry.index === match.column.index);
  const unit = column?.unit?.name ?? column?.price?.money;
  const tick = ticks.find((entry) => entry.index === match.column.index);
  const path = tick ? tick.path : match.role === null ? null : match.role.startsWith('#') ? rolePaths[match.role] ?? null : match.role;
  const reason = column?.unitAssumed && unit ? text(`${match.reason.zh}；没有写单位，按「${unit}」`, `${match.reason.en}; no unit is given, taken as ${unit}`) : match.reason;
  return { column: match.column.letters, header: match.column.title, path, reason, ...(unit ? { unit } : {}) };
}

/** Settles the village of every row, once all rows are known. */
function settleVillages(drafts: readonly Draft[], hints: LedgerHints, mentions: string): void {
  const assets = drafts.filter((draft) => draft.noun === 'asset' && !draft.refused);
  const villages = learnVillages(
    assets.flatMap((draft) => (draft.villageWritten ? [{ written: draft.villageWritten, beside: draft.beside ?? '' }] : [])),
    { profile: hints.villages, ledger: hints.villageCounts, mentions },
  );
  const stems = villages.known.map((name) => ({ name, stem: name.replace(/(?:村|社区)$/, '') })).filter((entry) => entry.stem.length >= 2);
  for (const draft of assets) {
    const written = draft.villageWritten ?? '';
    if (!written) {
      // No village cell: an address that begins with a known village tells it.
      const address = textOf(draft.values['address'] as string | undefined);
      const found = address ? stems.filter((entry) => address.includes(entry.name)) : [];
      if (found.length === 1) draft.values['village'] = found[0]?.name;
      continue;
    }
    const village = villages.resolve(written);
    draft.values['villageText'] = written.slice(0, 60);
    if (village) draft.values['village'] = village.slice(0, 40);
    else draft.doubts.push(doubt('village_unknown', 'village', written));
  }
}

/** Takes points off that lie far outside the township; their text stays. */
function settlePlaces(drafts: readonly Draft[], hints: LedgerHints): void {
  const points = [...hints.points];
  for (const draft of drafts) if (draft.noun === 'asset' && draft.values['location']) points.push(draft.values['location'] as Location);
  const around = surroundingsOf(points, hints.centre);
  for (const draft of drafts) {
    const location = draft.noun === 'asset' ? (draft.values['location'] as Location | undefined) : undefined;
    if (!location || !isOutside(location, around)) continue;
    delete draft.values['location'];
    const keep = draft.doubts.filter((entry) => !['coord_swapped', 'datum_gcj02', 'datum_bd09'].includes(entry.code));
    draft.doubts.splice(0, draft.doubts.length, ...keep, doubt('coord_outside', 'location', (draft.values['locationSource'] as { text: string } | undefined)?.text ?? ''));
  }
}
