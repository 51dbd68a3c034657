import { lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderLayout, NumberName } from './pack-messages.js';
import { refusePack } from './pack-refusals.js';

/** What lies in a folder; links are left out, for they may lead anywhere. */
export interface Listing { readonly folders: readonly string[]; readonly files: readonly string[]; /** More lies there than was listed. */ readonly isCut: boolean }

/** Names listed of one folder at most. */
const mostNames = 200_000;
/** The widest level that a folder may stand for; one more than the grid's, for counting from one. */
const mostLevel = 23;

/** Reads a folder's names, in no order, never more than can be held. */
export function listFolder(path: string, most = mostNames): Listing {
  const [folders, files]: [string[], string[]] = [[], []];
  const open = opendirSync(path, { bufferSize: 1024 });
  try {
    for (let entry = open.readSync(); entry; entry = open.readSync()) {
      // macOS leaves ._5.png beside 5.png on sticks.
      if (entry.name.startsWith('.')) continue;
      if (folders.length + files.length >= most) return { folders, files, isCut: true };
      if (entry.isDirectory()) folders.push(entry.name);
      else if (entry.isFile()) files.push(entry.name);
    }
    return { folders, files, isCut: false };
  } finally {
    open.closeSync();
  }
}

const numbered = /^(\D*?)(\d{1,9})$/;
const jointName = /^(\D*?)(\d{1,9})([_\-xX,]+)(\D*?)(\d{1,9})(\.\w{1,5})?$/;
const fileName = /^(\D*?)(\d{1,9})(\.\w{1,5})?$/;
const pictureEnding = /^\.(png|jpe?g|webp|avif|gif|pbf|mvt|tile|img)$/i;
/** ArcGIS counts in hexadecimal, eight digits each. */
const hexadecimal = /^[RC]0[0-9a-f]{7}(\.\w+)?$/i;

/** How numbers are written: what stands before them, and whether they are filled up with zeros. */
function nameOf(names: readonly (readonly [prefix: string, digits: string])[]): NumberName {
  const [first] = names;
  const isFilled = names.some(([, digits]) => digits.length > 1 && digits.startsWith('0'));
  return { prefix: first?.[0] ?? '', digits: isFilled ? Math.min(...names.map(([, digits]) => digits.length)) : 1 };
}
export const writtenNumber = ({ prefix, digits }: NumberName, number: number) => `${prefix}${String(number).padStart(digits, '0')}`;

/** The number that a name stands for under a way of naming; nothing when it is named otherwise. */
export function numberIn(name: NumberName, word: string): number | undefined {
  const digits = word.startsWith(name.prefix) ? word.slice(name.prefix.length) : '';
  return /^\d{1,9}$/.test(digits) && writtenNumber(name, Number(digits)) === word ? Number(digits) : undefined;
}

const isArcgis = ({ folders, files }: Listing) => folders.some((name) => /^_alllayers$/i.test(name) || hexadecimal.test(name) && /[a-f]/i.test(name.slice(1)))
  || files.some((name) => /^conf\.(xml|cdi)$/i.test(name) || /\.bundlx?$/i.test(name) || hexadecimal.test(name) && /^.[0-9a-f]*[a-f]/i.test(name));

/** True when some files are pictures named by a number. */
const hasTiles = ({ files }: Listing) => files.some((name) => fileName.test(name) && pictureEnding.test(name.slice(name.lastIndexOf('.'))));

const rowWord = /^(?:r|row|y|行|h)[_-]?$/i;
const columnWord = /^(?:c|col|column|x|列|l)[_-]?$/i;

export interface FoundFolder {
  readonly root: string;
  readonly layout: FolderLayout;
  /** Levels by number, with the names of their folders. */
  readonly levels: ReadonlyMap<number, string>;
  /** Level, row and column are lettered, as 水经注 does where it counts from one. */
  readonly isLettered: boolean;
  /** The names do not say which number is the row. */
  readonly isOrderOpen: boolean;
  readonly files: readonly string[];
}

/** Finds the levels of a folder of tiles and how its files are named. Throws a refusal that says what else it is. */
export function readLayout(path: string): FoundFolder {
  let root = path;
  for (let depth = 0; ; depth += 1) {
    const listing = listFolder(root);
    if (isArcgis(listing)) throw refusePack.arcgis(path);
    const found = levelsOf(listing.folders);
    if (found) return withinLevels(path, root, found, listing.files);
    const inside = listing.files.find((name) => /\.(pmtiles|mbtiles)$/i.test(name));
    if (inside) throw refusePack.packInside(path, inside);
    const [only] = listing.folders;
    const column = listing.folders.find((name) => numbered.test(name));
    if (hasTiles(listing) || (column !== undefined && hasTiles(listFolder(join(root, column), 1_000)))) throw refusePack.tooDeepIn(path);
    // Exports often lie one or two folders down.
    if (listing.folders.length !== 1 || !only || depth === 3) throw refusePack.noLevels(path);
    root = join(root, only);
  }
}

