import type { FieldDefinition } from '../../schema/fields.js';
import type { ImportChoice, ImportSheet } from '../../schema/import-plan.js';
import { text, type Text } from '../../schema/text.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { isBlank, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryIn } from './category.js';
import { checkMatches, samplerOf, shareOf, type Sample } from './check-matches.js';
import { assignRoles, chosenReason, decide, leftOutReason, rememberedReason, type ColumnDecision, type DecidedBy, type SheetDecisions, type Wish } from './choices.js';
import { unitWordOf, withUnit } from './column-units.js';
import { isHeaderWord, type Role } from './column-words.js';
import { matchByContent, tickColumns, type TickColumn } from './content-roles.js';
import { datumIn, type NamedDatum } from './datum.js';
import { declaredUnits, orderIn } from './header-text.js';
import { matchColumns, nounOf, type ColumnMatch, type TableNoun } from './match-columns.js';
import type { Sheet } from './merges.js';
import { unitByDrawing } from './drawn-units.js';
import { wordOf } from './parse-words.js';
import { meridianIn, meridianOfZone } from './plane.js';
import { fieldColumn, type FieldColumn } from './read-field.js';
import type { Table } from './table-shape.js';
import type { Unit } from './units.js';

/** What the other sheets and the ledger tell about this one. */
export interface TableSetting {
  readonly file: number;
  readonly fileName: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** A datum that a sheet of explanations names for the whole workbook. */
  readonly bookDatum?: NamedDatum;
  /** Degrees east; for plane coordinates that name no zone. */
  readonly meridian?: number;
  /** What a person chose for this sheet. */
  readonly choice?: ImportChoice;
  /** What was decided about an earlier sheet of the same shape. */
  readonly remembered?: SheetDecisions;
  /** Called now and then while rows are read, with how many have been. */
  readonly onRows?: (count: number) => void;
}

/** A table with its columns matched and its surroundings read. */
export interface TableView {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly noun: TableNoun;
  readonly category?: Category;
  readonly matches: readonly ColumnMatch[];
  readonly places: ReadonlyMap<Role, number>;
  readonly ticks: readonly TickColumn[];
  /** The columns that feed fields, with their units. */
  readonly fields: readonly FieldColumn[];
  readonly sample: Sample;
  /** The columns of which somebody decided the role or the unit. */
  readonly decidedRoles: ReadonlyMap<number, DecidedBy>;
  readonly decidedUnits: ReadonlyMap<number, DecidedBy>;
  /** What the person's choices say beside the program's own understanding. */
  readonly decisions: SheetDecisions;
  /** True when decisions about an earlier sheet of this shape were taken over. */
  readonly remembered: boolean;
  readonly declared: readonly Unit[];
  readonly datum: NamedDatum;
  readonly datumReason: Text;
  readonly datumFrom: NonNullable<ImportSheet['datumFrom']>;
  readonly order?: 'lng-lat' | 'lat-lng';
  readonly meridian?: number;
  readonly title: string;
  /** Why the table holds no records, when it holds none. */
  readonly skip?: Text;
}

/** The category that the columns alone tell: fields that one category has. */
function categoryOfColumns(matches: readonly ColumnMatch[]): Category | undefined {
  const votes = new Map<Category, number>();
  for (const { definition, score } of matches) {
    const only = definition?.categories?.length === 1 ? definition.categories[0] : undefined;
    // Surveyors note heights of anything.
    if (only && score >= 80 && definition?.path !== 'detail.elevation') votes.set(only, (votes.get(only) ?? 0) + 1);
  }
  if (votes.size === 1) return [...votes.keys()][0];
  const words = matches.flatMap((match) => match.column.parts.map((part) => part.base)).join(' ');
  return votes.size === 0 && /宅基地|户主|房主|农房|房屋|(?:^| )(?:fangwu|nongfang|zhaijidi)/i.test(words) ? 'house' : undefined;
}

/** True for a table whose rows name categories of their own, and not all the same. */
function namesSeveral(matches: readonly ColumnMatch[], sample: Sample): boolean {
  const column = matches.find((match) => match.role === 'category')?.column;
  return column !== undefined && new Set(sample(column.index).flatMap((cell) => categoryIn(textOf(cell)) ?? [])).size > 1;
}

