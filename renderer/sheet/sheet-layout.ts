import { pixelsOf, sheetMeasure, sheetSize, type PageSize } from '../../data/rules/map/sheet-size.js';
import type { Language } from '../../data/schema/text.js';
import type { MapPrint } from '../../data/schema/map-print.js';

/** A rectangle on the sheet, in millimetres from its upper left corner. */
export interface Place { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Where everything stands on a map sheet. */
export interface SheetLayout {
  readonly page: PageSize;
  /** Millimetres of what is one millimetre on an A3 sheet: letters, lines and margins go by it. */
  readonly unit: number;
  readonly border: Place;
  readonly map: Place;
  readonly head: Place | null;
  readonly panel: Place;
  readonly foot: Place;
  /** Sizes of letters in the list of assets, in units, and how many lines stand above each other in how many columns. */
  readonly list: { readonly size: number; readonly line: number; readonly rows: number; readonly columns: number };
}

const margin = 8;
/** What lies between the sheet's border and the map: the neat line with its degrees. */
const band = 6.5;
const gap = 5;
const foot = 14;
const legend = 47;
const locator = 53;
const heatScale = 14;
/** Widths of legend and inset where they stand beside the list; as in map-sheet.css. */
const [legendWidth, locatorWidth] = [62, 58];
/** A title that lies flat stands over the panel. */
const flatTitle = 46;
const listSizes = { A3: [2.6, 3.95], A4: [2.9, 4.3], screen: [3.1, 4.6] } as const;

export interface LayoutWishes { readonly hasLocator: boolean; readonly hasHeat: boolean; readonly language: Language }

/** Lays a sheet out. A bare one is its map and nothing else. A wide sheet has its panel at the right, an upright one below the map and its title above it. */
export function sheetLayout(print: Pick<MapPrint, 'paper' | 'orientation' | 'bare'>, { hasLocator, hasHeat, language }: LayoutWishes): SheetLayout {
  const page = sheetSize(print);
  const unit = sheetMeasure[print.paper];
  const [size, line] = listSizes[print.paper];
  const u = (units: number) => units * unit;
  const border = { left: u(margin), top: u(margin), width: page.width - 2 * u(margin), height: page.height - 2 * u(margin) };
  const right = border.left + border.width;
  const bottom = border.top + border.height;
  if (print.bare) {
    const all = { left: 0, top: 0, ...page };
    return { page, unit, border: all, map: all, panel: all, head: null, foot: all, list: { size, line, rows: 0, columns: 1 } };
  }
  const rowsIn = (millimetres: number) => Math.max(0, Math.floor(millimetres / u(line)));
  if (print.orientation === 'landscape') {
    const panel = { left: right - u(98), top: border.top, width: u(98), height: border.height };
    const map = { left: border.left + u(band), top: border.top + u(band), width: panel.left - border.left - u(2 * band - 1), height: border.height - u(2 * band + foot - 2) };
    return {
      page, unit, border, map, panel, head: null,
      foot: { left: map.left, top: bottom - u(foot + 1.5), width: map.width, height: u(foot) },
      list: { size, line, columns: 2, rows: rowsIn(panel.height - u(legend + (hasHeat ? heatScale : 0) + (language === 'en' ? flatTitle : 0) + (hasLocator ? locator : 0) + 2 * gap + 12)) },
    };
  }
  const head = { left: border.left + u(band), top: border.top + u(4), width: border.width - u(2 * band), height: u(25) };
  const panelHeight = u(92);
  const panel = { left: border.left + u(band), top: bottom - u(foot) - panelHeight, width: border.width - u(2 * band), height: panelHeight };
  const map = { left: border.left + u(band), top: head.top + head.height + u(band), width: border.width - u(2 * band), height: panel.top - head.top - head.height - u(2 * band) };
  return {
    page, unit, border, map, panel, head,
    foot: { left: panel.left, top: bottom - u(foot), width: panel.width, height: u(foot - 1) },
    list: { size, line, columns: Math.max(1, Math.floor((panel.width - u(legendWidth + locatorWidth + 14)) / u(size * (language === 'zh' ? 12 : 17)))), rows: rowsIn(panelHeight - u(13)) },
  };
}

/** The map's size in whole CSS pixels, as Leaflet wants it. */
export const mapPixels = ({ map }: SheetLayout) => ({ width: Math.round(pixelsOf(map.width)), height: Math.round(pixelsOf(map.height)) });
