import type { Grid } from '../../../data/rules/import/cell.js';
import { unpackZip } from './check-zip.js';
import { readKml } from './read-kml.js';
import { readShapefile, type LayerFiles } from './read-shapefile.js';
import { refuse } from './refusals.js';

export interface ReadArchive { readonly format: 'shapefile' | 'kmz' | 'zip'; readonly grids: Grid[] }
/** Reads one file of an archive that is neither part of a layer nor KML. */
export type ReadInner = (bytes: Buffer, name: string) => Promise<readonly Grid[]>;

const parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'] as const;
const endingOf = (name: string) => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const stemOf = (name: string) => name.slice(0, name.length - endingOf(name).length - 1);
const baseOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);
const tables = new Set(['geojson', 'json', 'xlsx', 'xls', 'csv', 'txt']);

/** The files of each layer; parts that differ only in the case of their names belong together. */
function layersOf(names: readonly string[]): Map<string, Partial<Record<(typeof parts)[number], string>>> {
  const layers = new Map<string, Partial<Record<(typeof parts)[number], string>>>();
  for (const name of names) {
    const part = parts.find((ending) => ending === endingOf(name));
    if (!part) continue;
    const key = stemOf(name).toLowerCase();
    layers.set(key, { ...layers.get(key), [part]: name });
  }
  return new Map([...layers].filter(([, files]) => files.shp));
}

/** doc.kml stands first, then what lies in no folder, then the rest: a KMZ's own document is its first. */
const documentRank = (name: string) => (/(?:^|\/)doc\.kml$/i.test(name) ? 0 : name.includes('/') ? 2 : 1);

/**
 * Reads a zip in memory: the layers of shapefiles, however deep they lie, the documents of a KMZ, and tables packed beside them.
 * A layer's sheet is called by the layer where there are several. Throws a FailureError.
 */
export async function readArchive(bytes: Buffer, file: string, readInner: ReadInner): Promise<ReadArchive> {
  const named = new Set<string>(['kml', ...parts, ...tables]);
  const unpacked = await unpackZip(bytes, file, (name) => named.has(endingOf(name)));
  const names = [...unpacked.keys()];
  const layers = layersOf(names);
  const documents = names.filter((name) => endingOf(name) === 'kml').sort((one, two) => documentRank(one) - documentRank(two));
  const inLayers = new Set([...layers.values()].flatMap((files) => Object.values(files)));
  const others = names.filter((name) => tables.has(endingOf(name)) && !inLayers.has(name));
  const count = layers.size + documents.length + others.length;
  if (count === 0) throw names.some((name) => ['dbf', 'shx', 'prj'].includes(endingOf(name))) ? refuse.alone(file, `.${endingOf(names[0] as string)}`) : refuse.noLayers(file);
  const grids: Grid[] = [];
  const bases = new Map<string, number>();
  const sheetName = (name: string) => {
    if (count === 1) return '';
    const base = baseOf(stemOf(name));
    bases.set(base, (bases.get(base) ?? 0) + 1);
    return (bases.get(base) as number) > 1 ? stemOf(name) : base;
  };
  for (const files of layers.values()) {
    const read = Object.fromEntries(Object.entries(files).map(([part, name]) => [part, unpacked.get(name)])) as LayerFiles;
    const layer = baseOf(stemOf(files.shp as string));
    grids.push(readShapefile(read, file, layer, sheetName(files.shp as string)));
  }
  for (const [index, name] of documents.entries()) grids.push(readKml(unpacked.get(name) as Buffer, file, index === 0 && layers.size === 0 ? '' : sheetName(name)));
  for (const name of others) {
    const sheet = sheetName(name);
    for (const grid of await readInner(unpacked.get(name) as Buffer, baseOf(name))) grids.push({ ...grid, name: [sheet, grid.name].filter(Boolean).join(' / ') });
  }
  const only = [layers.size, documents.length, others.length];
  return { format: only[1] === 0 && only[2] === 0 ? 'shapefile' : only[0] === 0 && only[2] === 0 ? 'kmz' : 'zip', grids };
}
