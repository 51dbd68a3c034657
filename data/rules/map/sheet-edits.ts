import type { MapLayer } from '../../schema/map-pack.js';

/** Sheets as the ledger keeps them: without what only a screen knows. */
export const layersOf = (sheets: readonly MapLayer[]): MapLayer[] => sheets.map(({ id, shown, opacity, pack }) => ({ id, shown, opacity, ...(pack ? { pack } : {}) }));

/** The sheets with one of them changed. */
export const withSheet = <Sheet extends MapLayer>(sheets: readonly Sheet[], id: string, change: Partial<MapLayer>): Sheet[] => sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...change } : sheet));

export const withoutSheet = <Sheet extends MapLayer>(sheets: readonly Sheet[], id: string): Sheet[] => sheets.filter((sheet) => sheet.id !== id);

/** The sheets with one of them laid at another place, counted from the lowest; a place beyond the ends is the end. */
export function movedSheet<Sheet extends MapLayer>(sheets: readonly Sheet[], id: string, place: number): Sheet[] {
  const sheet = sheets.find((other) => other.id === id);
  if (!sheet) return [...sheets];
  const others = withoutSheet(sheets, id);
  return others.toSpliced(Math.min(Math.max(place, 0), others.length), 0, sheet);
}
