import type { FieldDefinition } from '../../schema/fields.js';
import { text, type Text } from '../../schema/text.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { isBlank, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryIn } from './category.js';
import { isHeaderWord, type Role } from './column-words.js';
import { matchByContent, tickColumns, type TickColumn } from './content-roles.js';
import { datumIn, type NamedDatum } from './datum.js';
import { declaredUnits, orderIn } from './header-text.js';
import { matchColumns, nounOf, type ColumnMatch, type TableNoun } from './match-columns.js';
import type { Sheet } from './merges.js';
import { parsePair } from './parse-coordinates.js';
import { wordOf } from './parse-words.js';
import { meridianIn, meridianOfZone } from './plane.js';
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
  readonly declared: readonly Unit[];
  readonly datum: NamedDatum;
  readonly datumReason: Text;
  readonly order?: 'lng-lat' | 'lat-lng';
  readonly meridian?: number;
  readonly title: string;
  /** Why the table holds no records, when it holds none. */
  readonly skip?: Text;
}

const sampleSize = 60;
/** The first cells of a column below the header that hold something. */
function sampleOf(sheet: Sheet, table: Table, column: number): Cell[] {
  const cells: Cell[] = [];
  for (const row of sheet.grid.rows) {
    if (row.row < table.firstRow || row.row > table.lastRow) continue;
    if (!isBlank(row.cells[column])) cells.push(row.cells[column]);
    if (cells.length >= sampleSize) break;
  }
  return cells;
}

const shareOf = (cells: readonly Cell[], test: (words: string) => boolean) => (cells.length === 0 ? 1 : cells.filter((cell) => test(textOf(cell))).length / cells.length);

/** Where the cells of a column contradict its header, what else the column may be. */
function alternative(match: ColumnMatch, cells: readonly Cell[]): Role | null | undefined {
  const vocabulary = match.definition?.vocabulary;
  if (match.role === '#pair') return cells.length > 0 && shareOf(cells, (words) => parsePair(words) !== undefined || /\d{2}/.test(words)) < 0.2 && shareOf(cells, (words) => /[\u4e00-\u9fff]{3}/.test(words)) > 0.6 ? 'address' : undefined;
  if (match.role === 'category') return shareOf(cells, (words) => categoryIn(words) !== undefined) < 0.4 ? null : undefined;
  if (match.role === 'scale' && vocabulary) return cells.length >= 2 && shareOf(cells, (words) => wordOf(vocabulary, words) !== undefined) < 0.3 ? 'sector' : undefined;
  if (match.role === 'ownership' && vocabulary) return cells.length >= 3 && shareOf(cells, (words) => words.length > 6 || /合作社|公司|某/.test(words)) > 0.6 ? 'owner' : undefined;
  return undefined;
}

/** Where two columns could be the status (房屋现状, 使用现状), the one whose words are statuses is. */
function rivals(matches: readonly ColumnMatch[], sample: (column: number) => readonly Cell[]): ColumnMatch[] {
  const result = matches.slice();
  for (const path of ['status', 'stage', 'ownership']) {
    const at = result.findIndex((match) => match.role === path);
    const { definition, column } = result[at] ?? {};
    const vocabulary = definition?.vocabulary;
    if (!vocabulary || !column) continue;
    const fit = (index: number) => (sample(index).length === 0 ? 0 : shareOf(sample(index), (words) => wordOf(vocabulary, words) !== undefined));
    if (fit(column.index) >= 0.5) continue;
    const better = result.findIndex((match) => match.taken && fit(match.column.index) >= 0.6);
    if (better < 0) continue;
    const [held, rival] = [result[at] as ColumnMatch, result[better] as ColumnMatch];
    result[better] = { ...held, column: rival.column, reason: contentReason };
    result[at] = { column, role: null, score: 0, reason: rival.reason, taken: true };
  }
  return result;
}

const contentReason = text('按内容判断，不是表头所说的那一栏', 'By its content, not what the header alone suggests');

