import type { Boundary } from '../../../schema/common.js';
import { fieldsOfCategory, isSeenBy, valueAt, type FieldDefinition } from '../../../schema/fields.js';
import type { PackDatum } from '../../../schema/map-pack.js';
import { text, type Language, type Text } from '../../../schema/text.js';
import { cellWords } from '../../changes/cell-words.js';
import { rounded } from '../columns.js';
import { nameIn } from '../shown-text.js';
import { fromWgs84 } from '../../map/datum-shift.js';
import type { TableAsset } from '../table-occasion.js';

/** For whom, when and in which datum a file for mapping programs is made. A public one is to be given public projections only. */
export interface GeoOccasion {
  readonly language: Language;
  readonly internal: boolean;
  readonly today: string;
  readonly township: { readonly name: Text; readonly sample: boolean };
  readonly datum: PackDatum;
}

/** A label with its value. */
export type GeoProperty = readonly [string, string | number | boolean];

/** An asset as a mapping program takes it: where it is, in the datum asked for, and what is said of it, label by label. */
export interface GeoFeature {
  readonly id: string;
  readonly name: string;
  readonly point: readonly [number, number] | null;
  readonly boundary: Boundary | null;
  readonly properties: readonly GeoProperty[];
}

/** Seven decimals of a degree are a centimetre: finer than any survey of a township. */
const decimals = 7;
const placed = (lng: number, lat: number, datum: PackDatum): [number, number] => {
  const [x, y] = fromWgs84(lng, lat, datum);
  return [rounded(x, decimals), rounded(y, decimals)];
};

function movedBoundary(boundary: Boundary, datum: PackDatum): Boundary {
  const ring = (positions: readonly (readonly number[])[]) => positions.map(([lng = 0, lat = 0]) => placed(lng, lat, datum));
  return boundary.type === 'Polygon'
    ? { type: 'Polygon', coordinates: boundary.coordinates.map(ring) }
    : { type: 'MultiPolygon', coordinates: boundary.coordinates.map((rings) => rings.map(ring)) };
}

/** Geometry stands in the geometry, files in the media folder, and what the program keeps for itself in the ledger. */
const leftOut: ReadonlySet<FieldDefinition['kind']> = new Set(['geometry', 'point', 'media', 'group', 'system', 'links', 'stops']);

function labelled(entry: FieldDefinition, language: Language): string {
  const unit = entry.unit?.[language];
  return unit ? (language === 'zh' ? `${entry.label.zh}（${unit}）` : `${entry.label.en} (${unit})`) : entry.label[language];
}

/** What a reader is told of an asset; figures stay figures, in the unit that the label names. */
function propertiesOf(asset: TableAsset, { language, internal }: GeoOccasion): GeoProperty[] {
  return fieldsOfCategory(asset.category).filter((entry) => !leftOut.has(entry.kind) && isSeenBy(internal ? 'desk' : 'public', entry)).flatMap((entry): GeoProperty[] => {
    const value = valueAt(asset, entry.path);
    if (value === undefined || value === null) return [];
    const label = labelled(entry, language);
    if ((entry.kind === 'number' || entry.kind === 'area') && typeof value === 'number') return [[label, rounded(value, 4)]];
    if (entry.kind === 'boolean') return [[label, value === true]];
    const words = cellWords(entry, value, { language, category: asset.category });
    return words === '' ? [] : [[label, words]];
  });
}

/** An asset as a feature; nothing when it has neither a place nor a boundary. */
export function geoFeature(asset: TableAsset, occasion: GeoOccasion): GeoFeature | null {
  const { location, boundary } = asset;
  if (!location && !boundary) return null;
  return {
    id: asset.id, name: nameIn(asset, occasion.language),
    point: location ? placed(location.lng, location.lat, occasion.datum) : null,
    boundary: boundary ? movedBoundary(boundary, occasion.datum) : null,
    properties: propertiesOf(asset, occasion),
  };
}

/** What stands at the head of a file: its title, for whom it is, and its datum, which no mapping program may have to guess. */
export function geoTitle({ language, internal, today, township, datum }: GeoOccasion): { readonly title: string; readonly edition: string; readonly about: string } {
  const name = township.name[language] || township.name.zh;
  const edition = (internal ? text('内部资料', 'Internal') : text('公开', 'Public'))[language];
  const marks = [edition, ...(township.sample ? [text('示例数据', 'Sample data')[language]] : [])];
  return {
    title: language === 'zh' ? `${name}资产一本账` : `${name}: the ledger`, edition,
    about: language === 'zh' ? `${marks.join('　')}　坐标系：${datum}　制作日期：${today}` : `${marks.join('; ')}; datum: ${datum}; made on ${today}`,
  };
}