interface FoundDatum { readonly datum: NamedDatum; readonly reason: Text; readonly from: 'stated' | 'proposed' | 'assumed' }
/** What a survey file says of its datum; of one that says nothing, what its format stands for. */
function surveyDatum({ grid }: Sheet): FoundDatum | undefined {
  if (!grid.survey) return undefined;
  const { reference } = grid.survey;
  return reference ?? { datum: 'WGS-84', from: 'assumed', reason: text('没有写明坐标系，按 WGS-84', 'No datum is named; taken as WGS-84') };
}
function datumOf(matches: readonly ColumnMatch[], lines: readonly string[], setting: TableSetting): FoundDatum {
  const cells = matches.filter((match) => ['#lng', '#lat', '#pair'].includes(match.role ?? ''));
  const header = cells.flatMap((match) => match.column.parts).map((part) => part.datum).find(Boolean);
  if (header) return { datum: header, from: 'stated', reason: text('表头写明坐标系', 'The header names the datum') };
  for (const line of lines) {
    const named = /坐标|经纬|经度|定位|拾取|大地|高程|测/.test(line) || line.length < 30 ? datumIn(line) : undefined;
    if (named) return { datum: named, from: 'stated', reason: text(`说明写明坐标系：「${oneLine(line).slice(0, 40)}」`, `A note names the datum: “${oneLine(line).slice(0, 40)}”`) };
  }
  if (setting.bookDatum) return { datum: setting.bookDatum, from: 'stated', reason: text('工作簿的说明写明坐标系', 'The workbook’s explanations name the datum') };
  return { datum: 'WGS-84', from: 'assumed', reason: text('没有写明坐标系，按 WGS-84', 'No datum is named; taken as WGS-84') };
}

const tickReason = text('打勾的一栏，勾了即是表头所说', 'A column of ticks: where ticked, what the header says holds');
const skipReasons = {
  noName: text('没有名称或编号一栏，是统计或说明，不是明细', 'No column of names or codes: a summary or explanations, not records'),
  summary: text('汇总表，不是明细', 'A summary, not records'),
  explanation: text('填写说明，不是明细', 'Explanations of the columns, not records'),
  empty: text('表头之下没有内容', 'Nothing stands below the header'),
};

/** The columns of a table as the program understands them for a noun; `chosen` is a category that somebody decided. */
function understand(sheet: Sheet, table: Table, title: string, noun: TableNoun, chosen: Category | undefined, setting: TableSetting, definitions: readonly FieldDefinition[], sample: Sample) {
  const named = noun === 'asset' ? chosen ?? categoryIn(sheet.grid.name) ?? categoryIn(title) : undefined;
  const first = matchColumns(table.columns, noun, named);
  // Where rows name several categories, a column that only one of them has says nothing of the others.
  const category = noun === 'asset' ? named ?? (namesSeveral(first, sample) ? undefined : categoryOfColumns(first) ?? categoryIn(setting.fileName.replace(/\.[^.]*$/, ''))) : undefined;
  const byHeader = checkMatches(category && !named ? matchColumns(table.columns, noun, category) : first, sample, definitions);
  const ticks = tickColumns(byHeader, noun, definitions, sample);
  const ticking = new Set(ticks.map((tick) => tick.index));
  const matches = matchByContent(byHeader, noun, category, definitions, sample).map((match): ColumnMatch => {
    if (ticking.has(match.column.index)) {
      const { definition: _dropped, ...rest } = match;
      return { ...rest, role: '#tick', reason: tickReason };
    }
    // What is decided of the whole table outweighs what a column says of each row.
    return chosen && match.role === 'category' ? { column: match.column, role: null, score: 0, reason: overruledReason } : match;
  });
  return { category, matches, ticks };
}

const placesOf = (matches: readonly ColumnMatch[]) => {
  const places = new Map<Role, number>();
  for (const match of matches) if (match.role && !places.has(match.role)) places.set(match.role, match.column.index);
  return places;
};

