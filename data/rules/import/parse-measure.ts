import type { Doubt } from '../../schema/import-plan.js';
import { isBlank, numberText, oneLine, textOf, type Cell } from './cell.js';
import { doubt } from './doubts.js';
import { chineseNumber, readNumber } from './parse-number.js';
import { unitOf, type Unit, type UnitKind } from './units.js';

export interface ReadMeasure { readonly value?: number; readonly text?: string; readonly doubts: readonly Doubt[] }
const nothing: ReadMeasure = { doubts: [] };

/** 3亩5分, 2公顷5亩: parts of falling size, added up. */
function compound(words: string, kind: UnitKind): number | undefined {
  const parts = [...words.matchAll(/(\d+(?:\.\d+)?)([^\d.]+)/g)];
  if (parts.length < 2 || parts.map((part) => part[0]).join('') !== words) return undefined;
  let sum = 0;
  let last = Infinity;
  for (const [, figures, name] of parts) {
    const unit = unitOf(name as string, kind);
    if (!unit || unit.factor >= last) return undefined;
    last = unit.factor;
    sum += Number(figures) * unit.factor;
  }
  return sum;
}

/**
 * Reads an area in ㎡. A unit in the cell outweighs `unit`, the one of the column.
 * `text` is the cell as written, with the column's unit added to a bare number.
 */
export function parseArea(cell: Cell, unit: Unit, field: string): ReadMeasure {
  if (isBlank(cell)) return nothing;
  const read = readNumber(cell);
  const written = oneLine(textOf(cell));
  const own = read.rest ? unitOf(read.rest, 'area') : undefined;
  if (read.rest && !own) {
    const sum = compound(written.normalize('NFKC').replace(/\s/g, ''), 'area');
    return sum === undefined ? { text: written, doubts: [doubt('area_unparsed', field, written)] } : { value: round(sum), text: written, doubts: [] };
  }
  const factor = (own ?? unit).factor;
  const differs = own !== undefined && own.factor !== unit.factor ? [doubt('unit_override', field, written)] : [];
  if (read.range) return { text: written, doubts: [doubt('area_range', field, written), ...differs] };
  if (read.value === undefined) return { text: written, doubts: [doubt('area_unparsed', field, written)] };
  const text = own || read.approximate ? written : `${numberText(read.value)}${unit.name}`;
  if (read.value <= 0) return { text: written, doubts: [doubt('area_invalid', field, written)] };
  return { value: round(read.value * factor), text, doubts: [...(read.approximate ? [doubt('area_approx', field, written)] : []), ...differs] };
}

const round = (squareMetres: number) => Number(squareMetres.toFixed(2));

/**
 * Reads any other number into the field's own unit: `kind` says which units may follow it, `unit` is the column's,
 * `base` how many of the kind's base units one stored unit is (a distance stored in km has base 1000).
 */
export function parseMeasure(cell: Cell, kind: UnitKind, unit: Unit | undefined, base: number, field: string): ReadMeasure {
  if (isBlank(cell)) return nothing;
  const written = oneLine(textOf(cell));
  // Two machines of 125 kW are written 2×125.
  const machines = kind === 'power' ? /^(\d{1,2})(?:台)?[×xX*](\d+(?:\.\d+)?)([^\d]*)$/.exec(written.normalize('NFKC').replace(/\s/g, '')) : null;
  const read = readNumber(machines ? `${Number(machines[1]) * Number(machines[2])}${machines[3] ?? ''}` : cell);
  const own = read.rest ? unitOf(read.rest, kind) : undefined;
  if (read.range) return { doubts: [doubt('number_range', field, written)] };
  if (read.value === undefined || (read.rest && !own)) {
    const spoken = chineseNumber(written.replace(/[层楼间人座个]$/, ''));
    return spoken === undefined ? { doubts: [doubt('number_unparsed', field, written)] } : { value: spoken, doubts: [] };
  }
  const factor = (own ?? unit)?.factor ?? base;
  const value = Number(((read.value * factor) / base).toPrecision(12));
  const differs = own !== undefined && unit !== undefined && own.factor !== unit.factor ? [doubt('unit_override', field, written)] : [];
  return { value, doubts: [...(read.approximate ? [doubt('number_approx', field, written)] : []), ...differs] };
}

/** Reads an amount in 万元 as projects are written: 2300, 1.2亿元, 350-700. `unit` is the column's. */
export function parseInvestment(cell: Cell, unit: Unit, field: string): ReadMeasure {
  if (isBlank(cell)) return nothing;
  const read = readNumber(cell);
  const written = oneLine(textOf(cell));
  const own = read.rest ? unitOf(read.rest.replace(/人民币$/, ''), 'money') : undefined;
  if (read.range && (own || !read.rest)) return { text: own ? written : `${written}${unit.name}`, doubts: [doubt('investment_range', field, written)] };
  if (read.value === undefined || read.value < 0 || (read.rest && !own)) return { text: written, doubts: [doubt('investment_unparsed', field, written)] };
  const value = Number(((read.value * (own ?? unit).factor) / 10_000).toPrecision(12));
  const text = own || read.approximate ? written : `${numberText(read.value)}${unit.name}`;
  const differs = own !== undefined && own.factor !== unit.factor ? [doubt('unit_override', field, written)] : [];
  return { value, text, doubts: [...(read.approximate ? [doubt('investment_approx', field, written)] : []), ...differs] };
}
