import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdtemp, open, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import sqlite from 'node-sqlite3-wasm';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { boundsOf, toStored, type TilePlace } from '../../data/rules/map/tile-scheme.js';
import type { PackSource } from '../../electron/services/maps/pack-messages.js';
import { createPackThread } from '../../electron/services/maps/pack-thread.js';
import { seeded } from '../builders/ledger.js';
import { colouredPng, directoryBytes, pmtilesHeader, usualTables, type DirectoryEntry } from '../builders/map-packs.js';
import { median, type Figure } from './figure.js';

// Bundles of benches lie in dist/bench, two levels below the root.
const workerFile = fileURLToPath(new URL('../../dist/node/pack-worker.js', import.meta.url));
/** Two squares of 256 × 256 tiles at levels 16 and 17, of 16 kB each in the mean: 2 GB. */
const side = 256;
const levels = [16, 17];
const meanBytes = 16_384;
const asked = 500;

interface NoiseTile extends TilePlace { readonly id: number; readonly length: number }

/** The tiles in the order of a PMTiles archive, with lengths between a half and one and a half of the mean. */
function noiseTiles(): NoiseTile[] {
  const random = seeded(7);
  return levels.flatMap((z) => {
    const base = zxyToTileId(z, 0, 0);
    const within = zxyToTileId(z, Math.floor(2 ** z * 0.833), Math.floor(2 ** z * 0.412)) - base;
    // An aligned square is one unbroken stretch of the Hilbert curve.
    const first = base + Math.floor(within / side ** 2) * side ** 2;
    return Array.from({ length: side ** 2 }, (_, at) => {
      const [, x, y] = tileIdToZxy(first + at);
      return { z, x, y, id: first + at, length: Math.round(meanBytes * (0.5 + random())) };
    });
  });
}

const [head, tail] = (() => { const png = colouredPng([0, 0, 0]); return [png.subarray(0, 33), png.subarray(png.length - 12)] as const; })();
/** A picture's head and end with noise between them: what a reader has to move, though no screen could show it. */
function noise(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  randomFillSync(bytes);
  head.copy(bytes, 0);
  tail.copy(bytes, length - tail.length);
  return bytes;
}
const boundsOfTiles = (tiles: readonly NoiseTile[]) => {
  const deepest = tiles.filter(({ z }) => z === levels[0]);
  const [xs, ys] = [deepest.map(({ x }) => x), deepest.map(({ y }) => y)];
  const ends = (numbers: readonly number[]) => [numbers.reduce((one, other) => Math.min(one, other)), numbers.reduce((one, other) => Math.max(one, other))] as const;
  return boundsOf({ z: levels[0] as number, minX: ends(xs)[0], maxX: ends(xs)[1], minY: ends(ys)[0], maxY: ends(ys)[1] });
};

async function writePmtiles(file: string, tiles: readonly NoiseTile[]): Promise<void> {
  const leaf = 4_096;
  let offset = 0;
  const entries: DirectoryEntry[] = tiles.map(({ id, length }) => { const entry = { id, offset, length, run: 1 }; offset += length; return entry; });
  const leaves: Buffer[] = [];
  const pointers: DirectoryEntry[] = [];
  let at = 0;
  for (let from = 0; from < entries.length; from += leaf) {
    const bytes = gzipSync(directoryBytes(entries.slice(from, from + leaf)));
    pointers.push({ id: (entries[from] as DirectoryEntry).id, offset: at, length: bytes.length, run: 0 });
    leaves.push(bytes);
    at += bytes.length;
  }
  const root = gzipSync(directoryBytes(pointers));
  const words = gzipSync('{}');
  const starts = { metadata: 127 + root.length, leaves: 127 + root.length + words.length, tiles: 127 + root.length + words.length + at };
  const header = pmtilesHeader({
    root: [127, root.length], metadata: [starts.metadata, words.length], leaves: [starts.leaves, at], tiles: [starts.tiles, offset],
    addressed: tiles.length, entries: tiles.length, contents: tiles.length, internal: 2, compression: 1, type: 2, minZoom: levels[0] as number, maxZoom: levels.at(-1) as number, bounds: boundsOfTiles(tiles),
  });
  const out = await open(file, 'w');
  try {
    await out.write(Buffer.concat([header, root, words, ...leaves]));
    for (let from = 0; from < tiles.length; from += 256) await out.write(Buffer.concat(tiles.slice(from, from + 256).map(({ length }) => noise(length))));
  } finally {
    await out.close();
  }
}

