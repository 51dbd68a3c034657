import type { MapPrint, PosterPaper } from '../../schema/map-print.js';

/** Sides of a page in millimetres, as it is held. */
export interface PageSize { readonly width: number; readonly height: number }

/** 1920 CSS pixels: what a picture for a screen is laid out in, whatever its density. */
const screenLong = (1920 / 96) * 25.4;
const sides = { A3: [420, 297], A4: [297, 210], screen: [screenLong, (screenLong * 9) / 16] } as const;

/** The page that a map is printed on. */
export function sheetSize({ paper, orientation }: Pick<MapPrint, 'paper' | 'orientation'>): PageSize {
  const [long, short] = sides[paper];
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** Millimetres as CSS pixels. */
export const pixelsOf = (millimetres: number) => (millimetres / 25.4) * 96;

/** How large letters and margins are against those of an A3 sheet: a smaller page is read from nearer, a screen from farther. */
export const sheetMeasure = { A3: 1, A4: 0.8, screen: 1.12 } as const;

const posterSides = { A2: [420, 594], A1: [594, 841] } as const;
/** The page of a poster, which always stands upright. */
export const posterSize = (paper: PosterPaper): PageSize => ({ width: posterSides[paper][0], height: posterSides[paper][1] });
/** Dots to the inch of a poster as a picture: sharp from an arm's length, and small enough to be sent. */
export const posterDots = { A2: 200, A1: 150 } as const;
/** The page of a printed table. */
export const tablePage: PageSize = { width: 420, height: 297 };
