import type { Location } from '../../schema/common.js';
import type { Failure } from '../../schema/failure.js';
import { assetFields, projectFields } from '../../schema/fields.js';
import type { ImportChoice, ImportSheet } from '../../schema/import-plan.js';
import { text } from '../../schema/text.js';
import { textOf, type Grid } from './cell.js';
import { choiceFor, leftOutReason, type SheetDecisions } from './choices.js';
import { datumIn, type NamedDatum } from './datum.js';
import { describeColumns, describeTable, emptySheet } from './describe-sheet.js';
import type { KnownPlace } from './datum-evidence.js';
import { cardTable } from './card.js';
import { digestOf } from './digest.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { sheetOf } from './merges.js';
import { readTable } from './read-table.js';
import { settlePlaces, type PlaceGroup } from './settle-places.js';
import { shapeOf } from './sheet-shape.js';
import { sideBySide } from './side-by-side.js';
import { issuedBook, trimToChanges, type IssuedBook } from './slice.js';
import { tablesOf } from './table-shape.js';
import { townshipIn } from './township.js';
import { viewTable, type TableSetting } from './view-table.js';
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
  /** Assets of the ledger that have a place, evenly chosen and at most 5 000: beside them the points of a file tell their datum. */
  readonly known?: readonly KnownPlace[];
  /** YYYY-MM-DD */
  readonly today: string;
}

export interface UnderstoodFile { readonly file: string; readonly format: string; readonly sheets: readonly ImportSheet[]; readonly refusal?: Failure }
/** What persons decided: about these files now, and about sheets of these shapes before. */
export interface Decided { readonly choices: readonly ImportChoice[]; readonly remembered: Readonly<Record<string, SheetDecisions>> }
/** What a person chose now about a sheet of a shape, beside what the program understood by itself. */
export interface ShapeDecisions { readonly shape: string; readonly decisions: SheetDecisions }
export interface Understood {
  readonly files: readonly UnderstoodFile[];
  readonly drafts: readonly Draft[];
  readonly decisions: readonly ShapeDecisions[];
  /** The township that a title or 填报单位 line names. */
  readonly township?: string;
}

const definitions = { asset: assetFields, project: projectFields } as const;
const hiddenReason = text('隐藏的工作表，未导入', 'A hidden sheet, not imported');
const tablelessReason = text('没有找到表头，不是明细', 'No header was found: no records');
const emptyLayerReason = text('图层里没有记录', 'The layer holds no records');
const blankReason = text('空白工作表', 'A blank sheet');

/** Understands files together: what one says of villages, datum and place helps to read the others. */
export function understandFiles(files: readonly SourceFile[], hints: LedgerHints, onProgress: (done: number, total: number) => void = () => undefined, decided: Decided = { choices: [], remembered: {} }): Understood {
  const drafts: Draft[] = [];
  const decisions: ShapeDecisions[] = [];
  const words: string[] = [];
  const groups: PlaceGroup[] = [];
  const books: (IssuedBook | undefined)[] = [];
  const total = files.reduce((sum, file) => sum + file.grids.reduce((rows, grid) => rows + grid.rows.length, 0), 0);
  let done = 0;
  const understood = files.map((file, index): UnderstoodFile => {
    const { grids, book } = issuedBook(file.grids);
    books.push(book);
    const sheets = grids.flatMap((grid) => sideBySide(cardTable(grid) ?? grid)).map((grid) => ({ grid, sheet: sheetOf(grid), tables: tablesOf(sheetOf(grid)) }));
    const bookDatum = datumOfBook(sheets.filter((entry) => !entry.grid.hidden && entry.tables.length === 0).map((entry) => entry.grid));
    const setting: TableSetting = {
      file: index, fileName: file.file, today: hints.today, onRows: (count) => onProgress(done + count, total),
      ...(bookDatum ? { bookDatum } : {}), ...(hints.centre ?? hints.points[0] ? { meridian: Math.round((hints.centre ?? (hints.points[0] as Location)).lng / 3) * 3 } : {}),
    };
    const result = sheets.map(({ grid, sheet, tables }): ImportSheet => {
      words.push(grid.name);
      const shape = shapeOf(file.format, tables.flatMap((table) => table.columns));
      const draft = emptySheet(grid.name, grid.hidden ? hiddenReason : grid.survey ? emptyLayerReason : grid.rows.length === 0 ? blankReason : tablelessReason, shape);
      const choice = choiceFor(decided.choices, index, grid.name);
      const remembered = shape ? decided.remembered[shape] : undefined;
      const sheetSetting: TableSetting = { ...setting, ...(choice ? { choice } : {}), ...(remembered ? { remembered } : {}) };
      for (const table of tables) {
        const view = viewTable(sheet, table, sheetSetting, definitions);
        if (!grid.hidden || !view.skip) words.push(...table.above.map((line) => line.text));
        if (shape && choice) decisions.push({ shape, decisions: view.decisions });
        if (view.skip) {
          if (!draft.noun) draft.reason = view.skip;
          if (view.skip === leftOutReason) describeColumns(draft, view);
          continue;
        }
        const read = readTable(view, sheetSetting);
        describeTable(draft, view, read);
        groups.push({ sheet: draft, view, drafts: read.drafts });
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
  settlePlaces(groups, hints, () => onProgress(done, total));
  trimToChanges(drafts, books);
  for (const draft of drafts) if (!draft.refused) draft.digest = digestOf(draft.links ? { ...draft.values, links: draft.links } : draft.values);
  const township = townshipIn(words);
  return { files: understood, drafts: inTurn(drafts, files), decisions, ...(township ? { township } : {}) };
}

/**
 * The order in which rows are compared: tables, which say most of a record, before survey files, and named points that say nothing
 * else at the end, when every record that they may mean is there. Rows of one kind keep the order of their files.
 */
function inTurn(drafts: readonly Draft[], files: readonly SourceFile[]): Draft[] {
  const isSurvey = files.map((file) => file.grids.some((grid) => grid.survey));
  const turn = (draft: Draft) => (draft.bare ? 2 : isSurvey[draft.file] ? 1 : 0);
  if (!isSurvey.some(Boolean)) return drafts.slice();
  return [0, 1, 2].flatMap((now) => drafts.filter((draft) => turn(draft) === now));
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
      // Land surveys name the village as the holder: 权属单位 下塘村.
      const holder = textOf(draft.values['owner'] as string | undefined);
      const held = stems.filter((entry) => holder.startsWith(entry.name));
      if (draft.values['village'] === undefined && /^[\u4e00-\u9fff]{2,6}(?:村|社区)(?:村?民委员会|村委会|集体|(?:股份)?经济(?:联)?合作社)?$/.test(holder)) draft.values['village'] = held[0]?.name ?? /^.+?(?:村|社区)/.exec(holder)?.[0];
      continue;
    }
    const village = villages.resolve(written);
    draft.values['villageText'] = written.slice(0, 60);
    if (village) draft.values['village'] = village.slice(0, 40);
    else draft.doubts.push(doubt('village_unknown', 'village', written));
  }
}
