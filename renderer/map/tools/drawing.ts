import type { Location } from '../../../data/schema/common.js';

/** A line that is being measured: its corners in order, whether it goes round to the first one, and whether more are to come. */
export interface Drawing { readonly corners: readonly Location[]; readonly closed: boolean; readonly open: boolean }
export const emptyDrawing: Drawing = { corners: [], closed: false, open: true };

/** As many corners as anyone sets by hand. */
const mostCorners = 400;

/** Sets a corner at the end; a finished line begins anew with it. */
export const withCorner = (drawing: Drawing, place: Location): Drawing =>
  !drawing.open ? { corners: [place], closed: false, open: true } : drawing.corners.length >= mostCorners ? drawing : { ...drawing, corners: [...drawing.corners, place] };

/** Takes the last step back: opens what was closed or ended, else removes the last corner. */
export const takenBack = (drawing: Drawing): Drawing => (!drawing.open ? { ...drawing, closed: false, open: true } : { ...drawing, corners: drawing.corners.slice(0, -1) });

export const withMoved = (drawing: Drawing, at: number, place: Location): Drawing => ({ ...drawing, corners: drawing.corners.map((corner, order) => (order === at ? place : corner)) });

export function withoutCorner(drawing: Drawing, at: number): Drawing {
  const corners = drawing.corners.filter((_, order) => order !== at);
  return { ...drawing, corners, closed: drawing.closed && corners.length > 2, open: drawing.open || corners.length < 2 };
}

/** Goes round to the first corner and ends; nothing changes below three corners. */
export const closed = (drawing: Drawing): Drawing => (drawing.corners.length < 3 ? drawing : { ...drawing, closed: true, open: false });
/** Ends the line where it is; nothing changes below two corners. */
export const ended = (drawing: Drawing): Drawing => (drawing.corners.length < 2 ? drawing : { ...drawing, open: false });
