import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TileScheme } from '../../../data/schema/map-pack.js';
import { text, type Text } from '../../../data/schema/text.js';
import { isOwn, listFolder, numberIn, readLayout, spread, writtenNumber, type FoundFolder } from './folder-layout.js';
import type { FolderLayout } from './pack-messages.js';
import { noSayings, sayingsOf, type LevelRange, type PackReader, type PackSayings } from './pack-reader.js';
import { refusePack } from './pack-refusals.js';
import { largestTile } from './tile-bytes.js';

/** Folders of a level that are looked into for the ends of its other number. */
const sampledFolders = 24;
/** Listings kept at hand while a folder is looked into. */
const keptListings = 32;
const largestWords = 256 * 1024;

const manyNames = text('有的文件夹里文件太多，只看了一部分，范围可能偏小。', 'Some folders hold so many files that only a part was looked at; the bounds may be too small.');

/** A tile of a folder, by the way its files are named. Nothing is listed: a name is tried. */
export function folderTile(root: string, layout: FolderLayout, { level, column, row }: { level: number; column: number; row: number }): Uint8Array | undefined {
  if ([level, column, row].some((number) => number < 0 || number > 999_999_999)) return undefined;
  const [first, second] = layout.order === 'column-first' ? [column, row] : [row, column];
  const [levelFolder, one, other] = [writtenNumber(layout.level, level), writtenNumber(layout.first, first), writtenNumber(layout.second, second)];
  // A link on the way could lead out of the folder that the person chose.
  const folders = layout.joint === 'folders' ? [levelFolder, join(levelFolder, one)] : [levelFolder];
  if (!folders.every((folder) => isOwn(join(root, folder), 'folder'))) {
    // The pack as a whole may be away: then this says so.
    lstatSync(root);
    return undefined;
  }
  const stem = layout.joint === 'folders' ? join(levelFolder, one, other) : join(levelFolder, `${one}${layout.joint}${other}`);
  for (const ending of layout.endings) {
    const file = join(root, `${stem}${ending}`);
    const state = lstatSync(file, { throwIfNoEntry: false });
    if (state?.isFile()) return state.size > 0 && state.size <= largestTile ? readFileSync(file) : undefined;
  }
  return undefined;
}

/** Every file of a folder that is named as a tile is, with the numbers that it is counted by. Links are not followed. */
export function* filesOfFolder(root: string, layout: FolderLayout): Generator<{ readonly level: number; readonly column: number; readonly row: number; readonly file: string }> {
  const placed = (level: number, first: number, second: number) => (layout.order === 'column-first' ? { level, column: first, row: second } : { level, row: first, column: second });
  const stemOf = (name: string) => { const ending = layout.endings.find((one) => one !== '' && name.endsWith(one)) ?? ''; return layout.endings.includes(ending) ? name.slice(0, name.length - ending.length) : undefined; };
  for (const levelName of listFolder(root).folders) {
    const level = numberIn(layout.level, levelName);
    if (level === undefined) continue;
    const within = listFolder(join(root, levelName), Infinity);
    if (layout.joint !== 'folders') {
      for (const name of within.files) {
        const stem = stemOf(name);
        const at = stem?.indexOf(layout.joint, layout.first.prefix.length + 1) ?? -1;
        const [first, second] = stem === undefined || at < 0 ? [] : [numberIn(layout.first, stem.slice(0, at)), numberIn(layout.second, stem.slice(at + layout.joint.length))];
        if (first !== undefined && second !== undefined) yield { ...placed(level, first, second), file: join(root, levelName, name) };
      }
      continue;
    }
    for (const firstName of within.folders) {
      const first = numberIn(layout.first, firstName);
      if (first === undefined) continue;
      for (const name of listFolder(join(root, levelName, firstName), Infinity).files) {
        const stem = stemOf(name);
        const second = stem === undefined ? undefined : numberIn(layout.second, stem);
        if (second !== undefined) yield { ...placed(level, first, second), file: join(root, levelName, firstName, name) };
      }
    }
  }
}

/** What programs leave beside the levels: metadata.json, tilemapresource.xml and the like. */
function sayingsBeside({ root, files }: FoundFolder): PackSayings & { readonly scheme?: TileScheme } {
  const read = (name: string) => {
    const state = lstatSync(join(root, name));
    return state.isFile() && state.size <= largestWords ? readFileSync(join(root, name), 'utf8') : '';
  };
  try {
    const json = files.find((name) => /^(metadata|tilejson|tiles)\.json$/i.test(name));
    if (json) {
      const said: unknown = JSON.parse(read(json));
      if (said && typeof said === 'object') return sayingsOf(said as Record<string, unknown>);
    }
    const xml = files.find((name) => /^tilemapresource\.xml$/i.test(name));
    if (xml) {
      // gdal2tiles writes this beside tiles that are counted from the south.
      const words = read(xml);
      return sayingsOf({ name: /<Title>([^<]*)</i.exec(words)?.[1] ?? '', scheme: 'tms', profile: /profile="([^"]*)"/i.exec(words)?.[1] ?? '' });
    }
  } catch {
    // Words that cannot be read are none.
  }
  return noSayings;
}

/** Opens a folder whose way of naming is known: nothing is looked for. */
export function openKnownFolder(root: string, layout: FolderLayout): Pick<PackReader, 'tile' | 'close'> {
  if (!lstatSync(root).isDirectory()) throw refusePack.gone(root);
  return { tile: (place) => Promise.resolve(folderTile(root, layout, place)), close: () => undefined };
}

