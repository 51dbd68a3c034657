import type { Location } from '../../schema/common.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { isBlank, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryIn, categoryOfName } from './category.js';
import type { CodeStyle } from './codes.js';
import type { Role } from './column-words.js';
import { datumIn, type NamedDatum } from './datum.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import type { SettledField } from './field-memo.js';
import { parseOneCell, parseTwoCells, type CoordinateRules, type ReadCoordinates } from './parse-coordinates.js';
import { parsePerson } from './parse-person.js';
import { yesOrNo } from './parse-words.js';
import { areaUnitOf, readField, type FieldColumn } from './read-field.js';
import type { SectionValues } from './sections.js';
import { drawsSomething } from './survey-rows.js';
import { unitOf, type Unit } from './units.js';
import type { TableSetting, TableView } from './view-table.js';

const identityRoles = new Set<Role>(['name', 'code', '#sequence']);
const numericKinds = new Set(['area', 'number']);

function readPlace(view: TableView, cells: readonly Cell[], rules: CoordinateRules): ReadCoordinates {
  const { places } = view;
  const [lng, lat, pair, datumAt] = [places.get('#lng'), places.get('#lat'), places.get('#pair'), places.get('#datum')];
  const own = datumAt === undefined ? undefined : datumIn(textOf(cells[datumAt]));
  const used = own ? { ...rules, datum: own } : rules;
  if (lng !== undefined && lat !== undefined) {
    const read = parseTwoCells(cells[lng], cells[lat], used);
    if (read.location || read.doubts.length > 0 || pair === undefined) return unmoved(read, own);
  }
  const one = pair ?? lng ?? lat;
  const { order: _order, ...unordered } = used;
  return one === undefined ? { doubts: [] } : unmoved(parseOneCell(cells[one], view.order ? { ...unordered, order: view.order } : unordered), own);
}

/** Degrees of a datum that the row names are moved by no other. */
function unmoved(read: ReadCoordinates, own: NamedDatum | undefined): ReadCoordinates {
  if (!own || !read.raw) return read;
  const { raw: _raw, ...rest } = read;
  return rest;
}

/** Reads one row into values by path, with a doubt for whatever a person should look at. */
export function readRow(
  view: TableView, columns: readonly FieldColumn[], fields: (column: FieldColumn, cell: Cell) => SettledField, cells: readonly Cell[], continued: ReadonlySet<number>, section: SectionValues,
  codes: CodeStyle, rules: CoordinateRules, base: Pick<Draft, 'file' | 'sheet' | 'row' | 'noun'>, setting: TableSetting,
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
  const told = project ? undefined : categoryOfRow(view, cellOf('category'), section.category, name, doubts);
  const category = told?.category;
  if (category) values['category'] = category;
  const unitCell = cellOf('#area-unit');
  const rowUnit = isBlank(unitCell) ? undefined : unitOf(plain(textOf(unitCell)), 'area');
  let breadth = 0;
  for (const column of columns) {
    const { definition } = column;
    const { path } = definition;
    if (definition.categories && category && !definition.categories.includes(category)) continue;
    breadth += 1;
    if (identityRoles.has(path) || path === 'category' || path === 'village' || path === 'assetIds') continue;
    const cell = cells[column.index];
    if (continued.has(column.index) && numericKinds.has(definition.kind) && !isBlank(cell)) {
      doubts.push(doubt('merged_number', path, oneLine(textOf(cell))));
      continue;
    }
    // In a table of many categories without a unit, each category keeps its own habit.
    const habit = column.unitAssumed && !view.category && category && definition.kind === 'area' && !rowUnit ? areaUnitOf(path, category) : undefined;
    if (habit && typeof cell === 'number') doubts.push(doubt('unit_assumed', path, `${textOf(cell)}${habit.name}`));
    const own = definition.kind === 'area' ? rowUnit ?? habit : undefined;
    const settled = own ? settleField(column, cell, project, own) : fields(column, cell);
    if (settled.doubts.length > 0) doubts.push(...settled.doubts);
    for (let at = 0; at < settled.paths.length; at += 1) values[settled.paths[at] as string] = settled.values[at];
  }
  for (const { index, path, value, many } of view.ticks) {
    if (yesOrNo(textOf(cells[index])) !== true) continue;
    values[path] = many ? [...new Set([...((values[path] as string[] | undefined) ?? []), value])] : value;
  }
  const { code, variant } = codes.normalise(cellOf('code'));
  if (code) values['code'] = code.slice(0, 60);
  if (code && variant) doubts.push(doubt('code_variant', 'code', oneLine(textOf(cellOf('code')))));
  if (!code && places.has('code')) doubts.push(doubt('code_missing', 'code'));

  const written = oneLine(isBlank(cellOf('village')) ? '' : textOf(cellOf('village'))) || section.village || villageIn(view.sheet.grid.name) || villageIn(view.sheet.grid.survey?.about[0] ?? '') || '';
  if (name) values['name'] = name;
  else nameless(base.row, places.has('name'), values, doubts, written);
  if (/^[=+@]|^-(?!\d+(?:\.\d+)?$)/.test(values['name'] as string)) doubts.push(doubt('formula_text', 'name', values['name'] as string));
  if ((values['name'] as string).length > 120) {
    doubts.push(doubt('value_invalid', 'name', values['name'] as string));
    values['name'] = (values['name'] as string).slice(0, 120);
  }
  const contact = parsePerson(cellOf('#contact'), cellOf('#phone'));
  const alone = !places.has('#contact') && places.has('#phone') ? parsePerson(cellOf('#phone'), undefined) : contact;
  if (Object.keys(alone.person).length > 0) values['contact'] = alone.person;
  doubts.push(...alone.doubts);
  const shape = view.sheet.grid.survey?.shapes.get(base.row);
  let raw: Location | undefined;
  // What is drawn outweighs coordinates among the attributes.
  if (!project && !drawsSomething(shape)) {
    const place = readPlace(view, cells, rules);
    if (place.location) values['location'] = place.location;
    if (place.source) values['locationSource'] = place.source;
    raw = place.raw;
    doubts.push(...place.doubts);
  }
  if (!project) {
    const expiry = values['detail.waterPermitExpiry'];
    if (typeof expiry === 'string' && expiry < setting.today.slice(0, expiry.length)) doubts.push(doubt('permit_expired', 'detail.waterPermitExpiry', expiry));
  } else if (places.has('horizon') && values['horizon'] === undefined && isBlank(cellOf('horizon'))) doubts.push(doubt('horizon_missing', 'horizon'));
  const links = cellOf('assetIds');
  const rowDatum = isBlank(cellOf('#datum')) ? undefined : datumIn(textOf(cellOf('#datum')));
  // Set one by one: a spread for each part that may be absent is what tens of thousands of rows notice.
  const draft: { -readonly [K in keyof Draft]: Draft[K] } = {
    file: base.file, sheet: base.sheet, row: base.row, noun, values, doubts, digest: '', breadth: breadth + (places.has('#lng') || places.has('#pair') ? 1 : 0) + (places.has('#contact') ? 1 : 0),
  };
  if (written) draft.villageWritten = written;
  if (raw) draft.raw = raw;
  if (shape) draft.shape = shape;
  if (rowDatum) draft.ownDatum = rowDatum;
  if (told?.guessed) draft.categoryGuessed = true;
  if (!project) draft.beside = [values['owner'], (values['contact'] as { name?: string } | undefined)?.name, values['address'], name].filter(Boolean).join(' ');
  if (!isBlank(links)) draft.links = textOf(links);
  return draft;
}

