import type { Category } from '../../schema/vocabularies.js';

/** A place on a route: degrees of WGS-84, and what kind of asset stands there. */
export interface RoutePlace { readonly id: string; readonly lng: number; readonly lat: number; readonly category: Category }

/** Two of a kind in a row tire an audience as much as a flight of this many metres more. */
const samenessMetres = 5_000;
const metresPerDegree = 111_320;

/** Metres between two places, on a plane: within a county the error is far below a flight's. */
export function planeMetres(one: Pick<RoutePlace, 'lng' | 'lat'>, other: Pick<RoutePlace, 'lng' | 'lat'>): number {
  const squeeze = Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180);
  return Math.hypot((one.lng - other.lng) * squeeze, one.lat - other.lat) * metresPerDegree;
}
const cost = (one: RoutePlace, other: RoutePlace) => planeMetres(one, other) + (one.category === other.category ? samenessMetres : 0);

/** What a route costs in all: its flights in metres, and a charge for each two of a kind in a row. */
export const routeCost = (route: readonly RoutePlace[]): number => route.reduce((sum, place, at) => sum + (at === 0 ? 0 : cost(route[at - 1]!, place)), 0);

/** From the westernmost place on, always to the cheapest that is left. */
function nearestFirst(places: readonly RoutePlace[]): RoutePlace[] {
  const left = [...places].sort((one, other) => one.lng - other.lng || (one.id < other.id ? -1 : 1));
  const route = left.splice(0, 1);
  while (left.length > 0) {
    const here = route.at(-1)!;
    let best = 0;
    for (let at = 1; at < left.length; at += 1) if (cost(here, left[at]!) < cost(here, left[best]!)) best = at;
    route.push(...left.splice(best, 1));
  }
  return route;
}

/**
 * An order of places in which flights are short and neighbours differ: nearest first, then stretches turned round and single places
 * moved as long as that makes the whole cheaper (2-opt, Croes 1958, and Or-opt, Or 1976). The same places always give the same order.
 */
export function routeOrder(places: readonly RoutePlace[]): readonly RoutePlace[] {
  let route = nearestFirst(places);
  let cheapest = routeCost(route);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    const take = (next: RoutePlace[]) => {
      const price = routeCost(next);
      if (price >= cheapest - 1e-6) return;
      route = next;
      cheapest = price;
      isBetter = true;
    };
    for (let from = 0; from < route.length - 1; from += 1) {
      for (let to = from + 1; to < route.length; to += 1) {
        take([...route.slice(0, from), ...route.slice(from, to + 1).reverse(), ...route.slice(to + 1)]);
        const moved = route.toSpliced(from, 1);
        take(moved.toSpliced(to, 0, route[from]!));
        const back = route.toSpliced(to, 1);
        take(back.toSpliced(from, 0, route[to]!));
      }
    }
  }
  return route;
}
