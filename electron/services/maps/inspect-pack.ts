import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { foreignGrid } from '../../../data/rules/map/foreign-grids.js';
import { readPackWords } from '../../../data/rules/map/pack-words.js';
import { boundsOfLevels, fromStored, isOnGrid, tileAt, toStored, type Bounds, type StoredPlace, type TilePlace, type TileRange } from '../../../data/rules/map/tile-scheme.js';
import { deepestLevel, type TileFormat, type TileScheme } from '../../../data/schema/map-pack.js';
import { text, type Text } from '../../../data/schema/text.js';
import { openUnknown } from './open-pack.js';
import type { PackReport, SchemeReading } from './pack-messages.js';
import type { LevelRange, PackReader } from './pack-reader.js';
import { refusePack } from './pack-refusals.js';
import { isWhole, readTile, widthOf } from './tile-bytes.js';

type Places = readonly (readonly [number, number])[];
export type TellProgress = (done: number, total: number | null, step: Text) => void;

/** Tiles that are read to judge a pack by, and those of them that are shown. */
const sampled = 60;
const shown = 9;
/** How far a shift of datum may carry a place out of a pack, in degrees (some 2 km). */
const slack = 0.02;
/** Where a map of a Chinese township may lie, in degrees. */
const china: Bounds = [73, 3, 136, 54];

const steps = {
  opening: text('打开底图', 'Opening the map'), levels: text('看各级范围', 'Looking at its levels'), tiles: text('抽查瓦片', 'Looking at some tiles'), counting: text('数瓦片', 'Counting its tiles'),
};

const holds = ([west, south, east, north]: Bounds, [lng, lat]: readonly [number, number], more = 0) => lng >= west - more && lng <= east + more && lat >= south - more && lat <= north + more;
const middle = ([west, south, east, north]: Bounds) => [(west + east) / 2, (south + north) / 2] as const;

interface Candidate { readonly reading: SchemeReading; readonly pack: PackReader; readonly levels: readonly LevelRange[]; readonly ranges: readonly TileRange[]; readonly score: number; readonly held: number }

/** The levels on the ground, as a scheme counts; nothing when some of it would lie off the grid. */
function rangesBy(scheme: TileScheme, levels: readonly LevelRange[]): TileRange[] | undefined {
  const ranges: TileRange[] = [];
  for (const { level, minColumn, maxColumn, minRow, maxRow } of levels) {
    const corners = [fromStored(scheme, { level, column: minColumn, row: minRow }), fromStored(scheme, { level, column: maxColumn, row: maxRow })] as const;
    if (!corners.every(isOnGrid)) return undefined;
    const [one, other] = corners;
    if (one.z <= deepestLevel) ranges.push({ z: one.z, minX: one.x, maxX: other.x, minY: Math.min(one.y, other.y), maxY: Math.max(one.y, other.y) });
  }
  return ranges.length > 0 ? ranges : undefined;
}

/** How much speaks for a reading: the pack's own bounds, the ledger's places, and at least that it lies in this country. */
function weigh(bounds: Bounds, said: Bounds | undefined, places: Places): { score: number; held: number } {
  const held = places.filter((place) => holds(bounds, place, slack)).length;
  const isSaid = said !== undefined && holds(bounds, middle(said), slack);
  return { held, score: (isSaid ? 4 : 0) + (places.length > 0 ? 2 * (held / places.length) : 0) + (holds(china, middle(bounds)) ? 0.1 : 0) };
}

/** Every way of counting that a pack's numbers allow, the likeliest first. */
async function candidatesOf(pack: PackReader, places: Places, alive: () => void): Promise<Candidate[]> {
  const packs = pack.isOrderOpen && pack.turned ? [pack, pack.turned()] : [pack];
  const candidates: Candidate[] = [];
  for (const reader of packs) {
    const levels = await reader.levels(alive);
    for (const scheme of reader.schemes) {
      const ranges = rangesBy(scheme, levels);
      const bounds = ranges && boundsOfLevels(ranges);
      if (!ranges || !bounds) continue;
      const zooms = ranges.map(({ z }) => z);
      const reading = { scheme, bounds, minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms) };
      const { score, held } = weigh(bounds, reader.sayings.bounds as Bounds | undefined, places);
      candidates.push({ reading, pack: reader, levels, ranges, held, score: score + (reader.sayings.scheme === scheme ? 1 : 0) });
    }
  }
  // A stable sort: what is alike stays in the order that is usual for its kind.
  return candidates.toSorted((one, other) => other.score - one.score);
}

