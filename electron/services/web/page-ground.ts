import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapSheet } from '../../../data/contract.js';
import { tilePath, tileSide, type TileFrame } from '../../../data/rules/web/tile-frame.js';
import type { WebMap, WebNames } from '../../../data/rules/web/web-content.js';
import { FailureError } from '../../../data/schema/failure.js';
import { text, type Language, type Text } from '../../../data/schema/text.js';
import { pictureDensity } from '../print/print-map.js';
import type { Printer, PrintRun } from '../print/printer.js';
import type { Sheets } from '../print/sheets.js';
import type { PictureThread } from './picture-thread.js';
import type { ZipEntry } from './zip-file.js';

export interface GroundMeans {
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  /** The folder of the shipped map pack. */
  readonly basemap: string;
  readonly thread: PictureThread;
  readonly language: Language;
  readonly run: PrintRun;
}
export interface PageGround { readonly map: WebMap; readonly entries: readonly ZipEntry[]; readonly notices: readonly Text[] }

const styles = ['paper', 'night'] as const;
const millimetres = (pixels: number) => (pixels / 96) * 25.4;

/** The names of the schematic, which the page sets in either language; null where other sheets have theirs in their pictures. */
async function namesOf(shown: readonly MapSheet[], basemap: string): Promise<WebNames | null> {
  if (shown.length === 0 || shown.some(({ kind }) => kind !== 'schematic')) return null;
  const { unit, labels, streams } = JSON.parse(await readFile(join(basemap, 'features.json'), 'utf8')) as { unit: number; labels: { text: Text }[]; streams: { id?: string }[] };
  return { unit, labels, streams: streams.filter(({ id }) => id !== undefined) };
}

/**
 * The ground under a page's map: drawn by the program's own map, whatever its packs are, as one picture in each look, and cut into tiles.
 * Where no engine can be had to draw it, the page shows the places alone, and a notice says so.
 */
export async function pageGround(frame: TileFrame, { printer, sheets, layers, basemap, thread, language, run }: GroundMeans): Promise<PageGround> {
  const shown = layers.filter((layer) => layer.shown && !layer.fault);
  const bare = (notices: readonly Text[]): PageGround => ({ map: { frame, styles: [], names: null }, entries: [], notices });
  if (shown.length === 0) return bare([text('没有可用的底图，网页里的地图只标出位置。', 'There is no map pack to draw; the page’s map shows the places alone.')]);
  const names = await namesOf(shown, basemap);
  const { zoom, columns, rows } = frame;
  const [width, height] = [(columns[1] - columns[0]) * tileSide, (rows[1] - rows[0]) * tileSide];
  const entries: ZipEntry[] = [];
  try {
    if (!printer) throw new FailureError('not-found', text('没有绘图引擎。', 'No engine.'));
    for (const style of styles) {
      const request = { kind: 'ground', audience: 'public', language, style, zoom, left: columns[0] * tileSide, top: rows[0] * tileSide, width, height, names: names === null } as const;
      const png = await sheets.during(request, (sheetId) => printer.picture({ sheetId, circle: 'public', page: { width: millimetres(width), height: millimetres(height) } }, pictureDensity, run));
      run.onStep(0, null, text('切分底图', 'Cutting the map'));
      const made = await thread.make({ kind: 'ground', png, columns: columns[1] - columns[0], rows: rows[1] - rows[0] });
      if (!made) throw new FailureError('internal', text('底图没有画成，请再试一次。', 'The map could not be drawn; try again.'));
      const level = (tiles: readonly Uint8Array[], steps: number) => {
        const across = (columns[1] - columns[0]) / steps;
        tiles.forEach((bytes, at) => entries.push({ name: tilePath(style, zoom - steps + 1, columns[0] / steps + (at % across), rows[0] / steps + Math.floor(at / across)), bytes }));
      };
      level(made.near, 1);
      level(made.far, 2);
    }
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'not-found') throw error;
    return bare([text('本机没有找到可画底图的浏览器（Chromium、Chrome 或 Edge），网页里的地图只标出位置。', 'No browser that could draw the map was found on this machine (Chromium, Chrome or Edge); the page’s map shows the places alone.')]);
  }
  return { map: { frame, styles, names }, entries, notices: [] };
}