/** Checks the matched columns against what stands in them. */
function checked(found: readonly ColumnMatch[], sheet: Sheet, table: Table, definitions: readonly FieldDefinition[]): ColumnMatch[] {
  const matches = rivals(found, (column) => sampleOf(sheet, table, column));
  return matches.map((match) => {
    if (!match.role) return match;
    const other = alternative(match, sampleOf(sheet, table, match.column.index));
    if (other === undefined) return match;
    const free = other !== null && !matches.some((one) => one.role === other);
    const definition = free ? definitions.find((entry) => entry.path === other) : undefined;
    const { definition: _dropped, ...rest } = match;
    return { ...rest, role: definition ? other : null, ...(definition ? { definition } : {}), reason: contentReason };
  });
}

/** The category that the columns alone tell: fields that one category has. */
function categoryOfColumns(matches: readonly ColumnMatch[]): Category | undefined {
  const votes = new Map<Category, number>();
  for (const { definition, score } of matches) {
    const only = definition?.categories?.length === 1 ? definition.categories[0] : undefined;
    if (only && score >= 80) votes.set(only, (votes.get(only) ?? 0) + 1);
  }
  if (votes.size === 1) return [...votes.keys()][0];
  const words = matches.flatMap((match) => match.column.parts.map((part) => part.base)).join(' ');
  return votes.size === 0 && /宅基地|户主|房主|农房|房屋/.test(words) ? 'house' : undefined;
}

function datumOf(matches: readonly ColumnMatch[], lines: readonly string[], setting: TableSetting): { datum: NamedDatum; reason: Text } {
  const cells = matches.filter((match) => ['#lng', '#lat', '#pair'].includes(match.role ?? ''));
  const header = cells.flatMap((match) => match.column.parts).map((part) => part.datum).find(Boolean);
  if (header) return { datum: header, reason: text('表头写明坐标系', 'The header names the datum') };
  for (const line of lines) {
    const named = /坐标|经纬|经度|定位|拾取|大地|高程|测/.test(line) || line.length < 30 ? datumIn(line) : undefined;
    if (named) return { datum: named, reason: text(`说明写明坐标系：「${oneLine(line).slice(0, 40)}」`, `A note names the datum: “${oneLine(line).slice(0, 40)}”`) };
  }
  if (setting.bookDatum) return { datum: setting.bookDatum, reason: text('工作簿的说明写明坐标系', 'The workbook’s explanations name the datum') };
  return { datum: 'WGS-84', reason: text('没有写明坐标系，按 WGS-84', 'No datum is named; taken as WGS-84') };
}

const tickReason = text('打勾的一栏，勾了即是表头所说', 'A column of ticks: where ticked, what the header says holds');
const skipReasons = {
  noName: text('没有名称或编号一栏，是统计或说明，不是明细', 'No column of names or codes: a summary or explanations, not records'),
  summary: text('汇总表，不是明细', 'A summary, not records'),
  explanation: text('填写说明，不是明细', 'Explanations of the columns, not records'),
  empty: text('表头之下没有内容', 'Nothing stands below the header'),
};