function writeMbtiles(file: string, tiles: readonly NoiseTile[]): void {
  const database = new sqlite.Database(file);
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; ${usualTables} BEGIN`);
  const insert = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  for (const { z, x, y, length } of tiles) {
    const { level, column, row } = toStored('tms', { z, x, y });
    insert.run([level, column, row, noise(length)]);
  }
  insert.finalize();
  database.exec('COMMIT');
  database.close();
}

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
const share = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;

/** Measures in a process of its own, whose memory nothing else has used before. */
async function measureApart(folder: string, ...given: Parameters<typeof measure>): Promise<Figure[]> {
  const file = join(folder, 'measure.mjs');
  await writeFile(file, `import(${JSON.stringify(import.meta.url)}).then((bench) => bench.measure(...${JSON.stringify(given)})).then((figures) => { process.stdout.write(JSON.stringify(figures)); process.exit(0); })`);
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file]);
  return JSON.parse(stdout) as Figure[];
}

/** Asks for tiles here and there; and reads as many bytes elsewhere in the same file, tile by tile in turn, as Node itself does. */
export async function measure(label: string, source: PackSource, scheme: 'tms' | 'xyz'): Promise<Figure[]> {
  const tiles = noiseTiles();
  const random = seeded(11);
  const chosen = Array.from({ length: asked + 1 }, () => tiles[Math.floor(random() * tiles.length)] as NoiseTile);
  const file = await open(source.path, 'r');
  const { size } = await file.stat();
  globalThis.gc?.();
  const before = megabytes();
  let most = before;
  const thread = createPackThread(workerFile);
  try {
    const [first, ...rest] = chosen as [NoiseTile, ...NoiseTile[]];
    const ask = async (tile: NoiseTile) => {
      const found = await thread.ask({ kind: 'tile', source, ...toStored(scheme, tile) });
      if (found?.bytes.length !== tile.length) throw new Error(`${label}: a tile of ${tile.length} bytes came as ${found?.bytes.length}.`);
    };
    const opened = performance.now();
    await ask(first);
    const opening = performance.now() - opened;
    const [took, peer]: [number[], number[]] = [[], []];
    for (const tile of rest) {
      let begun = performance.now();
      await ask(tile);
      took.push(performance.now() - begun);
      most = Math.max(most, megabytes());
      begun = performance.now();
      await file.read(Buffer.allocUnsafe(tile.length), 0, tile.length, Math.floor(random() * (size - tile.length)));
      peer.push(performance.now() - begun);
    }
    took.sort((one, other) => one - other);
    peer.sort((one, other) => one - other);
    const begun = performance.now();
    const report = await thread.ask({ kind: 'inspect', path: source.path, places: [] }, { limit: 120_000 });
    const looking = performance.now() - begun;
    if (report.tiles !== tiles.length) throw new Error(`${label}: ${report.tiles} tiles were counted.`);
    const gib = (size / 2 ** 30).toFixed(2);
    return [
      { name: `${label} of ${gib} GiB: opened by a new thread, first tile there`, value: opening, unit: 'ms', peer: null, ratio: null, wanted: '≤ 1,000' },
      { name: `${label}: one of ${asked} tiles at random, median; peer: fs reads as many bytes at random`, value: median(took), unit: 'ms', peer: median(peer), ratio: median(took) / median(peer), wanted: '< 10 ms' },
      { name: `${label}: the slowest of a hundred (p99); peer likewise`, value: share(took, 0.99), unit: 'ms', peer: share(peer, 0.99), ratio: share(took, 0.99) / share(peer, 0.99), wanted: '–' },
      { name: `${label}: growth of the process’s memory`, value: most - before, unit: 'MB', peer: null, ratio: null, wanted: '< 100' },
      { name: `${label}: looked into (${tiles.length.toLocaleString('en-US')} tiles counted, some read)`, value: looking, unit: 'ms', peer: null, ratio: null, wanted: '–' },
    ];
  } finally {
    await thread.close();
    await file.close();
  }
}

/** Packs of 2 GB of noise in both kinds of file: how fast they open and serve a tile, and what memory that takes. */
export default async function packBench(): Promise<Figure[]> {
  const room = await statfs(tmpdir());
  if (room.bavail * room.bsize < 6 * 2 ** 30) throw new Error(`The pack bench needs 6 GB free in ${tmpdir()}.`);
  const folder = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  try {
    const tiles = noiseTiles();
    const figures: Figure[] = [];
    const pmtiles = join(folder, 'noise.pmtiles');
    await writePmtiles(pmtiles, tiles);
    figures.push(...await measureApart(folder, 'PMTiles', { path: pmtiles, container: 'pmtiles' }, 'xyz'));
    await rm(pmtiles);
    const mbtiles = join(folder, 'noise.mbtiles');
    writeMbtiles(mbtiles, tiles);
    figures.push(...await measureApart(folder, 'MBTiles', { path: mbtiles, container: 'mbtiles' }, 'tms'));
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