/** Folders that stand for levels: those of one way of naming whose numbers are small. */
function levelsOf(folders: readonly string[]): { name: NumberName; levels: Map<number, string> } | undefined {
  const byPrefix = new Map<string, [string, string][]>();
  for (const folder of folders) {
    const [, prefix = '', digits] = numbered.exec(folder) ?? [];
    if (digits && Number(digits) <= mostLevel) byPrefix.set(prefix, [...byPrefix.get(prefix) ?? [], [prefix, digits]]);
  }
  const [best] = [...byPrefix.values()].toSorted((one, other) => other.length - one.length);
  if (!best) return undefined;
  const name = nameOf(best);
  const levels = new Map(best.map(([prefix, digits]) => [Number(digits), `${prefix}${digits}`] as const).filter(([level, folder]) => writtenNumber(name, level) === folder));
  return levels.size > 0 ? { name, levels } : undefined;
}

/** Looks into the levels, the deepest first, for one that has tiles. */
function withinLevels(path: string, root: string, { name, levels }: { name: NumberName; levels: Map<number, string> }, files: readonly string[]): FoundFolder {
  let example = '';
  for (const [, folder] of [...levels].toSorted(([one], [other]) => other - one)) {
    const listing = listFolder(join(root, folder), 20_000);
    if (isArcgis(listing)) throw refusePack.arcgis(path);
    const joined = listing.files.flatMap((file) => { const found = jointName.exec(file); return found ? [found] : []; });
    const [joint] = joined;
    if (joint) {
      const [, firstPrefix = '', , between = '_', secondPrefix = ''] = joint;
      const same = joined.filter((one) => one[1] === firstPrefix && one[3] === between && one[4] === secondPrefix);
      const layout = {
        level: name, first: nameOf(same.map((one) => [firstPrefix, one[2] as string])), second: nameOf(same.map((one) => [secondPrefix, one[5] as string])), joint: between, endings: endingsOf(same.map((one) => one[6] ?? '')),
      };
      return found(root, layout, levels, files);
    }
    const firsts = listing.folders.flatMap((entry) => { const match = numbered.exec(entry); return match ? [[match[1] ?? '', match[2] as string] as const] : []; });
    const [sample] = firsts;
    const ofOneKind = firsts.filter(([prefix]) => prefix === sample?.[0]);
    // Some columns may be empty; a handful of others will not be.
    for (const [prefix, digits] of spread(ofOneKind, 12)) {
      const inner = listFolder(join(root, folder, `${prefix}${digits}`), 20_000);
      if (isArcgis(inner)) throw refusePack.arcgis(path);
      const seconds = inner.files.flatMap((file) => { const match = fileName.exec(file); return match ? [match] : []; });
      const [second] = seconds;
      if (!second) { example ||= inner.files[0] ?? ''; continue; }
      const same = seconds.filter((one) => one[1] === second[1]);
      const layout = {
        level: name, first: nameOf(ofOneKind), second: nameOf(same.map((one) => [second[1] ?? '', one[2] as string])), joint: 'folders', endings: endingsOf(same.map((one) => one[3] ?? '')),
      };
      return found(root, layout, levels, files);
    }
    example ||= listing.files[0] ?? listing.folders.find((entry) => !numbered.test(entry)) ?? '';
  }
  if (example) throw refusePack.folderNames(path, example);
  throw refusePack.none(path);
}

function found(root: string, layout: Omit<FolderLayout, 'order'>, levels: ReadonlyMap<number, string>, files: readonly string[]): FoundFolder {
  const [first, second] = [layout.first.prefix, layout.second.prefix];
  const isRowFirst = rowWord.test(first) || (columnWord.test(second) && !columnWord.test(first));
  const isNamed = [first, second].some((prefix) => rowWord.test(prefix) || columnWord.test(prefix));
  return { root, layout: { ...layout, order: isRowFirst ? 'row-first' : 'column-first' }, levels, isLettered: isNamed && /^\D+$/.test(layout.level.prefix), isOrderOpen: !isNamed, files };
}

const usualPictures = ['.png', '.jpg', '.jpeg', '.webp'];
/** The endings of files, the usual one first. Where some are pictures the others of these are tried, too: a mixed export may have few of them. */
function endingsOf(endings: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  const known = [...counts].toSorted(([, one], [, other]) => other - one).map(([ending]) => ending);
  const more = known.some((ending) => usualPictures.includes(ending.toLowerCase())) ? usualPictures : [];
  return [...new Set([...known.slice(0, 4), ...more])];
}

/** So many entries of a list at even steps. */
export const spread = <T>(list: readonly T[], count: number): T[] => (list.length <= count ? [...list] : Array.from({ length: count }, (_, at) => list[Math.floor((at * (list.length - 1)) / (count - 1))] as T));

/** True for a file or folder that is really there and no link. */
export const isOwn = (path: string, kind: 'file' | 'folder') => {
  const state = lstatSync(path, { throwIfNoEntry: false });
  return state !== undefined && (kind === 'file' ? state.isFile() : state.isDirectory());
};
