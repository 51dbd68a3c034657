import type { Stop, StopKind } from '../../schema/tour.js';

/** What a list of stops becomes by an edit. Edits are functions, so that one that waits can be made on a newer list. */
export type StopsEdit = (stops: readonly Stop[]) => readonly Stop[];

/** Seconds that a new stop of a kind is given. */
export const usualSeconds: Readonly<Record<StopKind, number>> = {
  cover: 30, chapter: 45, figures: 60, overview: 45, asset: 50, project: 45, table: 60, comparison: 60, video: 60, explore: 90, closing: 40,
};

/** Moves some stops, in the order they stand in, before or behind another one. */
export const moveStops = (ids: ReadonlySet<string>, beside: string, side: 'before' | 'after'): StopsEdit => (stops) => {
  if (ids.has(beside)) return stops;
  const moved = stops.filter(({ id }) => ids.has(id));
  const rest = stops.filter(({ id }) => !ids.has(id));
  const at = rest.findIndex(({ id }) => id === beside);
  return at < 0 || moved.length === 0 ? stops : rest.toSpliced(side === 'before' ? at : at + 1, 0, ...moved);
};

/** Moves some stops one place up or down, as far as the ends allow. */
export const shiftStops = (ids: ReadonlySet<string>, by: 1 | -1): StopsEdit => (stops) => {
  const places = stops.flatMap(({ id }, at) => (ids.has(id) ? [at] : []));
  const neighbour = stops[by < 0 ? (places[0] ?? 0) - 1 : (places.at(-1) ?? stops.length) + 1];
  return neighbour ? moveStops(ids, neighbour.id, by < 0 ? 'before' : 'after')(stops) : stops;
};

/** Puts copies of some stops behind the last of them; `copies` gives each its identity. */
export const duplicateStops = (copies: ReadonlyMap<string, string>): StopsEdit => (stops) => {
  const made = stops.flatMap((stop) => { const id = copies.get(stop.id); return id ? [{ ...stop, id }] : []; });
  const last = stops.findLastIndex(({ id }) => copies.has(id));
  return stops.toSpliced(last + 1, 0, ...made);
};

export const removeStops = (ids: ReadonlySet<string>): StopsEdit => (stops) => stops.filter(({ id }) => !ids.has(id));
export const hideStops = (ids: ReadonlySet<string>, hidden: boolean): StopsEdit => (stops) => stops.map((stop) => (ids.has(stop.id) ? { ...stop, hidden } : stop));

/** Puts new stops behind one, or before the closing where none is named: what is added belongs to the tale, not behind its end. */
export const addStops = (added: readonly Stop[], behind: string | null): StopsEdit => (stops) => {
  const at = behind === null ? -1 : stops.findIndex(({ id }) => id === behind);
  const last = stops.at(-1);
  const place = at >= 0 ? at + 1 : last?.kind === 'closing' ? stops.length - 1 : stops.length;
  return stops.toSpliced(place, 0, ...added);
};

/** Sets fields of one stop and leaves the others as they are, its camera above all; a field given as undefined is cleared. */
export const changeStop = (id: string, fields: Readonly<Record<string, unknown>>): StopsEdit => (stops) =>
  stops.map((stop) => (stop.id === id ? Object.fromEntries(Object.entries({ ...stop, ...fields }).filter(([, value]) => value !== undefined)) as Stop : stop));
