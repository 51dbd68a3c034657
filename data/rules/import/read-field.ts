import type { FieldDefinition } from '../../schema/fields.js';
import type { Doubt } from '../../schema/import-plan.js';
import type { Category } from '../../schema/vocabularies.js';
import { isBlank, manyLines, oneLine, plain, textOf, type Cell } from './cell.js';
import { doubt, type DoubtCode } from './doubts.js';
import type { HeaderColumn } from './table-shape.js';
import { parseDate, parseYear } from './parse-date.js';
import { parseArea, parseInvestment, parseMeasure } from './parse-measure.js';
import { parsePerson } from './parse-person.js';
import { parsePrice, priceHintOf, type PriceUnit } from './parse-price.js';
import { partsOf, wordOf, wordsIn, yesOrNo } from './parse-words.js';
import { unitOf, type Unit, type UnitKind } from './units.js';

/** A column that feeds a field, with the units that its header, its groups and the sheet's 单位 line give it. */
export interface FieldColumn {
  readonly index: number;
  readonly definition: FieldDefinition;
  readonly unit?: Unit;
  /** True when nothing names the unit and the category's habit was taken. */
  readonly unitAssumed?: boolean;
  readonly price?: PriceUnit;
}

const measures: Readonly<Record<string, { kind: UnitKind; base: number }>> = {
  'detail.capacityKw': { kind: 'power', base: 1 }, 'detail.annualOutputKwh': { kind: 'energy', base: 1 }, 'detail.headM': { kind: 'length', base: 1 }, distanceToHighwayKm: { kind: 'length', base: 1_000 },
};
export const measureOf = (path: string) => measures[path] ?? { kind: 'count' as const, base: 1 };

const mu = unitOf('亩') as Unit;
const tenThousand = unitOf('万元') as Unit;
const yuan = unitOf('元') as Unit;
const squareUnit = unitOf('m2') as Unit;

/** The unit that a category's areas are spoken of in. */
export const areaUnitOf = (path: string, category: Category) => ((category === 'forest' || category === 'farmland') && path !== 'floorArea' ? mu : squareUnit);

/** The unit of an area column whose header names none: what the sheet declares, else the habit of the category. */
function areaUnit(path: string, declared: readonly Unit[], category: Category | undefined): { unit: Unit; assumed: boolean } {
  const inMu = (category === 'forest' || category === 'farmland') && path !== 'floorArea';
  const areas = declared.filter((unit) => unit.kind === 'area');
  if (areas.length === 1 && !(path === 'floorArea' && areas[0]?.name === '亩')) return { unit: areas[0] as Unit, assumed: false };
  const fitting = areas.find((unit) => (unit.name.endsWith('亩') || unit.factor > 100) === inMu);
  return fitting ? { unit: fitting, assumed: false } : { unit: inMu ? mu : squareUnit, assumed: areas.length === 0 };
}

/** Settles the units of a column from its header, its groups and the sheet. */
export function fieldColumn(column: HeaderColumn, definition: FieldDefinition, declared: readonly Unit[], category: Category | undefined): FieldColumn {
  const parts = [...column.parts].reverse();
  const ofKind = (kind: UnitKind) => parts.map((part) => (part.unit?.kind === kind ? part.unit : part.unit ? unitOf(plain(part.unit.name), kind) : undefined)).find(Boolean);
  const base = { index: column.index, definition };
  const { path, kind } = definition;
  if (kind === 'area') {
    const stated = ofKind('area');
    if (stated) return { ...base, unit: stated };
    const { unit, assumed } = areaUnit(path, declared, category);
    return { ...base, unit, ...(assumed ? { unitAssumed: true } : {}) };
  }
  if (kind === 'price') {
    const money = declared.find((unit) => unit.kind === 'money');
    const stated = parts.map((part) => part.price).find(Boolean);
    const hint = priceHintOf(column.title);
    const headerMoney = ofKind('money');
    return { ...base, price: { ...(money ? { factor: money.factor, money: money.name } : {}), ...hint, ...(headerMoney ? { factor: headerMoney.factor, money: headerMoney.name } : {}), ...stated } };
  }
  if (path === 'investment') {
    const stated = ofKind('money');
    const unit = stated ?? declared.find((entry) => entry.kind === 'money') ?? tenThousand;
    return { ...base, unit: unit.name === '万' ? tenThousand : unit.name === '圆' ? yuan : unit, ...(stated || declared.some((entry) => entry.kind === 'money') ? {} : { unitAssumed: true }) };
  }
  if (kind === 'number') {
    const measure = measureOf(path);
    const unit = ofKind(measure.kind) ?? (measure.kind === 'count' || measure.kind === 'length' ? undefined : declared.find((entry) => entry.kind === measure.kind));
    return { ...base, ...(unit ? { unit } : {}) };
  }
  return base;
}

export interface ReadValues { readonly values: Readonly<Record<string, unknown>>; readonly doubts: readonly Doubt[] }
const none: ReadValues = { values: {}, doubts: [] };
const valued = (path: string, value: unknown, doubts: readonly Doubt[] = [], more: Record<string, unknown> = {}): ReadValues => ({ values: { ...(value === undefined ? {} : { [path]: value }), ...more }, doubts });

