import type { LabelKind } from '../basemap/feature-file.js';
import { isAdministrative, wordOf, type Geometry, type Properties } from './vector-roles.js';

/** A name in a tile: where, in shares of the tile's side, and how much it matters. */
export interface VectorName {
  readonly zh: string; readonly en: string;
  readonly kind: LabelKind;
  readonly x: number; readonly y: number;
  /** Names of higher priority are set first, as those of the schematic. */
  readonly priority: number;
  /** The map's zoom from which it is shown. */
  readonly from: number;
  readonly height?: number;
}

const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 40) : '');
const firstWord = (properties: Properties, keys: readonly string[]): string => { for (const key of keys) { const found = word(properties[key]); if (found) return found; } return ''; };
const hasChinese = (text: string) => /\p{Script=Han}/u.test(text);
const chineseKeys = ['name:zh-Hans', 'name:zh', 'name_zh', 'name:zh-CN', 'pgf:name:zh', 'NAME_ZH'];
const plainKeys = ['name', 'NAME', 'Name', '名称', 'label'];
const englishKeys = ['name:en', 'name_en', 'name_int', 'name:latin', 'name:zh-Latn-pinyin', 'NAME_EN'];

/** Kinds of places with the priority and the zoom of their names; those of whole countries and provinces are left to approved maps. */
const places: readonly (readonly [RegExp, number, number])[] = [
  [/city/, 400, 7], [/town|county/, 360, 9], [/village/, 300, 12], [/suburb|quarter|borough/, 280, 12], [/hamlet/, 240, 13.5], [/neighbo|isolated|farm|locality|macrohood/, 200, 14],
];

/** The name of a feature, if it has one that is to be shown; one of a line or an area stands in its middle. */
export function nameOf(layer: string, geometry: Geometry, properties: Properties, lines: readonly Float32Array[]): VectorName | null {
  const plain = firstWord(properties, plainKeys);
  const zh = firstWord(properties, chineseKeys) || (hasChinese(plain) ? plain : '') || plain;
  const en = firstWord(properties, englishKeys) || (plain !== '' && !hasChinese(plain) ? plain : '') || zh;
  if (zh === '' && en === '') return null;
  const ranked = rankOf(layer.toLowerCase(), geometry, properties);
  const at = ranked && middleOf(geometry, lines);
  // A point in the rim belongs to the neighbouring tile, which has it too.
  if (!ranked || !at || at[0] < 0 || at[0] >= 1 || at[1] < 0 || at[1] >= 1) return null;
  const height = Number(properties['ele'] ?? properties['elevation'] ?? NaN);
  return { zh: zh || en, en: en || zh, x: at[0], y: at[1], ...ranked, ...(ranked.kind === 'peak' && Number.isFinite(height) ? { height: Math.round(height) } : {}) };
}

function rankOf(layer: string, geometry: Geometry, properties: Properties): Pick<VectorName, 'kind' | 'priority' | 'from'> | null {
  const kind = wordOf(properties);
  const detail = word(properties['kind_detail'] ?? properties['pmap:kind_detail']).toLowerCase();
  const given = Number(properties['min_zoom'] ?? properties['pmap:min_zoom'] ?? properties['_minzoom'] ?? NaN);
  const crowd = Math.min(30, Math.log10(Math.max(1, Number(properties['population'] ?? 0))) * 4);
  if (/place|settlement|^res_?p|居民地/.test(layer) && geometry === 'point') {
    if (/country|state|province|continent|region/.test(kind)) return null;
    const [, priority, from] = places.find(([pattern]) => pattern.test(detail)) ?? places.find(([pattern]) => pattern.test(kind)) ?? [null, 220, 13] as const;
    return { kind: priority >= 240 ? 'village' : 'place', priority: priority + crowd, from };
  }
  if (isAdministrative(layer, properties)) return null;
  if (/peak/.test(layer) || /peak|summit|volcano/.test(kind)) return { kind: 'peak', priority: 180, from: 12 };
  if (/water|ocean|lake|river|physical_point|水|河|湖/.test(layer)) return { kind: 'stream', priority: geometry === 'line' ? 150 : 190, from: geometry === 'line' ? 13 : 11 };
  if (/road|transport|street|道路/.test(layer)) return { kind: 'place', priority: 60, from: /motorway|trunk|highway|primary|major/.test(kind) ? 14 : 16 };
  if (/poi|label|name|park|landuse|landcover|natural|aerodrome|building/.test(layer)) return { kind: 'place', priority: 90 - Math.min(30, Number(properties['rank'] ?? 20)), from: Math.max(14, Number.isFinite(given) ? given + 1 : 15.5) };
  return geometry === 'point' ? { kind: 'place', priority: 70, from: 14 } : null;
}

function middleOf(geometry: Geometry, lines: readonly Float32Array[]): readonly [number, number] | null {
  const line = lines.reduce((longest, one) => (one.length > longest.length ? one : longest), lines[0] ?? new Float32Array(0));
  if (line.length < 2) return null;
  if (geometry === 'point') return [line[0]!, line[1]!];
  if (geometry === 'line') {
    const k = (line.length >> 2) * 2;
    return [line[k]!, line[k + 1]!];
  }
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 1 < line.length; k += 2) [west, north, east, south] = [Math.min(west, line[k]!), Math.min(north, line[k + 1]!), Math.max(east, line[k]!), Math.max(south, line[k + 1]!)];
  return [(west + east) / 2, (north + south) / 2];
}
