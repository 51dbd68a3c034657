import type { Category } from '../../data/schema/vocabularies.js';

/** The sign of a category, in a box of 16 around 0,0; filled or stroked in white on the category's colour. */
export const categoryGlyphs: Readonly<Record<Category, { readonly path: string; readonly filled: boolean }>> = {
  forest: { path: 'M0-7.200 4.600-1H2.600L5.800 3.600H.9V7H-.9V3.600H-5.800L-2.600-1h-2z', filled: true },
  farmland: { path: 'M-6.500-4.200C-3-6 3-2.600 6.500-4.400M-6.500 0C-3-1.800 3 1.600 6.500-.2M-6.500 4.200C-3 2.400 3 5.800 6.500 4', filled: false },
  hydropower: { path: 'M1.600-7.200-4.600 1.200H-.4L-1.600 7.200 4.600-1.400H.6z', filled: true },
  house: { path: 'M-7.200-.4 0-6.600 7.200-.4M-5-2v7.600H5V-2M-1.600 5.600V1.400h3.200v4.200', filled: false },
  hall: { path: 'M-7-2.400 0-6.800 7-2.400zM-4.800-2.200V4.400M0-2.200V4.400M4.800-2.200V4.400M-7 6.200H7', filled: false },
  other: { path: 'M-5.600-5.600H5.600V5.600H-5.600zM-5.600-.8H5.600M0-.8V5.600', filled: false },
};

/** The CSS variable that holds a category's colour; the colours themselves stand in tokens.css. */
export const categoryColour = (category: Category) => `var(--${category})`;
