import { pixelsOf } from '../../data/rules/map/sheet-size.js';

/** CSS pixels of what is a millimetre on an A3 map sheet: a book is read from nearer. */
export const mapUnit = pixelsOf(0.86);
/** Names of the ground are set for a screen; on paper they go by the same measure as the badges. */
export const mapLabelScale = mapUnit / (96 / 25.4);
