import type { Boundary, Location } from '../../schema/common.js';
import type { Doubt } from '../../schema/import-plan.js';
import { areaOf } from '../geometry/area.js';
import { centreOf } from '../geometry/inside.js';
import { isCellDate, numberText, plain, textOf, type Cell } from './cell.js';
import { doubt } from './doubts.js';
import { isDrawn } from './drawn-mark.js';
import { metresBetween } from './outliers.js';

/** Text kept beside a value; it changes with the value only. */
const companions: Readonly<Record<string, string>> = {
  siteAreaText: 'siteArea', floorAreaText: 'floorArea', priceText: 'price', investmentText: 'investment', statusText: 'status', stageText: 'stage', cooperationText: 'cooperation', locationSource: 'location', villageText: 'village',
};
/** Fields whose disagreement is worth a word. */
const weighty = new Set(['siteArea', 'floorArea', 'status', 'ownership', 'village', 'location', 'price', 'investment', 'stage', 'horizon', 'scale', 'detail.capacityKw', 'detail.annualOutputKwh', 'detail.basicFarmland', 'certificateNo', 'name']);

export interface MergedCell { readonly path: string; readonly before?: unknown; readonly after?: unknown }
export interface Merged { readonly cells: readonly MergedCell[]; readonly doubts: readonly Doubt[] }

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function same(path: string, one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (typeof one === 'number' && typeof two === 'number') return Math.abs(one - two) <= 0.0005 * Math.max(Math.abs(one), Math.abs(two));
  if (typeof one === 'string' && typeof two === 'string') return plain(one) === plain(two);
  if (path === 'location') return metresBetween(one as Location, two as Location) < 1;
  if (path === 'boundary') return sameBoundary(one as Boundary, two as Boundary);
  if (Array.isArray(one) && Array.isArray(two)) return one.length === two.length && one.every((item) => two.includes(item));
  if (typeof one === 'object' && typeof two === 'object' && one && two) {
    const keys = new Set([...Object.keys(one), ...Object.keys(two)]);
    return [...keys].every((key) => (one as Record<string, unknown>)[key] === (two as Record<string, unknown>)[key]);
  }
  return false;
}

/** The same corners in the same order, to a tenth of a metre. */
function sameBoundary(one: Boundary, two: Boundary): boolean {
  const [left, right] = [one, two].map((boundary) => (boundary.coordinates.flat(boundary.type === 'Polygon' ? 2 : 3) as number[])) as [number[], number[]];
  return one.type === two.type && left.length === right.length && left.every((value, at) => Math.abs(value - (right[at] as number)) < 1e-6);
}

/** Boundaries of one thing whose middles lie apart, or whose areas differ by more than a tenth. */
function boundariesDiffer(one: Boundary, two: Boundary): boolean {
  const [left, right] = [areaOf(one), areaOf(two)];
  return Math.abs(left - right) > 0.1 * Math.max(left, right) || metresBetween(centreOf(one), centreOf(two)) > Math.max(20, 0.2 * Math.sqrt(left));
}

function differsMuch(path: string, one: unknown, two: unknown): boolean {
  if (path === 'boundary') return boundariesDiffer(one as Boundary, two as Boundary);
  if (!weighty.has(path)) return false;
  if (typeof one === 'number' && typeof two === 'number') return Math.abs(one - two) > 0.05 * Math.max(Math.abs(one), Math.abs(two));
  if (path === 'location') return metresBetween(one as Location, two as Location) > 200;
  if (path === 'price') {
    const [left, right] = [(one as { yuan: number | null }).yuan, (two as { yuan: number | null }).yuan];
    return left !== null && right !== null && Math.abs(left - right) > 0.05 * Math.max(left, right);
  }
  return true;
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'coordinates' in value) return `${numberText(Math.round(areaOf(value as Boundary)))}㎡`;
  if (typeof value === 'object' && value !== null && 'lng' in value) return `${(value as Location).lng}, ${(value as Location).lat}`;
  if (typeof value === 'object' && value !== null && 'yuan' in value) return textOf((value as { yuan?: number }).yuan ?? '');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isCellDate(value as Cell) ? textOf(value as Cell) : JSON.stringify(value);
}

/** A person or a bilingual text is joined part by part; what is there stays unless the newcomer is believed. */
const joined = (held: unknown, told: unknown, believed: boolean) => (believed ? { ...(held as object), ...(told as object) } : { ...(told as object), ...(held as object) });
const isParts = (path: string) => ['contact', 'publicContact', 'highlights', 'summary'].includes(path);

/**
 * What values from a row change in a record. Blank cells never erase (they give no values); what is not held yet is
 * filled in; where both say something, the row is followed only if it is `believed`. Larger disagreements are told.
 */
export function mergeValues(values: Readonly<Record<string, unknown>>, held: (path: string) => unknown, believed: boolean, tellReplaced: boolean): Merged {
  const cells: MergedCell[] = [];
  const doubts: Doubt[] = [];
  const set = new Set<string>();
  const later: [string, unknown][] = [];
  for (const [path, value] of Object.entries(values)) {
    if (path in companions) {
      later.push([path, value]);
      continue;
    }
    if (path === 'category') continue;
    const now = held(path);
    if (isEmpty(value) || (!isEmpty(now) && same(path, now, value))) continue;
    if (isEmpty(now)) {
      cells.push({ path, after: value });
      set.add(path);
      continue;
    }
    if (isParts(path)) {
      const after = joined(now, value, believed);
      if (!same(path, now, after)) cells.push({ path, before: now, after });
      continue;
    }
    if (path === 'location' && isDrawn(held('locationSource')) !== isDrawn(values['locationSource'])) {
      // A place taken within a drawing gives way to a stated one, and never takes its place.
      if (!isDrawn(held('locationSource'))) continue;
      cells.push({ path, before: now, after: value });
      set.add(path);
      continue;
    }
    if (believed) {
      cells.push({ path, before: now, after: value });
      set.add(path);
      if (tellReplaced && differsMuch(path, now, value)) doubts.push(doubt('replaced', path, shown(value)));
    } else if (differsMuch(path, now, value)) doubts.push(doubt('conflict', path, shown(value)));
  }
  for (const [path, value] of later) {
    const main = companions[path] as string;
    const now = held(path);
    if (same(path, now, value)) continue;
    if (set.has(main) || (isEmpty(now) && isEmpty(held(main)) && isEmpty(values[main])) || (isEmpty(values[main]) && isEmpty(held(main)) && believed)) cells.push({ path, ...(isEmpty(now) ? {} : { before: now }), after: value });
  }
  return { cells, doubts };
}