/** Matches a table's columns and reads what stands around it; what a person decided outweighs what the program understands. */
export function viewTable(sheet: Sheet, table: Table, setting: TableSetting, allDefinitions: Readonly<Record<TableNoun, readonly FieldDefinition[]>>): TableView {
  const lines = table.above.map((line) => line.text);
  const title = lines.filter((line) => !/[:：]/.test(line)).join(' ');
  const sample = samplerOf(sheet, table);
  const { choice, remembered } = setting;
  const guess: TableNoun = sheet.grid.survey ? 'asset' : nounOf(table.columns, `${sheet.grid.name} ${title}`);
  const own = understand(sheet, table, title, guess, undefined, setting, allDefinitions[guess], sample);
  const ownSkip = sheet.grid.hidden ? hiddenReason : skipOf(sheet, table, guess, own.matches, placesOf(own.matches), sample);
  const decidedNoun = decide<TableNoun | null>(ownSkip ? null : guess, choice?.noun, remembered?.noun);
  const noun = decidedNoun.value ?? guess;
  const definitions = allDefinitions[noun];
  const ofNoun = noun === guess ? own : understand(sheet, table, title, noun, undefined, setting, definitions, sample);
  const decidedCategory = decide<Category | null>(ofNoun.category ?? null, noun === 'asset' ? choice?.category : undefined, noun === 'asset' ? remembered?.category : undefined);
  const settled = decidedCategory.by === 'program' ? ofNoun : understand(sheet, table, title, noun, decidedCategory.value ?? undefined, setting, definitions, sample);
  const { category } = settled;

  const shown = (match: ColumnMatch) => (match.role === '#tick' ? settled.ticks.find((tick) => tick.index === match.column.index)?.path ?? null : match.role);
  const { matches, by: decidedRoles } = assignRoles(settled.matches, shown, wishesOf(choice, remembered), noun, definitions);
  const ticks = settled.ticks.filter((tick) => matches.some((match) => match.role === '#tick' && match.column.index === tick.index));
  const places = placesOf(matches);

  const notes = sheet.grid.rows.filter((row) => row.row >= table.firstRow && row.row <= table.lastRow && isNote(row.cells))
    .flatMap((row) => row.cells.filter((cell): cell is string => typeof cell === 'string' && cell.length >= 6 && /坐标|经纬|拾取|地图|定位|GPS/i.test(cell)));
  const around = [...lines, ...notes];
  const declared = [...lines, ...table.columns.flatMap((column) => (column.parts.some((part) => part.base === '') ? [column.title] : []))].flatMap(declaredUnits);
  const { fields, decidedUnits, unitsBefore } = fieldsOf(sheet, matches, declared, category, setting);

  const found = surveyDatum(sheet) ?? datumOf(matches, around, setting);
  const ownDatum = found.from === 'stated' ? found.datum : null;
  const decidedDatum = decide<NamedDatum | null>(ownDatum, choice?.datum, remembered?.datum);
  const chosenDatum = choice?.datum !== undefined || decidedDatum.by === 'memory';
  const coordinates = matches.filter((match) => ['#lng', '#lat', '#pair'].includes(match.role ?? '')).flatMap((match) => match.column.parts);
  const pair = matches.find((match) => match.role === '#pair');
  const order = pair ? pair.column.parts.map((part) => part.order).find(Boolean) ?? orderIn(pair.column.title) : undefined;
  const meridian = meridianIn([...coordinates.map((part) => part.base), ...(coordinates.length > 0 ? around : [])].join(' ')) ?? meridianOfColumns(places, sample);

  const skip = decidedNoun.value === null && decidedNoun.by !== 'program' ? leftOutReason
    : sheet.grid.hidden && decidedNoun.value === null ? hiddenReason
      // What somebody says holds records is read, however it looks.
      : decidedNoun.by === 'program' ? skipOf(sheet, table, noun, matches, places, sample) : isEmptyTable(sheet, table) ? skipReasons.empty : undefined;
  return {
    sheet, table, noun, matches, places, ticks, fields, sample, declared, title, decidedRoles, decidedUnits,
    datum: decidedDatum.value ?? found.datum, datumFrom: chosenDatum ? 'chosen' : found.from,
    datumReason: decidedDatum.by === 'memory' ? datumSaid(rememberedReason) : chosenDatum ? datumSaid(chosenReason) : found.reason,
    remembered: [decidedNoun.by, decidedCategory.by, decidedDatum.by, ...decidedRoles.values(), ...decidedUnits.values()].includes('memory'),
    decisions: decisionsOf(choice, { noun: ownSkip ? null : guess, category: ofNoun.category ?? null, datum: ownDatum }, settled.matches.map((match) => [match.column.letters, shown(match)] as const), matches, unitsBefore),
    ...(category ? { category } : {}), ...(order ? { order } : {}), ...(meridian ? { meridian } : {}), ...(skip ? { skip } : {}),
  };
}

const datumSaid = (reason: Text) => text(`坐标系是${reason.zh}`, `The datum: ${reason.en}`);
const overruledReason = text('整张表的类别已由您选定，不看此栏', 'The category of the whole table was chosen; this column is not read');
const hiddenReason = text('隐藏的工作表，未导入', 'A hidden sheet, not imported');

/** What was remembered, then what is chosen now, in the order chosen: the later wins. */
function wishesOf(choice: ImportChoice | undefined, remembered: SheetDecisions | undefined): Wish[] {
  const now = Object.entries(choice?.columns ?? {}).flatMap(([letters, { role }]): Wish[] => (role === undefined ? [] : [{ letters, role, by: 'person' }]));
  const before = Object.entries(remembered?.columns ?? {}).flatMap(([letters, { role }]): Wish[] => (!role || now.some((wish) => wish.letters === letters) ? [] : [{ letters, role: role.is, by: 'memory' }]));
  return [...before, ...now];
}

/** An area column of a layer that names no unit is in the one that fits what its records draw. */
function byDrawing(column: FieldColumn, { grid }: Sheet): FieldColumn {
  if (!column.unitAssumed || !grid.survey || column.definition.path !== 'siteArea') return column;
  const unit = unitByDrawing(grid.rows.slice(1), column.index, grid.survey);
  if (!unit) return column;
  const { unitAssumed: _assumed, ...rest } = column;
  return { ...rest, unit };
}