/** Places of tiles over all levels, the same at every look, as the pack counts them. */
async function someTiles(pack: PackReader, levels: readonly LevelRange[]): Promise<StoredPlace[]> {
  const found = new Map<string, StoredPlace>();
  const each = Math.max(3, Math.ceil(sampled / Math.max(1, levels.length)));
  for (const { level, minColumn, maxColumn, minRow, maxRow } of levels) {
    for (let at = 0; at < each; at += 1) {
      // Steps of the golden ratio and its square spread evenly over the rectangle.
      const share = (ratio: number) => (0.5 + at * ratio) % 1;
      const wanted = { level, column: Math.round(minColumn + (maxColumn - minColumn) * share(0.7548776662)), row: Math.round(minRow + (maxRow - minRow) * share(0.5698402910)) };
      const place = await pack.near(wanted);
      if (place) found.set(`${place.level} ${place.column} ${place.row}`, place);
    }
  }
  return [...found.values()];
}

interface Sampled { readonly read: number; readonly broken: number; readonly formats: ReadonlyMap<TileFormat, number>; readonly widths: readonly number[]; readonly commonest: number; readonly good: readonly StoredPlace[]; readonly print: string }

/** Reads tiles and tells what they are. One that cannot be read is counted and no failure. */
async function readSome(pack: PackReader, places: readonly StoredPlace[], tell: TellProgress): Promise<Sampled> {
  const formats = new Map<TileFormat, number>();
  const pictures = new Map<string, number>();
  const widths: number[] = [];
  const good: StoredPlace[] = [];
  const print = createHash('sha256');
  let broken = 0;
  for (const [at, place] of places.entries()) {
    if (at % 8 === 0) tell(at, places.length, steps.tiles);
    const stored = await pack.tile(place).catch(() => undefined);
    const tile = stored && readTile(stored);
    const digest = createHash('sha256').update(stored ?? '').digest('hex');
    print.update(`${place.level} ${place.column} ${place.row} ${digest}\n`);
    if (!tile || !isWhole(tile.bytes, tile.format)) { broken += 1; continue; }
    good.push(place);
    formats.set(tile.format, (formats.get(tile.format) ?? 0) + 1);
    pictures.set(digest, (pictures.get(digest) ?? 0) + 1);
    const width = tile.format === 'mvt' ? undefined : widthOf(tile.bytes, tile.format);
    if (width) widths.push(width);
  }
  return { read: places.length, broken, formats, widths, commonest: Math.max(0, ...pictures.values()), good, print: print.digest('hex') };
}

/** Tiles to look at: one of each of several levels, near what the ledger knows or the middle, and some more of the deepest. */
async function samplesOf({ pack, reading, ranges }: Candidate, places: Places): Promise<TilePlace[]> {
  const inside = places.filter((place) => holds(reading.bounds, place));
  const [lng, lat] = inside[Math.floor(inside.length / 2)] ?? middle(reading.bounds);
  const deepest = ranges.toSorted((one, other) => other.z - one.z);
  const few = deepest.length <= 6 ? deepest : Array.from({ length: 6 }, (_, at) => deepest[Math.floor((at * (deepest.length - 1)) / 5)] as TileRange);
  const wanted = few.map(({ z }) => tileAt(z, lng, lat));
  const [last] = deepest;
  if (last) for (const share of [0.25, 0.75, 0.5]) wanted.push({ z: last.z, x: Math.round(last.minX + (last.maxX - last.minX) * share), y: Math.round(last.minY + (last.maxY - last.minY) * share) });
  const found = new Map<string, TilePlace>();
  for (const place of wanted) {
    const stored = await pack.near(toStored(reading.scheme, place)).catch(() => undefined);
    if (!stored) continue;
    const tile = fromStored(reading.scheme, stored);
    found.set(`${tile.z} ${tile.x} ${tile.y}`, tile);
  }
  return [...found.values()].toSorted((one, other) => one.z - other.z).slice(0, shown);
}

