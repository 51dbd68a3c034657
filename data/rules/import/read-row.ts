import type { FieldDefinition } from '../../schema/fields.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { labelOf } from '../../schema/vocabulary.js';
import { isBlank, oneLine, plain, textOf, type Cell } from './cell.js';
import { categoryIn, categoryOfName } from './category.js';
import type { CodeStyle } from './codes.js';
import type { Role } from './column-words.js';
import { datumIn } from './datum.js';
import { doubt } from './doubts.js';
import type { Draft } from './draft.js';
import { parseOneCell, parseTwoCells, type CoordinateRules, type ReadCoordinates } from './parse-coordinates.js';
import { parsePerson } from './parse-person.js';
import { yesOrNo } from './parse-words.js';
import { areaUnitOf, readField, type FieldColumn } from './read-field.js';
import type { SectionValues } from './sections.js';
import { unitOf } from './units.js';
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
    if (read.location || read.doubts.length > 0 || pair === undefined) return read;
  }
  const one = pair ?? lng ?? lat;
  const { order: _order, ...unordered } = used;
  return one === undefined ? { doubts: [] } : parseOneCell(cells[one], view.order ? { ...unordered, order: view.order } : unordered);
}

/** Reads one row into values by path, with a doubt for whatever a person should look at. */
export function readRow(
  view: TableView, columns: readonly FieldColumn[], cells: readonly Cell[], continued: ReadonlySet<number>, section: SectionValues,
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
    // In a table of many categories without a unit, each category keeps its own habit.
    const habit = column.unitAssumed && !view.category && category && definition.kind === 'area' && !rowUnit ? areaUnitOf(path, category) : undefined;
    const read = readField(column, cell, project, definition.kind === 'area' ? rowUnit ?? habit : undefined);
    if (habit && typeof cell === 'number') doubts.push(doubt('unit_assumed', path, `${textOf(cell)}${habit.name}`));
    doubts.push(...read.doubts);
    for (const [key, value] of Object.entries(read.values)) setChecked(values, doubts, key, value, key === path ? definition : undefined, cell);
  }
  for (const { index, path, value, many } of view.ticks) {
    if (yesOrNo(textOf(cells[index])) !== true) continue;
    values[path] = many ? [...new Set([...((values[path] as string[] | undefined) ?? []), value])] : value;
  }
  const { code, variant } = codes.normalise(cellOf('code'));
  if (code) values['code'] = code.slice(0, 60);
  if (code && variant) doubts.push(doubt('code_variant', 'code', oneLine(textOf(cellOf('code')))));
  if (!code && places.has('code')) doubts.push(doubt('code_missing', 'code'));

  const written = oneLine(isBlank(cellOf('village')) ? '' : textOf(cellOf('village'))) || section.village || villageIn(view.sheet.grid.name) || '';
  delete values['village'];
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
    ...base, values, doubts, digest: '', breadth: breadth + (places.has('#lng') || places.has('#pair') ? 1 : 0) + (places.has('#contact') ? 1 : 0),
    ...(written ? { villageWritten: written } : {}),
    ...(project ? {} : { beside: [values['owner'], (values['contact'] as { name?: string } | undefined)?.name, values['address'], name].filter(Boolean).join(' ') }),
    ...(isBlank(links) ? {} : { links: textOf(links) }),
  };
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