const unknownCodes: Partial<Record<string, DoubtCode>> = { status: 'status_unknown', stage: 'stage_unknown' };
/** Fields whose words are kept beside the vocabulary's value. */
const wordKeepers: Partial<Record<string, string>> = { status: 'statusText', stage: 'stageText', cooperation: 'cooperationText' };

function readChoice(cell: Cell, definition: FieldDefinition, project: boolean): ReadValues {
  const { path, vocabulary } = definition;
  if (!vocabulary) return none;
  const written = oneLine(textOf(cell));
  const keeper = wordKeepers[path];
  const kept = keeper && (path !== 'cooperation' || project) ? { [keeper]: written.slice(0, 60) } : {};
  if (definition.kind === 'choices') {
    const parts = partsOf(written);
    const known = parts.map((part) => wordOf(vocabulary, part));
    const values = known.every(Boolean) ? known : [...wordsIn(vocabulary, written).keys()];
    const found = [...new Set(values.filter((value) => value !== undefined))];
    return valued(path, found.length > 0 ? found : undefined, found.length > 0 ? [] : [doubt('word_unknown', path, written)], kept);
  }
  const value = wordOf(vocabulary, written) ?? (path === 'ownership' ? onlyOne(wordsIn(vocabulary, written)) : undefined);
  return valued(path, value, value === undefined ? [doubt(unknownCodes[path] ?? 'word_unknown', path, written)] : [], kept);
}

const onlyOne = (found: ReadonlyMap<string, string>) => (found.size === 1 ? [...found.keys()][0] : undefined);

function readProtection(cell: Cell, path: string): ReadValues {
  const written = oneLine(textOf(cell));
  const answer = yesOrNo(written);
  if (answer === false || /^(?:非文保|不是文保|无文保|未定级|一般建筑)/.test(written)) return none;
  const named = /[(（]([^()（）]+)[)）]/.exec(written)?.[1] ?? (answer && plain(written).length <= 1 ? '是' : written);
  return valued(path, named, [doubt('protected_building', path, named)]);
}

/** Reads a cell as its field is meant to be read. Blank cells give nothing. `unit` of the row outweighs the column's. */
export function readField(column: FieldColumn, cell: Cell, project: boolean, rowUnit?: Unit): ReadValues {
  const { definition } = column;
  const { path, kind } = definition;
  if (isBlank(cell)) return none;
  if (typeof cell === 'string' && /^#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!)$/i.test(cell.trim())) return { values: {}, doubts: [doubt('cell_error', path, cell)] };
  switch (kind) {
    case 'area': {
      const read = parseArea(cell, rowUnit ?? column.unit ?? squareUnit, path);
      return valued(path, read.value, read.doubts, read.text && !path.includes('.') ? { [`${path}Text`]: read.text.slice(0, 60) } : {});
    }
    case 'price': {
      const read = parsePrice(cell, column.price ?? {}, path);
      return valued(path, read.price, read.doubts, read.text ? { priceText: read.text.slice(0, 60) } : {});
    }
    case 'date': {
      const read = parseDate(cell, path, /expiry|endsAt/i.test(path));
      return valued(path, read.value, read.doubts);
    }
    case 'number': {
      if (path === 'investment') {
        const read = parseInvestment(cell, column.unit ?? tenThousand, path);
        return valued(path, read.value, read.doubts, read.text ? { investmentText: read.text.slice(0, 60) } : {});
      }
      if (path === 'detail.builtYear') {
        const read = parseYear(cell, path);
        return valued(path, read.value, read.doubts);
      }
      const measure = measureOf(path);
      const read = parseMeasure(cell, measure.kind, column.unit, measure.base, path);
      const value = path === 'detail.canopyDensity' && read.value !== undefined && read.value > 1 ? read.value / 100 : read.value;
      return valued(path, value, read.doubts);
    }
    case 'choice':
    case 'choices':
      return readChoice(cell, definition, project);
    case 'boolean': {
      // The land survey's codes (GB/T 35958): 1 yes, 2 no.
      const answer = yesOrNo(textOf(cell)) ?? (plain(textOf(cell)) === '2' ? false : undefined);
      return answer === undefined ? valued(path, undefined, [doubt('word_unknown', path, oneLine(textOf(cell)))]) : valued(path, answer);
    }
    case 'tags':
      return valued(path, textOf(cell).normalize('NFKC').split(/[、,;/|\n]+/).map((part) => part.trim().slice(0, 40)).filter(Boolean));
    case 'person': {
      const read = parsePerson(cell, undefined, path);
      return valued(path, Object.keys(read.person).length > 0 ? read.person : undefined, read.doubts);
    }
    case 'bilingual':
      return valued(path, { zh: manyLines(textOf(cell)) });
    case 'long-text':
      return valued(path, manyLines(textOf(cell)));
    case 'text':
      return path.endsWith('.protection') ? readProtection(cell, path) : valued(path, oneLine(textOf(cell)));
    default:
      return none;
  }
}