function faultsOf(sample: Sampled, best: Candidate, places: Places, remarks: readonly Text[]): Text[] {
  const faults = [...remarks];
  const { read, broken, formats, commonest, good } = sample;
  if (broken > 0) faults.push(text(`抽查的 ${read} 张瓦片里有 ${broken} 张坏了（残缺，或不是图片），这些地方会用粗一级的图代替。`, `${broken} of the ${read} tiles looked at are broken (cut short, or no pictures); coarser ones are drawn in their place.`));
  if (good.length >= 4 && commonest === good.length) faults.push(text('抽查的瓦片都是同一张图，多半是下载被拒时的提示图（如 “Access blocked”）。请看下面的样图再决定。', 'All the tiles looked at are the same picture, probably a notice that downloading was refused (“Access blocked”). Look at the samples before you decide.'));
  else if (good.length >= 12 && commonest > good.length / 2) faults.push(text(`抽查的瓦片有一半以上（${commonest}/${good.length}）是同一张图，可能没有下载完。`, `More than half of the tiles looked at (${commonest} of ${good.length}) are the same picture; the download may be unfinished.`));
  if (formats.has('mvt') && formats.size > 1) faults.push(text('图片和矢量瓦片混在一起，只显示其中多的一种。', 'Pictures and vector tiles are mixed; only the kind that prevails is drawn.'));
  const levels = best.ranges.map(({ z }) => z).toSorted((one, other) => one - other);
  const missing = levels.flatMap((level, at) => Array.from({ length: (levels[at + 1] ?? level) - level - 1 > 0 ? (levels[at + 1] as number) - level - 1 : 0 }, (_, step) => level + step + 1));
  if (missing.length > 0) faults.push(text(`中间缺第 ${missing.join('、')} 级，放大到那里会用粗一级的图。`, `${missing.length > 1 ? `Levels ${missing.join(', ')} are` : `Level ${missing.join()} is`} missing in between; coarser tiles are enlarged there.`));
  if (places.length > 0 && best.held === 0) faults.push(text('账本里的资产都不在这份底图的范围里，请核对地区，或瓦片的计数方式和坐标系。', 'None of the ledger’s assets lies within this map. Check its area, its way of counting tiles, and its datum.'));
  return faults;
}

/** Refuses a pack that is cut by another grid: one by which its tiles would lie where the ledger's places are. */
async function refuseForeign(pack: PackReader, path: string, places: Places): Promise<void> {
  if (pack.source.container === 'pmtiles') return;
  const packs = pack.isOrderOpen && pack.turned ? [pack, pack.turned()] : [pack];
  for (const reader of packs) {
    const [deepest] = (await reader.levels()).toSorted((one, other) => other.level - one.level);
    const grid = deepest && foreignGrid(deepest, places);
    if (grid) throw refusePack[grid](path);
  }
}

/** The names that a person gave: the pack's file and the folder it lies in. */
const namesOf = (path: string) => [basename(path).replace(/\.(pmtiles|mbtiles|db|sqlite)$/i, ''), basename(dirname(path))];

/** Looks into a pack: what it is, where it lies, what it says of itself and what is wrong with some of it. Throws a refusal for what cannot be used. */
export async function inspectPack(path: string, places: Places, tell: TellProgress): Promise<PackReport> {
  tell(0, null, steps.opening);
  const pack = await openUnknown(path);
  try {
    const names = namesOf(path);
    const words = readPackWords({ ...pack.sayings, names: [pack.sayings.name, ...names] });
    if (words.isBaidu) throw refusePack.baidu(path);
    if (pack.sayings.isGeodetic) throw refusePack.geodetic(path);
    tell(0, null, steps.levels);
    const candidates = await candidatesOf(pack, places, () => tell(0, null, steps.levels));
    const [best, second] = candidates;
    if (!best || (best.held === 0 && places.length > 0)) await refuseForeign(pack, path, places);
    if (!best) throw (await pack.levels()).length === 0 ? refusePack.none(path) : refusePack.offGrid(path);
    const sample = await readSome(best.pack, await someTiles(best.pack, best.levels), tell);
    if (sample.read === 0) throw refusePack.none(path);
    if (sample.good.length === 0) throw refusePack.allBroken(path);
    const [format] = [...sample.formats].toSorted(([, one], [, other]) => other - one)[0] as [TileFormat, number];
    const width = sample.widths.toSorted((one, other) => one - other)[Math.floor(sample.widths.length / 2)] ?? 256;
    tell(sample.read, sample.read, steps.counting);
    const tiles = await pack.count().catch(() => null);
    // The same scheme by another order of numbers is no choice that a person could make.
    const readings = [...new Map(candidates.filter((one) => one.pack === best.pack).map((one) => [one.reading.scheme, one.reading])).values()];
    const isDecided = second === undefined || best.score - second.score > 0.05;
    return {
      source: best.pack.source, bytes: pack.bytes, tiles, name: (pack.sayings.name || names[0] || '').trim().slice(0, 80) || '底图', format, tileSize: width > 384 ? 512 : 256,
      readings, undecided: isDecided ? 1 : readings.length,
      datums: words.datums, attribution: words.attribution, approvalNumber: words.approvalNumber, licence: words.licence,
      samples: await samplesOf(best, places), faults: faultsOf(sample, best, places, best.pack.remarks),
      print: sample.print,
    };
  } finally {
    pack.close();
  }
}