/** Matches a table's columns and reads what stands around it. */
export function viewTable(sheet: Sheet, table: Table, setting: TableSetting, definitions: Readonly<Record<TableNoun, readonly FieldDefinition[]>>): TableView {
  const lines = table.above.map((line) => line.text);
  const titles = lines.filter((line) => !/[:：]/.test(line));
  const title = titles.join(' ');
  const noun = nounOf(table.columns, `${sheet.grid.name} ${title}`);
  const named = noun === 'asset' ? categoryIn(sheet.grid.name) ?? categoryIn(title) : undefined;
  const first = matchColumns(table.columns, noun, named);
  const category = noun === 'asset' ? named ?? categoryOfColumns(first) ?? categoryIn(setting.fileName.replace(/\.[^.]*$/, '')) : undefined;
  const byHeader = checked(category && !named ? matchColumns(table.columns, noun, category) : first, sheet, table, definitions[noun]);
  const sample = (column: number) => sampleOf(sheet, table, column);
  const ticks = tickColumns(byHeader, noun, definitions[noun], sample);
  const ticking = new Map(ticks.map((tick) => [tick.index, tick]));
  const matches = matchByContent(byHeader, noun, category, definitions[noun], sample).map((match): ColumnMatch => {
    if (!ticking.has(match.column.index)) return match;
    const { definition: _dropped, ...rest } = match;
    return { ...rest, role: '#tick', reason: tickReason };
  });
  const places = new Map<Role, number>();
  for (const match of matches) if (match.role && !places.has(match.role)) places.set(match.role, match.column.index);
  const notes = sheet.grid.rows.filter((row) => row.row >= table.firstRow && row.row <= table.lastRow && row.cells.filter((cell) => !isBlank(cell)).length <= 2)
    .flatMap((row) => row.cells.filter((cell): cell is string => typeof cell === 'string' && cell.length >= 6 && /坐标|经纬|拾取|地图|定位|GPS/i.test(cell)));
  const around = [...lines, ...notes];
  const declared = [...lines, ...table.columns.flatMap((column) => (column.parts.some((part) => part.base === '') ? [column.title] : []))].flatMap(declaredUnits);
  const { datum, reason } = datumOf(matches, around, setting);
  const coordinates = matches.filter((match) => ['#lng', '#lat', '#pair'].includes(match.role ?? '')).flatMap((match) => match.column.parts);
  const pair = matches.find((match) => match.role === '#pair');
  const order = pair ? pair.column.parts.map((part) => part.order).find(Boolean) ?? orderIn(pair.column.title) : undefined;
  const meridian = meridianIn([...coordinates.map((part) => part.base), ...(coordinates.length > 0 ? around : [])].join(' ')) ?? meridianOfColumns(sheet, table, places);
  const base = { sheet, table, noun, matches, places, ticks, declared, datum, datumReason: reason, title, ...(category ? { category } : {}), ...(order ? { order } : {}), ...(meridian ? { meridian } : {}) };
  const skip = skipOf(base);
  return skip ? { ...base, skip } : base;
}

/** The meridian of plane coordinates whose eastings carry their zone, for the rows that leave it out. */
function meridianOfColumns(sheet: Sheet, table: Table, places: ReadonlyMap<Role, number>): number | undefined {
  for (const role of ['#lng', '#lat']) {
    const index = places.get(role);
    const easting = index === undefined ? undefined : sampleOf(sheet, table, index).map((cell) => Number(textOf(cell))).find((value) => value > 13_000_000 && value < 46_000_000);
    if (easting) return meridianOfZone(Math.floor(easting / 1_000_000));
  }
  return undefined;
}

const hasCounts = (view: Pick<TableView, 'table'>) => view.table.columns.some((column) => column.parts.some((part) => /^(?:宗数|数量|个数|处数|座数|户数|项目数|幢数|栋数|.{0,4}数量.{0,4})$/.test(part.base)));

function skipOf(view: Omit<TableView, 'skip'>): Text | undefined {
  const { places, sheet, table, matches } = view;
  const rows = sheet.grid.rows.filter((row) => row.row >= table.firstRow && row.row <= table.lastRow);
  if (rows.length === 0) return skipReasons.empty;
  if (!places.has('name') && !places.has('code')) {
    const known = matches.filter((match) => match.role && !match.role.startsWith('#') && match.score >= 80).length;
    const made = view.noun === 'asset' && (places.has('owner') || places.has('address')) && known >= 4 && !hasCounts(view);
    return made ? undefined : hasCounts(view) ? skipReasons.summary : skipReasons.noName;
  }
  const named = places.get('name');
  if (named !== undefined && shareOf(sampleOf(sheet, table, named), (words) => isHeaderWord(plain(words))) > 0.4 && sampleOf(sheet, table, named).length > 0) return skipReasons.explanation;
  if (hasCounts(view) && !places.has('code')) {
    const names = sampleOf(sheet, table, places.get('name') as number);
    if (shareOf(names, (words) => wordOf(categories, words) !== undefined || /[村社区]$|计$/.test(plain(words))) > 0.7) return skipReasons.summary;
  }
  return undefined;
}