/** The columns that feed fields in the units that hold, and which of those somebody decided. */
function fieldsOf(sheet: Sheet, matches: readonly ColumnMatch[], declared: readonly Unit[], category: Category | undefined, { choice, remembered }: TableSetting) {
  const decidedUnits = new Map<number, DecidedBy>();
  const unitsBefore = new Map<string, string | null>();
  const fields = matches.flatMap((match): FieldColumn[] => {
    if (!match.definition || !match.role || match.role.startsWith('#')) return [];
    const own = byDrawing(fieldColumn(match.column, match.definition, declared, category), sheet);
    const { letters, index } = match.column;
    const word = unitWordOf(own) ?? null;
    unitsBefore.set(letters, word);
    const { value, by } = decide<string | null>(word, choice?.columns?.[letters]?.unit, remembered?.columns?.[letters]?.unit);
    const turned = by === 'program' || value === null ? undefined : withUnit(own, value);
    if (turned) decidedUnits.set(index, by);
    return [turned ?? own];
  });
  return { fields, decidedUnits, unitsBefore };
}

/** What a person chose, each beside what the program understood by itself. */
function decisionsOf(
  choice: ImportChoice | undefined, own: { noun: TableNoun | null; category: Category | null; datum: NamedDatum | null }, roles: readonly (readonly [string, string | null])[], matches: readonly ColumnMatch[], units: ReadonlyMap<string, string | null>,
): SheetDecisions {
  if (!choice) return {};
  const before = new Map(roles);
  const columns: Record<string, ColumnDecision> = {};
  for (const [letters, { role, unit }] of Object.entries(choice.columns ?? {})) {
    if (!before.has(letters)) continue;
    const now = matches.find((match) => match.column.letters === letters);
    const is = role !== undefined && role === before.get(letters) ? role : now?.role ?? null;
    columns[letters] = { ...(role === undefined ? {} : { role: { was: before.get(letters) ?? null, is } }), ...(unit === undefined ? {} : { unit: { was: units.get(letters) ?? null, is: unit } }) };
  }
  return {
    ...(choice.noun === undefined ? {} : { noun: { was: own.noun, is: choice.noun } }),
    ...(choice.category === undefined ? {} : { category: { was: own.category, is: choice.category } }),
    ...(choice.datum === undefined ? {} : { datum: { was: own.datum, is: choice.datum } }),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
  };
}

/** True for a row that says little: at most two cells are filled. */
function isNote(cells: readonly Cell[]): boolean {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell) && (filled += 1) > 2) return false;
  return true;
}

/** The meridian of plane coordinates whose eastings carry their zone, for the rows that leave it out. */
function meridianOfColumns(places: ReadonlyMap<Role, number>, sample: Sample): number | undefined {
  for (const role of ['#lng', '#lat']) {
    const index = places.get(role);
    const easting = index === undefined ? undefined : sample(index).map((cell) => Number(textOf(cell))).find((value) => value > 13_000_000 && value < 46_000_000);
    if (easting) return meridianOfZone(Math.floor(easting / 1_000_000));
  }
  return undefined;
}

const hasCounts = (table: Table) => table.columns.some((column) => column.parts.some((part) => /^(?:宗数|数量|个数|处数|座数|户数|项目数|幢数|栋数|.{0,4}数量.{0,4})$/.test(part.base)));
const isEmptyTable = (sheet: Sheet, table: Table) => !sheet.grid.rows.some((row) => row.row >= table.firstRow && row.row <= table.lastRow);

/** Why a table holds no records, when it holds none. */
function skipOf(sheet: Sheet, table: Table, noun: TableNoun, matches: readonly ColumnMatch[], places: ReadonlyMap<Role, number>, sample: Sample): Text | undefined {
  if (isEmptyTable(sheet, table)) return skipReasons.empty;
  // Every record of a survey file is told of, also those that are refused.
  if (sheet.grid.survey) return undefined;
  const counts = hasCounts(table);
  if (!places.has('name') && !places.has('code')) {
    const known = matches.filter((match) => match.role && !match.role.startsWith('#') && match.score >= 80).length;
    const made = noun === 'asset' && (places.has('owner') || places.has('address')) && known >= 4 && !counts;
    return made ? undefined : counts ? skipReasons.summary : skipReasons.noName;
  }
  const named = places.get('name');
  if (named !== undefined && shareOf(sample(named), (words) => isHeaderWord(plain(words))) > 0.4 && sample(named).length > 0) return skipReasons.explanation;
  if (counts && !places.has('code')) {
    const names = sample(named as number);
    if (shareOf(names, (words) => wordOf(categories, words) !== undefined || /[村社区]$|计$/.test(plain(words))) > 0.7) return skipReasons.summary;
  }
  return undefined;
}
