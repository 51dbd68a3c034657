import { describe, expect, it } from 'vitest';
import { emptyFilter } from '../../data/rules/filter.js';
import { clockText, timeStanding } from '../../data/rules/stage/clock.js';
import { draftStops, tourSeconds, type DraftAsset } from '../../data/rules/tour/draft-tour.js';
import { routeCost, routeOrder, type RoutePlace } from '../../data/rules/tour/route-order.js';
import { tourSchema } from '../../data/schema/tour.js';
import { categories, type Category } from '../../data/schema/vocabularies.js';
import { idOf, seeded } from '../builders/ledger.js';

const places = (count: number, seed: number): RoutePlace[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => ({ id: idOf(at), lng: 119.8 + random() * 0.2, lat: 29.7 + random() * 0.2, category: categories.values[at % 6] as Category }));
};
const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const random = seeded(seed);
  return list.map((item) => ({ item, key: random() })).sort((one, other) => one.key - other.key).map(({ item }) => item);
};
const repeats = (route: readonly RoutePlace[]) => route.filter((place, at) => at > 0 && place.category === route[at - 1]!.category).length;

describe('the order of a drafted tour', () => {
  it.each([1, 2, 3, 4, 5])('keeps every place, flies less than half as far as chance would, and hardly ever shows two of a kind in a row (%i)', (seed) => {
    const given = places(18, seed);
    const route = routeOrder(given);
    expect(new Set(route.map(({ id }) => id))).toEqual(new Set(given.map(({ id }) => id)));
    const chance = Array.from({ length: 40 }, (_, turn) => routeCost(shuffled(given, seed * 100 + turn))).reduce((sum, price) => sum + price, 0) / 40;
    expect(routeCost(route)).toBeLessThan(chance / 2);
    expect(repeats(route)).toBeLessThanOrEqual(1);
  });
  it('does not depend on the order in which the places are given', () => {
    const given = places(12, 9);
    expect(routeOrder(shuffled(given, 4))).toEqual(routeOrder(given));
  });
  it('of no place and of one place is what it is', () => {
    expect(routeOrder([])).toEqual([]);
    expect(routeOrder(places(1, 1))).toHaveLength(1);
  });
});

describe('a drafted tour', () => {
  const assets: DraftAsset[] = places(40, 7).map((place, at) => ({ ...place, status: at % 3 === 0 ? 'available' : 'leased', cover: at % 2 === 0 ? 'x' : null }));
  const projects = [{ id: idOf(1, 'P'), horizon: 'near', assetIds: [assets[0]!.id] }, { id: idOf(2, 'P'), horizon: 'far', assetIds: [assets[39]!.id] }];
  let made = 0;
  const draft = (fields: Partial<Parameters<typeof draftStops>[0]> = {}) => draftStops({ filter: emptyFilter, assets, projects, minutes: 15, newId: () => `stop-${(made += 1)}`, ...fields });

  it('is one that the ledger takes, begins with the cover and ends with the closing', () => {
    const stops = draft();
    expect(tourSchema.parse({ id: idOf(3), revision: 1, updatedAt: '2026-11-28T08:00:00Z', name: '路演', stops }).stops).toEqual(stops);
    expect([stops[0]?.kind, stops.at(-1)?.kind]).toEqual(['cover', 'closing']);
    expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length);
  });
  it.each([8, 15, 25])('of %i minutes is about as long as wished and never longer', (minutes) => {
    const seconds = tourSeconds(draft({ minutes }));
    expect(seconds).toBeLessThanOrEqual(minutes * 60);
    expect(seconds).toBeGreaterThan(minutes * 60 * 0.8);
  });
  it('shows every category that was found, and first of each what can be had and has a picture', () => {
    const stops = draft();
    const shown = stops.flatMap((stop) => (stop.kind === 'asset' ? assets.find(({ id }) => id === stop.assetId)! : []));
    expect(new Set(shown.map(({ category }) => category)).size).toBe(6);
    for (const category of categories.values) {
      const best = Math.max(...assets.filter((asset) => asset.category === category).map((asset) => Number(asset.status === 'available') * 2 + Number(asset.cover !== null)));
      expect(shown.some((asset) => asset.category === category && Number(asset.status === 'available') * 2 + Number(asset.cover !== null) === best)).toBe(true);
    }
  });
  it('tells of a project right behind an asset of it', () => {
    const stops = draft({ minutes: 40 });
    for (const [at, stop] of stops.entries()) {
      if (stop.kind !== 'project') continue;
      const before = stops[at - 1];
      expect(before?.kind === 'asset' && projects.find(({ id }) => id === stop.projectId)?.assetIds.includes(before.assetId)).toBe(true);
    }
    expect(stops.some(({ kind }) => kind === 'project')).toBe(true);
  });
  it('of a filter that finds nothing still has a frame, without a table where there are no projects', () => {
    expect(draft({ assets: [], projects: [] }).map(({ kind }) => kind)).toEqual(['cover', 'figures', 'overview', 'explore', 'closing']);
  });
  it('keeps assets without a place, at the end of its route', () => {
    const nowhere: DraftAsset = { id: idOf(77), category: 'hall', lng: null, lat: null, status: 'available', cover: 'x' };
    const ids = draft({ assets: [nowhere, ...assets.slice(0, 3)] }).flatMap((stop) => (stop.kind === 'asset' ? [stop.assetId] : []));
    expect(ids.at(-1)).toBe(nowhere.id);
  });
});

describe('the presenter’s clock', () => {
  it('is written in minutes and seconds, from an hour on in hours, and with a minus when it is over', () => {
    expect([0, 65, 3_725, -5, -0.4].map(clockText)).toEqual(['0:00', '1:05', '1:02:05', '−0:05', '0:00']);
  });
  it('warns in the last fifth and when the time is over', () => {
    expect([[30, 60], [11, 60], [-1, 60]].map(([left, whole]) => timeStanding(left!, whole!))).toEqual(['well', 'short', 'over']);
  });
});
