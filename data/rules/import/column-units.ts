import type { FieldDefinition } from '../../schema/fields.js';
import { plain } from './cell.js';
import { priceUnitOf } from './parse-price.js';
import { measureOf, type FieldColumn } from './read-field.js';
import { unitOf, type UnitKind } from './units.js';

/** The units that a person may choose for a column, by what it measures; the first of a measure is the one a bare number is in. */
const areas = ['㎡', '亩', '公顷'] as const;
const money = ['万元', '元', '亿元'] as const;
const prices = ['元/年', '万元/年', '元/月', '元/亩·年', '元（总价）', '万元（总价）'] as const;
const measures: Readonly<Partial<Record<UnitKind, readonly string[]>>> = { power: ['kW', 'MW', '万kW'], energy: ['kWh', '万kWh', 'MWh'], length: ['米', '公里'] };

/** What a field measures, as far as its columns come in several units. */
function measured({ kind, path }: Pick<FieldDefinition, 'kind' | 'path'>): { readonly unit: UnitKind; readonly words: readonly string[] } | undefined {
  if (kind === 'area') return { unit: 'area', words: areas };
  if (path === 'investment') return { unit: 'money', words: money };
  if (kind !== 'number') return undefined;
  const measure = measureOf(path);
  const words = measures[measure.kind];
  return words ? { unit: measure.kind, words: measure.kind === 'length' && measure.base === 1_000 ? [...words].reverse() : words } : undefined;
}

/** The units that a column of this field could be in; none where there is no choice. */
export const unitsOf = (definition: FieldDefinition): readonly string[] => (definition.kind === 'price' ? prices : measured(definition)?.words ?? []);

/** The unit that a column is read in, as a person writes it; nothing where its field has none. */
export function unitWordOf({ definition, unit, price }: FieldColumn): string | undefined {
  if (price) return `${price.money ?? '元'}${price.perMu ? '/亩·年' : price.perOther ? '' : price.per === 'month' ? '/月' : price.per === 'total' ? '（总价）' : price.per === 'year' ? '/年' : ''}`;
  return unit?.name ?? (definition.kind === 'number' ? measured(definition)?.words[0] : undefined);
}

/** The column read in another unit; nothing when that is no unit of its field. */
export function withUnit(column: FieldColumn, word: string): FieldColumn | undefined {
  const { index, definition } = column;
  if (definition.kind === 'price') {
    const price = priceUnitOf(word);
    return price ? { index, definition, price } : undefined;
  }
  const unit = unitOf(plain(word), measured(definition)?.unit);
  return unit && unit.kind === measured(definition)?.unit ? { index, definition, unit } : undefined;
}
