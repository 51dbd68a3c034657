/** What a feature of a vector pack is drawn as, from the lowest up. */
export const roles = [
  'earth', 'grass', 'farmland', 'sand', 'built', 'park', 'wood', 'otherArea',
  'water', 'stream', 'river', 'runway', 'otherLine', 'path', 'track', 'minor', 'street', 'major', 'motorway', 'rail', 'building', 'otherPoint',
] as const;
export type Role = (typeof roles)[number];
export type Properties = Readonly<Record<string, string | number | boolean>>;
/** As Mapbox vector tiles count them. */
export type Geometry = 'point' | 'line' | 'area';

/**
 * Layers that may hold lines of states and administrations, in the schemas in use and in Chinese survey data (BOUL, XZQ, CJDCQ …).
 * They are never drawn: a map with such lines needs an approval that a vector pack's own number does not give our drawing of it.
 */
const administrative = /bound|border|admin|disput|maritime|countr|nation|provin|prefect|municip|district|county|township|region|^states?$|^bou|xzq|cjdcq|xian$|jiexian|行政|政区|境界|国界|省(?!道)|市界|县(?!道)|区划|区界|乡镇|村界|^adm/i;
const administrativeKind = /^(country|country_segment|region|state|province|county|district|macroregion|macrocounty|localadmin|boundary|administrative)$/;

/** Whether a feature could be a line or an area of administration. */
export function isAdministrative(layer: string, properties: Properties): boolean {
  return administrative.test(layer) || 'admin_level' in properties || 'boundary' in properties || administrativeKind.test(wordOf(properties));
}

/** The word by which a schema tells kinds of features apart: `kind` (Protomaps), `class` (OpenMapTiles) and their like. */
export const wordOf = (properties: Properties): string => String(properties['kind'] ?? properties['class'] ?? properties['pmap:kind'] ?? properties['type'] ?? properties['fclass'] ?? '').toLowerCase();
const detailOf = (properties: Properties): string => String(properties['kind_detail'] ?? properties['pmap:kind_detail'] ?? properties['subclass'] ?? '').toLowerCase();

const covers: readonly (readonly [RegExp, Role])[] = [
  [/wood|forest|scrub|orchard|vineyard|plant_nursery|林|园地/, 'wood'],
  [/farm|crop|allotment|meadow_agri|田|耕地/, 'farmland'],
  [/grass|meadow|heath|pasture|wetland|marsh|tundra|草/, 'grass'],
  [/sand|beach|barren|rock|scree|bare|glacier|ice|dune|desert/, 'sand'],
  [/park|garden|recreation|pitch|playground|golf|zoo|cemetery|nature|reserve|protected|village_green|camp|stadium|sport/, 'park'],
  [/residential|urban|commercial|industrial|retail|school|university|college|hospital|neighbo|suburb|quarter|military|railway|aerodrome|airport|pedestrian|parking|platform|landfill|quarry|construction|建设/, 'built'],
];
const ways: readonly (readonly [RegExp, Role])[] = [
  [/ferry|aerialway|pier|cable|gondola|chair|construction|proposed/, 'otherLine'],
  [/rail|transit|tram|subway|monorail|funicular|铁路/, 'rail'],
  [/aeroway|runway|taxiway/, 'runway'],
  [/motorway|highway|trunk|高速/, 'motorway'],
  [/major|primary|secondary|国道|省道/, 'major'],
  [/medium|tertiary|县道|乡道/, 'street'],
  [/track|机耕/, 'track'],
  [/path|foot|steps|cycle|bridleway|pedestrian|corridor|trail|小路/, 'path'],
];
const firstOf = (table: readonly (readonly [RegExp, Role])[], word: string): Role | undefined => (word === '' ? undefined : table.find(([pattern]) => pattern.test(word))?.[1]);

/** What a feature is drawn as; null for what is never drawn, or is only a name. */
export function roleOf(layer: string, geometry: Geometry, properties: Properties): Role | null {
  if (isAdministrative(layer, properties)) return null;
  const name = layer.toLowerCase();
  const [word, detail] = [wordOf(properties), detailOf(properties)];
  if (geometry === 'point') return /place|label|name|poi|housenumber|peak|building|road|transportation|water|landuse|physical/.test(name) ? null : 'otherPoint';
  if (/^(earth|land)$/.test(name)) return geometry === 'area' ? 'earth' : null;
  if (/^(mask|housenumber)$|_name$|_label$/.test(name)) return null;
  if (/water|river|lake|ocean|stream|canal|hydro|^hyd|水系|河|湖/.test(name)) {
    if (geometry === 'area') return 'water';
    return /river|canal/.test(word) || (word === '' && /river|河/.test(name)) ? 'river' : 'stream';
  }
  if (/physical_line/.test(name)) return /river|canal/.test(word) ? 'river' : 'stream';
  if (/road|transport|street|highway|^way|^lrd|^lrr|rail|transit|道路|铁路/.test(name)) {
    if (geometry === 'area') return /rail|transit/.test(name) ? null : 'built';
    return firstOf(ways, detail) ?? firstOf(ways, word) ?? (/rail|transit|^lrr|铁路/.test(name) ? 'rail' : 'minor');
  }
  if (/aeroway/.test(name)) return geometry === 'area' ? 'built' : 'runway';
  if (/building|house|房屋|建筑|^res[af]/.test(name)) return geometry === 'area' && word !== 'address' ? 'building' : null;
  if (geometry === 'line') return 'otherLine';
  const covered = firstOf(covers, word) ?? firstOf(covers, detail) ?? firstOf(covers, name);
  if (covered) return covered;
  if (/water|reservoir|basin/.test(word)) return 'water';
  return /land|natural/.test(name) ? 'grass' : 'otherArea';
}
