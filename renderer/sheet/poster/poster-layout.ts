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
/** The letters of the seals, the legend and the list against those of an A3 sheet: what tells of more is read from closer by. */
export const measures = { zh: { seal: 1.5, legend: 1.75, list: 1.38 }, en: { seal: 1.5, legend: 1.32, list: 1.12 } } as const;
const a2Width = 420;
/** Room of the list below the map, in units, as poster.css has it. */
const [listWidth, listHeight] = [216, 106];
const [letters, line] = [2.6, 4];

/** Lays out an upright poster: the painting with title and figures, the map as large as it can be, and below it what the map tells of. */
export function posterLayout(paper: PosterPaper, language: Language): PosterLayout {
  const page = posterSize(paper);
  const { list } = measures[language];
  return {
    page, unit: page.width / a2Width, map: { left: 21, top: 153, width: 378, height: 288 },
    list: {
      size: letters, line, columns: Math.max(1, Math.floor(listWidth / list / (letters * (language === 'zh' ? 12 : 17)))),
      rows: Math.floor((listHeight / list - 9) / line),
    },
  };
}