/** Looks into a folder of tiles. */
export function openFolder(path: string): PackReader {
  const found = readLayout(path);
  return readerOf(found, sayingsBeside(found));
}

function readerOf(found: FoundFolder, sayings: PackSayings): PackReader {
  const { root, layout, levels } = found;
  const remarks: Text[] = [];
  const listings = new Map<string, number[]>();
  const endings = new Set(layout.endings);

  const cutEnding = (name: string) => {
    const at = name.lastIndexOf('.');
    return at < 0 ? { stem: name, ending: '' } : { stem: name.slice(0, at), ending: name.slice(at) };
  };
  const keep = (key: string, make: () => number[]) => {
    const known = listings.get(key);
    if (known) return known;
    const made = make().toSorted((one, other) => one - other);
    listings.set(key, made);
    for (const old of [...listings.keys()].slice(0, -keptListings)) listings.delete(old);
    return made;
  };
  const list = (...path: string[]) => {
    const listing = listFolder(join(root, ...path));
    if (listing.isCut && !remarks.includes(manyNames)) remarks.push(manyNames);
    return listing;
  };
  /** First numbers of a level, and the second numbers under one of them, in order. */
  const firsts = (folder: string) => keep(folder, () => {
    if (layout.joint === 'folders') return list(folder).folders.flatMap((name) => numberIn(layout.first, name) ?? []);
    return [...new Set(pairsOf(folder).map(([first]) => first))];
  });
  const seconds = (folder: string, first: number) => keep(`${folder}/${first}`, () => {
    if (layout.joint !== 'folders') return pairsOf(folder).flatMap(([one, other]) => (one === first ? [other] : []));
    const inner = writtenNumber(layout.first, first);
    return list(folder, inner).files.flatMap((name) => {
      const { stem, ending } = cutEnding(name);
      const number = numberIn(layout.second, stem);
      if (number !== undefined && !endings.has(ending) && endings.size < 8) { endings.add(ending); }
      return number ?? [];
    });
  });
  /** Both numbers of a level's files, where one name has both; of the level that was asked for last. */
  let lastPairs: { readonly folder: string; readonly pairs: readonly (readonly [number, number])[] } | undefined;
  const pairsOf = (folder: string) => {
    if (lastPairs?.folder === folder) return lastPairs.pairs;
    const pairs = list(folder).files.flatMap((name) => {
      const { stem } = cutEnding(name);
      const at = stem.indexOf(layout.joint, layout.first.prefix.length + 1);
      const [first, second] = at < 0 ? [] : [numberIn(layout.first, stem.slice(0, at)), numberIn(layout.second, stem.slice(at + layout.joint.length))];
      return first !== undefined && second !== undefined ? [[first, second] as const] : [];
    });
    lastPairs = { folder, pairs };
    return pairs;
  };
  const isRowFirst = layout.order === 'row-first';
  const nearest = (numbers: readonly number[], wanted: number) => numbers.find((number) => number >= wanted) ?? numbers.at(-1);
  const known = (): FolderLayout => ({ ...layout, endings: [...endings] });

  return {
    get source() { return { path: root, container: 'folder' as const, layout: known() }; },
    bytes: 0, sayings, remarks, isOrderOpen: found.isOrderOpen,
    schemes: found.isLettered ? ['from-one', 'xyz', 'tms'] : ['xyz', 'tms', 'from-one'],
    levels: (alive) => {
      const ranges: LevelRange[] = [];
      for (const [level, folder] of [...levels].toSorted(([one], [other]) => one - other)) {
        const all = firsts(folder);
        let [min, max] = [Infinity, -Infinity];
        const filled = spread(all, sampledFolders).filter((first) => {
          alive?.();
          const within = seconds(folder, first);
          min = Math.min(min, within[0] ?? Infinity);
          max = Math.max(max, within.at(-1) ?? -Infinity);
          return within.length > 0;
        });
        if (filled.length === 0) continue;
        const [from, to] = [all[0] as number, all.at(-1) as number];
        ranges.push(isRowFirst ? { level, minRow: from, maxRow: to, minColumn: min, maxColumn: max } : { level, minColumn: from, maxColumn: to, minRow: min, maxRow: max });
      }
      return Promise.resolve(ranges);
    },
    // Counting would mean to list every folder.
    count: () => Promise.resolve(null),
    near: ({ level, column, row }) => {
      const folder = levels.get(level);
      const [wantedFirst, wantedSecond] = isRowFirst ? [row, column] : [column, row];
      const all = folder === undefined ? [] : firsts(folder);
      const start = nearest(all, wantedFirst);
      // Next to an empty column there is mostly one with tiles.
      for (const first of start === undefined ? [] : [start, ...spread(all, 8)]) {
        const second = nearest(seconds(folder as string, first), wantedSecond);
        if (second !== undefined) return Promise.resolve(isRowFirst ? { level, row: first, column: second } : { level, column: first, row: second });
      }
      return Promise.resolve(undefined);
    },
    tile: (place) => Promise.resolve(folderTile(root, known(), place)),
    turned: () => readerOf({ ...found, layout: { ...known(), order: isRowFirst ? 'column-first' : 'row-first' }, isOrderOpen: false }, sayings),
    close: () => undefined,
  };
}
