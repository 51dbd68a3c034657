import type { FieldDefinition } from '../../schema/fields.js';
import { text, type Text } from '../../schema/text.js';
import { categories, horizons, scales, stages, type Category, type Datum } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { isBlank, isDitto, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryIn, categoryOfName } from './category.js';
import { codeStyleOf } from './codes.js';
import { matchByContent } from './content-roles.js';
import { isHeaderWord, type Role } from './column-words.js';
import { datumIn, type NamedDatum } from './datum.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { declaredUnits, orderIn } from './header-text.js';
import { matchColumns, nounOf, type ColumnMatch, type TableNoun } from './match-columns.js';
import type { Sheet } from './merges.js';
import { parseOneCell, parsePair, parseTwoCells, type CoordinateRules, type ReadCoordinates } from './parse-coordinates.js';
import { parsePerson } from './parse-person.js';
import { wordOf } from './parse-words.js';
import { meridianIn, meridianOfZone } from './plane.js';
import { fieldColumn, readField, type FieldColumn } from './read-field.js';
import { rowKind, skippedReasons, withoutNumeral, type RowKind } from './row-kinds.js';
import type { Table } from './table-shape.js';
import { unitOf, type Unit } from './units.js';

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
}

/** A table with its columns matched and its surroundings read. */
export interface TableView {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly noun: TableNoun;
  readonly category?: Category;
  readonly matches: readonly ColumnMatch[];
  readonly places: ReadonlyMap<Role, number>;
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

/** Checks the matched columns against what stands in them. */
function checked(matches: ColumnMatch[], sheet: Sheet, table: Table, definitions: readonly FieldDefinition[]): ColumnMatch[] {
  return matches.map((match) => {
    if (!match.role) return match;
    const other = alternative(match, sampleOf(sheet, table, match.column.index));
    if (other === undefined) return match;
    const free = other !== null && !matches.some((one) => one.role === other);
    const definition = free ? definitions.find((entry) => entry.path === other) : undefined;
    const { definition: _dropped, ...rest } = match;
    return { ...rest, role: definition ? other : null, ...(definition ? { definition } : {}), reason: text('按内容判断，不是表头所说的那一栏', 'By its content, not what the header alone suggests') };
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
  const matches = matchByContent(byHeader, noun, category, definitions[noun], (column) => sampleOf(sheet, table, column));
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
  const base = { sheet, table, noun, matches, places, declared, datum, datumReason: reason, title, ...(category ? { category } : {}), ...(order ? { order } : {}), ...(meridian ? { meridian } : {}) };
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

interface Section { readonly level: number; readonly title: string }

/** What the sections above a row give it. */
function sectionValues(sections: readonly Section[], noun: TableNoun): { values: Record<string, unknown>; village?: string; category?: Category } {
  const values: Record<string, unknown> = {};
  let village: string | undefined;
  let category: Category | undefined;
  for (const { title } of sections) {
    const words = withoutNumeral(title).replace(/[（(【].*?[)）】]/g, '').replace(/[:：].*$/, '').replace(/共?\d+[个宗处项座].*$/, '').trim();
    if (!words) continue;
    if (/(?:村|社区)$/.test(words) && words.length <= 14) village = words;
    if (noun === 'asset') {
      if (!/(?:村|社区)$/.test(words)) category = categoryIn(words) ?? category;
      continue;
    }
    const found = ([['horizon', horizons], ['scale', scales], ['stage', stages]] as const).find(([, list]) => wordOf(list, words) !== undefined);
    if (found) values[found[0]] = wordOf(found[1], words);
    else if (!/(?:村|社区)$/.test(words)) values['sector'] = words.replace(/(?:类)?(?:招商)?项目$|类$/, '') || words;
  }
  return { values, ...(village ? { village } : {}), ...(category ? { category } : {}) };
}

export interface UnderstoodTable { readonly drafts: Draft[]; readonly skipped: { row: number; reason: Text }[]; readonly columns: readonly FieldColumn[] }

const identityRoles = new Set<Role>(['name', 'code', '#sequence']);
const numericKinds = new Set(['area', 'number']);

/** Reads the rows of a table. */
export function readTable(view: TableView, setting: TableSetting): UnderstoodTable {
  const { sheet, table, places, noun } = view;
  const project = noun === 'project';
  const drafts: Draft[] = [];
  const skipped: { row: number; reason: Text }[] = [...table.guideRows.map((row) => ({ row, reason: skippedReasons.guide })), ...table.repeats.map((row) => ({ row, reason: skippedReasons.header }))];
  const repeats = new Set([...table.repeats, ...table.guideRows]);
  const columns = view.matches.flatMap((match) => (match.definition && match.role && !match.role.startsWith('#') ? [fieldColumn(match.column, match.definition, view.declared, view.category)] : []));
  const width = table.columns.length;
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
    const { cells, continued } = filledCells(sheet, gridRow.cells, row, table, previous);
    const kind: RowKind = rowKind(cells, gridRow.cells, places.has('name') || places.has('code') ? places : madePlaces(places), mergesByTop.get(row) ?? [], width);
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
      drafts.push({ ...base, values: {}, doubts: [], breadth: 0, refused: { code: kind.code, reason: kind.reason } });
      continue;
    }
    const villageAt = places.get('village');
    if (carried && villageAt !== undefined && isBlank(cells[villageAt]) && previous && !isBlank(previous[villageAt])) cells[villageAt] = previous[villageAt];
    previous = cells;
    const draft = readRow(view, columns, cells, continued, sectionValues(sections, noun), codes, rules, base, setting);
    if (!project && draft.values['category'] === 'other' && draft.doubts.some((entry) => entry.code === 'category_unknown')) {
      // Said once per table: it is the table that does not say.
      if (assumed && !places.has('category')) draft.doubts.splice(draft.doubts.findIndex((entry) => entry.code === 'category_unknown'), 1);
      assumed = true;
    }
    drafts.push(draft);
  }
  return { drafts, skipped: skipped.sort((one, two) => one.row - two.row), columns };
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
  for (const { index } of table.columns) {
    const merge = sheet.mergeAt(row, index);
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

function readPlace(view: TableView, cells: readonly Cell[], rules: CoordinateRules): ReadCoordinates {
  const { places } = view;
  const [lng, lat, pair, datumAt] = [places.get('#lng'), places.get('#lat'), places.get('#pair'), places.get('#datum')];
  const own = datumAt === undefined ? undefined : datumIn(textOf(cells[datumAt]));
  const used = own ? { ...rules, datum: own } : rules;
  if (lng !== undefined && lat !== undefined) {
    const read = parseTwoCells(cells[lng], cells[lat], used);
    if (read.location || read.doubts.length > 0 || pair === undefined) return read;
  }
  const one = pair ?? lng ?? lat;
  const { order: _order, ...unordered } = used;
  return one === undefined ? { doubts: [] } : parseOneCell(cells[one], view.order ? { ...unordered, order: view.order } : unordered);
}

function readRow(
  view: TableView, columns: readonly FieldColumn[], cells: readonly Cell[], continued: ReadonlySet<number>, section: ReturnType<typeof sectionValues>,
  codes: ReturnType<typeof codeStyleOf>, rules: CoordinateRules, base: Pick<Draft, 'file' | 'sheet' | 'row' | 'noun'>, setting: TableSetting,
): Draft {
  const { places, noun } = view;
  const project = noun === 'project';
  const values: Record<string, unknown> = { ...section.values };
  const doubts: Draft['doubts'] = [];
  const cellOf = (role: Role) => {
    const index = places.get(role);
    return index === undefined ? undefined : cells[index];
  };
  const name = isBlank(cellOf('name')) ? '' : oneLine(textOf(cellOf('name')));
  const category = project ? undefined : categoryOfRow(view, cellOf('category'), section.category, name, doubts);
  if (category) values['category'] = category;
  const unitCell = cellOf('#area-unit');
  const rowUnit = isBlank(unitCell) ? undefined : unitOf(plain(textOf(unitCell)), 'area');
  let breadth = 0;
  for (const column of columns) {
    const { definition } = column;
    const { path } = definition;
    if (definition.categories && category && !definition.categories.includes(category)) continue;
    breadth += 1;
    if (identityRoles.has(path) || path === 'category' || path === 'assetIds') continue;
    const cell = cells[column.index];
    if (continued.has(column.index) && numericKinds.has(definition.kind) && !isBlank(cell)) {
      doubts.push(doubt('merged_number', path, oneLine(textOf(cell))));
      continue;
    }
    const read = readField(column, cell, project, definition.kind === 'area' ? rowUnit : undefined);
    doubts.push(...read.doubts);
    for (const [key, value] of Object.entries(read.values)) setChecked(values, doubts, key, value, key === path ? definition : undefined, cell);
  }
  const { code, variant } = codes.normalise(cellOf('code'));
  if (code) values['code'] = code.slice(0, 60);
  if (code && variant) doubts.push(doubt('code_variant', 'code', oneLine(textOf(cellOf('code')))));
  if (!code && places.has('code')) doubts.push(doubt('code_missing', 'code'));

  const written = oneLine(isBlank(cellOf('village')) ? '' : textOf(cellOf('village'))) || section.village || villageIn(view.sheet.grid.name) || '';
  delete values['village'];
  if (name) values['name'] = name;
  else nameless(view, values, doubts, written);
  if (/^[=+@]|^-(?!\d+(?:\.\d+)?$)/.test(values['name'] as string)) doubts.push(doubt('formula_text', 'name', values['name'] as string));
  if ((values['name'] as string).length > 120) {
    doubts.push(doubt('value_invalid', 'name', values['name'] as string));
    values['name'] = (values['name'] as string).slice(0, 120);
  }
  const contact = parsePerson(cellOf('#contact'), cellOf('#phone'));
  const alone = !places.has('#contact') && places.has('#phone') ? parsePerson(cellOf('#phone'), undefined) : contact;
  if (Object.keys(alone.person).length > 0) values['contact'] = alone.person;
  doubts.push(...alone.doubts);
  if (!project) {
    const place = readPlace(view, cells, rules);
    if (place.location) values['location'] = place.location;
    if (place.source) values['locationSource'] = place.source;
    doubts.push(...place.doubts);
    const expiry = values['detail.waterPermitExpiry'];
    if (typeof expiry === 'string' && expiry < setting.today.slice(0, expiry.length)) doubts.push(doubt('permit_expired', 'detail.waterPermitExpiry', expiry));
  } else if (places.has('horizon') && values['horizon'] === undefined && isBlank(cellOf('horizon'))) doubts.push(doubt('horizon_missing', 'horizon'));
  const links = cellOf('assetIds');
  return {
    ...base, values, doubts, breadth: breadth + (places.has('#lng') || places.has('#pair') ? 1 : 0) + (places.has('#contact') ? 1 : 0),
    ...(written ? { villageWritten: written } : {}),
    ...(project ? {} : { beside: [values['owner'], (values['contact'] as { name?: string } | undefined)?.name, values['address'], name].filter(Boolean).join(' ') }),
    ...(isBlank(links) ? {} : { links: textOf(links) }),
  };
}

function nameless(view: TableView, values: Record<string, unknown>, doubts: Draft['doubts'], village: string): void {
  if (values['code']) {
    values['name'] = values['code'];
    doubts.push(doubt('name_missing', 'name'));
    return;
  }
  const label = labelOf(categories, String(values['category']))?.zh ?? '';
  values['name'] = `${village}${String(values['address'] ?? '')}${String(values['owner'] ?? '')}${label}`.slice(0, 120) || `${view.sheet.grid.name}`;
  doubts.push(doubt('name_made', 'name', values['name'] as string));
}

/** A village that a sheet is named after: one sheet per village. */
const villageIn = (name: string) => /^[\d、.\s]*([\u4e00-\u9fff]{2,10}(?:村|社区))(?:资产|闲置|台账|汇总)*[（(]?/.exec(name)?.[1];

function categoryOfRow(view: TableView, cell: Cell, section: Category | undefined, name: string, doubts: Draft['doubts']): Category {
  const written = isBlank(cell) ? '' : oneLine(textOf(cell));
  const stated = written ? categoryIn(written) : undefined;
  if (stated) return stated;
  const found = view.category ?? section ?? categoryOfName(name);
  if (found && !written) return found;
  if (found && written && categoryOfName(written) === undefined) return found;
  const guess = written ? categoryOfName(written) : undefined;
  if (guess) return guess;
  doubts.push(doubt('category_unknown', 'category', written));
  return 'other';
}

const shortest = 40;
/** Sets a value that its field's schema allows; another is left out with a doubt. */
function setChecked(values: Record<string, unknown>, doubts: Draft['doubts'], path: string, value: unknown, definition: FieldDefinition | undefined, cell: Cell): void {
  const plainShort = typeof value === 'string' && value.length <= shortest;
  if (definition && !plainShort && typeof value !== 'boolean' && !definition.schema.safeParse(value).success) {
    doubts.push(doubt('value_invalid', path, oneLine(textOf(cell))));
    return;
  }
  values[path] = value;
}

/** What a datum is stored and shown as; an unsupported one counts as WGS-84, with a doubt on each row. */
export const storedDatum = (datum: NamedDatum): Datum => (datum === 'unsupported' ? 'WGS-84' : datum);