function nameless(row: number, hasNames: boolean, values: Record<string, unknown>, doubts: Draft['doubts'], village: string): void {
  if (values['code'] && (hasNames || !values['address'])) {
    values['name'] = values['code'];
    doubts.push(doubt('name_missing', 'name'));
    return;
  }
  const label = labelOf(categories, String(values['category']))?.zh ?? '';
  // Names are public, so the owner's is never made part of one.
  const address = String(values['address'] ?? '');
  values['name'] = address ? `${address.includes(village) ? '' : village}${address}${label}`.slice(0, 120) : `${village}${label}（第${row}行）`;
  doubts.push(doubt('name_made', 'name', values['name'] as string));
}

/** A village that a sheet is named after: one sheet per village. */
const villageIn = (name: string) => /^[\d、.\s]*([\u4e00-\u9fff]{2,10}(?:村|社区))(?:资产|闲置|台账|汇总)*[（(]?/.exec(name)?.[1];

function categoryOfRow(view: TableView, cell: Cell, section: Category | undefined, name: string, doubts: Draft['doubts']): { category: Category; guessed?: boolean } {
  const written = isBlank(cell) ? '' : oneLine(textOf(cell));
  const stated = written ? categoryIn(written) : undefined;
  if (stated) return { category: stated };
  // A folder of a survey file says more of what lies in it than the file's title.
  const headed = view.sheet.grid.survey ? section ?? view.category : view.category ?? section;
  const found = headed ?? categoryOfName(name);
  const guessed = headed === undefined;
  if (found && !written) return { category: found, guessed };
  if (found && written && categoryOfName(written) === undefined) return { category: found, guessed };
  const guess = written ? categoryOfName(written) : undefined;
  if (guess) return { category: guess };
  doubts.push(doubt('category_unknown', 'category', written));
  return { category: 'other', guessed: true };
}

const shortest = 40;
/** What a cell gives: the values that their fields' schemas allow; another is left out with a doubt. */
export function settleField(column: FieldColumn, cell: Cell, project: boolean, unit?: Unit): SettledField {
  const { definition } = column;
  const read = readField(column, cell, project, unit);
  let doubts = read.doubts;
  const allowed = Object.entries(read.values).filter(([path, value]) => {
    const plainShort = typeof value === 'string' && value.length <= shortest;
    if (path !== definition.path || plainShort || typeof value === 'boolean' || definition.schema.safeParse(value).success) return true;
    doubts = [...doubts, doubt('value_invalid', path, oneLine(textOf(cell)))];
    return false;
  });
  return { paths: allowed.map(([path]) => path), values: allowed.map(([, value]) => value), doubts };
}
