import { posterSize, type PageSize } from '../../../data/rules/map/sheet-size.js';
import type { Language } from '../../../data/schema/text.js';
import type { PosterPaper } from '../../../data/schema/map-print.js';
import type { SheetLayout } from '../sheet-layout.js';

/** Where everything stands on a poster, in units of a millimetre on an A2 sheet. */
export interface PosterLayout {
  readonly page: PageSize;
  /** Millimetres of a unit. */
  readonly unit: number;
  readonly map: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly list: SheetLayout['list'];
}

/** How much larger than on an A3 sheet the map's badges and names are: a poster is read from a step away. */
export const mapMeasure = 1.5;
/** The panel's letters against those of an A3 sheet. */
export const panelMeasure = 1.5;
const a2Width = 420;
/** Room of the list below the map, in units, as poster.css has it. */
const [listWidth, listHeight] = [208, 104];
const [letters, line] = [2.55, 3.9];

/** Lays out an upright poster: the painting with title and figures, the map as large as it can be, and below it what the map tells of. */
export function posterLayout(paper: PosterPaper, language: Language): PosterLayout {
  const page = posterSize(paper);
  return {
    page, unit: page.width / a2Width, map: { left: 21, top: 153, width: 378, height: 277 },
    list: {
      size: letters, line, columns: Math.max(1, Math.floor(listWidth / panelMeasure / (letters * (language === 'zh' ? 12.5 : 17)))),
      rows: Math.floor((listHeight / panelMeasure - 9) / line),
    },
  };
}
