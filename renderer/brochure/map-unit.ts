import { pixelsOf } from '../../data/rules/map/sheet-size.js';

/** CSS pixels of what is a millimetre on an A3 map sheet: the book's own badges and names are read as those of a sheet. */
export const mapUnit = pixelsOf(1);
/** Names of the ground are set for a screen; on paper, which is read from nearer, they are smaller. */
export const mapLabelScale = 0.86;
