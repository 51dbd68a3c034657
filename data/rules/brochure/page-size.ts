import type { PageSize } from '../map/sheet-size.js';

/** A4 as it is held when the book is bound, in millimetres. */
export const trimmedPage: PageSize = { width: 210, height: 297 };
/** What is printed beyond the cut on every side where a printing house asks for it, in millimetres. */
export const bleedWidth = 3;

/** The page that is printed: A4, or with the bleed that is cut away again. */
export const brochurePage = (bleed: boolean): PageSize => {
  const more = bleed ? 2 * bleedWidth : 0;
  return { width: trimmedPage.width + more, height: trimmedPage.height + more };
};
